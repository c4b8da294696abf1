"""Tracked changes, accepted."""

import pytest

from claims.text.readers.docx import read_docx
from tests.text.readers.packed import paragraph, word

ADDED, REMOVED = '<w:ins w:id="1"/>', '<w:del w:id="2"/>'


def end(mark: str) -> str:
    return f"<w:rPr>{mark}</w:rPr>"


def row(words: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(words)}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"


REMOVED_WORDS = '<w:del w:id="3"><w:r><w:delText>gone</w:delText></w:r></w:del>'
MOVED = '<w:moveFrom w:id="4"><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
ARRIVED = '<w:moveTo w:id="5"><w:r><w:t>moved</w:t></w:r></w:moveTo>'


@pytest.mark.parametrize(
    ("body", "text", "number"),
    [
        (paragraph("One ", end(REMOVED)) + paragraph("two."), "One two.", 1),
        (paragraph("1", end(REMOVED)) + paragraph("2", end(REMOVED)) + paragraph("3") + paragraph("4"), "123\n\n4", 2),
        (paragraph("New.", end(ADDED)) + paragraph("Old."), "New.\n\nOld.", 1),
        (f"<w:p><w:pPr>{end(REMOVED)}</w:pPr>{REMOVED_WORDS}</w:p>" + paragraph("Stays."), "Stays.", 1),
        (paragraph("Last.", end(REMOVED)), "Last.", 1),
        (f"<w:p>{MOVED}</w:p>{paragraph('Between.')}<w:p>{ARRIVED}</w:p>", "Between.\n\nmoved", 2),
        (f"<w:p><w:ins w:id='1'>{REMOVED_WORDS}<w:r><w:t>Kept.</w:t></w:r></w:ins></w:p>", "Kept.", 2),
        (f"<w:tbl>{row('a')}{row('c', REMOVED)}{row('d', ADDED)}</w:tbl>", "a | b\nd | b", 2),
        (paragraph("Bold.", run="<w:b/><w:rPrChange w:id='9'><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "Bold.", 0),
    ],
)  # fmt: skip
def test_what_is_left(body: str, text: str, number: int) -> None:
    reading = read_docx(word(body))
    said = f"{number} tracked changes were accepted." if number > 1 else "1 tracked change was accepted."
    assert (reading.text, reading.warnings) == (text, (said,) if number else ())


def test_a_removed_cell_goes_with_its_words() -> None:
    gone = f"<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>{paragraph('gone')}</w:tc>"
    body = f"<w:tbl><w:tr>{gone}<w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    assert read_docx(word(body)).text == "a | b"


def test_a_removed_paragraph_does_not_count_in_a_list() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    plan = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    gone = f"<w:p><w:pPr>{numbered}{end(REMOVED)}</w:pPr>{REMOVED_WORDS}</w:p>"
    body = paragraph("a", numbered) + gone + paragraph("b", numbered)
    assert read_docx(word(body, numbering=plan)).text == "1. a\n2. b"


def test_many_joined_paragraphs_are_one() -> None:
    """No clock: by the square of their number this would take minutes."""
    numbers = [f"{at * 7919 % 10_007} " for at in range(20_000)]
    body = "".join(paragraph(number, end(REMOVED)) for number in numbers) + paragraph("end")
    assert read_docx(word(body)).text == "".join(numbers) + "end"
