"""The Ukrainian lists: each is there, in lower case, and signals what it should."""

import pytest

from claims.text.words import words_for
from claims.text.words.ukrainian import UKRAINIAN

PASSAGES = [
    ("strong_hedges", "Може піти дощ."),
    ("opinions", "Це не випадково."),
    ("units", "3 мільйони, 3 млн"),
    ("according", "за словами міністра"),
    ("dates", "3 травня"),
    ("definitions", "Це міст."),
]


def test_the_lists_are_found_by_their_code() -> None:
    assert words_for("uk") is UKRAINIAN


def test_no_list_is_empty_and_single_words_are_lower_case() -> None:
    lists = (UKRAINIAN.said, UKRAINIAN.people, UKRAINIAN.pronouns, UKRAINIAN.not_names)
    assert [len(each) > 3 or each == UKRAINIAN.pronouns for each in lists] == [True] * 4
    assert [word for each in lists for word in sorted(each) if word != word.lower()] == []


@pytest.mark.parametrize(("name", "passage"), PASSAGES)
def test_a_passage_of_its_own_is_recognised(name: str, passage: str) -> None:
    assert UKRAINIAN.patterns[name].search(passage) is not None
