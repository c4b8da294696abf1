"""The lists of nouns."""

from claims.text.words import english_nouns


def lists() -> dict[str, frozenset[str]]:
    return {name: value for name, value in vars(english_nouns).items() if isinstance(value, frozenset)}


def test_each_list_is_in_lower_case_and_not_empty() -> None:
    assert [name for name, words in lists().items() if not words] == []
    assert [word for words in lists().values() for word in sorted(words) if word != word.lower()] == []


def test_nobody_is_of_two_sexes() -> None:
    assert not english_nouns.MALE & english_nouns.FEMALE
