"""Lines of a PDF, in reading order, to paragraphs, list items and rows: by gaps, indents and lines that end early."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.text.readers.pdf.hyphens import Joiner
from claims.text.readers.pdf.lines import Line

# In heights of a letter: an indent, the blank between two words, how far lines of one paragraph may be apart.
INDENT = 0.7
BLANK = 0.25
FAR = 3.2
# By what share sizes may differ, and the distance of lines grow, within one paragraph.
SIZE = 0.12
GAP = 1.25
HEADING = 1.15
# Lines further apart than this, in heights of a letter, are one paragraph only if many others are as far apart.
SPACING, ENOUGH = 1.6, 5
# A few lines that are narrower than this share of their column are an address, not a paragraph.
NARROW = 0.6
# A block of so many lines, more than this share of which end early, is verse or a list without signs.
VERSE_LINES, VERSE = 3, 0.6
# How many paragraphs (captions, boxes) may stand between the two parts of a paragraph that a column's end cuts.
REACH = 4

BULLET = re.compile(r"(?:[•◦▪▫■□●○‣⁃∙·►➢➤✓✔–—*-]|o(?= [A-Z]))\s+(?=\S)")
NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-Z])[.)]\s+(?=\S)")
LABELLED = re.compile(r"[^\W\d_][\w ]{0,24}: \S")
ENDED = re.compile(r"[.!?…:;。！？؟][\"'”’»)\[\]\d]*$")


@dataclass(slots=True)
class Paragraph:
    """One paragraph, list item or row of a table, with the lines it was made of."""

    lines: list[Line]
    item: bool = False
    close: bool = False
    text: str = ""
    edges: tuple[float, float] = (0.0, 0.0)

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(slots=True)
class _Block:
    """Lines that stand under one another without a wider gap, and the edges of their column."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    hanging: bool = False
    verse: bool = False


def to_text(lines: Sequence[Line], body: float) -> str:
    """The paragraphs with a blank line between them; items of a list and rows of a table on lines of their own."""
    joiner = Joiner(line.text for line in lines)
    paragraphs = _over_breaks(_paragraphs(lines, body), body)
    parts: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            parts.append("\n" if _follows(paragraphs[number - 1], paragraph) else "\n\n")
        parts.append(_text(paragraph, joiner))
    return "".join(parts)


def _text(paragraph: Paragraph, joiner: Joiner) -> str:
    text = joiner.join(line.text for line in paragraph.lines)
    return BULLET.sub("- ", text, count=1) if paragraph.item else text


def _follows(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins on the next line and not after a blank one: items, rows, verses, addresses."""
    if before.item and paragraph.item and _is_bullet(before) == _is_bullet(paragraph):
        return True
    if before.last.row and paragraph.lines[0].row:
        return True
    return paragraph.close and len(before.lines) == len(paragraph.lines) == 1


def _paragraphs(lines: Sequence[Line], body: float) -> list[Paragraph]:
    pitches = _pitches(lines, body)
    blocks = _blocks(lines, pitches)
    found: list[Paragraph] = []
    for before, line in zip([None, *lines], lines, strict=False):
        block = blocks[id(line)]
        if before is not None and _goes_on(found[-1], line, blocks[id(before)], block, body):
            found[-1].lines.append(line)
            continue
        close = before is not None and blocks[id(before)] is block
        found.append(Paragraph([line], item=_is_item(line) and not line.row, close=close))
    return found


def _pitches(lines: Sequence[Line], body: float) -> dict[int, float]:
    """The usual distance between two lines of a paragraph, by their size: the smaller ones that occur.

    Headings are too few to tell: they may be no wider apart, for their size, than the text.
    """
    steps: dict[int, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if _under(before, line) and _alike(before, line):
            steps[round(line.size)].append(line.base - before.base)
    usual = {size: sorted(found)[len(found) // 4] for size, found in steps.items()}
    told = len(steps[round(body)]) >= ENOUGH
    widest = max(SPACING, usual[round(body)] / max(body, 1.0)) if told else SPACING
    return {size: min(pitch, widest * size) for size, pitch in usual.items()}


def _under(before: Line, line: Line) -> bool:
    """Whether a line stands directly under another."""
    return (
        before.page == line.page
        and before.turn == line.turn
        and 0 < line.base - before.base <= FAR * max(line.size, before.size)
        and line.left < before.right
        and before.left < line.right
    )


def _alike(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= SIZE * max(before.size, line.size)


def _near(before: Line, line: Line, pitches: dict[int, float]) -> bool:
    usual = pitches.get(round(line.size), line.size * 1.2)
    return _under(before, line) and line.base - before.base <= GAP * usual


def _blocks(lines: Sequence[Line], pitches: dict[int, float]) -> dict[int, _Block]:
    """The block of each line, by the line's id."""
    blocks: list[_Block] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None or not (_near(before, line, pitches) and _alike(before, line)):
            blocks.append(_Block())
        blocks[-1].lines.append(line)
    columns: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[_column(line)].append(line)
    for block in blocks:
        column = columns[_column(block.lines[0])]
        wide = max(line.right for line in column) - min(line.left for line in column)
        widest = max(line.right - line.left for line in block.lines)
        measured = (
            column if len(block.lines) < 3 or len(block.lines) < 6 and widest < NARROW * wide else block.lines
        )
        block.left = min(line.left for line in measured)
        block.right = max(line.right for line in measured)
        flush = sum(1 for line in block.lines if line.left - block.left < INDENT * line.size)
        block.hanging = flush < 0.5 * len(block.lines)
        pairs = list(pairwise(block.lines))
        early = sum(1 for before, line in pairs if _ended_early(before, line, block))
        block.verse = len(pairs) >= VERSE_LINES and early > VERSE * len(pairs)
    return {id(line): block for block in blocks for line in block.lines}


def _column(line: Line) -> tuple[int, int, int]:
    return line.page, line.region, round(line.size)


def _goes_on(paragraph: Paragraph, line: Line, above: _Block, block: _Block, body: float) -> bool:
    """Whether a line continues the paragraph before it."""
    before = paragraph.last
    if before.row or line.row or not _alike(before, line) or before.turn != line.turn:
        return False
    if not _under(before, line) and (before.page, before.region) != (line.page, line.region):
        return _goes_on_elsewhere(paragraph, line, above, block, body)
    if above is not block:
        return _in_midst(before, line) and not _is_item(line) and not _ended_early(before, line, above)
    return not _begins_anew(paragraph, line, block) and (
        line.size > HEADING * body
        or _hangs(paragraph, line)
        or not _indented(before, line, block)
        and not _ended_early(before, line, block)
    )


def _begins_anew(paragraph: Paragraph, line: Line, block: _Block) -> bool:
    """Whether a line begins an item of a list, or has a label (“Date: …”) as the single line before it has."""
    if _is_item(line):
        return _ended_early(paragraph.last, line, block) or _is_next(paragraph, line)
    labelled = LABELLED.match(paragraph.last.text) and LABELLED.match(line.text)
    return bool(labelled) and len(paragraph.lines) == 1


def _hangs(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line belongs to an item of a list by standing further in than its sign."""
    return paragraph.item and line.left > paragraph.lines[0].left + INDENT * line.size


def _goes_on_elsewhere(paragraph: Paragraph, line: Line, above: _Block, block: _Block, body: float) -> bool:
    """The same for a line at the top of another column or page, where no gap tells."""
    before = paragraph.last
    if _is_item(line) or before.size > HEADING * body:
        return False
    if before.bold != line.bold and not before.text.endswith("-"):
        return False
    if _in_midst(before, line):
        return True
    indented = line.left - block.left > INDENT * line.size
    return not (indented or _ended_early(before, line, above) or ENDED.search(before.text))


def _in_midst(before: Line, line: Line) -> bool:
    """Whether the first line does not end a sentence and the second does not begin one."""
    return not ENDED.search(before.text) and line.text[:1].islower()


def _ended_early(before: Line, line: Line, block: _Block) -> bool:
    """Whether the next line's first word would have found room: then the line ended because the paragraph did."""
    if before.text.endswith("-"):
        return False
    if block.verse and not _in_midst(before, line):
        return True
    room = before.left - block.left if before.leftward else block.right - before.right
    if not before.leftward and before.left - block.left > 4 * line.size:
        room += before.left - block.left
    return room > line.first + BLANK * line.size + 0.3 * line.size


def _indented(before: Line, line: Line, block: _Block) -> bool:
    """Whether a line begins a paragraph by its indent, or by having none where the others hang."""
    if line.leftward:
        return False
    step = line.left - before.left
    if block.hanging:
        return step < -INDENT * line.size
    return INDENT * line.size < step and line.left - block.left < 6 * line.size


def _is_bullet(paragraph: Paragraph) -> bool:
    return bool(BULLET.match(paragraph.lines[0].text))


def _is_item(line: Line) -> bool:
    return bool(BULLET.match(line.text) or NUMBER.match(line.text))


def _is_next(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins like the paragraph before it: a bullet after a bullet, 3. after 2."""
    if BULLET.match(line.text):
        return True
    one, other = NUMBER.match(paragraph.lines[0].text), NUMBER.match(line.text)
    if not one or not other:
        return bool(other and other[1] in "1aA")
    if one[1].isdigit() and other[1].isdigit():
        return int(other[1]) == int(one[1]) + 1
    return ord(other[1][0]) == ord(one[1][0]) + 1


def _over_breaks(paragraphs: list[Paragraph], body: float) -> list[Paragraph]:
    """Put the second part of a paragraph back that a caption or a box at a column's end parts from the first."""
    kept: list[Paragraph] = []
    taken: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        if number in taken:
            continue
        kept.append(paragraph)
        if _is_open(paragraph, body):
            others = range(number + 2, min(number + 2 + REACH, len(paragraphs)))
            found = next((n for n in others if n not in taken and _resumes(paragraphs[number : n + 1])), None)
            if found:
                paragraph.lines += paragraphs[found].lines
                taken.add(found)
    return kept


def _is_open(paragraph: Paragraph, body: float) -> bool:
    """Whether a paragraph of the running text stops in the middle of a sentence."""
    last = paragraph.last
    ended = ENDED.search(last.text) or last.row or len(paragraph.lines) < 2
    return not ended and abs(last.size - body) <= SIZE * body


def _resumes(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the last of these goes on with the first: those between are of another size, or in another column."""
    last, first = paragraphs[0].last, paragraphs[-1].lines[0]
    if first.row or not first.text[:1].islower() or not _alike(last, first):
        return False
    between = [paragraph.lines[0] for paragraph in paragraphs[1:-1]]
    elsewhere = (between[0].page, between[0].region) != (last.page, last.region)
    return elsewhere or not any(_alike(last, line) for line in between)
