"""Who says it, inside one sentence."""

import pytest

from claims.text.attribution import Voices, attributions
from claims.text.names import name_book
from claims.text.quotations import quotations
from claims.text.words import words_for

CASES = [
    ("en", "“We will build it here,” Tom Aldis said.", [("Tom Aldis", "said", True)]),
    ("en", "“We will build it here,” said Tom Aldis.", [("Tom Aldis", "said", True)]),
    ("en", "Tom Aldis said: “We will build it here.”", [("Tom Aldis", "said", True)]),
    ("en", "Tom Aldis said the bridge was safe.", [("Tom Aldis", "said", False)]),
    ("en", "According to the Coast Institute, it rose.", [("Coast Institute", "According to", False)]),
    ("en", "It rose, according to Ada Osk.", [("Ada Osk", "according to", False)]),
    ("en", "The drills were described by Moscow as ‘mere routine’.", [("Moscow", "described", False)]),
    ("en", "The plan was described as bold.", []),
    (
        "en",
        "Western officials have interpreted it as a threat.",
        [("Western officials", "interpreted", False)],
    ),
    ("en", "It fell, with analysts suggesting a cause.", [("analysts", "suggesting", False)]),
    (
        "en",
        "The ministry rejected it and said that nothing was paid.",
        [("The ministry", "rejected", False), ("The ministry", "said", False)],
    ),
    ("en", "The ‘Sentry’ system said nothing.", []),
    ("en", "The United States voted.", []),
    (
        "de",
        "„Das ist der Anfang hier“, sagte Ministerin Karin Holt.",
        [("Ministerin Karin Holt", "sagte", True)],
    ),
    ("de", "Laut dem Institut stieg sie.", [("Institut", "Laut", False)]),
    ("de", "Dem Ministerium zufolge stieg sie.", [("Ministerium", "zufolge", False)]),
    ("fr", "Le taux baisse, selon Marc Leroy.", [("Marc Leroy", "selon", False)]),
    ("fr", "« Nous avons créé des emplois », a déclaré Claire Dumont.", [("Claire Dumont", "déclaré", True)]),
    ("es", "«No hay motivo de alarma», dijo Ana Ruiz.", [("Ana Ruiz", "dijo", True)]),
    ("ru", "По словам министра Анны Орловой, бюджет вырос.", [("министра Анны Орловой", "По словам", False)]),
    ("uk", "«Ми побудували дванадцять шкіл», — заявив Петренко.", [("Петренко", "заявив", True)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:28] for _, text, _ in CASES])
def test_attributions(language: str, text: str, expected: list[tuple[str, str, bool]]) -> None:
    lists = words_for(language)
    voices = Voices(lists, name_book(text, lists))
    found = attributions(text, (0, len(text)), quotations(text, 0, len(text)), voices, 0)
    assert [(each.speaker, text[slice(*each.cue)], each.direct) for each in found] == expected


def found_in(text: str) -> list[tuple[str, list[str], bool]]:
    lists = words_for("en")
    voices = Voices(lists, name_book(text, lists))
    found = attributions(text, (0, len(text)), quotations(text, 0, len(text)), voices, 0)
    return [(each.speaker, [text[slice(*span)] for span in each.contents], each.reports) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Aldis said the bridge was safe.", [("Tom Aldis", ["the bridge was safe"], True)]),
        ("Tom Aldis plans to leave.", [("Tom Aldis", ["to leave"], False)]),
        ("The figures show that it rose.", [("The figures", ["that it rose"], False)]),
        ("It is thought that the map is old.", [("", ["that the map is old"], True)]),
        (
            "Mayor Tom Aldis, who lost the vote, said it was unfair.",
            [("Mayor Tom Aldis", ["it was unfair"], True)],
        ),
        (
            "The house, he said, was “never safe for us.”",
            [("he", ["The house", "was “never safe for us.”"], True)],
        ),
    ],
)
def test_what_is_said_and_whether_it_is_a_report(
    text: str, expected: list[tuple[str, list[str], bool]]
) -> None:
    assert found_in(text) == expected


def test_speech_that_runs_over_sentences_is_taken_whole() -> None:
    text = "“It is old. It leaks,” said Tom Aldis."
    lists = words_for("en")
    voices = Voices(lists, name_book(text, lists))
    found = attributions(text, (12, len(text)), quotations(text, 0, len(text)), voices, 1)
    assert [text[slice(*span)] for each in found for span in each.contents] == ["“It is old. It leaks,”"]
