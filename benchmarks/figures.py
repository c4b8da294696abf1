"""Times and ratios, and how they are printed. Knows nothing of what is measured."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How many times slower one thing is than another: median, least and greatest over the rounds."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


def seconds(action: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def interleaved(actions: Sequence[Callable[[], object]], rounds: int, warm: int = 2) -> list[list[float]]:
    """Seconds of each action over the rounds, taken A B A B, so that a busy minute meets all of them."""
    for _ in range(warm):
        for action in actions:
            action()
    taken: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for times, action in zip(taken, actions, strict=True):
            times.append(seconds(action))
    return taken


def ratio(one: Sequence[float], other: Sequence[float]) -> Ratio:
    """The first against the second, round by round: neighbours in time are compared with each other."""
    each = [a / b for a, b in zip(one, other, strict=True)]
    return Ratio(statistics.median(each), min(each), max(each))


def milliseconds(times: Sequence[float]) -> str:
    """The median as a person reads it."""
    return f"{statistics.median(times) * 1000:.1f} ms"
