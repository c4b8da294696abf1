"""What the styles of an OpenDocument text mean for its words: hidden, struck, numbered. Looks do not matter here."""

from __future__ import annotations

from dataclasses import dataclass

from claims.text.readers.docx.lists import written
from claims.text.readers.xml import Element, whole

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

NUMBERED = f"{TEXT}list-level-style-number"
FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted; ``form`` is "" for bullets."""

    form: str = ""
    before: str = ""
    after: str = "."
    start: int = 1
    shown: int = 1

    def label(self, numbers: list[int]) -> str:
        """The label for the numbers of all levels down to this one; "-" for a bullet."""
        if not self.form:
            return "-"
        own = [written(number, self.form) for number in numbers[-self.shown :]]
        return (self.before + ".".join(own) + self.after).strip()


class Styles:
    """The styles of all parts of one file, by their names."""

    def __init__(self, roots: list[Element]) -> None:
        self.hidden: set[str] = set()
        self.struck: set[str] = set()
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._take(style)
            for plan in root.iter(f"{TEXT}list-style"):
                self._lists[plan.get(f"{STYLE}name", "")] = dict(_levels(plan))

    def level(self, name: str, depth: int) -> Level:
        """How a list in this style counts at a depth, the outermost being 1; bullets when nothing is said."""
        return self._lists.get(name, {}).get(depth, Level())

    def _take(self, style: Element) -> None:
        words = style.find(f"{STYLE}text-properties")
        if words is None:
            return
        name = style.get(f"{STYLE}name", "")
        if words.get(f"{TEXT}display") == "none":
            self.hidden.add(name)
        if words.get(f"{STYLE}text-line-through-style", "none") != "none":
            self.struck.add(name)


def _levels(plan: Element) -> list[tuple[int, Level]]:
    return [(whole(each.get(f"{TEXT}level"), 1), _level(each)) for each in plan]


def _level(level: Element) -> Level:
    if level.tag != NUMBERED:
        return Level()
    form = FORMS.get(level.get(f"{STYLE}num-format", "1"), "none")
    return Level(
        form=form,
        before=level.get(f"{STYLE}num-prefix", ""),
        after=level.get(f"{STYLE}num-suffix", ""),
        start=whole(level.get(f"{TEXT}start-value"), 1),
        shown=min(max(1, whole(level.get(f"{TEXT}display-levels"), 1)), 10),
    )
