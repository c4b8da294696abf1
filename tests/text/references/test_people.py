"""Nouns that name persons."""

import pytest

from claims.text.references.people import gender_of, is_person, is_title, names_a_thing


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("mr.", "m"),
        ("spokesman", "m"),
        ("actress", "f"),
        ("chairwoman", "f"),
        ("judge", ""),
        ("human", ""),
        ("boat", ""),
    ],
)
def test_gender_is_that_of_the_role(noun: str, gender: str) -> None:
    assert gender_of(noun) == gender


@pytest.mark.parametrize(
    ("noun", "person"),
    [("chemist", True), ("judge", True), ("sister", True), ("list", False), ("bridge", False)],
)
def test_persons_are_told_from_things(noun: str, person: bool) -> None:
    assert is_person(noun) is person


def test_titles_and_words_of_places() -> None:
    assert is_title("Dr.")
    assert not is_title("Anna")
    assert names_a_thing(["Hilltop", "School"])
    assert not names_a_thing(["Anna", "Holt"])
