"""What a PDF says about itself: title, author, date and language; and the title that its first page shows."""

import ctypes
import datetime
import re
from collections.abc import Sequence
from typing import Any

from claims.text.readers.pdf.lines import Line

# Titles and authors that programs write when nobody wrote one.
NO_TITLE = re.compile(
    r"microsoft \w+ - .*|(?:untitled|unbenannt|sans titre|без названия)\W?.*"
    r"|(?:document|dokument|presentation|slide)\W?\d*"
    r"|\S+\.(?:docx?|odt|rtf|pdf|indd|qxp|tex|dvi|pptx?|xlsx?|pages|html?|txt|ai|eps)|.*\.(?:docx?|indd|qxp|pptx?)"
    r"|print(?:ing)?\b.*|none|null|title|\(?(?:anonymous|unspecified)\)?|\W*|.*[/\\]\S+\.\w{2,4}",
    re.IGNORECASE | re.DOTALL,
)
NO_AUTHOR = re.compile(
    r"\(?anonymous\)?|unknown|admin(?:istrator)?|user|owner|author|none|null|root"
    r"|windows user|microsoft office user|\W*",
    re.IGNORECASE,
)
DAY = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})|(\d{4})-(\d{2})-(\d{2})")
# PDF was published in 1993; an older day is a clock that was never set.
FIRST_YEAR = 1993

# A title on the page is this much larger than the text, stands in this upper share, and has so many lines and letters.
LARGER = 1.2
UPPER = 0.6
MAX_LINES = 4
MAX_LETTERS = 250


def title_of(document: Any, lines: Sequence[Line], body: float) -> str:
    """The title in the file's description, or else the largest text at the top of the first page (``lines``)."""
    written = _described(document, "Title")
    return shown_title(lines, body) if NO_TITLE.fullmatch(written) else written


def author_of(document: Any) -> str:
    """The author in the file's description, or ""."""
    written = _described(document, "Author")
    return "" if NO_AUTHOR.fullmatch(written) else written


def day_of(document: Any) -> datetime.date | None:
    """The day on which the file says it was made, as written there, whatever its time zone."""
    return read_pdf_day(_described(document, "CreationDate"))


def language_of(document: Any) -> str:
    """The two-letter code of the language that the file names, or ""."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    buffer = (ctypes.c_ushort * 32)()
    size = pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, ctypes.sizeof(buffer))
    if not 2 <= size <= ctypes.sizeof(buffer):
        return ""
    code = bytes(buffer)[: size - 2].decode("utf-16-le", errors="replace").strip().lower()
    found = re.match(r"([a-z]{2})(?:[-_]|$)", code)
    return found[1] if found else ""


def _described(document: Any, key: str) -> str:
    """An entry of the file's description in one line."""
    value: str = document.get_metadata_value(key)
    return " ".join(value.replace("\x00", " ").split())


def read_pdf_day(written: str) -> datetime.date | None:
    """The day of a date like ``D:20260331120000+02'00'``; None when there is none that can be."""
    found = DAY.match(written)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime.date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def shown_title(lines: Sequence[Line], body: float) -> str:
    """The largest lines that follow one another in the upper part of a page, if clearly larger than the text."""
    upright = [line for line in lines if line.turn == lines[0].turn]
    upper = [line for line in upright if line.depth < UPPER and any(letter.isalpha() for letter in line.text)]
    largest = max((line.size for line in upper if len(line.text) > 2), default=0.0)
    if largest < LARGER * body:
        return ""
    found: list[Line] = []
    for line in upper:
        if line.size > 0.9 * largest:
            found.append(line)
        elif found:
            break
    title = " ".join(line.text for line in found)
    return title if len(found) <= MAX_LINES and len(title) <= MAX_LETTERS else ""
