"""What the styles of a Word document mean for its text: hidden words, headings, lists. Looks do not matter here."""

from __future__ import annotations

from functools import cache

from claims.text.readers.docx.package import W
from claims.text.readers.xml import Element

OFF = ("0", "false", "off")


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as ``vanish`` stands in these properties and is not turned off."""
    switch = None if properties is None else properties.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val", "") not in OFF


def value_of(element: Element | None, path: str) -> str | None:
    """The ``w:val`` of an element below another (``numPr/numId``), or None without it."""
    found = None if element is None else element.find(_full(path))
    return None if found is None else found.get(f"{W}val")


@cache
def _full(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


class Styles:
    """The styles by their names; a style has what the one it is based on has."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._hidden: dict[str, bool] = {}

    def hides(self, style: str | None) -> bool:
        """Whether words in this style are not shown."""
        if not style:
            return False
        if style not in self._hidden:
            line = self._line(style)
            self._hidden[style] = any(is_on(each.find(f"{W}rPr"), "vanish") for each in line)
        return self._hidden[style]

    def is_heading(self, style: str | None) -> bool:
        """Whether paragraphs in this style are headings: they have a level in the outline of the document."""
        levels = (value_of(each, "pPr/outlineLvl") for each in self._line(style))
        return next((level for level in levels if level), "9") != "9"

    def numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """The list that paragraphs in this style belong to and their level there, as far as it is said."""
        for each in self._line(style):
            number = value_of(each, "pPr/numPr/numId")
            if number is not None:
                return number, value_of(each, "pPr/numPr/ilvl")
        return None, None

    def _line(self, style: str | None) -> list[Element]:
        """A style and those it is based on, nearest first; a circle ends where it began."""
        line: list[Element] = []
        while style and style in self._styles and self._styles[style] not in line:
            line.append(self._styles[style])
            style = value_of(line[-1], "basedOn")
        return line
