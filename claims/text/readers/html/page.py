"""The tree of an HTML page as blocks of text in reading order, and where each stands. Chooses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.text.characters import tidy
from claims.text.readers.blocks import in_a_row

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SILENT = frozenset(
    "script style noscript template svg head iframe object select textarea button math audio video canvas map"
    " datalist".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table"
    " tbody td tfoot th thead tr ul".split()
)
# What a cell of a table that holds facts does not contain; a table that has such cells only places things.
LAYOUT = frozenset("table article section form nav h1 h2 h3 ul ol pre blockquote figure".split())
CELL_BLOCKS, CELL_LETTERS = 3, 1000
LABEL = 300  # letters of an element's names that are looked at

# The blanks of HTML, and the signs that would end a line or a paragraph in the text.
BLANKS = re.compile("[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
START = re.compile("[0-9]{1,6}")
HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BESIDE = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader-text|visually-hidden|(?:tooltip|popover|rollover|hover)-?(?:block|box|card"
    r"|content|text))(?:$|[\s_-])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A block element: the number of the one around it (its own for the outermost), and what it calls itself."""

    parent: int
    tag: str
    label: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, line of a list or row of a table.

    ``place`` is the number of its element; lines of one list or table share a ``group``, 0 for other blocks;
    ``linked`` is the share of its letters that stand in links.
    """

    text: str
    place: int
    group: int = 0
    linked: float = 0.0


@dataclass(slots=True)
class Page:
    """Block elements in the order of their opening tags, the texts in them, and whether scripts work on them."""

    places: list[Place] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    scripted: bool = False

    def tag(self, block: Block) -> str:
        """The name of the element that the block's words stand in."""
        return self.places[block.place].tag


def text_of(blocks: list[Block]) -> str:
    """The blocks with a blank line between them; lines of one list or table follow each other."""
    written: list[str] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is not None:
            written.append("\n" if block.group and block.group == before.group else "\n\n")
        written.append(block.text)
    return "".join(written)


def page_of(tree: HtmlElement) -> Page:
    """Walk the tree once, without recursion, whatever its depth."""
    from lxml import etree  # noqa: PLC0415 - start-up cost

    writer = _Writer()
    writer.page.scripted = any("json" not in (script.get("type") or "") for script in tree.iter("script"))
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and silent(element):
            walk.skip_subtree()
        elif event == "start":
            writer.open(element)
        else:
            if event == "end" and not silent(element):
                writer.close(element.tag)
            writer.words(element.tail)
    writer.flush()
    return writer.page


class _Writer:
    """Collects words until a block begins or ends."""

    def __init__(self) -> None:
        self.page = Page()
        self.path: list[int] = []
        self.pieces: list[str] = []
        self.letters = self.linked = self.links = self.preformatted = 0
        self.lists: list[tuple[int, int | None]] = []
        self.mark = ""
        self.table = 0
        self.row: list[str] = []
        self.cell: list[str] | None = None

    def open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            self._enter(element, tag)
        elif tag == "br":
            self.pieces.append("\n")
        self.links += tag == "a"
        self.words(element.text)

    def close(self, tag: str) -> None:
        self.links -= tag == "a"
        if tag not in BLOCKS:
            return
        self.flush()
        place = self.path.pop()
        self.preformatted -= tag == "pre"
        if self.lists and self.lists[-1][0] == place:
            self.lists.pop()
        elif tag == "li":
            self.mark = ""
        elif self.table:
            self._close_table(tag, place)

    def words(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text if self.preformatted else BLANKS.sub(" ", text))
        size = len(text) if text.strip() else 0
        self.letters += size
        self.linked += size if self.links else 0

    def flush(self) -> None:
        """End the paragraph: two line breaks in a row ended one before."""
        lines = self._lines()
        if not any(lines):
            return
        if self.cell is not None:
            self.cell.extend(filter(None, lines))
            return
        if self.lists:
            self._add("\n".join(map(self._line, filter(None, lines))), self.lists[0][0])
        elif self.preformatted:
            self._add("\n".join(lines).strip("\n"))
        else:
            for paragraph in re.split("\n\n+", "\n".join(lines).strip("\n")):
                self._add(paragraph)
        self.letters = self.linked = 0

    def _lines(self) -> list[str]:
        text = "".join(self.pieces)
        self.pieces.clear()
        lines = tidy(text).split("\n") if text.strip() else []
        return [line.rstrip() for line in lines] if self.preformatted else [_single(line) for line in lines]

    def _line(self, words: str) -> str:
        """A line of the list: the mark before the first line of an item, blanks before the others."""
        mark, self.mark = self.mark, ""
        return "  " * (len(self.lists) - bool(mark)) + mark + words

    def _add(self, text: str, group: int = 0) -> None:
        place = self.path[-1] if self.path else 0
        share = min(1.0, self.linked / self.letters) if self.letters else 0.0
        self.page.blocks.append(Block(text, place, group, share))

    def _enter(self, element: HtmlElement, tag: str) -> None:
        number = len(self.page.places)
        self.page.places.append(_place(element, self.path[-1] if self.path else number))
        self.path.append(number)
        if tag in ("ul", "ol"):
            self.lists.append((number, _first_number(element) if tag == "ol" else None))
        elif tag == "li":
            self._enter_item()
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "table" and not self.table and tabular(element):
            self.table = number
        elif tag in ("td", "th") and self.table:
            self.cell = []

    def _enter_item(self) -> None:
        if not self.lists:
            return
        place, number = self.lists[-1]
        self.mark = "- " if number is None else f"{number}. "
        if number is not None:
            self.lists[-1] = (place, number + 1)

    def _close_table(self, tag: str, place: int) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.row.append(" ".join(self.cell))
            self.cell = None
        elif tag == "tr":
            self._close_row()
        elif place == self.table:
            self._close_row()
            self.table = 0

    def _close_row(self) -> None:
        row, self.row = in_a_row(self.row), []
        if row:
            self._add(row, self.table)
        self.letters = self.linked = 0


def silent(element: HtmlElement) -> bool:
    """Whether nobody sees the words of an element: it has none, or it hides them within a line."""
    if element.tag in SILENT:
        return True
    return element.tag not in BLOCKS and (_hidden(element) or bool(BESIDE.search(element.get("class") or "")))


def tabular(table: HtmlElement) -> bool:
    """Whether a table holds facts, a line a row, rather than places the parts of a page."""
    if table.get("role") == "presentation":
        return False
    blocks = letters = 0
    for element in table.iterdescendants():
        if element.tag in LAYOUT:
            return False
        if element.tag in ("td", "th"):
            blocks = letters = 0
        blocks += element.tag in BLOCKS
        letters += len(element.text or "") + len(element.tail or "")
        if blocks > CELL_BLOCKS or letters > CELL_LETTERS:
            return False
    return True


def _place(element: HtmlElement, parent: int) -> Place:
    names = " ".join(filter(None, (element.get("id"), element.get("class"), element.get("role"))))
    return Place(parent, element.tag, HUMP.sub("-", names[:LABEL]).lower(), _hidden(element))


def _hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(UNSEEN.search(element.get("style") or ""))


def _first_number(element: HtmlElement) -> int:
    start = element.get("start") or ""
    return int(start) if START.fullmatch(start) else 1


def _single(line: str) -> str:
    return re.sub(" +", " ", line).strip(" ")
