"""Noun phrases, what governs them, and the main subject."""

import pytest

from claims.text.references.nouns import phrases
from claims.text.references.tokens import tokens


def found(text: str) -> list[tuple[str, str, bool]]:
    """Words, preposition, and whether it is the main subject."""
    words = tokens(text, 0, len(text))
    return [
        (text[words[each.first].start : words[each.last].end], each.governor, each.main)
        for each in phrases(words)
    ]


def test_phrases_have_their_prepositions() -> None:
    assert found("The old bridge over the river Alm fell.") == [
        ("The old bridge", "", True),
        ("the river Alm", "over", False),
    ]


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("In 1896 Maalstad moved to Berlin.", "Maalstad"),
        ("When it was built, the city grew.", "the city"),
        ("Last year the port grew.", "the port"),
        ("Its main span measures 310 metres.", "Its main span"),
    ],
)
def test_the_main_subject_is_found(text: str, main: str) -> None:
    assert [words for words, _, is_main in found(text) if is_main] == [main]


def test_what_is_listed_has_the_preposition_of_the_first() -> None:
    governors = {
        words: governor for words, governor, _ in found("They live in Europe, Asia, and North America.")
    }
    assert governors == {"They": "", "Europe": "in", "Asia": "in", "North America": "in"}


@pytest.mark.parametrize("text", ["A quiet harbour", "There are two ferries."])
def test_without_a_clause_of_its_own_there_is_no_main_subject(text: str) -> None:
    assert [words for words, _, is_main in found(text) if is_main] == []
