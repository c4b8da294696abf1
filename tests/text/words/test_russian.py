"""The Russian lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.russian import RUSSIAN

PASSAGES = [
    ("strong_hedges", "Может пойти дождь."),
    ("opinions", "Это не случайно."),
    ("units", "3 миллиона"),
    ("according", "по словам министра"),
    ("dates", "в мае, 3 мая"),
    ("definitions", "Это мост."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("ru") is RUSSIAN


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (RUSSIAN.said, RUSSIAN.people, RUSSIAN.pronouns, RUSSIAN.not_names)
    assert [len(each) > 3 or each == RUSSIAN.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert RUSSIAN.patterns[name].search(passage) is not None
