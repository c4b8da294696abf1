"""White strips between words."""

import pytest

from claims.text.readers.pdf.strips import Strip, cut, find_strips, rows_of
from tests.text.readers.pdfs import words


def texts(row: list) -> str:
    return " ".join(word.text for word in row)


def test_rows_go_downwards_and_from_left_to_right() -> None:
    rows = rows_of([*words("third", 72, 124), *words("second", 200, 100.5), *words("first", 72, 100)])
    assert [texts(row) for row in rows] == ["first second", "third"]


def test_a_word_printed_twice_is_there_once() -> None:
    assert [texts(row) for row in rows_of(words("bold", 72, 100) + words("bold", 72.4, 100))] == ["bold"]
    assert [texts(row) for row in rows_of(words("had had", 72, 100))] == ["had had"]


@pytest.mark.parametrize(
    ("lines", "gap", "count"), [(6, 8, 1), (5, 8, 0), (3, 11, 1), (2, 11, 0), (2, 21, 1), (1, 99, 0)]
)
def test_the_fewer_lines_the_wider_a_strip_must_be(lines: int, gap: float, count: int) -> None:
    rows = rows_of(
        [
            word
            for n in range(lines)
            for word in words("left", 72, 100 + 12 * n) + words("right", 92 + gap, 100 + 12 * n)
        ]
    )
    assert len(find_strips(rows, 10)) == count


def test_a_strip_ends_at_a_line_that_crosses_it() -> None:
    beside = [
        word
        for n in range(1, 5)
        for word in words("left", 72, 100 + 12 * n) + words("right", 130, 100 + 12 * n)
    ]
    rows = rows_of(words("a line over all of it", 72, 100) + beside + words("and one more below it", 72, 160))
    (strip,) = find_strips(rows, 10)
    assert (strip.first, strip.last, strip.left, strip.right) == (1, 4, 92, 130)
    assert [texts(piece) for piece in strip.sides[0]] == ["left"] * 4


def test_lines_of_two_columns_need_not_stand_level() -> None:
    left = [word for n in range(6) for word in words("left", 72, 100 + 12 * n)]
    right = [word for n in range(6) for word in words("right", 130, 105 + 12 * n)]
    (strip,) = find_strips(rows_of(left + right), 10)
    assert (strip.left, strip.right) == (92, 130)


def test_a_row_is_cut_where_strips_run_through_it() -> None:
    row = words("one two", 72, 100) + words("three", 200, 100)
    strips = [Strip(110, 200, 0, 3), Strip(88, 89, 2, 3)]
    assert [texts(piece) for piece in cut(row, 0, strips)] == ["one two", "three"]
    assert [texts(piece) for piece in cut(row, 2, strips)] == ["one", "two", "three"]
    assert [texts(piece) for piece in cut(row, 4, strips)] == ["one two three"]


def test_no_rows_have_no_strips() -> None:
    assert find_strips([], 10) == []
