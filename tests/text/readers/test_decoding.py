"""Encodings: marks, UTF-8, declared, guessed."""

import pytest

from claims.text.readers.decoding import decode
from claims.text.readers.reading import Unreadable

RUSSIAN = "Сегодня в городе открыли новый мост через реку. На открытие пришли тысячи жителей и гостей."


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Größe".encode(), "", "Größe"),
        ("Größe".encode("utf-8-sig"), "", "Größe"),
        ("Größe".encode("utf-16"), "", "Größe"),
        ("Plain words".encode("utf-16-le"), "", "Plain words"),
        ("Plain words".encode("utf-16-be"), "", "Plain words"),
        ("Größe".encode("latin-1"), "iso-8859-1", "Größe"),
        ("Größe".encode(), "iso-8859-1", "Größe"),
        ("日本語の文".encode("shift-jis"), "shift_jis", "日本語の文"),
    ],
)
def test_known_encodings_come_without_a_warning(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared=declared) == (text, ())


def test_a_guess_comes_with_a_warning() -> None:
    warning = (
        "The encoding was not declared; it was taken for Windows-1251. Check accents and quotation marks."
    )
    assert decode(RUSSIAN.encode("cp1251")) == (RUSSIAN, (warning,))


def test_an_unknown_declaration_falls_back() -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared="no-such-charset")[0] == RUSSIAN


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8" * 50, bytes(range(32)) * 40])
def test_what_cannot_be_made_out_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)
