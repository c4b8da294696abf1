"""The columns of a table and which of them each cell is in, so that an empty cell keeps its place.

What is a table, and where its rows are cut into cells, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.text.readers.pdf.strips import Row, Strip

# Honest tables have fewer columns; scattered words could make ever more of them.
MAX_COLUMNS = 60


@dataclass(slots=True)
class TableRow:
    """The cells of a row from left to right, none of them empty before ``align``, and the strips that run through it.

    ``row`` says that it is a row of a table and no line of text.
    """

    cells: list[Row]
    strips: Sequence[Strip]
    row: bool = False


@dataclass(slots=True, eq=False)
class _Column:
    """From where to where the cells of a column stand, and these by the number of their row."""

    left: float
    right: float
    cells: dict[int, Row] = field(default_factory=dict)


def align(rows: Sequence[TableRow]) -> None:
    """Put an empty cell wherever a row has none in a column of its table, and mark the rows of tables as such.

    Rows that follow one another and that strips between cells run through are one table. A row of one cell belongs
    to it when it stands between others and in one column only; if not, it is a line of text or a heading.
    """
    for row in rows:
        row.row = len(row.cells) > 1
    for table in _tables(rows):
        several = [number for number, row in enumerate(table) if row.row]
        if several:
            _align(table[several[0] : several[-1] + 1])


def _tables(rows: Sequence[TableRow]) -> Iterator[list[TableRow]]:
    """Rows that follow one another and share a strip."""
    table: list[TableRow] = []
    for row in rows:
        if table and not any(strip is other for strip in row.strips for other in table[-1].strips):
            yield table
            table = []
        table.append(row)
    yield table


def _align(table: list[TableRow]) -> None:
    """Find the columns, beginning with the row that has most cells, and write the rows anew."""
    columns: list[_Column] = []
    for number in sorted(range(len(table)), key=lambda number: -len(table[number].cells)):
        row = table[number]
        if max(len(row.cells), len(columns)) > MAX_COLUMNS:
            return
        if row.row or len(list(_overlapped(row.cells[0], columns))) == 1:
            _place(row, number, columns)
    for number, row in enumerate(table):
        row.row = any(number in column.cells for column in columns)
        if row.row:
            row.cells = [column.cells.get(number, []) for column in columns]


def _place(row: TableRow, number: int, columns: list[_Column]) -> None:
    """Give each cell a column right of that of the cell before it, a new one where none is free."""
    start = 0
    for cell in row.cells:
        left, right = _edges(cell)
        met = list(_overlapped(cell, columns[start:]))
        column = (
            max(met, key=lambda column: _share(cell, column)) if met else _nearest(row, cell, columns[start:])
        )
        if column is None:
            place = start + sum(1 for column in columns[start:] if column.right <= left)
            column = _Column(left, right)
            columns.insert(place, column)
        if len(met) < 2:
            column.left, column.right = min(left, column.left), max(right, column.right)
        column.cells[number] = cell
        start = columns.index(column) + 1


def _edges(cell: Row) -> tuple[float, float]:
    return cell[0].left, max(word.right for word in cell)


def _overlapped(cell: Row, columns: Sequence[_Column]) -> Iterator[_Column]:
    left, right = _edges(cell)
    return (column for column in columns if column.left < right and left < column.right)


def _share(cell: Row, column: _Column) -> float:
    """The share of a column that a cell covers: words that reach over into the next column cover less of it."""
    left, right = _edges(cell)
    return (min(right, column.right) - max(left, column.left)) / max(column.right - column.left, 1.0)


def _nearest(row: TableRow, cell: Row, columns: Sequence[_Column]) -> _Column | None:
    """The nearest column beside a cell that no strip parts from it: the head of a column of figures, say."""
    left, right = _edges(cell)
    before = [(left - column.right, column) for column in columns if column.right <= left][-1:]
    after = [(column.left - right, column) for column in columns if column.left >= right][:1]
    for _, column in sorted(before + after, key=lambda pair: pair[0]):
        start, end = min(right, column.right), max(left, column.left)
        if not any(start <= (strip.left + strip.right) / 2 <= end for strip in row.strips):
            return column
    return None
