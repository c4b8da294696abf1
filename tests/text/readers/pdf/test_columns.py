"""Columns of text are told from cells of tables."""

from claims.text.readers.pdf.columns import columns_and_cells
from claims.text.readers.pdf.strips import Strip, rows_of
from claims.text.readers.pdf.words import Word
from tests.text.readers.pdfs import words

TEXT = [
    "The council of Keldmark voted",
    "on Tuesday to rebuild the port",
    "which has been closed since the",
    "great flood in spring",
]


def beside(left: list[str], right: list[str], *, x: float = 250, shift: float = 0) -> list[Word]:
    found = [word for n, text in enumerate(left) for word in words(text, 72, 100 + 12 * n)]
    return found + [word for n, text in enumerate(right) for word in words(text, x, 100 + shift + 12 * n)]


def counts(found: list[Word]) -> tuple[int, int]:
    columns, cells = columns_and_cells(rows_of(found))
    return len(columns), len(cells)


def test_lines_of_text_are_columns() -> None:
    assert counts(beside(TEXT, TEXT)) == (1, 0)


def test_lines_that_do_not_stand_level_are_columns_however_short() -> None:
    assert counts(beside(["one", "two", "three", "four"], ["Five", "Six", "Seven", "Eight"], shift=6)) == (
        1,
        0,
    )


def test_figures_beside_words_are_cells() -> None:
    assert counts(beside(["Population", "Ships", "Workers"], ["12,000", "34", "340"])) == (0, 1)


def test_words_that_begin_at_one_place_are_cells() -> None:
    assert counts(beside(["Capital", "River", "Lake"], ["Keldmark", "Aller", "Great Lake"])) == (0, 1)


def test_numbers_of_a_list_are_no_cells() -> None:
    assert counts(beside(["1.", "2.", "3."], ["First", "Second", "Third"], x=100)) == (0, 0)


def test_stretched_blanks_under_one_another_are_no_strip() -> None:
    found = [word for n, text in enumerate(TEXT) for word in words(text, 72, 100 + 12 * n, blank=14)]
    assert counts(found) == (0, 0)


def test_a_large_heading_on_one_side_that_leaves_the_other_empty_cuts_the_columns() -> None:
    lower = [Word(w.text, w.left, w.right, w.base + 100, w.size) for w in beside(TEXT, TEXT)]
    columns, _ = columns_and_cells(rows_of(beside(TEXT, TEXT) + words("Harbour", 72, 170, size=14) + lower))
    assert [(strip.first, strip.last) for strip in columns] == [(0, 3), (5, 8)]


def test_a_date_over_the_right_column_is_above_the_columns() -> None:
    found = words("Keldmark, 3 March", 250, 60) + beside(TEXT, TEXT)
    (strip,), _ = columns_and_cells(rows_of(found))
    assert (strip.first, strip.last) == (1, 4)


def test_a_page_without_words_has_neither() -> None:
    assert columns_and_cells([]) == ([], [])
    assert not Strip(0, 1, 2, 3).covers(4)
