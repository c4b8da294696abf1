"""The first lines of a mail, also badly written ones."""

import datetime
from email import message_from_bytes

import pytest

from claims.text.readers.eml.heads import ShortHeads, day, head, parameter, sender


def mail(head: bytes):
    return message_from_bytes(head + b"\n\nWords.", policy=ShortHeads())


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        (b"Plain words", "Plain words"),
        (b"=?utf-8?B?R3LDtsOfZQ==?= der =?iso-8859-1?Q?Br=FCcke?=", "Größe der Brücke"),
        (b"=?utf-8?B?R3LD?=\n =?utf-8?B?tsOfZQ==?=", "Größe"),
        (b"=?no-such?Q?a?= b", "a b"),
        (b"=?utf-8?B?R3LDA?= b", "=?utf-8?B?R3LDA?= b"),
        ("Größe".encode(), "Größe"),
        (b"folded\n  line", "folded line"),
        (b"a" * 100_000, "a" * 2_000),
    ],
)
def test_a_head_is_one_line_of_letters(written: bytes, subject: str) -> None:
    assert head(mail(b"Subject: " + written), "subject") == subject


def test_a_head_that_is_missing_is_empty() -> None:
    assert (head(mail(b"To: a"), "subject"), sender(mail(b"To: a")), day(mail(b"To: a"))) == ("", "", None)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (b"Liv Berg <liv@example.org>", "Liv Berg"),
        (b'"Berg, Liv" <liv@example.org>', "Berg, Liv"),
        (b"=?utf-8?B?SsO2cmc=?= <j@example.org>", "Jörg"),
        (b"liv@example.org", "liv@example.org"),
        (b"Liv <liv@example.org>, Bo <bo@example.org>", "Liv"),
        (b"((((((", ""),
        (b"(" * 100_000, ""),
    ],
)
def test_the_sender(written: bytes, name: str) -> None:
    assert sender(mail(b"From: " + written)) == name


@pytest.mark.parametrize(
    ("written", "date"),
    [
        (b"Tue, 03 Mar 2026 23:30:00 -0800", datetime.date(2026, 3, 3)),
        (b"3 Mar 2026 1:00", datetime.date(2026, 3, 3)),
        (b"31 Feb 2026 1:00", None),
        (b"soon", None),
    ],
)
def test_the_day(written: bytes, date: datetime.date | None) -> None:
    assert day(mail(b"Date: " + written)) == date


def test_parameters() -> None:
    part = mail(
        b'Content-Type: text/plain; charset="koi8-r"; format=flowed\n'
        b"Content-Disposition: inline; filename*=utf-8''%C3%A4.txt"
    )
    assert [parameter(part, name) for name in ("charset", "format", "filename", "delsp")] == [
        "koi8-r", "flowed", "ä.txt", "",
    ]  # fmt: skip
