"""One figure of the table, its target, and how it is printed. Knows nothing of what is measured."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from benchmarks.figures import ratio

# What a figure counts; a share of throughput wants to be large, everything else small.
TIMES, SHARE, QUERIES, SECONDS, MEGABYTES, ROWS, NUMBER = (
    "times", "share", "queries", "seconds", "MB", "rows/s", "number",
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One line: ``value`` in ``unit`` against ``reach`` and ``limit`` (``None``: for the record only).

    ``ours`` and ``floor`` are seconds where there are two sides; ``spread`` is the least and greatest value.
    """

    row: str
    what: str
    value: float
    unit: str = TIMES
    reach: float | None = None
    limit: float | None = None
    floor_is: str = ""
    ours: float | None = None
    floor: float | None = None
    spread: tuple[float, float] | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Reached, at the limit, or not; a figure that has only a limit to approach is never "NOT reached"."""
        if self.limit is not None and self._holds(self.limit):
            return "limit reached"
        if self.reach is None:
            return ""
        return "reached" if self._holds(self.reach) else "NOT reached"

    def _holds(self, target: float) -> bool:
        return self.value >= target if self.unit == SHARE else self.value <= target

    @property
    def target(self) -> str:
        """What is to be reached, in words."""
        sign = "≥" if self.unit == SHARE else "≤"
        reach = "" if self.reach is None else f"{sign} {spoken(self.reach, self.unit)}"
        limit = "" if self.limit is None else f"limit {sign} {spoken(self.limit, self.unit)}"
        return ", ".join(part for part in (reach, limit) if part)

    @property
    def words(self) -> str:
        """The value with its spread."""
        if self.spread is None:
            return spoken(self.value, self.unit)
        low, high = (spoken(each, self.unit).split()[0] for each in self.spread)
        return f"{spoken(self.value, self.unit)} ({low}–{high})"

    @property
    def sides(self) -> str:
        """Ours against the floor, as times."""
        if self.ours is None:
            return ""
        return duration(self.ours) + (f" / {duration(self.floor)}" if self.floor is not None else "")

    def line(self) -> str:
        """As it is printed."""
        parts = [self.words, self.sides, self.target, self.verdict, self.note]
        return f"  {self.what}: " + "; ".join(part for part in parts if part)

    def as_dict(self) -> dict[str, Any]:
        """Plain data; ``Figure(**data)`` is the inverse."""
        return asdict(self)


def compared(
    row: str, what: str, ours: Sequence[float], floor: Sequence[float], floor_is: str, **more: Any
) -> Figure:
    """How many times the floor something takes, neighbours in time compared with each other."""
    each = ratio(ours, floor)
    spread = (each.least, each.most)
    sides = {"ours": median(ours), "floor": median(floor)}
    return Figure(row, what, each.median, TIMES, floor_is=floor_is, spread=spread, **sides, **more)


def spoken(value: float, unit: str) -> str:
    """A value with its unit."""
    if unit == TIMES:
        return f"{value:.2f} ×"
    if unit == SHARE:
        return f"{100 * value:.0f} %"
    if unit in (QUERIES, NUMBER):
        return f"{value:,.0f}" + (" queries" if unit == QUERIES else "")
    if unit == SECONDS:
        return duration(value)
    return f"{value:,.0f} {unit}" if value >= 10 or unit == ROWS else f"{value:.2f} {unit}"


def duration(seconds: float) -> str:
    """Seconds as a person reads them."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
