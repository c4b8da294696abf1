"""A queue for writers: first come, first served. Knows threads, not databases."""

import threading
from collections import deque


class Turns:
    """Threads of one process that take turns; whoever ends a turn hands it to the one who has waited longest."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    def take(self, seconds: float) -> "Turn":
        """The turn, as soon as it is this thread's; one that is nobody's after waiting so many seconds in vain."""
        with self._gate:
            if not self._taken:
                self._taken = True
                return Turn(self)
            call = threading.Lock()
            call.acquire()
            self._waiting.append(call)
        return Turn(self if call.acquire(timeout=max(seconds, 0)) or not self._withdrawn(call) else None)

    def _withdrawn(self, call: threading.Lock) -> bool:
        """Whether the call was still waiting; else the turn was handed over in the last moment."""
        with self._gate:
            if call in self._waiting:
                self._waiting.remove(call)
                return True
        return False

    def _pass_on(self) -> None:
        with self._gate:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    @property
    def waiting(self) -> int:
        """How many wait now."""
        return len(self._waiting)


class Turn:
    """Somebody's turn, ended once."""

    def __init__(self, turns: Turns | None) -> None:
        self._turns = turns

    @property
    def is_ours(self) -> bool:
        """Whether it was given, and has not ended."""
        return self._turns is not None

    def end(self) -> None:
        """Hand over to the next."""
        turns, self._turns = self._turns, None
        if turns is not None:
            turns._pass_on()
