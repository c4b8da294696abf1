"""The lists of further languages have the shape that the abbreviations expect."""

from claims.text.abbreviations import TITLES, abbreviations_for
from claims.text.further_languages import FURTHER


def test_only_known_lists_are_given() -> None:
    names = {name for lists in FURTHER.values() for name in lists}
    assert names == {"titles", "numbered", "others", "starters"}


def test_no_tuned_language_is_listed_twice() -> None:
    assert set(FURTHER) & set(TITLES) == set()


def test_abbreviations_are_written_small_and_without_their_last_full_stop() -> None:
    words = [word for lists in FURTHER.values() for text in lists.values() for word in text.split()]
    assert [word for word in words if word != word.lower() or word.endswith(".")] == []


def test_a_further_language_is_not_tuned() -> None:
    assert [abbreviations_for(code).tuned for code in ("it", "sk", "de", "")] == [False, False, True, True]
