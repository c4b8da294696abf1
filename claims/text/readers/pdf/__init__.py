"""PDF to text with PDFium: the file is opened here and read page by page, with warnings in words.

Where words stand, how they are ordered, what is left out and how lines become paragraphs is decided in the modules
beside this one.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from claims.text.characters import tidy
from claims.text.readers.pdf.about import author_of, day_of, language_of, title_of
from claims.text.readers.pdf.fields import field_words
from claims.text.readers.pdf.furniture import without_furniture
from claims.text.readers.pdf.lines import Line, page_lines
from claims.text.readers.pdf.notes import note_text, number_notes, settle_signs, split_notes
from claims.text.readers.pdf.paragraphs import to_text
from claims.text.readers.pdf.words import page_words
from claims.text.readers.reading import Reading, Unreadable

VERSION = 1
LIBRARY = "pypdfium2"
MAX_PAGES = 2000
# Pictures may be packed in drawings that are packed in drawings; deeper than this nobody looks.
PICTURE_DEPTH = 3

LOCKED = "This PDF is locked with a password. Save it without one, or paste the text."
DAMAGED = "This PDF is damaged and cannot be opened. Save it anew, or paste the text."
PICTURES = (
    "This PDF holds pictures of pages and no text. Run text recognition (OCR) on it first, or paste the text."
)
BLANK = "This PDF has no text, only blank pages."
TOO_LONG = "This PDF has {count:,} pages; the limit is {limit:,}. Split it, or paste the text."
ONE_BARE, BARE = "1 page has no text layer.", "{count:,} pages have no text layer."
ONE_BROKEN, BROKEN = "1 page is damaged and was left out.", "{count:,} pages are damaged and were left out."
ONE_NOTE, NOTES = "1 footnote was moved to the end.", "{count:,} footnotes were moved to the end."


def read_pdf(data: bytes, *, charset: str = "") -> Reading:
    """The text of a PDF in reading order, with the values of its form fields; ``charset`` has no meaning here.

    Columns are read one after the other, paragraphs go on over columns and pages, running heads, feet and page
    numbers are left out, footnotes stand at the end. Raises Unreadable for a PDF that is locked, damaged, longer than
    MAX_PAGES, or without a text layer.
    """
    with _opened(data) as document:
        pages, warnings = _pages(document)
        body = _body_size(pages)
        title = title_of(document, pages[0], body)
        text, notes = _text(pages, body)
        if notes:
            warnings.append(ONE_NOTE if notes == 1 else NOTES.format(count=notes))
        return Reading(
            text=tidy(text),
            title=tidy(title),
            author=tidy(author_of(document)),
            date=day_of(document),
            language=language_of(document),
            format="pdf",
            warnings=tuple(warnings),
        )


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - start-up cost: loads the library
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - the same

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED if error.err_code == pdfium.FPDF_ERR_PASSWORD else DAMAGED) from None
    with closing(document):
        yield document


def _pages(document: Any) -> tuple[list[list[Line]], list[str]]:
    """The lines of every page that can be opened, at least one of which has some, and what is wrong with the others."""
    count = len(document)
    if count > MAX_PAGES:
        raise Unreadable(TOO_LONG.format(count=count, limit=MAX_PAGES))
    document.init_forms()
    pages: list[list[Line]] = []
    bare = broken = 0
    for number in range(count):
        with _page(document, number) as page:
            if page is None:
                broken += 1
                continue
            words = page_words(page) + field_words(page)
            bare += not words and _has_picture(page)
            pages.append(page_lines(words, number, page.get_bbox()))
    if not any(pages):
        raise Unreadable(PICTURES if bare else BLANK if pages else DAMAGED)
    warnings = [ONE_BARE if bare == 1 else BARE.format(count=bare)] if bare else []
    return pages, warnings + ([ONE_BROKEN if broken == 1 else BROKEN.format(count=broken)] if broken else [])


@contextmanager
def _page(document: Any, number: int) -> Iterator[Any]:
    """A page, or None when it is damaged."""
    import pypdfium2  # noqa: PLC0415 - start-up cost: loads the library

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        yield None
        return
    with closing(page):
        yield page


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=PICTURE_DEPTH))


def _body_size(pages: list[list[Line]]) -> float:
    """The size of the running text: that of the middle character."""
    sizes = sorted((line.size, len(line.text)) for lines in pages for line in lines)
    half, passed = sum(length for _, length in sizes) / 2, 0
    for size, length in sizes:
        passed += length
        if passed >= half:
            return size
    return 0.0


def _text(pages: list[list[Line]], body: float) -> tuple[str, int]:
    """The whole text, footnotes last, and how many of these there are."""
    split = [split_notes(page, body) for page in without_furniture(pages, body)]
    lines: list[Line] = []
    written: list[str] = []
    for (kept, notes), signs in zip(split, number_notes([notes for _, notes in split]), strict=True):
        settle_signs(kept, signs)
        lines += kept
        written += [note_text(note, signs[note.sign]) for note in notes]
    return "\n\n".join([to_text(lines, body), *written]), len(written)
