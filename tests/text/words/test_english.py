"""The English lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.english import ENGLISH

PASSAGES = [
    ("strong_hedges", "It could rain."),
    ("opinions", "It is no coincidence."),
    ("units", "3 million"),
    ("according", "according to them"),
    ("dates", "on Monday"),
    ("definitions", "It is a bridge."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("en") is ENGLISH


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (ENGLISH.said, ENGLISH.people, ENGLISH.pronouns, ENGLISH.not_names)
    assert [len(each) > 3 or each == ENGLISH.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert ENGLISH.patterns[name].search(passage) is not None
