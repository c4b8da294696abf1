"""The French lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.french import FRENCH

PASSAGES = [
    ("strong_hedges", "Il pourrait pleuvoir."),
    ("opinions", "Ce n’est pas un hasard."),
    ("units", "3 millions"),
    ("according", "d’après eux"),
    ("dates", "en mars"),
    ("definitions", "C’est un pont, il est un pont."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("fr") is FRENCH


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (FRENCH.said, FRENCH.people, FRENCH.pronouns, FRENCH.not_names)
    assert [len(each) > 3 or each == FRENCH.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert FRENCH.patterns[name].search(passage) is not None
