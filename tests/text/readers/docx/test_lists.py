"""Bullets and numbers as Word counts them."""

import pytest

from claims.text.readers.docx import read_docx
from claims.text.readers.docx.lists import Lists, written
from tests.text.readers.packed import paragraph, word

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>'
PLAN = '<w:abstractNum w:abstractNumId="{}">{}</w:abstractNum>'
LIST = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
NUMBERS = (
    PLAN.format(
        0,
        LEVEL.format(0, 1, "decimal", "", "%1.")
        + LEVEL.format(1, 1, "lowerLetter", "", "%2)")
        + LEVEL.format(2, 1, "decimal", "", "%1.%2.%3"),
    )
    + PLAN.format(1, LEVEL.format(0, 1, "bullet", "", "\uf0b7"))
    + PLAN.format(2, LEVEL.format(0, 1, "none", "", "%1"))
    + LIST.format(1, 0, "")
    + LIST.format(2, 1, "")
    + LIST.format(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    + LIST.format(4, 0, "")
    + LIST.format(5, 2, "")
)


def item(words: str, number: int, level: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_levels_count_and_start_again() -> None:
    body = item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1) + item("f", 1, 2)
    assert read_docx(word(body, numbering=NUMBERS)).text.split("\n") == [
        "1. a", "  a) b", "  b) c", "2. d", "  a) e", "    2.a.1 f",
    ]  # fmt: skip


def test_lists_of_one_plan_go_on_and_an_override_starts_again() -> None:
    body = item("a", 1) + paragraph("Between.") + item("b", 4) + item("c", 3) + item("d", 3)
    assert read_docx(word(body, numbering=NUMBERS)).text == "1. a\n\nBetween.\n\n2. b\n7. c\n8. d"


def test_a_legal_number_is_written_in_digits_throughout() -> None:
    legal = NUMBERS.replace('<w:lvlText w:val="%1.%2.%3"/>', '<w:isLgl/><w:lvlText w:val="%1.%2.%3"/>')
    body = item("a", 1) + item("b", 1, 1) + item("c", 1, 2)
    assert read_docx(word(body, numbering=legal)).text == "1. a\n  a) b\n    1.1.1 c"


def test_bullets_unknown_lists_and_lists_without_a_sign() -> None:
    body = item("a", 2) + item("b", 99) + item("c", 5) + item("d", 0)
    assert read_docx(word(body, numbering=NUMBERS)).text == "- a\n- b\n\nc\n\nd"


def test_a_list_level_is_found_by_its_style_and_a_heading_is_a_paragraph() -> None:
    plan = PLAN.format(0, LEVEL.format(1, 4, "upperRoman", '<w:pStyle w:val="H"/>', "%2 –")) + LIST.format(
        1, 0, ""
    )
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:styleId="H"><w:basedOn w:val="Base"/></w:style>'
    )
    body = paragraph("Harbour", '<w:pStyle w:val="H"/>') + paragraph("Words.")
    assert read_docx(word(body, styles=styles, numbering=plan)).text == "IV – Harbour\n\nWords."


@pytest.mark.parametrize(
    ("number", "form", "letters"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (28, "lowerLetter", "bb"), (3, "upperLetter", "C"),
        (1994, "upperRoman", "MCMXCIV"), (9, "lowerRoman", "ix"), (5000, "lowerRoman", "5000"),
        (32_000, "lowerLetter", "32000"), (0, "lowerLetter", "0"), (3, "none", ""), (3, "chineseCounting", "3"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written(number: int, form: str, letters: str) -> None:
    assert written(number, form) == letters


def test_without_a_plan_every_item_has_a_bullet() -> None:
    assert Lists(None).label("1", 0) == "-"
