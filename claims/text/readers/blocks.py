"""Paragraphs, list lines and table rows on their way from a document to one text. No file format is known here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.characters import tidy

GAPS = re.compile(r"\n{3,}")


class Blocks:
    """Gathers a document's blocks in order; ``text`` puts a blank line between them."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._items: list[str] = []

    def paragraph(self, words: str) -> None:
        """A block of its own; nothing when there are no words. A form feed inside it ends a paragraph."""
        self._add(shown(words))

    def item(self, words: str, *, label: str, level: int = 0) -> None:
        """A line of a list, two blanks in for each level; lines that follow one another stay together."""
        indent = "  " * level
        lines = [line for line in shown(words).split("\n") if line]
        start = indent + (label + " " if label else "  ")
        self._items += [(start if at == 0 else indent + "  ") + line for at, line in enumerate(lines)]

    def table(self, rows: list[list[str]]) -> None:
        """A line for each row that has words, as ``in_a_row`` writes it."""
        lines = (in_a_row([in_one_line(cell) for cell in row]) for row in rows)
        self._add("\n".join(filter(None, lines)))

    def text(self) -> str:
        """All blocks so far."""
        self._add("")
        return "\n\n".join(self._done)

    def _add(self, block: str) -> None:
        if self._items:
            self._done.append("\n".join(self._items))
            self._items = []
        if block:
            self._done.append(block)


def in_a_row(cells: Sequence[str]) -> str:
    """Tidy cells of a table's row divided by `` | ``; empty ones hold their place but for those at the end.

    So a row whose first cell is empty begins with "| ", and a row without words is "".
    """
    filled = max((count for count, cell in enumerate(cells, 1) if cell), default=0)
    return " | ".join(cells[:filled]).removeprefix(" ")


def shown(words: str) -> str:
    """Words as a reader sees them: tidy, no blanks at the ends of lines, at most one blank line in a row."""
    lines = (line.strip() for line in tidy(words).split("\n"))
    return GAPS.sub("\n\n", "\n".join(lines)).strip("\n")


def in_one_line(words: str) -> str:
    """The same on one line."""
    return " ".join(line for line in shown(words).split("\n") if line)


def counted(number: int, one: str, many: str) -> tuple[str, ...]:
    """A warning with a number in it, or none for zero: ``one`` is said for 1, ``many`` holds ``{}``."""
    if not number:
        return ()
    return (one if number == 1 else many.format(number),)
