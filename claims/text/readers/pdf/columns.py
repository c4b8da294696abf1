"""What the white strips of a page part: columns of text, read one after the other, or the cells of a table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median

from claims.text.readers.pdf.strips import Row, Strip, cut, find_strips

# Columns, which change the order of reading, need so many lines, or a strip of this width in heights of a letter.
COLUMN_LINES, COLUMN_WIDTH = 3, 2.5
# So many lines that begin at one place are no chance.
PROOF = 5
# What makes lines running text and not cells of a table: letters a line on average, the share of lines that begin with
# a small letter; where a script has none, more letters. The share of lines that reach the edge, for narrow columns.
PROSE_LETTERS, SMALL_STARTS, UNCASED_LETTERS = 12, 0.25, 18
FULL = 0.55
# A gap is a strip and no stretched blank if it is so many times wider than the blanks beside it, on this share of rows.
WIDER, MOSTLY = 1.3, 0.6
# A heading between columns is this much larger than the text.
LARGER = 1.15
# A side with words on fewer of the rows holds labels, not lines.
DENSE = 0.6
LABEL = re.compile(r"(?:\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]|[ivx]{1,5}[.)]|[-–—*•◦▪▫■□●○‣⁃·►➢✓])")
# Rows that are more than this many usual distances apart are not of one block; so few of them are a heading.
FAR, HEADING_ROWS = 1.4, 3


def columns_and_cells(rows: Sequence[Row]) -> tuple[list[Strip], list[Strip]]:
    """The strips between columns of text and those between the cells of tables."""
    if not rows:
        return [], []
    size = median(word.size for row in rows for word in row)
    strips = [strip for strip in find_strips(rows, size) if _stands_out(strip, unproven=True)]
    columns = [strip for strip in strips if _parts_columns(strip, size)]
    cells = [strip for strip in strips if strip not in columns and _parts_cells(strip, rows, columns)]
    parts = [part for strip in columns for part in _between_headings(_trimmed(strip, rows), rows, size)]
    return parts, cells


def _stands_out(strip: Strip, *, unproven: bool) -> bool:
    """Whether the strip is no chance: on lines stretched to the margins, wide blanks may come to stand in a row.

    Most lines right of a column's strip begin at the same place, or else its gap is wider than the blanks beside it;
    ``unproven`` is the answer when there are no blanks to compare with.
    """
    if _aligned([piece[0].left for piece in strip.sides[1] if piece]):
        return True
    wider: list[bool] = []
    for left, right in zip(*strip.sides, strict=True):
        gaps = [other.left - one.right for side in (left, right) for one, other in pairwise(side)]
        if left and right and gaps:
            wider.append(right[0].left - left[-1].right > WIDER * max(gaps))
    return sum(wider) >= MOSTLY * len(wider) if wider else unproven


def _aligned(places: Sequence[float], least: int = PROOF) -> bool:
    """Whether most places are the same to a point; fewer than ``least`` are no proof."""
    points = Counter(map(round, places))
    most = max(points[point] + points[point + 1] for point in points)
    return len(places) >= least and most >= MOSTLY * len(places)


def _parts_columns(strip: Strip, size: float) -> bool:
    """Lines of text on both sides, or lines that do not stand level, part columns; short level pieces are cells."""
    start, end = _shared(strip)
    left, right = (side[start:end] for side in strip.sides)
    count = [sum(map(bool, side)) for side in (left, right)]
    if min(count) < 2 or min(count) < COLUMN_LINES and strip.right - strip.left < COLUMN_WIDTH * size:
        return False
    if sum(1 for one, other in zip(left, right, strict=True) if one and other) < 0.5 * min(count):
        return True
    if not _stands_out(strip, unproven=False):
        return False
    prose = _is_prose(left), _is_prose(right)
    if all(prose):
        return True
    text, other = (left, right) if prose[0] else (right, left)
    return any(prose) and _is_full(text) and min(count) >= DENSE * max(count) and not _are_labels(other)


def _shared(strip: Strip) -> tuple[int, int]:
    """The part of a strip where both sides have begun and neither has ended, as a slice of its rows."""
    filled = [[number for number, piece in enumerate(side) if piece] for side in strip.sides]
    start, end = max(side[0] for side in filled), min(side[-1] for side in filled)
    return (start, end + 1) if start <= end else (0, len(strip.sides[0]))


def _is_prose(side: list[Row]) -> bool:
    lines = [" ".join(word.text for word in row) for row in side if row]
    letters = fmean(map(len, lines))
    cased = [line for line in lines if line[0].lower() != line[0].upper()]
    if len(cased) < 0.2 * len(lines):
        return letters >= UNCASED_LETTERS
    small = sum(1 for line in cased if line[0].islower())
    return letters >= PROSE_LETTERS and small >= SMALL_STARTS * len(lines)


def _is_full(side: list[Row]) -> bool:
    """Whether most lines reach the edge, as running text does and a column of labels does not."""
    ends = [row[-1].right for row in side if row]
    start = min(row[0].left for row in side if row)
    reach = start + 0.88 * (max(ends) - start)
    return len(ends) >= 4 and sum(end >= reach for end in ends) >= FULL * len(ends)


def _are_labels(side: list[Row]) -> bool:
    lines = [row for row in side if row]
    return sum(1 for row in lines if len(row) == 1 and LABEL.fullmatch(row[0].text)) >= 0.5 * len(lines)


def _parts_cells(strip: Strip, rows: Sequence[Row], columns: Sequence[Strip]) -> bool:
    """Whether what is right of a strip is a column of figures, or begins at one place on lines that are no text.

    Labels of a list are no cells.
    """
    pairs = [(left, right) for left, right in zip(*strip.sides, strict=True) if left and right]
    if len(pairs) < 2 or _are_labels(strip.sides[0]):
        return False
    figures = sum(1 for _, right in pairs if any(letter.isdigit() for word in right for letter in word.text))
    if figures >= MOSTLY * len(pairs):
        return True
    lines = [piece for n in range(strip.first, strip.last + 1) for piece in cut(rows[n], n, columns)]
    crossed = [line for line in lines if line[0].left < strip.left < line[-1].left]
    small = sum(1 for line in crossed if line[0].text[0].islower())
    return _aligned([right[0].left for _, right in pairs], 2) and small < SMALL_STARTS * len(crossed)


def _trimmed(strip: Strip, rows: Sequence[Row]) -> Strip:
    """The strip without rows that have words on one side only, where these are better read above or below.

    Rows that are left of nothing before the right column begins read the same, and so do those that are right of
    nothing after the left one has ended. A few rows on the other side that stand off are a heading over or under
    the columns.
    """
    start, end = _shared(strip)
    first, last = strip.first + start, strip.first + end - 1
    pitch = median([rows[n + 1][0].base - rows[n][0].base for n in range(strip.first, strip.last)] or [0.0])

    def heading(count: int, row: int) -> bool:
        return count <= HEADING_ROWS and rows[row + 1][0].base - rows[row][0].base > FAR * pitch

    if not start or not (strip.sides[0][0] or heading(start, first - 1)):
        first = strip.first
    if last < strip.last and not (strip.sides[1][-1] or strip.stopped and heading(strip.last - last, last)):
        last = strip.last
    return Strip(strip.left, strip.right, first, last)


def _between_headings(strip: Strip, rows: Sequence[Row], size: float) -> Iterator[Strip]:
    """The parts of a strip between headings that stand on one side, but leave the other side empty as well.

    Such a heading spans the columns though it is too short to reach over the strip.
    """
    first = strip.first
    for number in range(strip.first + 1, strip.last):
        above, row, below = rows[number - 1 : number + 2]
        alone = min(row[0].base - above[0].base, below[0].base - row[0].base) > FAR * size
        one_side = row[0].left >= strip.right or row[-1].right <= strip.left
        if alone and one_side and row[0].size > LARGER * size:
            yield Strip(strip.left, strip.right, first, number - 1)
            first = number + 1
    yield Strip(strip.left, strip.right, first, strip.last)
