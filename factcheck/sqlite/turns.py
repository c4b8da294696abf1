"""A queue for writers: first come, first served. Knows threads, not databases."""

import threading
from collections import deque


class Turns:
    """Threads of one process that take turns; whoever ends a turn hands it to the one who has waited longest."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._holder: threading.Lock | None = None  # whose turn it is

    def take(self, seconds: float) -> "Turn":
        """The turn, as soon as it is this thread's; one that is nobody's after waiting so many seconds in vain.

        Who is interrupted while waiting leaves the line, or hands over what they were just given.
        """
        call = threading.Lock()
        call.acquire()
        try:
            if not self._is_first(call) and not call.acquire(timeout=max(seconds, 0)) and self._gave_up(call):
                return Turn()
        except BaseException:
            self.leave(call)
            raise
        return Turn(self, call)

    def _is_first(self, call: threading.Lock) -> bool:
        """Whether nobody's turn was this one's at once; else it stands in line now."""
        with self._gate:
            if self._holder is None:
                self._holder = call
            else:
                self._waiting.append(call)
            return self._holder is call

    def _gave_up(self, call: threading.Lock) -> bool:
        """Whether the call was still waiting; else the turn was handed over in the last moment."""
        with self._gate:
            if self._holder is not call:
                self._waiting.remove(call)
            return self._holder is not call

    def leave(self, call: threading.Lock) -> None:
        """Hand over to the next if it is this one's turn, leave the line if it waits, else do nothing."""
        with self._gate:
            if self._holder is call:
                self._holder = self._waiting.popleft() if self._waiting else None
                if self._holder:
                    self._holder.release()
            elif call in self._waiting:
                self._waiting.remove(call)

    @property
    def waiting(self) -> int:
        """How many wait now."""
        return len(self._waiting)


class Turn:
    """Somebody's turn, ended once."""

    def __init__(self, turns: Turns | None = None, call: "threading.Lock | None" = None) -> None:
        self._turns, self._call = turns, call

    @property
    def is_ours(self) -> bool:
        """Whether it was given, and has not ended."""
        return self._turns is not None

    def end(self) -> None:
        """Hand over to the next."""
        turns, self._turns = self._turns, None
        if turns is not None and self._call is not None:
            turns.leave(self._call)
