"""Cells of a table keep their column."""

from claims.text.readers.pdf.strips import Strip
from claims.text.readers.pdf.tables import MAX_COLUMNS, TableRow, align
from claims.text.readers.pdf.words import Word

PLACES = (72, 150, 230, 310)
STRIPS = [Strip(120, 150, 0, 99), Strip(200, 230, 0, 99), Strip(280, 310, 0, 99)]


def cell(text: str, left: float) -> list[Word]:
    return [Word(text, left, left + 5 * len(text), 100, 10)]


def row(*texts: str, strips: list[Strip] = STRIPS) -> TableRow:
    """The texts at PLACES, nothing for an empty one."""
    cells = [cell(text, place) for text, place in zip(texts, PLACES, strict=False) if text]
    return TableRow(cells, strips)


def shown(rows: list[TableRow]) -> list[str]:
    """Cells divided by commas, and nothing for a line of text."""
    align(rows)
    texts = [[cell[0].text if cell else "" for cell in row.cells] for row in rows]
    return [",".join(cells) if row.row else "" for row, cells in zip(rows, texts, strict=True)]


def test_an_empty_cell_keeps_its_place() -> None:
    rows = [row("", "Income", "Costs"), row("2022", "1,200", ""), row("2023", "", "900")]
    rows += [row("2024", "1,400", "950"), row("", "1,500", "")]
    assert shown([*rows, row("2026", "1", "2")]) == [
        *(",Income,Costs", "2022,1,200,", "2023,,900", "2024,1,400,950", ",1,500,", "2026,1,2")
    ]


def test_no_row_needs_to_be_full() -> None:
    assert shown([row("a", "b", "", ""), row("c", "", "d", ""), row("e", "", "", "f")]) == [
        *("a,b,,", "c,,d,", "e,,,f"),
    ]


def test_a_head_beside_its_figures_is_over_them_where_no_strip_parts_them() -> None:
    figures = [TableRow([cell("a", 72), cell("1", 190), cell("b", 230)], STRIPS) for _ in range(3)]
    assert shown([row("Kind", "Sum", "Remark"), *figures]) == ["Kind,Sum,Remark", *["a,1,b"] * 3]


def test_a_cell_over_two_columns_is_in_the_one_that_it_covers_more() -> None:
    wide = TableRow([cell("Total", 72), cell("for the summer", 175)], STRIPS)
    assert shown([row("a", "bcdefg", "hijklm", "n"), wide]) == ["a,bcdefg,hijklm,n", "Total,,for the summer,"]


def test_a_single_cell_over_several_columns_or_at_the_ends_is_no_row() -> None:
    title, total = row("Title"), row("Total")
    across = TableRow([cell("in millions of crowns", 140)], STRIPS)
    rows = [title, row("a", "b", "c"), across, row("d", "e", "f"), total]
    assert shown(rows) == ["", "a,b,c", "", "d,e,f", ""]
    assert len(title.cells) == len(total.cells) == len(across.cells) == 1


def test_rows_that_share_no_strip_are_of_two_tables() -> None:
    other = [TableRow([cell("x", 100), cell("y", 260)], [Strip(110, 260, 0, 99)]) for _ in range(2)]
    assert shown([row("a", "b", "c"), *other]) == ["a,b,c", "x,y", "x,y"]


def test_lines_without_strips_are_no_rows() -> None:
    assert shown([row("a", strips=[]), row("b", strips=[])]) == ["", ""]
    assert shown([]) == []


def test_scattered_words_make_no_columns() -> None:
    rows = [TableRow([cell("a", 10 * n) for n in range(MAX_COLUMNS + 1)], STRIPS), row("b", "", "c")]
    assert shown(rows)[1] == "b,c"
