"""How entries become patterns."""

import pytest

from claims.text.words import Words, words_for
from claims.text.words.wordlists import pattern, words


@pytest.mark.parametrize(
    ("entries", "passage", "found"),
    [
        ("is a|is", "It is a bridge", "is a"),
        ("won't", "It won’t", "won’t"),
        ("is a", "It is\n a bridge", "is\n a"),
        ("is", "This", None),
        ("", "anything", None),
    ],
)
def test_whole_words_longest_first(entries: str, passage: str, found: str | None) -> None:
    match = pattern(entries).search(passage)
    assert (match.group() if match else None) == found


def test_an_unknown_language_has_empty_lists() -> None:
    assert words_for("xx") == Words(code="")
    assert words("a b  c") == frozenset("abc")
