"""PDF to text: what an honest file gives, and the sentences for files that give nothing."""

import datetime
import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from claims.text.readers.pdf import BLANK, DAMAGED, LOCKED, PICTURES, read_pdf
from claims.text.readers.reading import Unreadable
from tests.text.readers.pdfs import FONT, SIZE, column, lines_of, page_pdf, pdf, raw_pdf

PARAGRAPHS = [
    "The council of Keldmark voted on Tuesday to rebuild the old harbour, which is closed since the flood of 2019.",
    "The work costs 48 million crowns, according to the port authority, and takes three years, if the weather is good.",
    "Mayor Tom Aldis said that nobody would lose their home, although the fishermen of the lower town doubt it.",
    "An audit found in March that the budget had been exceeded twice, which the mayor called a fact of life.",
    "The opposition wants to know who signed the contracts, when they were signed, and why nobody told the council.",
]
HEADLINE = "Harbour to be rebuilt for a third time"


def headline(canvas: Canvas) -> None:
    canvas.setFont("Times-Bold", 22)
    canvas.drawString(72, 760, HEADLINE)
    canvas.setFont(FONT, SIZE)


def in_columns(canvas: Canvas, count: int) -> None:
    width = 480 / count - 16
    lines = [line for text in PARAGRAPHS for line in lines_of(text, width)]
    height = -(-len(lines) // count)
    headline(canvas)
    for number in range(count):
        part = lines[height * number : height * (number + 1)]
        column(canvas, part, x=60 + number * (width + 16), justify=width)


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(_image(), 100, 100, 300, 300)


def _image() -> object:
    from PIL import Image  # noqa: PLC0415 - only here

    return Image.new("RGB", (8, 8), "grey")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_read_one_after_the_other(count: int) -> None:
    reading = read_pdf(pdf(lambda canvas: in_columns(canvas, count)))
    assert reading.text.split("\n\n") == [HEADLINE, *PARAGRAPHS]
    assert reading.format == "pdf"
    assert reading.warnings == ()


def test_a_paragraph_goes_on_over_pages_without_head_foot_and_number() -> None:
    lines = lines_of(" ".join(PARAGRAPHS), 300)

    def page(number: int) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 812, "The Gazette")
            canvas.drawRightString(520, 812, f"Report of {2020 + number}")
            canvas.drawCentredString(297, 30, f"– {number + 1} –")
            column(canvas, lines[number * 4 : (number + 1) * 4 if number < 2 else None], y=760, justify=300)

        return draw

    assert read_pdf(pdf(*map(page, range(3)))).text == " ".join(PARAGRAPHS)


def test_a_caption_at_the_top_of_a_column_does_not_cut_a_paragraph() -> None:
    lines = lines_of(" ".join(PARAGRAPHS), 210)
    caption = "The harbour in March. Photo: Ada Holm"

    def draw(canvas: Canvas) -> None:
        column(canvas, lines[:8], justify=210)
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(310, 700, caption)
        canvas.setFont(FONT, SIZE)
        column(canvas, lines[8:], x=310, y=680, justify=210)

    assert read_pdf(pdf(draw)).text == f"{' '.join(PARAGRAPHS)}\n\n{caption}"


def test_footnotes_stand_at_the_end() -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, ["The cost rose to 48 million"])
        end = 72 + canvas.stringWidth("The cost rose to 48 million", FONT, SIZE)
        canvas.setFont(FONT, 6)
        canvas.drawString(end, 704, "1")
        canvas.drawString(72, 63, "1")
        canvas.setFont(FONT, 8)
        canvas.drawString(76, 60, "Port authority, annual report, page 12.")

    reading = read_pdf(pdf(draw, lambda canvas: column(canvas, lines_of(PARAGRAPHS[0], 400))))
    assert reading.text.split("\n\n") == [
        "The cost rose to 48 million[1]",
        PARAGRAPHS[0],
        "[1] Port authority, annual report, page 12.",
    ]
    assert reading.warnings == ("1 footnote was moved to the end.",)


def test_footnotes_that_start_anew_on_each_page_are_counted_through() -> None:
    def page(text: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            column(canvas, [text])
            canvas.setFont(FONT, 6)
            canvas.drawString(72 + canvas.stringWidth(text, FONT, SIZE), 704, "1")
            canvas.setFont(FONT, 8)
            canvas.drawString(72, 60, "1 See the annex.")

        return draw

    pages = page("The cost rose to 48 million."), page("Nobody told the council.")
    assert read_pdf(pdf(*pages)).text.split("\n\n") == [
        "The cost rose to 48 million.[1]",
        "Nobody told the council.[2]",
        "[1] See the annex.",
        "[2] See the annex.",
    ]


def test_empty_cells_of_a_ruled_table_keep_their_place() -> None:
    rows = [["Year", "Income", "Costs"], ["2022", "1,200", ""], ["2023", "", "900"], ["2024", "1,400", "950"]]

    def draw(canvas: Canvas) -> None:
        end = column(canvas, lines_of(PARAGRAPHS[0], 400))
        table = Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
        _, height = table.wrapOn(canvas, 400, 400)
        table.drawOn(canvas, 72, end - height - 20)

    assert read_pdf(pdf(draw)).text.split("\n\n") == [
        PARAGRAPHS[0],
        "Year | Income | Costs\n2022 | 1,200\n2023 |  | 900\n2024 | 1,400 | 950",
    ]


def test_lists_and_tables_are_lines() -> None:
    rows = [
        ("Year", "Crowns", "Remark"),
        ("2024", "1,340", "Estimate"),
        ("2025", "980", "Final"),
        ("2026", "7", "Plan"),
    ]

    def draw(canvas: Canvas) -> None:
        column(canvas, ["The inquiry found these facts:¶"])
        for y, text in zip(
            (676, 652, 640), ("The mayor was ill", "Nobody told the council", "It was too late"), strict=True
        ):
            canvas.drawString(72, y, "\u2022")
            canvas.drawString(84, y, text)
        canvas.drawString(84, 664, "at that time")
        for number, (year, crowns, remark) in enumerate(rows):
            canvas.drawString(72, 600 - 14 * number, year)
            canvas.drawRightString(200, 600 - 14 * number, crowns)
            canvas.drawString(260, 600 - 14 * number, remark)

    assert read_pdf(pdf(draw)).text.split("\n\n") == [
        "The inquiry found these facts:",
        "- The mayor was ill at that time\n- Nobody told the council\n- It was too late",
        "\n".join(" | ".join(row) for row in rows),
    ]


def test_what_the_file_says_about_itself() -> None:
    reading = read_pdf(
        pdf(lambda canvas: in_columns(canvas, 1), title="The harbour", author="Liv Berg", lang="en-GB")
    )
    assert (reading.title, reading.author, reading.language) == ("The harbour", "Liv Berg", "en")
    assert reading.date == datetime.date(2000, 1, 1)


def test_the_title_is_read_from_the_page_when_the_file_has_none_worth_the_name() -> None:
    assert (
        read_pdf(pdf(lambda canvas: in_columns(canvas, 2), title="Microsoft Word - harbour.docx")).title
        == HEADLINE
    )


def test_recognised_text_behind_a_picture_counts_and_text_beside_the_page_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("Recognised text.")
        canvas.drawText(text)
        text = canvas.beginText(800, 400)
        text.textLine("Beside the page.")
        canvas.drawText(text)

    assert read_pdf(pdf(draw)).text == "Recognised text."


def test_pages_of_pictures_are_counted() -> None:
    pages = [lambda canvas: in_columns(canvas, 1), picture, lambda canvas: None, picture]
    assert read_pdf(pdf(*pages)).warnings == ("2 pages have no text layer.",)
    assert read_pdf(pdf(*pages[:3])).warnings == ("1 page has no text layer.",)


def test_an_owner_password_does_not_keep_a_reader_out() -> None:
    lock = StandardEncryption("", ownerPassword="secret", canCopy=0)
    assert read_pdf(pdf(lambda canvas: in_columns(canvas, 1), lock=lock)).text.startswith(HEADLINE)


def many_pages() -> bytes:
    writer = PdfWriter()
    for _ in range(2001):
        writer.add_blank_page(72, 72)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf(picture), PICTURES),
        (pdf(lambda canvas: None), BLANK),
        (pdf(picture, lock=StandardEncryption("secret", strength=128)), LOCKED),
        (b"%PDF-1.7\n", DAMAGED),
        (b"", DAMAGED),
        (many_pages(), "This PDF has 2,001 pages; the limit is 2,000. Split it, or paste the text."),
    ],
)
def test_a_file_that_gives_no_text_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_pdf(data)
    assert str(refusal.value) == sentence


def test_a_damaged_page_is_left_out_with_a_warning() -> None:
    good = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>"
    data = raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        good,
        b"(no page)",
        b"<</Length 44>>\nstream\nBT /F1 12 Tf 72 700 Td (Good words.) Tj ET   \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    reading = read_pdf(data)
    assert (reading.text, reading.warnings) == ("Good words.", ("1 page is damaged and was left out.",))


def test_a_page_that_is_turned_is_read_as_it_stands() -> None:
    reader = PdfReader(io.BytesIO(pdf(lambda canvas: in_columns(canvas, 2))))
    for turn in (90, 180, 270):
        writer = PdfWriter()
        writer.add_page(reader.pages[0]).rotate(turn)
        buffer = io.BytesIO()
        writer.write(buffer)
        assert read_pdf(buffer.getvalue()).text.split("\n\n") == [HEADLINE, *PARAGRAPHS]


def test_one_line_is_one_line() -> None:
    assert read_pdf(page_pdf(b"BT /F1 12 Tf 72 700 Td (Good words.) Tj ET")).text == "Good words."
