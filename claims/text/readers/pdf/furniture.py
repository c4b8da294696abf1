"""What stands on a PDF page beside the running text: running heads and feet, page numbers and stamps."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from claims.text.readers.pdf.lines import Line
from claims.text.readers.pdf.notes import note_lines, sign_of

Pages = list[list[Line]]

# Heads and feet stand within these shares of the page's height, in so many outermost levels.
HEAD, FOOT = 0.18, 0.82
LEVELS = 3
# Copies stand at the same height and have the same size, within these shares, and are at most so many pages apart.
HEIGHT, SIZE = 0.012, 0.1
APART = 4
# A line this much larger than the text is a heading: of those that repeat, the first stays.
HEADING = 1.2
NUMBER_APART = 1.5
PAGE_NUMBER = re.compile(
    r"[^\w]*(?:(?:page|p\.|pg\.|seite|s\.|página|pág\.|стр\.|страница|сторінка|с\.)\s*)?"
    r"(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|\||of|von|de|sur|из|із|з)\s*\d{1,4})?[^\w]*",
    re.IGNORECASE,
)


def without_furniture(pages: Pages, body: float) -> Pages:
    """The pages without what repeats at their edges and without page numbers; ``body`` is the size of the text.

    A file in which nothing would be left stays as it is.
    """
    edges = [_edges(lines) for lines in pages]
    repeated = _repeated(pages, edges, body)
    kept = [
        [
            line
            for line in lines
            if id(line) not in repeated and not _is_page_number(line, lines, edge, repeated)
        ]
        for lines, edge in zip(pages, edges, strict=True)
    ]
    return kept if any(kept) else pages


def _edges(lines: Sequence[Line]) -> list[list[Line]]:
    """The outermost levels of a page, the outer ones first; the lines of each from left to right."""
    found: list[list[Line]] = []
    for at_edge, sign in ((lambda line: line.depth < HEAD, 1), (lambda line: line.depth > FOOT, -1)):
        chosen = sorted(filter(at_edge, lines), key=lambda line: (sign * line.depth, line.left))
        found += [list(level) for _, level in groupby(chosen, key=lambda line: round(line.depth, 2))][:LEVELS]
    return found


def _repeated(pages: Pages, edges: Sequence[list[list[Line]]], body: float) -> set[int]:
    """The ids of lines that other pages have too, but for their digits; turned ones (stamps) may stand anywhere.

    Footnotes may be the same on several pages.
    """
    noted = {id(line) for lines in pages for line in note_lines(lines, body)}
    alike: dict[tuple[bool, str], list[list[Line]]] = defaultdict(list)
    for lines, levels in zip(pages, edges, strict=True):
        for part in [*levels, *([line] for level in levels if len(level) > 1 for line in level)]:
            alike[False, _likeness(part)].append(part)
        for line in lines:
            if line.turn != lines[0].turn:
                alike[True, _likeness([line])].append([line])
    repeated: set[int] = set()
    for (stamp, text), found in alike.items():
        if not any(letter.isalpha() for letter in text):
            continue
        for one, other in pairwise(found):
            if _copies(one[0], other[0]):
                repeated |= _without_notes(one, other, noted)
        if found[0][0].size > HEADING * body and not stamp:
            repeated -= {id(line) for line in found[0]}
    return repeated


def _without_notes(one: Sequence[Line], other: Sequence[Line], noted: set[int]) -> set[int]:
    """The ids of two copies but for footnotes; a number that changes is a page's, unless both pages call for it."""
    both = {id(line) for line in (*one, *other)}
    if both <= noted or sign_of(one[0]) == sign_of(other[0]):
        return both - noted
    return both


def _likeness(part: Iterable[Line]) -> str:
    """The text of a level without what may differ from page to page."""
    text = "".join(line.text for line in part).casefold()
    return re.sub(r"\d+", "#", re.sub(r"[\s|]", "", text))


def _copies(one: Line, other: Line) -> bool:
    """Left and right pages may differ, so a copy need not be on the very next page."""
    return (
        0 < other.page - one.page <= APART
        and abs(one.depth - other.depth) <= HEIGHT
        and abs(one.size - other.size) <= SIZE * one.size
    )


def _is_page_number(
    line: Line, lines: Sequence[Line], edge: Sequence[list[Line]], repeated: set[int]
) -> bool:
    """A number alone on its level, apart from the text, with nothing but furniture between it and the page's edge."""
    if line.row or not PAGE_NUMBER.fullmatch(line.text) or not any(line in level for level in edge):
        return False
    others = [
        other
        for other in lines
        if other is not line and id(other) not in repeated and other.turn == line.turn
    ]
    near = any(abs(other.base - line.base) <= NUMBER_APART * line.size for other in others)
    head = line.depth < 0.5
    return not near and not any((other.depth < line.depth) == head for other in others)
