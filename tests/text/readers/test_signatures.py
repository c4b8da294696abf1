"""First bytes: what is ours, what holds no text, what cannot be read."""

import pytest

from claims.text.readers.reading import Unreadable
from claims.text.readers.signatures import recognise

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.4", "pdf"),
        (OLE, "docx"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf\n<!doctype HTML><p>One", "html"),
        (b'<?xml version="1.0"?>\n<o:document o:mimetype="application/vnd.oasis.opendocument.text">', "odt"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b"<?xml version='1.0'?><note>", ""),
        (b"BMW sold more cars.", ""),
        (b"Notes on formats: a file begins with %PDF-1.4 and a line end.", ""),
        (b"MZ is a code.", ""),
        (b"Plain words.", ""),
        (b"", ""),
    ],
)
def test_what_the_content_tells(data: bytes, expected: str):
    assert recognise(data) == expected


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{\\rtf1", "RTF files cannot be read. Paste the text instead."),
        (b"GIF89a", "Images hold no text to read. Add the text itself."),
        (b"RIFF1234WEBP", "Images hold no text to read. Add the text itself."),
        (b"RIFF1234WAVE", "Sound and video files hold no text to read. Add the text itself."),
        (b"\x00\x00\x00\x18ftypmp42", "Sound and video files hold no text to read. Add the text itself."),
        (b"\x1f\x8b\x08", "Compressed files hold no text to read. Add the text itself."),
        (b"BM\x10\x00\x00\x00", "Images hold no text to read. Add the text itself."),
        (
            b"PK\x03\x04....xl/workbook.xml",
            "Excel files come in as fact sheets: “Bring a fact sheet in”. For a text, paste its words.",
        ),
        (b"PK\x03\x04....ppt/slides", "PowerPoint files cannot be read. Paste the text instead."),
        (
            b"PK\x03\x04mimetypeapplication/epub+zip",
            "Electronic books cannot be read. Paste the text instead.",
        ),
        (b"PK\x03\x04....notes.txt", "Zip files hold no text to read. Add the text itself."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, sentence: str):
    with pytest.raises(Unreadable) as refusal:
        recognise(data)
    assert str(refusal.value) == sentence
