"""Words become lines in reading order."""

from claims.text.readers.pdf.lines import RAISED, page_lines
from claims.text.readers.pdf.words import Word
from tests.text.readers.pdfs import words

BOX = (0.0, 0.0, 595.0, 842.0)
TEXT = [
    "The council of Keldmark voted",
    "on Tuesday to rebuild the port",
    "which has been closed since the",
    "great flood in spring",
]


def block(texts: list[str], x: float, y: float) -> list[Word]:
    return [word for n, text in enumerate(texts) for word in words(text, x, y + 12 * n)]


def texts(found: list[Word]) -> list[str]:
    return [line.text for line in page_lines(found, 0, BOX)]


def test_a_line_knows_its_place() -> None:
    (line,) = page_lines(words("Good words", 72, -421), 3, BOX)
    assert (line.text, line.left, line.right, line.first) == ("Good words", 72, 120, 20)
    assert (line.page, line.depth, line.row, line.leftward) == (3, 0.5, False, False)


def test_columns_come_after_what_is_above_and_before_what_is_below() -> None:
    above, below = (
        words("A headline over the whole of the page", 72, 80),
        words("A line under the whole of the page here", 72, 160),
    )
    found = below + block(TEXT, 250, 100) + above + block(TEXT, 72, 100)
    lines = page_lines(found, 0, BOX)
    assert [line.text for line in lines] == [
        "A headline over the whole of the page",
        *TEXT,
        *TEXT,
        "A line under the whole of the page here",
    ]
    assert [line.region for line in lines] == [0, *[1] * 4, *[2] * 4, 3]


def test_cells_are_joined_and_a_gap_within_a_row_parts_cells_too() -> None:
    found = (
        block(["Population", "Ships"], 72, 100)
        + block(["12,000", "34"], 200, 100)
        + words("persons", 260, 100)
    )
    lines = page_lines(found, 0, BOX)
    assert [(line.text, line.row) for line in lines] == [
        ("Population | 12,000 | persons", True),
        ("Ships | 34", True),
    ]


def test_an_empty_cell_keeps_its_place() -> None:
    found = (
        block(["Ships", "Cranes", "Ferries"], 72, 112)
        + words("2025", 200, 100)
        + words("2026", 260, 100)
        + words("34", 200, 112)
        + words("12", 260, 124)
        + words("7", 200, 136)
        + words("9", 260, 136)
    )
    assert texts(found) == ["| 2025 | 2026", "Ships | 34", "Cranes |  | 12", "Ferries | 7 | 9"]


def test_a_wide_blank_beside_a_table_parts_no_cells() -> None:
    right = block(["Ships", "Cranes", "Ferries"], 300, 100) + block(["34", "12", "7"], 400, 100)
    right += block(TEXT * 2, 300, 136)
    left = block(TEXT * 3, 72, 100)
    left[0].left, left[0].right = 62, 77
    assert texts(left + right)[:13] == [*TEXT * 3, "Ships | 34"]


def test_turned_words_come_last() -> None:
    stamp = [Word("DRAFT", 10, 60, 50, 20, turn=315)]
    assert texts(stamp + words("Good words", 72, 100)) == ["Good words", "DRAFT"]


def test_words_without_a_blank_between_them_are_one() -> None:
    found = [Word("hydro", 72, 97, 100, 10), Word("gen", 97.5, 112, 100, 10, bold=True, spaced=False)]
    assert texts(found) == ["hydrogen"]
    found[1].left = 100
    assert texts(found) == ["hydro gen"]


def test_no_blank_stands_beside_a_lowered_digit_within_a_word() -> None:
    found = [
        Word("H", 72, 79, 100, 10),
        Word("2", 79, 82, 100, 10, lowered=True),
        Word("O", 82, 90, 100, 10),
        Word("is", 93, 100, 100, 10),
    ]
    assert texts(found) == ["H2O is"]


def test_letters_that_stand_apart_are_words() -> None:
    letters = [
        Word(letter, x, x + 6, 100, 10)
        for letter, x in zip("NEWSDESK", (0, 12, 24, 36, 66, 78, 90, 102), strict=True)
    ]
    assert texts(letters) == ["NEWS DESK"]


def test_right_to_left_lines_keep_numbers_and_names_as_they_are() -> None:
    found = [
        Word(text, x, x + 20, 100, 10)
        for text, x in (("כתרים", 0), ("million", 50), ("48", 25), ("עולה", 75))
    ]
    (line,) = page_lines(found, 0, BOX)
    assert (line.text, line.leftward) == ("עולה 48 million כתרים", True)


def test_a_large_initial_is_put_before_its_word() -> None:
    found = [
        Word("T", 72, 94, 124, 34),
        *block(["he council of Keldmark", "voted on Tuesday", "to rebuild"], 96, 100),
    ]
    assert texts(found)[0] == "The council of Keldmark"


def test_the_dots_of_a_table_of_contents_are_one_sign() -> None:
    assert texts(words("Harbours . . . . . . . 12", 72, 100)) == ["Harbours … 12"]
    assert texts(words("Wait ... what", 72, 100)) == ["Wait ... what"]


def test_a_raised_sign_is_marked() -> None:
    found = [
        *words("million", 72, 100),
        Word("1", 107, 110, 100, 10, spaced=False, raised=True),
        *words("more", 113, 100),
    ]
    assert texts(found) == [f"million{RAISED.format(1)} more"]


def test_a_page_without_words_has_no_lines() -> None:
    assert page_lines([], 0, BOX) == []
