"""The lists of abbreviations are whole."""

import pytest

from claims.text.abbreviations import NUMBERED, OTHERS, STARTERS, TITLES, abbreviations_for


def test_every_language_has_every_list() -> None:
    codes = ["en", "de", "fr", "es", "ru", "uk"]
    assert [list(each) for each in (TITLES, NUMBERED, OTHERS, STARTERS)] == [codes] * 4


@pytest.mark.parametrize("language", ["", "xx", "ja"])
def test_an_unknown_language_takes_the_english_lists(language: str) -> None:
    assert abbreviations_for(language) == abbreviations_for("en")


def test_german_writes_ordinals_with_a_full_stop() -> None:
    assert (abbreviations_for("de").ordinals, abbreviations_for("en").ordinals) == (True, False)
