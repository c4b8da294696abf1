"""The body of an OpenDocument text to blocks of text (OASIS OpenDocument 1.3, part 3). Files are not known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from claims.text.readers.blocks import Blocks
from claims.text.readers.odt.styles import OFFICE, TEXT, Styles
from claims.text.readers.xml import Element, whole

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

STRUCK = "Struck-through words were kept."
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
ITEMS = (f"{TEXT}list-item", f"{TEXT}list-header")
CONTENTS = (
    f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index", f"{TEXT}table-index",
    f"{TEXT}object-index", f"{TEXT}user-index",
)  # fmt: skip
SKIPPED = (
    f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
    f"{OFFICE}forms", f"{OFFICE}annotation-end", f"{OFFICE}binary-data", f"{OFFICE}event-listeners",
    f"{TEXT}ruby-text", f"{SVG}title", f"{SVG}desc", f"{DRAW}object", f"{DRAW}object-ole",
)  # fmt: skip
# Line ends and tabs of the XML are blanks, and blanks in a row are one; what is meant is written as an element and
# stands as a sign that XML cannot hold until the others are folded.
FOLDED = re.compile("[ \t\r\n]+")
BLANK, NEW_LINE = "\x01", "\x02"
MOST_BLANKS = 100
MOST_CELLS = 64
# Letters that repeated cells and rows may add; beyond that each stands there once.
SPARE = 200_000


@dataclass
class _Line:
    """The words of one paragraph and the text boxes and tables that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def words(self) -> str:
        folded = FOLDED.sub(" ", "".join(self.pieces))
        return folded.replace(BLANK, " ").replace(NEW_LINE, "\n")


class Body:
    """Walks a tree once and keeps what must be told."""

    def __init__(self, styles: Styles) -> None:
        self.hidden = self.struck = self.shortened = False
        self.contents = self.comments = 0
        self.moved: set[str] = set()
        self._notes: list[Element] = []
        self._styles = styles
        self._blocks = Blocks()
        self._numbers: list[int] = []
        self._ended: dict[str, int] = {}
        self._label = ""
        self._spare = SPARE
        self._inline: dict[str, Callable[[Element, _Line], None]] = {
            f"{TEXT}s": lambda element, line: line.pieces.append(
                BLANK * _times(element, f"{TEXT}c", MOST_BLANKS)
            ),
            f"{TEXT}tab": lambda element, line: line.pieces.append(BLANK),
            f"{TEXT}line-break": lambda element, line: line.pieces.append(NEW_LINE),
            f"{TEXT}span": self._span,
            f"{TEXT}note": self._note,
            f"{TEXT}hidden-text": self._conceal,
            f"{TEXT}hidden-paragraph": self._conceal,
            f"{DRAW}text-box": lambda element, line: line.boxes.append(element),
            f"{OFFICE}annotation": self._comment,
        }

    @property
    def notes(self) -> int:
        """How many notes were moved to the end."""
        return len(self._notes)

    def read(self, root: Element) -> str:
        """The text of a body, its notes at the end."""
        self._read_blocks(root)
        at = 0
        while at < len(self._notes):
            words = self._apart(self._notes[at]).replace("\n\n", "\n")
            at += 1
            self._blocks.paragraph(f"[{at}] {words}")
        return self._blocks.text()

    def _read_blocks(self, parent: Iterable[Element]) -> None:
        for child in parent:
            if child.tag in PARAGRAPHS:
                self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                self._list(child, child.get(f"{TEXT}style-name", ""))
            elif child.tag == f"{TABLE}table":
                self._table(child)
            elif child.tag in CONTENTS:
                self.contents += 1
            elif child.tag == f"{OFFICE}annotation":
                self.comments += 1
            elif child.tag == f"{TEXT}section" and child.get(f"{TEXT}display") == "none":
                self.hidden = True
            elif child.tag not in SKIPPED:
                self._read_blocks(child)

    def _apart(self, parent: Element) -> str:
        """The text of a cell or a note, gathered beside the rest."""
        rest = self._blocks, self._numbers, self._label
        self._blocks, self._numbers, self._label = Blocks(), [], ""
        self._read_blocks(parent)
        text = self._blocks.text()
        self._blocks, self._numbers, self._label = rest
        return text

    def _paragraph(self, paragraph: Element) -> None:
        line = _Line()
        if paragraph.get(f"{TEXT}style-name", "") in self._styles.hidden:
            self.hidden = True
        else:
            self._walk(paragraph, line)
        words = line.words()
        if not self._numbers:
            self._blocks.paragraph(words)
        elif words.strip():
            self._blocks.item(words, label=self._label, level=len(self._numbers) - 1)
            self._label = ""
        for box in line.boxes:
            self._read_blocks(box)

    def _walk(self, parent: Element, line: _Line) -> None:
        line.pieces.append(parent.text or "")
        for child in parent:
            if child.tag in self._inline:
                self._inline[child.tag](child, line)
            elif child.tag not in SKIPPED:
                self._walk(child, line)
            line.pieces.append(child.tail or "")

    def _span(self, span: Element, line: _Line) -> None:
        style = span.get(f"{TEXT}style-name", "")
        if style in self._styles.hidden:
            self._conceal(span, line)
            return
        before = len(line.pieces)
        self._walk(span, line)
        if style in self._styles.struck:
            self.struck = self.struck or "".join(line.pieces[before:]).strip() != ""

    def _conceal(self, element: Element, line: _Line) -> None:
        self.hidden = True

    def _comment(self, element: Element, line: _Line) -> None:
        self.comments += 1

    def _note(self, note: Element, line: _Line) -> None:
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            self._notes.append(body)
            self.moved.add(note.get(f"{TEXT}note-class", "footnote"))
            line.pieces.append(f"[{len(self._notes)}]")

    def _list(self, each: Element, style: str) -> None:
        """The lines of a list, apart from the list before; one that goes on counts from where its style ended."""
        level = self._styles.level(style, len(self._numbers) + 1)
        goes_on = each.get(f"{TEXT}continue-numbering") == "true" or each.get(f"{TEXT}continue-list")
        start = self._ended.get(style, level.start) if goes_on and not self._numbers else level.start
        if not goes_on and not self._numbers:
            self._blocks.paragraph("")
        self._numbers.append(start - 1)
        for item in each.iterchildren(*ITEMS):
            self._item(item, style)
        self._ended[style] = self._numbers.pop() + 1

    def _item(self, item: Element, style: str) -> None:
        level = self._styles.level(style, len(self._numbers))
        holds_words = item.find(f"{TEXT}p") is not None or item.find(f"{TEXT}h") is not None
        if item.tag == f"{TEXT}list-item" and holds_words:
            self._numbers[-1] = whole(item.get(f"{TEXT}start-value"), self._numbers[-1] + 1)
            self._label = level.label(self._numbers)
        for child in item:
            if child.tag == f"{TEXT}list":
                self._list(child, child.get(f"{TEXT}style-name", style))
            else:
                self._read_blocks([child])
        self._label = ""

    def _table(self, table: Element) -> None:
        """Rows as lines; a table of one cell is only a frame around its text."""
        rows = list(_rows(table))
        cells = [list(row.iterchildren(*CELLS)) for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1 and not self._numbers:
            self._read_blocks(cells[0][0])
            return
        written: list[list[str]] = []
        for row in rows:
            line = self._row(row)
            written += [line] * self._repeated(row, f"{TABLE}number-rows-repeated", "".join(line))
        self._blocks.table(written)

    def _row(self, row: Element) -> list[str]:
        line: list[str] = []
        for cell in row.iterchildren(*CELLS):
            words = self._apart(cell) if cell.tag == CELLS[0] else ""
            times = self._repeated(cell, f"{TABLE}number-columns-repeated", words)
            last = cell.getnext() is None and not words
            line += [words] * (1 if last else times)
        return line

    def _repeated(self, element: Element, name: str, words: str) -> int:
        """How often a cell or a row stands there; repetitions are cut short when they would never end."""
        times = _times(element, name, MOST_CELLS)
        said = whole(element.get(name), 1)
        if (times - 1) * len(words) > self._spare or words and said > times:
            self.shortened = True
            return 1
        self._spare -= (times - 1) * len(words)
        return times


def _rows(parent: Element) -> Iterator[Element]:
    """The rows of a table, also those in groups and headers; not those of tables inside its cells."""
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag.startswith(TABLE) and child.tag not in CELLS:
            yield from _rows(child)


def _times(element: Element, name: str, most: int) -> int:
    return min(max(1, whole(element.get(name), 1)), most)
