"""The Spanish lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.spanish import SPANISH

PASSAGES = [
    ("strong_hedges", "Podría llover."),
    ("opinions", "No es casualidad."),
    ("units", "3 millones"),
    ("according", "de acuerdo con ellos"),
    ("dates", "en mayo"),
    ("definitions", "Es un puente."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("es") is SPANISH


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (SPANISH.said, SPANISH.people, SPANISH.pronouns, SPANISH.not_names)
    assert [len(each) > 3 or each == SPANISH.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert SPANISH.patterns[name].search(passage) is not None
