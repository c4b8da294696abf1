"""Words of a sentence with their tags, cut for references."""

import pytest

from claims.text.references.tokens import tokens


def tagged(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.tag) for each in tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Holt’s boat sank.", "’s", "POS"),
        ("The drivers’ union met.", "’", "POS"),
        ("The city had 40,000 people.", "40,000", "CD"),
        ("The dam supplies a tenth.", "supplies", "VBZ"),
        ("It is a beetle that lives in oaks.", "lives", "VBZ"),
        ("He found rust in 600 rivets.", "rivets", "NNS"),
        ("Its larvae feed on wood.", "feed", "VBP"),
        ("He sent a silver watch.", "watch", "NN"),
    ],
)
def test_neighbours_decide(text: str, word: str, tag: str) -> None:
    assert (word, tag) in tagged(text)


def test_quotation_marks_go_and_a_title_is_one_name() -> None:
    text = "“The Salt Road” won."
    assert [each.text for each in tokens(text, 0, len(text))] == ["The", "Salt", "Road", "won", "."]
    title = tokens(text, 0, len(text), [(0, 15)])[0]
    assert (title.text, title.tag) == (
        "“The Salt Road”",
        "NNP",
    )


def test_offsets_are_those_of_the_document() -> None:
    text = "One. Holt’s boat sank."
    assert [text[each.start : each.end] for each in tokens(text, 5, 22)] == [
        "Holt",
        "’s",
        "boat",
        "sank",
        ".",
    ]
