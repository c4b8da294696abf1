"""White strips that run down a page between its words, found by their geometry. What they part is decided elsewhere."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate

from claims.text.readers.pdf.words import Word

Row = list[Word]

# Words whose feet differ by less than this share of their height stand on one level.
LEVEL = 0.3
# The same word printed twice a hair's breadth apart is bold lettering or a shadow.
SHADOW = 0.15
# How wide a strip must be, in heights of a letter, by the number of lines that stand on either side of it.
WIDTHS = ((6, 0.7), (3, 1.0), (2, 2.0))
NARROWEST = WIDTHS[0][1]
# A hostile page could keep ever more strips open; honest ones need a handful.
MAX_OPEN = 60
MAX_STRIPS = 30


@dataclass(slots=True)
class Strip:
    """A part of the page without words: from ``left`` to ``right``, over the rows ``first`` to ``last``."""

    left: float
    right: float
    first: int
    last: int
    before: int = 0
    after: int = 0
    stopped: bool = False
    sides: tuple[list[Row], list[Row]] = field(default_factory=lambda: ([], []))

    def covers(self, row: int) -> bool:
        """Whether the strip runs past the row of this number."""
        return self.first <= row <= self.last


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words that stand on one level, whichever column they are in; from above downwards, each from left to right."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and word.base - rows[-1][0].base <= LEVEL * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_without_shadows(sorted(row, key=lambda word: word.left)) for row in rows]


def _without_shadows(row: Row) -> Row:
    kept: Row = []
    for word in row:
        twin = kept[-1] if kept else None
        if twin and twin.text == word.text and word.left - twin.left < SHADOW * word.size and not word.raised:
            continue
        kept.append(word)
    return kept


def find_strips(rows: Sequence[Row], size: float) -> list[Strip]:
    """The strips between words whose letters are ``size`` high, no two of which share a place, the longest first.

    After the white rectangles of Breuel, "Two Algorithms for Geometric Layout Analysis" (2002), found by one sweep
    from above: a strip goes on as long as the next row leaves enough of its width free.
    """
    chosen: list[Strip] = []
    for strip in sorted((strip for strip in _sweep(rows, size) if _wide_enough(strip, size)), key=_shortness):
        if len(chosen) < MAX_STRIPS and not any(_touch(strip, other) for other in chosen):
            chosen.append(strip)
    for strip in chosen:
        _look_at_sides(strip, rows, chosen)
    return [strip for strip in chosen if all(map(any, strip.sides))]


def _sweep(rows: Sequence[Row], size: float) -> Iterator[Strip]:
    """Every strip that a row ends, with the number of rows that have words on either side of it."""
    going: list[Strip] = []
    for number, row in enumerate(rows):
        gaps = _gaps(row, NARROWEST * size)
        kept: list[Strip] = []
        for strip in going:
            pieces = list(_narrowed(strip, gaps, number, NARROWEST * size))
            kept += pieces
            if not any(piece.before and piece.after for piece in pieces):
                strip.stopped = True
                yield strip
        fresh = (Strip(left, right, number, number) for left, right in gaps)
        kept += [strip for strip in fresh if not any(_same(strip, other) for other in kept)]
        for strip in kept:
            strip.before += row[0].left < strip.left
            strip.after += row[-1].right > strip.right
        going = kept[:MAX_OPEN]
    yield from going


def _gaps(row: Row, narrowest: float) -> list[tuple[float, float]]:
    """The widest places of a row without words, its margins included, from left to right."""
    ends = [-math.inf, *accumulate((word.right for word in row), max)]
    starts = [*(word.left for word in row), math.inf]
    gaps = [(end, start) for end, start in zip(ends, starts, strict=True) if start - end >= narrowest]
    return sorted(nlargest(MAX_OPEN, gaps, key=lambda gap: gap[1] - gap[0]))


def _narrowed(
    strip: Strip, gaps: Sequence[tuple[float, float]], row: int, narrowest: float
) -> Iterator[Strip]:
    for start, end in gaps:
        left, right = max(strip.left, start), min(strip.right, end)
        if right - left >= narrowest:
            yield Strip(left, right, strip.first, row, strip.before, strip.after)


def _same(one: Strip, other: Strip) -> bool:
    """Whether the first lies within the second, which is older: then it tells nothing new."""
    return one.left >= other.left - 0.5 and one.right <= other.right + 0.5


def _wide_enough(strip: Strip, size: float) -> bool:
    lines = min(strip.before, strip.after)
    return any(lines >= least and strip.right - strip.left >= width * size for least, width in WIDTHS)


def _shortness(strip: Strip) -> tuple[int, int, float]:
    return -min(strip.before, strip.after), strip.first - strip.last, strip.left


def _touch(one: Strip, other: Strip) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.first <= other.last
        and other.first <= one.last
    )


def _look_at_sides(strip: Strip, rows: Sequence[Row], strips: Sequence[Strip]) -> None:
    """Collect what stands directly left and right of a strip, row by row; an empty list where nothing does."""
    for number in range(strip.first, strip.last + 1):
        beside = [other for other in strips if other is not strip and other.covers(number)]
        start = max((other.right for other in beside if other.right <= strip.left), default=-math.inf)
        end = min((other.left for other in beside if other.left >= strip.right), default=math.inf)
        strip.sides[0].append([word for word in rows[number] if start <= word.left < strip.left])
        strip.sides[1].append([word for word in rows[number] if strip.left <= word.left < end])


def cut(row: Row, number: int, strips: Iterable[Strip]) -> list[Row]:
    """A row in pieces, cut where strips run through it."""
    edges = sorted(strip.left for strip in strips if strip.covers(number))
    pieces: list[Row] = [[]]
    for word in row:
        while edges and word.left >= edges[0]:
            del edges[0]
            pieces.append([])
        pieces[-1].append(word)
    return [piece for piece in pieces if piece]
