"""One end in time for several waits: look-ups, connections and reading are all cut off by it. Speaks to no one."""

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from types import TracebackType
from typing import Self, TypeVar

Answer = TypeVar("Answer")


class Deadline:
    """``with Deadline(seconds)``: when they are over, the socket being watched is shut down from another thread.

    A timeout of the socket alone would begin anew with each byte that drips in.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._watched: socket.socket | None = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    @property
    def over(self) -> bool:
        """Whether the time has come."""
        return time.monotonic() >= self._end

    def left(self) -> float:
        """The seconds that are left; TimeoutError when there are none."""
        if (seconds := self._end - time.monotonic()) <= 0:
            raise TimeoutError("the deadline is over")
        return seconds

    def watch(self, connected: socket.socket) -> None:
        """Shut this socket down at the end, or now if the end has come; whoever reads from it reads no more."""
        self._watched = connected
        if self.over:
            self._cut()

    def within(self, function: Callable[[str], Answer], argument: str) -> Answer:
        """The answer of a function that knows no timeout; TimeoutError when it has none at the end.

        It then goes on in a thread that nobody waits for.
        """
        future: Future[Answer] = Future()

        def work() -> None:
            try:
                future.set_result(function(argument))
            except Exception as error:
                future.set_exception(error)

        threading.Thread(target=work, daemon=True).start()
        return future.result(self.left())

    def _cut(self) -> None:
        if self._watched is not None:
            with suppress(
                OSError
            ):  # closed already; TLS is left out, as another thread is in the middle of it
                socket.socket.shutdown(self._watched, socket.SHUT_RDWR)
