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


def test_a_pronoun_stands_for_the_last_speaker_for_a_while() -> None:
    voices = Voices(words_for("en"), name_book("", words_for("en")))
    assert voices.name("She", 0, 0) == "She"
    assert voices.name("Ada Osk", 0, 1) == "Ada Osk"
    assert voices.name("officials", 0, 2) == "officials"
    assert [voices.name(word, 0, 4) for word in ("She", "They")] == ["Ada Osk", "officials"]
    assert voices.name("She", 0, 9) == "She"
