"""Bullets and numbers of a Word document's lists, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.text.readers.docx.package import W
from claims.text.readers.docx.styles import is_on, value_of
from claims.text.readers.xml import Element, whole

BULLET = "-"
PLACE = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted: number format, label with places, first number, style, digits everywhere."""

    form: str = "bullet"
    label: str = ""
    start: int = 1
    style: str | None = None
    digits: bool = False


class Lists:
    """The lists of a document; it must be asked for the labels in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        self._plans: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        for plan in () if root is None else root.iter(f"{W}abstractNum"):
            name = plan.get(f"{W}abstractNumId", "")
            self._plans[name] = {
                whole(level.get(f"{W}ilvl"), 0): _level(level) for level in plan.iterchildren(f"{W}lvl")
            }
        for number in () if root is None else root.iter(f"{W}num"):
            self._take(number)

    def level_of(self, number: str, style: str | None) -> int:
        """The level that a list keeps for a style, else the first."""
        levels = self._plans.get(self._lists.get(number, ""), {})
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def label(self, number: str, at: int) -> str:
        """The label of the next paragraph of a list at a level: "-", "1.", "b)" or "" when it shows none."""
        name = self._lists.get(number, "")
        plan = self._plans.get(name, {})
        level = plan.get(at, _Level())
        counters = self._counters.setdefault(name, {})
        for restarted, first in self._restarts.pop(number, {}).items():
            counters[restarted] = first - 1
        counters[at] = counters.get(at, level.start - 1) + 1
        for deeper in [each for each in counters if each > at]:
            del counters[deeper]
        if level.form == "bullet":
            return BULLET

        def counted(place: re.Match[str]) -> str:
            above = plan.get(int(place[1]) - 1, _Level(form="decimal"))
            number = counters.setdefault(int(place[1]) - 1, above.start)
            return written(number, "decimal" if level.digits else above.form)

        return PLACE.sub(counted, level.label).strip()

    def _take(self, number: Element) -> None:
        name = number.get(f"{W}numId", "")
        plan = value_of(number, "abstractNumId") or ""
        overrides = list(number.iterchildren(f"{W}lvlOverride"))
        starts = {
            whole(each.get(f"{W}ilvl"), 0): whole(value_of(each, "startOverride"), 1)
            for each in overrides
            if value_of(each, "startOverride") is not None
        }
        own = {
            whole(each.get(f"{W}ilvl"), 0): _level(level)
            for each in overrides
            if (level := each.find(f"{W}lvl")) is not None
        }
        if own:
            self._plans[f"own {name}"] = self._plans.get(plan, {}) | own
            plan = f"own {name}"
        self._lists[name] = plan
        if starts:
            self._restarts[name] = starts


def _level(level: Element) -> _Level:
    return _Level(
        form=value_of(level, "numFmt") or "decimal",
        label=value_of(level, "lvlText") or "",
        start=whole(value_of(level, "start"), 1),
        style=value_of(level, "pStyle"),
        digits=is_on(level, "isLgl"),
    )


def written(number: int, form: str) -> str:
    """A number as the list writes it; forms of other scripts are written in digits."""
    kind = form.lower()
    letters = str(number)
    if form == "none":
        return ""
    if form == "decimalZero":
        letters = f"{number:02}"
    elif kind.endswith("letter") and 0 < number <= 26 * LEVELS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind.endswith("roman") and 0 < number < 4000:
        letters = _roman(number)
    return letters.upper() if form.startswith("upper") else letters


def _roman(number: int) -> str:
    letters = ""
    for worth, sign in ROMAN:
        times, number = divmod(number, worth)
        letters += sign * times
    return letters
