"""Bootstrap intervals: how much a figure would move with other documents. Knows nothing of what is counted."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Interval:
    """A figure and the middle 95 of 100 of its values when the documents are drawn again (Efron 1979)."""

    value: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.least:.3f}–{self.most:.3f})"

    def signed(self) -> str:
        """As a difference."""
        return f"{self.value:+.3f} ({self.least:+.3f} to {self.most:+.3f})"


def bootstrap(rows: Sequence[Row], figure: Callable[[Sequence[Row]], float], draws: int = 500) -> Interval:
    """The figure of the rows, and its interval over draws with replacement; the same each time."""
    chance = random.Random(4)
    drawn = sorted(figure(chance.choices(rows, k=len(rows))) for _ in range(draws))
    return Interval(figure(rows), drawn[int(draws * 0.025)], drawn[int(draws * 0.975)])
