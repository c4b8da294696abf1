"""The body of a Word document to blocks of text (ISO/IEC 29500-1, 17). Files and archives are not known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claims.text.readers.blocks import Blocks
from claims.text.readers.docx.lists import Lists
from claims.text.readers.docx.package import W
from claims.text.readers.docx.styles import Styles, is_on, value_of
from claims.text.readers.xml import Element, whole

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"

WORDS = (f"{W}t", f"{M}t")
# What stands for one sign; a form feed ends a paragraph. An equation on one line needs its stroke and its raised 2.
SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}lastRenderedPageBreak": "",
}
BEFORE = {f"{M}den": "/", f"{M}sup": "^"}
SKIPPED = (
    f"{W}pPr", f"{W}rPr", f"{W}sectPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tblPr", f"{W}tblGrid", f"{W}tcPr",
    f"{W}trPr", f"{W}rt", f"{W}del", f"{W}moveFrom", f"{M}ctrlPr",
)  # fmt: skip
# The signs of Microsoft's Symbol font that change what a sentence says.
SYMBOLS = {
    0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0x61: "α",
    0x62: "β", 0x67: "γ", 0x6C: "λ", 0x6D: "µ", 0x70: "π", 0x73: "σ", 0xD6: "√", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
LINE_ENDS = re.compile("[\t\r\n]+")
PRIVATE = range(0xE000, 0xF900)


class _Line:
    """The words of one paragraph, the state of its fields, and the text boxes that hang on it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.boxes: list[Element] = []
        self.shows_result: list[bool] = []

    def add(self, words: str) -> None:
        """Words, unless they are the instruction of a field."""
        if all(self.shows_result):
            self.pieces.append(words)

    def field(self, kind: str | None) -> None:
        """A field begins, comes to its result, or ends."""
        if kind == "begin":
            self.shows_result.append(False)
        elif self.shows_result:
            self.shows_result.pop()
            if kind == "separate":
                self.shows_result.append(True)


class Body:
    """Walks a tree once and keeps what must be told: hidden and struck words, tables of contents, things left out."""

    def __init__(self, styles: Styles, lists: Lists, notes: dict[tuple[str, str], Element]) -> None:
        self.hidden = self.struck = False
        self.contents = self.inserted = self.charts = 0
        self.moved: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._styles, self._lists, self._notes = styles, lists, notes
        self._blocks = Blocks()
        self._inline: dict[str, Callable[[Element, _Line], None]] = {
            f"{W}r": self._run,
            f"{W}txbxContent": lambda element, line: line.boxes.append(element),
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}fldChar": lambda element, line: line.field(element.get(f"{W}fldCharType")),
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{MC}AlternateContent": lambda element, line: self._walk(chosen(element), line),
            CHART: self._chart,
            DIAGRAM: self._chart,
        }

    def read(self, root: Element) -> str:
        """The text of a body, the notes it refers to at its end."""
        self._read_blocks(root)
        for number, name in enumerate(self.moved, start=1):
            words = self._apart(self._notes[name])
            self._blocks.paragraph(f"[{number}] " + words.replace("\n\n", "\n"))
        return self._blocks.text()

    def _read_blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag == f"{W}altChunk":
                self.inserted += 1
            elif child.tag == f"{W}sdt" and _is_contents(child):
                self.contents += 1
            elif child.tag == f"{MC}AlternateContent":
                self._read_blocks(chosen(child))
            elif child.tag not in SKIPPED:
                self._read_blocks(child)

    def _apart(self, parent: Element) -> str:
        """The text of a cell or a note, gathered beside the rest."""
        rest, self._blocks = self._blocks, Blocks()
        self._read_blocks(parent)
        text, self._blocks = self._blocks.text(), rest
        return text

    def _paragraph(self, paragraph: Element) -> None:
        line = _Line()
        self._walk(paragraph, line)
        words = "".join(line.pieces)
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        label, level = self._label(properties, style)
        if label and not self._styles.is_heading(style):
            self._blocks.item(words, label=label, level=level)
        else:
            self._blocks.paragraph(f"{label} {words}" if label and words.strip() else words)
        for box in line.boxes:
            self._read_blocks(box)

    def _label(self, properties: Element | None, style: str | None) -> tuple[str, int]:
        """The label of a paragraph in a list and its level; ("", 0) for the others."""
        number, level = value_of(properties, "numPr/numId"), value_of(properties, "numPr/ilvl")
        if number is None:
            number, of_style = self._styles.numbering(style)
            level = level or of_style
        if number is None or number == "0":
            return "", 0
        at = min(whole(level, self._lists.level_of(number, style)), 8)
        return self._lists.label(number, at), at

    def _walk(self, parent: Element, line: _Line) -> None:
        for child in parent:
            tag = child.tag
            if tag in WORDS:
                line.add(LINE_ENDS.sub(" ", child.text or ""))
            elif tag in SIGNS:
                line.add(SIGNS[tag])
            elif tag in self._inline:
                self._inline[tag](child, line)
            elif tag not in SKIPPED:
                self._within(child, line)

    def _within(self, element: Element, line: _Line) -> None:
        before = len(line.pieces)
        self._walk(element, line)
        if element.tag in BEFORE and len(line.pieces) > before:
            line.pieces.insert(before, BEFORE[element.tag])

    def _run(self, run: Element, line: _Line) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish") or self._styles.hides(value_of(properties, "rStyle")):
            self.hidden = self.hidden or any(words.text for words in run.iter(*WORDS))
            for mark in run.iterchildren(f"{W}fldChar"):
                line.field(mark.get(f"{W}fldCharType"))
            return
        before = len(line.pieces)
        self._walk(run, line)
        if is_on(properties, "strike") or is_on(properties, "dstrike"):
            self.struck = self.struck or "".join(line.pieces[before:]).strip() != ""

    def _break(self, element: Element, line: _Line) -> None:
        line.add("\f" if element.get(f"{W}type") in ("page", "column") else "\n")

    def _symbol(self, element: Element, line: _Line) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if code in PRIVATE:
            line.add(SYMBOLS.get(code & 0xFF, "") if element.get(f"{W}font") == "Symbol" else "")
        elif 0x20 <= code < 0xD800:
            line.add(chr(code))

    def _chart(self, element: Element, line: _Line) -> None:
        self.charts += 1

    def _note(self, element: Element, line: _Line) -> None:
        kind = "endnote" if element.tag == f"{W}endnoteReference" else "footnote"
        name = (kind, element.get(f"{W}id", ""))
        if name in self._notes and all(line.shows_result):
            if name not in self._numbers:
                self.moved.append(name)
                self._numbers[name] = len(self.moved)
            line.add(f"[{self._numbers[name]}]")

    def _table(self, table: Element) -> None:
        """Rows as lines; a table of one cell is only a frame around its text."""
        rows = [list(_wrapped(row, f"{W}tc")) for row in _wrapped(table, f"{W}tr")]
        if len(rows) == 1 and len(rows[0]) == 1:
            self._read_blocks(rows[0][0])
        else:
            self._blocks.table([[self._cell(cell) for cell in row] for row in rows])

    def _cell(self, cell: Element) -> str:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        continues = merged is not None and merged.get(f"{W}val") != "restart"
        return "" if continues else self._apart(cell)


def chosen(alternatives: Element) -> Element:
    """The first of several forms of the same thing that has words, else the first."""
    for form in alternatives:
        if next(form.iter(*WORDS), None) is not None:
            return form
    return alternatives[0] if len(alternatives) else alternatives


def _wrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The children of one kind, also those inside content controls and the like; not those of nested tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in SKIPPED:
            yield from _wrapped(child, tag)


def _is_contents(control: Element) -> bool:
    return value_of(control, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
