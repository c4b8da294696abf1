"""First bytes of files that are no text."""

import pytest

from claims.text.readers.signatures import refusal


@pytest.mark.parametrize(
    ("data", "first_word"),
    [
        (b"%PDF-1.4", "PDF"),
        (b"\n\n%PDF-1.4", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Old"),
        (b"{\\rtf1", "RTF"),
        (b"GIF89a", "Images"),
        (b"RIFF1234WEBP", "Images"),
        (b"RIFF1234WAVE", "Sound"),
        (b"\x00\x00\x00\x18ftypmp42", "Sound"),
        (b"\x1f\x8b\x08", "Compressed"),
        (b"BM\x10\x00\x00\x00", "Images"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"BMW sold more cars.", ""),
        (b"MZ is a code.", ""),
        (b"Plain words.", ""),
    ],
)
def test_what_the_first_bytes_say(data: bytes, first_word: str) -> None:
    assert refusal(data).partition(" ")[0] == first_word
