"""The German lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.german import GERMAN

PASSAGES = [
    ("strong_hedges", "Es könnte regnen."),
    ("opinions", "Das ist kein Zufall."),
    ("units", "3 Millionen"),
    ("according", "Nach Angaben der Polizei"),
    ("dates", "am Montag"),
    ("definitions", "Das ist eine Brücke."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("de") is GERMAN


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (GERMAN.said, GERMAN.people, GERMAN.pronouns, GERMAN.not_names)
    assert [len(each) > 3 or each == GERMAN.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert GERMAN.patterns[name].search(passage) is not None
