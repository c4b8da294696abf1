"""The lists of abbreviations are whole."""

import pytest

from claims.text.abbreviations import ENDERS, NUMBERED, OTHERS, STARTERS, TITLES, abbreviations_for


def test_every_language_has_every_list() -> None:
    codes = ["en", "de", "fr", "es", "ru", "uk"]
    assert [list(each) for each in (TITLES, NUMBERED, OTHERS, ENDERS, STARTERS)] == [codes] * 5


@pytest.mark.parametrize("language", ["", "xx", "ja"])
def test_an_unknown_language_takes_the_english_lists(language: str) -> None:
    unknown, english = abbreviations_for(language), abbreviations_for("en")
    assert (unknown.titles, unknown.numbered, unknown.others, unknown.enders, unknown.starters) == (
        english.titles,
        english.numbered,
        english.others,
        english.enders,
        english.starters,
    )


def test_german_writes_ordinals_with_a_full_stop() -> None:
    assert (abbreviations_for("de").ordinals, abbreviations_for("en").ordinals) == (True, False)


def test_capital_letters_say_less_where_nouns_or_titles_have_them() -> None:
    found = {code: abbreviations_for(code).small_nouns for code in ("en", "de", "fr", "ru", "xx")}
    assert found == {"en": False, "de": False, "fr": True, "ru": True, "xx": False}


@pytest.mark.parametrize(
    ("language", "token", "joined", "kind"),
    [
        ("en", "Dr", "Dr", "title"),
        ("en", "Inc", "Inc", "other"),
        ("en", "etc", "etc", "ender"),
        ("en", "Vol", "Vol", "numbered"),
        ("en", "river", "river", ""),
        ("de", "B", "z.B", "title"),
        ("ru", "м", "м", "ender"),
        ("ru", "М", "М", ""),
        ("ru", "д", "т.д", "ender"),
        ("it", "dott", "dott", "title"),
    ],
)
def test_the_kind_of_an_abbreviation(language: str, token: str, joined: str, kind: str) -> None:
    assert abbreviations_for(language).kind(token, joined) == kind


def test_a_known_abbreviation_is_in_the_lists() -> None:
    known = abbreviations_for("en")
    assert ["corp" in known, "no" in known, "etc" in known, "river" in known] == [True, True, True, False]
