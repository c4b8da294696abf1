"""The lines of a PDF page in the order in which they are read, made of its words. Paragraphs are made elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claims.text.readers.blocks import in_a_row
from claims.text.readers.pdf.columns import columns_and_cells
from claims.text.readers.pdf.strips import Row, Strip, cut, rows_of
from claims.text.readers.pdf.tables import TableRow, align
from claims.text.readers.pdf.words import Word, right_to_left, turned

CELL_GAP = 1.0
# Two words without a marked blank between them are two if their gap is wider than this share of a letter's height.
BLANK = 0.14
# Around a small raised sign stand these until it is known whether it calls a footnote. No text has them: PDFium's
# private signs were dropped.
RAISED = "\ue000{}\ue001"
MIN_SPACED_OUT = 4
# The dots between a heading and its page in a table of contents.
LEADERS = re.compile(r"\s*(?:\.\s?){5,}\s*")
# A large initial is at least this many times higher than the text. A page has a handful.
INITIAL, MAX_INITIALS = 1.7, 20


@dataclass(slots=True)
class Line:
    """A line of one column, in points as ``Word``.

    ``depth`` is 0 at the upper edge of the page and 1 at the lower one, ``region`` numbers the column on the page,
    ``first`` is the width of the line's first word, ``row`` says that it is a row of a table, ``leftward`` that it is
    written from right to left.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    depth: float
    region: int
    first: float
    row: bool = False
    leftward: bool = False
    turn: int = 0


@dataclass(slots=True)
class _Piece:
    """The part of a row that belongs to one column."""

    words: Row
    row: int


def page_lines(words: Sequence[Word], page: int, box: tuple[float, float, float, float]) -> list[Line]:
    """The lines of a page with this box (left, bottom, right, top).

    Words turned otherwise than most come last, and are not looked through for columns.
    """
    lines: list[Line] = []
    for turn, _ in Counter(word.turn for word in words).most_common():
        alike = [word for word in words if word.turn == turn]
        ends = [turned(x, y, turn)[1] for x in (box[0], box[2]) for y in (box[1], box[3])]
        lines += _lines(alike, page, (min(ends), max(ends)), turn, lines[-1].region + 1 if lines else 0)
    return lines


def _lines(words: list[Word], page: int, ends: tuple[float, float], turn: int, region: int) -> Iterator[Line]:
    rows = rows_of(_with_initials(words))
    columns, cells = ([], []) if region else columns_and_cells(rows)
    pieces = [_Piece(piece, number) for number, row in enumerate(rows) for piece in cut(row, number, columns)]
    leftward = _leftward(words)
    height = max(ends[1] - ends[0], 1.0)
    for number, column in enumerate(_in_order(pieces, columns, leftward)):
        for piece, parted in zip(column, _in_cells(column, cells), strict=True):
            yield _line(
                piece.words, parted, page, (piece.words[0].base - ends[0]) / height, turn, region + number
            )


def _with_initials(words: list[Word]) -> list[Word]:
    """The words, the large initial of a chapter put before the rest of its word on the first line beside it."""
    usual = median(word.size for word in words)
    initials = [
        word for word in words if len(word.text) == 1 and word.text.isupper() and word.size > INITIAL * usual
    ]
    for initial in initials[:MAX_INITIALS]:
        beside = [word for word in words if _beside(initial, word)]
        if beside:
            first = min(beside, key=lambda word: (word.base, word.left))
            first.text = initial.text + first.text
            words = [word for word in words if word is not initial]
    return words


def _beside(initial: Word, word: Word) -> bool:
    """Whether a word is small and stands right of an initial, above the line on which that stands."""
    return (
        word.size * INITIAL < initial.size
        and initial.base - initial.size < word.base < initial.base - 0.5 * word.size
        and -0.3 * word.size < word.left - initial.right < word.size
    )


def _leftward(words: Sequence[Word]) -> bool:
    """Whether most letters are written from right to left; numbers and signs have no say."""
    foreign = [letter for word in words if not word.text.isascii() for letter in word.text]
    leftward = sum(map(right_to_left, foreign))
    return leftward > 0 and 2 * leftward > sum(letter.isalpha() for word in words for letter in word.text)


def _in_order(pieces: list[_Piece], strips: Sequence[Strip], leftward: bool) -> Iterator[list[_Piece]]:
    """Groups of pieces that are read downwards, one group after the other.

    The longest strip cuts its part of the page in what is above, the two sides, and what is below, each of which is
    cut likewise by the strips that are left.
    """
    for strip in sorted(strips, key=lambda strip: strip.first - strip.last):
        beside = [piece for piece in pieces if strip.covers(piece.row)]
        left = [piece for piece in beside if piece.words[0].left < strip.left]
        right = [piece for piece in beside if piece.words[0].left >= strip.left]
        if not left or not right:
            continue
        rest = [other for other in strips if other is not strip]
        above = [piece for piece in pieces if piece.row < strip.first]
        below = [piece for piece in pieces if piece.row > strip.last]
        for part in (above, *((right, left) if leftward else (left, right)), below):
            yield from _in_order(part, rest, leftward)
        return
    if pieces:
        yield pieces


def _line(words: Row, parted: TableRow, page: int, depth: float, turn: int, region: int) -> Line:
    leftward = _leftward(words)
    cells = [_text(cell, leftward) for cell in parted.cells]
    if leftward:
        cells.reverse()
    plain = [word for word in words if not word.raised] or words
    first = words[-1 if leftward else 0]
    return Line(
        text=LEADERS.sub(" … ", in_a_row(cells)),
        left=words[0].left,
        right=max(word.right for word in words),
        base=words[0].base,
        size=median(word.size for word in plain),
        bold=all(word.bold for word in plain),
        page=page,
        depth=depth,
        region=region,
        first=first.right - first.left,
        row=parted.row,
        leftward=leftward,
        turn=turn,
    )


def _in_cells(column: Sequence[_Piece], strips: Sequence[Strip]) -> list[TableRow]:
    """The pieces of a column in cells, where strips within the column run through them."""
    left = min(piece.words[0].left for piece in column)
    right = max(word.right for piece in column for word in piece.words)
    within = [strip for strip in strips if left < strip.left < right]
    rows: list[TableRow] = []
    for piece in column:
        beside = [strip for strip in within if strip.covers(piece.row)]
        rows.append(TableRow(list(_cells(piece, beside)), beside))
    align(rows)
    return rows


def _cells(piece: _Piece, strips: Sequence[Strip]) -> Iterator[Row]:
    """The cells of a table's row: where a strip runs through it, every wide gap parts two of them."""
    if _spaced_out(piece.words):
        yield piece.words
        return
    for cell in cut(piece.words, piece.row, strips):
        start = 0
        for end in range(1, len(cell)):
            if strips and cell[end].left - cell[end - 1].right > CELL_GAP * cell[end].size:
                yield cell[start:end]
                start = end
        yield cell[start:]


def _text(words: Row, leftward: bool) -> str:
    """The words of a line or cell with blanks between them."""
    if leftward:
        words = list(_from_the_right(words))
    spaced_out = _spaced_out(words)
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        text = RAISED.format(word.text) if word.raised else word.text
        if before is not None and _blank(before, word, spaced_out):
            parts.append(" ")
        parts.append(text)
        before = word
    return "".join(parts)


def _from_the_right(words: Row) -> Iterator[Word]:
    """Words from right to left, but numbers and foreign words among them as they are read, from left to right."""
    foreign: Row = []
    for word in reversed(words):
        if any(map(right_to_left, word.text)):
            yield from reversed(foreign)
            foreign = []
            yield word
        else:
            foreign.append(word)
    yield from reversed(foreign)


def _spaced_out(words: Row) -> float:
    """The gap that parts words on a line of letters standing apart (“N E W S  D E S K”); 0 on other lines."""
    if len(words) < MIN_SPACED_OUT or sum(1 for word in words if len(word.text) == 1) < 0.8 * len(words):
        return 0.0
    if not all(word.text.isalpha() for word in words):
        return 0.0
    gaps = [other.left - one.right for one, other in pairwise(words)]
    return 1.7 * median(gaps) if median(gaps) > 0 else 0.0


def _blank(before: Word, word: Word, spaced_out: float) -> bool:
    gap = max(word.left - before.right, before.left - word.right)
    if spaced_out:
        return gap > spaced_out
    if word.raised or before.raised or word.lowered or before.lowered:
        return gap > (2 if word.raised else 1) * BLANK * word.size
    return word.spaced or gap > BLANK * word.size
