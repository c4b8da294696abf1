"""What a file is, by its first bytes: one of our formats, something without text, or nothing certain. Reads nothing."""

import re

from claims.text.readers.reading import Unreadable

PASTE = "{} cannot be read. Paste the text instead."
SHEET = "{} come in as fact sheets: “Bring a fact sheet in”. For a text, paste its words."
NO_TEXT = "{} hold no text to read. Add the text itself."
TWO_AT_ONCE = (
    "This file is {} and {} at once, so nobody can say which text it holds. Save it anew, or paste the text."
)

# What follows is no text, or none that we read: (first bytes, what to call it, the sentence).
OTHERS = (
    (b"{\\rtf", "RTF files", PASTE),
    (b"\x89PNG\r\n\x1a\n", "Images", NO_TEXT),
    (b"\xff\xd8\xff", "Images", NO_TEXT),
    (b"GIF87a", "Images", NO_TEXT),
    (b"GIF89a", "Images", NO_TEXT),
    (b"BM", "Images", NO_TEXT),
    (b"II*\x00", "Images", NO_TEXT),
    (b"MM\x00*", "Images", NO_TEXT),
    (b"\x1f\x8b", "Compressed files", NO_TEXT),
    (b"7z\xbc\xaf\x27\x1c", "Compressed files", NO_TEXT),
    (b"Rar!\x1a\x07", "Compressed files", NO_TEXT),
    (b"BZh", "Compressed files", NO_TEXT),
    (b"\xfd7zXZ\x00", "Compressed files", NO_TEXT),
    (b"\x28\xb5\x2f\xfd", "Compressed files", NO_TEXT),
    (b"ID3", "Sound files", NO_TEXT),
    (b"OggS", "Sound files", NO_TEXT),
    (b"fLaC", "Sound files", NO_TEXT),
    (b"\x7fELF", "Programs", NO_TEXT),
    (b"MZ", "Programs", NO_TEXT),
    (b"SQLite format 3\x00", "Databases", NO_TEXT),
)
# Two letters alone are no proof: text may begin with them, so a zero byte must follow somewhere near.
WEAK = (b"BM", b"MZ", b"BZh", b"ID3", b"OggS", b"fLaC")
# Names inside a zip stand uncompressed. The first that is found tells what the zip is.
INSIDE = (
    (b"word/", "docx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
)
PACKED = (
    (b"xl/", "Excel files", SHEET),
    (b"ppt/", "PowerPoint files", PASTE),
    (b"opendocument.spreadsheet", "Spreadsheets", PASTE),
    (b"opendocument", "OpenDocument files other than texts", PASTE),
    (b"application/epub+zip", "Electronic books", PASTE),
)
ZIP, ZIP_END, OLE, PDF = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
FLAT = b"application/vnd.oasis.opendocument.text"  # as one file of XML
HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml version")
PDF_LINE = re.compile(rb"(?:\A|[\r\n])[\xef\xbb\xbf \t\0]*%PDF-\d")
HEAD, PDF_WITHIN, ZIP_TAIL = 4096, 1024, 66_000


def recognise(data: bytes) -> str:
    """The name of the format that the content itself tells: "pdf", "docx", "odt", "html", or "" for none of them.

    Raises Unreadable for content that holds no text, that we cannot read, or that is two formats at once.
    """
    head = data[:HEAD]
    page, packed = _begins_as_page(head), head.startswith((ZIP, ZIP_END))
    # Inside a page or a zip the sign counts anywhere; in a text that only speaks of it, at the start of a line.
    pdf = PDF in head[:PDF_WITHIN] if page or packed else bool(PDF_LINE.search(head[:PDF_WITHIN]))
    _only_one(pdf=pdf, packed=packed or _ends_as_zip(data, pdf), page=page)
    if packed:
        return _packed(data)
    if pdf:
        return "pdf"
    if head.startswith(OLE):
        return "docx"  # locked, or of an old program: its reader says which
    _refuse_others(head)
    if head.lstrip().startswith(b"<?xml") and FLAT in head:
        return "odt"
    says_html = b"<html" in head.lower() or b"<!doctype html" in head.lower()
    return "html" if page and says_html else ""


def _only_one(**seen: bool) -> None:
    words = {"pdf": "a PDF", "packed": "a zip archive", "page": "a web page"}
    found = [words[name] for name, there in seen.items() if there]
    if len(found) > 1:
        raise Unreadable(TWO_AT_ONCE.format(*found[:2]))


def _ends_as_zip(data: bytes, pdf: bool) -> bool:
    """Whether a zip's directory closes the file: unzip reads from the end, whatever stands before."""
    return pdf and ZIP_END in data[-ZIP_TAIL:] and ZIP in data


def _begins_as_page(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS)


def _packed(data: bytes) -> str:
    for sign, name in INSIDE:
        if sign in data:
            return name
    for sign, what, sentence in PACKED:
        if sign in data:
            raise Unreadable(sentence.format(what))
    raise Unreadable(NO_TEXT.format("Zip files"))


def _refuse_others(head: bytes) -> None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" or head[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"):
        raise Unreadable(NO_TEXT.format("Images"))
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        raise Unreadable(NO_TEXT.format("Sound and video files"))
    for start, what, sentence in OTHERS:
        if head.startswith(start) and (start not in WEAK or b"\x00" in head):
            raise Unreadable(sentence.format(what))
