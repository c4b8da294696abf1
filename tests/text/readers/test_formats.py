"""Which format a file is: its content first, then its name, then its media type; and what is said when they quarrel."""

import pytest

from claims.text.readers.formats import FORMATS, charset_of, ending_of, format_of, misnamed
from claims.text.readers.reading import Unreadable

DOCX = b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml"
ODT = b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"
PDF = b"%PDF-1.7\n"
PAGE = b"<!doctype html>\n<html><body><p>One"


@pytest.mark.parametrize(
    ("data", "name", "media_type", "expected"),
    [
        (PDF, "a.pdf", "", "pdf"),
        (PDF, "a.txt", "", "pdf"),
        (PDF, "", "text/html", "pdf"),
        (b"\n\n" + PDF, "a.pdf", "", "pdf"),
        (DOCX, "a.docx", "", "docx"),
        (DOCX, "a.docm", "", "docx"),
        (DOCX, "download", "", "docx"),
        (ODT, "a.odt", "", "odt"),
        (PAGE, "a.html", "", "html"),
        (PAGE, "a.txt", "", "html"),
        (PAGE, "", "", "html"),
        (PAGE, "a.md", "", "markdown"),
        (b"One", "a.htm", "", "html"),
        (b"One", "a.php", "text/html; charset=utf-8", "html"),
        (b"One", "a.md", "text/html", "markdown"),
        (b"One", "", "message/rfc822", "eml"),
        (b"From: a@b.example", "a.eml", "", "eml"),
        (b"One", "", "", "plain"),
        (b"One", "notes.unknown", "application/octet-stream", "plain"),
    ],
)
def test_the_format_of_a_file(data: bytes, name: str, media_type: str, expected: str):
    assert format_of(data, name=name, media_type=media_type).name == expected


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"One", "a.pdf", "This file is called .pdf but is not a PDF. Save it anew, or paste the text."),
        (
            b"One",
            "a.docx",
            "This file is called .docx but is not a Word file. Save it anew, or paste the text.",
        ),
        (
            b"One",
            "a.odt",
            "This file is called .odt but is not an OpenDocument text. Save it anew, or paste the text.",
        ),
        (
            PDF + DOCX + b"PK\x05\x06" + bytes(18),
            "a.pdf",
            "This file is a PDF and a zip archive at once, so nobody can say which text it holds. "
            "Save it anew, or paste the text.",
        ),
        (
            PAGE + PDF,
            "a.html",
            "This file is a PDF and a web page at once, so nobody can say which text it holds. "
            "Save it anew, or paste the text.",
        ),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(data: bytes, name: str, sentence: str):
    with pytest.raises(Unreadable) as refusal:
        format_of(data, name=name)
    assert str(refusal.value) == sentence


def test_a_wrong_ending_is_warned_about():
    assert misnamed(FORMATS["pdf"], "a.docx") == (
        "This file is called .docx but is a PDF; it was read as that.",
    )
    assert (
        misnamed(FORMATS["pdf"], "a.pdf")
        == misnamed(FORMATS["pdf"], "a.bin")
        == misnamed(FORMATS["pdf"], "")
        == ()
    )


def test_every_format_says_what_made_the_text():
    for form in FORMATS.values():
        assert form.version.split(" ")[0] == form.name
        assert len(form.version) <= 40


def test_no_ending_or_media_type_belongs_to_two_formats():
    endings = [ending for form in FORMATS.values() for ending in form.endings]
    types = [media_type for form in FORMATS.values() for media_type in form.media_types]
    assert (len(set(endings)), len(set(types))) == (len(endings), len(types))


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html;boundary=x; Charset="KOI8-R"', "KOI8-R"),
        ("text/html", ""),
        ("", ""),
    ],
)
def test_the_charset_of_a_media_type(media_type: str, charset: str):
    assert charset_of(media_type) == charset


@pytest.mark.parametrize(("name", "ending"), [("A.B.TXT", "txt"), ("README", ""), ("", "")])
def test_the_ending_of_a_name(name: str, ending: str):
    assert ending_of(name) == ending
