"""The one door: formats by name, media type and content; refusals as sentences."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import Unreadable, normalise, read

REFUSED = [
    (b"", "This file is empty."),
    (b" \n\t\r\n ", "There is no text in this file, only blanks."),
    (b"\xef\xbb\xbf", "There is no text in this file, only blanks."),
    (b"\x00\x00", "There is no text in this file, only blanks."),
    (
        b"PK\x03\x04....xl/workbook.xml",
        "Excel files come in as fact sheets: “Bring a fact sheet in”. For a text, paste its words.",
    ),
    (b"PK\x03\x04....notes.txt", "Zip files hold no text to read. Add the text itself."),
    (b"\x89PNG\r\n\x1a\n....", "Images hold no text to read. Add the text itself."),
    (bytes(range(256)) * 20, "This is not a text file. Paste the text instead."),
    (b"a" * 50_000_000, "This file is 50 MB; the limit is 10 MB."),
]


@pytest.mark.parametrize(("data", "sentence"), REFUSED, ids=[sentence[:24] for _, sentence in REFUSED])
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(data)
    assert str(refusal.value) == sentence


def test_the_limit_is_said_in_megabytes() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(b"a" * 1_500_001, max_bytes=1_500_000)
    assert str(refusal.value) == "This file is 1.6 MB; the limit is 1.5 MB."


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind"),
    [
        (b"# One", "a.md", "", "markdown"),
        (b"# One", "a.txt", "text/markdown", "plain"),
        (b"# One", "", "text/markdown; charset=utf-8", "markdown"),
        (b"<p>One</p>", "A.HTM", "", "html"),
        (b"<!doctype html><p>One two three", "", "", "html"),
        (b"One", "", "", "plain"),
        (b"One", "notes", "application/octet-stream", "plain"),
    ],
)
def test_the_format_is_chosen(data: bytes, name: str, media_type: str, kind: str) -> None:
    assert read(data, name=name, media_type=media_type).format == kind


def test_nul_and_broken_bytes_are_mended_not_dropped() -> None:
    reading = read("Ärger um vier Brücken\x00 in Öd, sagt Jörg".encode() + b"\xff.")
    assert reading.text == "Ärger um vier Brücken\ufffd in Öd, sagt Jörg\ufffd."
    assert reading.warnings == ("Some bytes are not valid UTF-8; they are shown as \ufffd.",)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.md", "a.html", "a.txt"]))
def test_any_bytes_give_normal_text_or_a_sentence(data: bytes, name: str) -> None:
    with contextlib.suppress(Unreadable):
        reading = read(data, name=name)
        assert reading.text == normalise(reading.text)
        assert reading.text.strip() != ""
