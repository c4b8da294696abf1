"""One sentence to one proposition or more."""

import pytest

from claims.text.propositions import propositions
from claims.text.quotations import quotations
from claims.text.references import Reference
from claims.text.words import words_for

WHOLE = [
    "He met people from Oslo, Riga, and Vilnius on Monday.",
    "If it rains, the council will close the bridge, and the mayor will resign.",
    "“The council voted for it, and the mayor signed it,” she said.",
    "In 2014, a new bridge was built by the council.",
    "It rained.",
]
SPLIT = [
    (
        "The council voted for the harbour and the bridge.",
        ["The council voted for the harbour.", "The council voted for the bridge."],
    ),
    (
        "The council voted for it on Monday, and the mayor signed the order.",
        ["The council voted for it on Monday.", "The mayor signed the order."],
    ),
    (
        "The talks failed on Monday, with analysts suggesting that rain was to blame.",
        ["The talks failed on Monday.", "Analysts suggest that rain was to blame."],
    ),
    (
        "The drills, which included a mock landing, were watched by many.",
        ["The drills were watched by many.", "The drills included a mock landing."],
    ),
    (
        "The ‘Sentry’ system, a long-range radar, has been in use since May.",
        ["The ‘Sentry’ system has been in use since May.", "The ‘Sentry’ system is a long-range radar."],
    ),
    (
        "However, the move has angered towns, including Riga and Oslo, which have closed their gates.",
        [
            "The move has angered towns.",
            "The move has angered Riga.",
            "The move has angered Oslo.",
            "Riga and Oslo have closed their gates.",
        ],
    ),
    (
        "A plan has emerged in the town as officials announced a new bridge.",
        ["A plan has emerged in the town.", "Officials announced a new bridge."],
    ),
    (
        "The bridge was closed in May; the council opened it in June.",
        ["The bridge was closed in May.", "The council opened it in June."],
    ),
    (
        "‘It is a new day for us,’ Ode said, his words carrying the weight of years.",
        ["‘It is a new day for us,’ Ode said.", "His words carried the weight of years."],
    ),
]


def texts(text: str, language: str = "en") -> list[str]:
    found = propositions(text, (0, len(text)), quotations(text, 0, len(text)), words_for(language))
    for each in found:
        assert [start < end for start, end in each.spans] == [True] * len(each.spans)
    return [each.text for each in found]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_not_safe_to_split_stays_whole(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(("text", "pieces"), SPLIT, ids=[text[:24] for text, _ in SPLIT])
def test_split(text: str, pieces: list[str]) -> None:
    assert sorted(texts(text)) == sorted(pieces)


def test_other_languages_split_at_semicolons() -> None:
    text = "Der Rat stimmte am Montag zu; die Brücke blieb im Mai zu, und alle warteten."
    assert texts(text, "de") == [
        "Der Rat stimmte am Montag zu.",
        "Die Brücke blieb im Mai zu, und alle warteten.",
    ]


def test_a_lead_word_goes_and_line_breaks_become_blanks() -> None:
    assert texts("However, the bridge\nstayed closed.") == ["The bridge stayed closed."]


def test_references_are_put_in() -> None:
    text = "He built the boats in the small yard at Riga, and the council paid him for all of them."
    references = [Reference(0, 2, "Tom Ode", (-9, -2)), Reference(67, 70, "Tom Ode", (0, 2))]
    found = propositions(text, (0, len(text)), [], words_for("en"), references)
    assert [each.text for each in found] == [
        "Tom Ode built the boats in the small yard at Riga.",
        "The council paid Tom Ode for all of them.",
    ]
