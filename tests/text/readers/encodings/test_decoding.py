"""Encodings: marks, UTF-8, declared, guessed."""

import pytest

from claims.text.readers.encodings.decoding import decode
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
        ("日本語の文".encode("iso2022_jp"), "iso-2022-jp", "日本語の文"),
        ("日本語の文".encode("iso2022_jp"), "", "日本語の文"),
        ("日本語".encode("utf-7"), "utf-7", "日本語"),
        ("“Größe”".encode("cp1252"), "iso-8859-1", "“Größe”"),
        (b"Gr\xf6\x81e", "iso-8859-1", "Gr\xf6\x81e"),
        ("价€".encode("gb18030"), "GB2312", "价€"),
        ("Größe".encode("utf-16-le"), "utf-16le", "Größe"),
    ],
)
def test_known_encodings_come_without_a_warning(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared=declared) == (text, ())


@pytest.mark.parametrize(
    "text", [RUSSIAN, "桥的造价是四千万元。桥在三月开放。\n", "สะพานข้ามแม่น้ำ สี่สิบล้าน", "Größe und Maß."]
)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_letters_need_no_mark(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, ())


def test_a_guess_comes_with_a_warning() -> None:
    warning = (
        "The encoding was not declared; it was taken for Windows-1251. Check accents and quotation marks."
    )
    assert decode(RUSSIAN.encode("cp1251")) == (RUSSIAN, (warning,))


@pytest.mark.parametrize("declared", ["no-such-charset", "ascii\x00", "punycode", "unicode_escape", "base64"])
def test_what_is_no_charset_is_not_followed(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared=declared)[0] == RUSSIAN


def test_a_declaration_that_does_not_fit_is_told() -> None:
    warning = (
        "The file says it is shift_jis, which it is not; it was taken for Windows-1251. "
        "Check accents and quotation marks."
    )
    assert decode(RUSSIAN.encode("cp1251") + b"\xff", declared="shift_jis") == (RUSSIAN + "я", (warning,))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp932", "Shift-JIS"),
        ("koi8_r", "KOI8-R"),
        ("iso8859_5", "ISO-8859-5"),
        ("mac_cyrillic", "Mac Cyrillic"),
    ],
)
def test_encodings_are_called_as_people_call_them(codec: str, name: str) -> None:
    text = "橋は三月に開通した。" if codec == "cp932" else RUSSIAN
    warning = f"The encoding was not declared; it was taken for {name}. Check accents and quotation marks."
    assert decode(text.encode(codec)) == (text, (warning,))


def test_one_bad_byte_is_shown_and_told() -> None:
    text, warnings = decode("橋は三月に開通した。\n".encode("cp932") * 30 + b"\x81\n")
    assert text == "橋は三月に開通した。\n" * 30 + "\ufffd\n"
    assert warnings[1:] == ("Some bytes are not valid Shift-JIS; they are shown as \ufffd.",)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8" * 50, bytes(range(32)) * 40])
def test_what_cannot_be_made_out_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)
