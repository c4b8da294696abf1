"""The body of a Word document to blocks of text."""

import pytest

from claims.text.readers.docx import read_docx
from tests.text.readers.packed import paragraph, word


def run(*inside: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{each}</w:r>" for each in inside) + "</w:p>"


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def field(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


BOX = f"<w:drawing><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></w:drawing>"
EITHER = (
    f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
)
LINK = f"<w:hyperlink><w:r>{words('a link')}</w:r></w:hyperlink>"
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
RUBY = f"<w:ruby><w:rt><w:r>{words('かん')}</w:r></w:rt><w:rubyBase><w:r>{words('漢')}</w:r></w:rubyBase></w:ruby>"
HALF = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
SQUARE = "<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
MERGED = "<w:tcPr><w:vMerge{}/></w:tcPr>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (run(words("a"), "<w:tab/>", words("b"), "<w:br/>", words("c"), "<w:cr/>", words("d")), "a b\nc\nd"),
        (run(words("a"), '<w:br w:type="page"/>', words("b")), "a\n\nb"),
        (run(words("62"), "<w:noBreakHyphen/>", words("year"), "<w:softHyphen/>", words("s")), "62-years"),
        (run(words("x "), '<w:sym w:font="Symbol" w:char="F0B3"/>', words(" 4")), "x ≥ 4"),
        (run('<w:sym w:font="Wingdings" w:char="F04A"/>', '<w:sym w:font="A" w:char="00E9"/>'), "é"),
        (run('<w:sym w:font="A" w:char="none"/>', words("a\n  b")), "a   b"),
        (f"<w:p>{LINK}</w:p>", "a link"),
        (run(words("Before"), EITHER) + paragraph("After."), "Before\n\nIn the box.\n\nAfter."),
        (CONTROL.format(paragraph("One.")), "One."),
        ("<w:p>" + CONTROL.format(f"<w:r>{words('Two.')}</w:r>") + "</w:p>", "Two."),
        (run(words("漢字は"), RUBY), "漢字は漢"),
        (f"<w:p><m:oMath>{HALF}</m:oMath></w:p>", "1/2"),
        (f"<w:p><w:r>{words('4 ')}</w:r><m:oMath>{SQUARE}</m:oMath></w:p>", "4 m^2"),
        (paragraph("") + paragraph(" \u00a0 ") + paragraph("One."), "One."),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(body: str, text: str) -> None:
    assert read_docx(word(body)).text == text


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([field("begin"), "<w:instrText> PAGE </w:instrText>", field("separate"), words("7"), field("end")], "7"),
        ([field("begin"), field("begin"), words("no"), field("separate"), words("no"), field("end"), field("separate"),
          words("yes"), field("end")], "yes"),
        ([field("begin"), "<w:instrText>TC</w:instrText>", field("end"), words("yes")], "yes"),
        ([field("end"), field("separate"), words("yes")], "yes"),
    ],
)  # fmt: skip
def test_fields_show_their_result(pieces: list[str], text: str) -> None:
    assert read_docx(word(run(*pieces))).text == text


def test_a_field_that_never_ends_hides_its_own_paragraph_only() -> None:
    body = run(words("One"), field("begin"), words("lost")) + paragraph("Two.")
    assert read_docx(word(body)).text == "One\n\nTwo."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (table([paragraph("a"), paragraph("b  c")], [paragraph(""), paragraph("d") + paragraph("e")]),
         "a | b  c\n| d e"),
        (table([paragraph("")], [paragraph(" ")]) + paragraph("After."), "After."),
        (table([paragraph("Framed.") + paragraph("Twice.")]), "Framed.\n\nTwice."),
        (table([paragraph("a"), table([paragraph("b"), paragraph("c")])]), "a | b | c"),
        (table([MERGED.format(' w:val="restart"') + paragraph("a"), paragraph("b")],
               [MERGED.format("") + paragraph("x"), paragraph("c")]), "a | b\n| c"),
        (paragraph("1") + table([paragraph("a"), paragraph("b")]) + paragraph("2"), "1\n\na | b\n\n2"),
    ],
)  # fmt: skip
def test_tables_are_rows_of_cells(body: str, text: str) -> None:
    assert read_docx(word(body)).text == text


def test_words_hidden_by_a_style_are_left_out() -> None:
    styles = '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph("Unseen.", run='<w:rStyle w:val="Secret"/>') + paragraph(
        "Seen.", run='<w:vanish w:val="0"/>'
    )
    assert read_docx(word(body, styles=styles)).text == "Seen."
