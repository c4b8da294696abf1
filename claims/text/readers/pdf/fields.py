"""What people filled into the fields of a PDF form, as words that stand where the fields are."""

import ctypes
from collections.abc import Iterator
from typing import Any

from claims.text.readers.pdf.words import Word

HIDDEN = 2
LONGEST = 20_000
# A field's letters are as high as a line of text, however high the field is.
HIGHEST = 12.0


def field_words(page: Any) -> list[Word]:
    """The values of the page's text and choice fields, word by word; empty for a page without a form."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    if page.formenv is None:
        return []
    words: list[Word] = []
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if annotation:
            words += _words(_value(page.formenv.raw, annotation), _rectangle(annotation))
            pdfium.FPDFPage_CloseAnnot(annotation)
    return words


def _value(form: Any, annotation: Any) -> str:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    kinds = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) not in kinds:
        return ""
    if pdfium.FPDFAnnot_GetFlags(annotation) & HIDDEN:
        return ""
    size = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    buffer = (ctypes.c_ushort * (min(size, LONGEST) // 2 + 1))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, ctypes.sizeof(buffer))
    return bytes(buffer).decode("utf-16-le", errors="replace").partition("\x00")[0]


def _rectangle(annotation: Any) -> tuple[float, float, float, float]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    return rect.left, rect.bottom, rect.right, rect.top


def _words(value: str, box: tuple[float, float, float, float]) -> Iterator[Word]:
    """The words of a value spread over its field: line under line, from the left."""
    left, bottom, _, top = box
    lines = value.splitlines() or [""]
    size = min(HIGHEST, max((top - bottom) / len(lines), 1.0))
    for number, line in enumerate(lines):
        x = left
        foot = bottom if len(lines) == 1 else top - (number + 1) * size
        for text in line.split():
            width = 0.5 * size * len(text)
            yield Word(text, x, x + width, -(foot + 0.25 * size), size)
            x += width + 0.25 * size
