"""Runs one module of ours in a child process with limits, for bytes that nobody vouches for. Reads no format itself."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from claims.outside import amounts, jail

ROOT = Path(__file__).resolve().parents[2]  # the folder that holds the claims package
ENVIRONMENT = {  # all of it: what the server knows stays with the server
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # the same file gives the same text
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",  # an arena takes 64 MB of address space
}
BROKE_OFF = (
    "The reader broke off on this file, which may be damaged or made to do harm. Paste the text instead."
)
CHUNK = 65_536
TRACE_BYTES = 4_000


class Reason(StrEnum):
    """Which limit ended the child."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    CRASH = "crash"


class Stopped(Exception):
    """The child gave no result; the message is a sentence for a person, ``trace`` the end of what it complained of."""

    def __init__(self, sentence: str, reason: Reason, trace: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.trace = trace


@dataclass(frozen=True)
class Limits:
    """Seconds on the clock, seconds of computing, bytes of address space, bytes of output, files open at a time."""

    seconds: float = 30
    cpu_seconds: int = 20
    memory_bytes: int = 1_000_000_000
    output_bytes: int = 60_000_000
    open_files: int = 64


DEFAULTS = Limits()


def run(
    module: str,
    data: bytes,
    *,
    arguments: Sequence[str] = (),
    limits: Limits = DEFAULTS,
    path: Sequence[str] = (),
) -> bytes:
    """What ``python -m module`` writes when it reads ``data``; ``path`` are more folders to import from.

    The child sees no environment of ours, no network, no other process, and no file but the code. It and whatever
    it started is gone when this returns or raises. Raises Stopped, and OSError if no process can be started.
    """
    deadline = time.monotonic() + limits.seconds
    with _child(module, arguments, limits, path) as child:
        output, trace = _exchange(child, data, limits, deadline)
        try:
            code = child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise _too_long(limits.seconds) from None
    if code != 0:
        raise _broken(code, limits, trace.decode(errors="replace"))
    return bytes(output)


@contextmanager
def _child(
    module: str, arguments: Sequence[str], limits: Limits, path: Sequence[str]
) -> Iterator[subprocess.Popen[bytes]]:
    """The process, in a session of its own; when the block ends, so do all of that session."""
    python = [sys.executable, "-s", "-B", "-X", "utf8", "-m", jail.__name__]
    numbers = map(str, (limits.cpu_seconds, limits.memory_bytes, limits.open_files, os.getpid()))
    child = subprocess.Popen(  # noqa: S603 - our own program; a name of a file is an argument, never a command
        [*python, *numbers, os.pathsep.join(path), module, *map(_carried, arguments)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        with suppress(ProcessLookupError, PermissionError):  # nobody left; macOS says so with the second
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        for pipe in filter(None, (child.stdin, child.stdout, child.stderr)):
            pipe.close()


def _carried(argument: str) -> str:
    """An argument as a command line can carry it: without noughts and halves of surrogates."""
    return argument.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _exchange(
    child: subprocess.Popen[bytes], data: bytes, limits: Limits, deadline: float
) -> tuple[bytearray, bytearray]:
    """Feed the child and collect its output and the end of its complaints, until it has closed both."""
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    output, trace = bytearray(), bytearray()
    with selectors.DefaultSelector() as pipes:
        pipes.register(child.stdin, selectors.EVENT_WRITE, _feed(child.stdin, data))
        pipes.register(child.stdout, selectors.EVENT_READ, _listen(child.stdout, output))
        pipes.register(child.stderr, selectors.EVENT_READ, _listen(child.stderr, trace))
        while not (child.stdout.closed and child.stderr.closed):
            for key, _ in pipes.select(max(0, deadline - time.monotonic())):
                if not next(key.data, False):
                    pipes.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr]
            if len(output) > limits.output_bytes:
                raise _too_much(limits.output_bytes)
            if time.monotonic() >= deadline:
                raise _too_long(limits.seconds)
            del trace[:-TRACE_BYTES]
    return output, trace


def _feed(pipe: IO[bytes], data: bytes) -> Iterator[bool]:
    """Each step writes what the pipe takes; the steps end with the data, or when the child closes its input."""
    os.set_blocking(pipe.fileno(), False)
    rest = memoryview(data)
    with suppress(BrokenPipeError):
        while rest:
            rest = rest[pipe.write(rest[:CHUNK]) or 0 :]
            yield True


def _listen(pipe: IO[bytes], heard: bytearray) -> Iterator[bool]:
    """Each step reads what is there; the steps end when the child closes its end."""
    os.set_blocking(pipe.fileno(), False)
    while (chunk := pipe.read(CHUNK)) != b"":
        heard += chunk or b""
        yield True


def _too_long(seconds: float, what: str = "") -> Stopped:
    return Stopped(
        f"Reading this file took more than {amounts.seconds(seconds)}{what} and was stopped.", Reason.TIME
    )


def _too_much(output_bytes: int) -> Stopped:
    return Stopped(
        f"This file gives more than {amounts.size(output_bytes)} of text and was stopped.", Reason.OUTPUT
    )


def _broken(code: int, limits: Limits, trace: str) -> Stopped:
    """Why a child ended by itself: ``code`` is how, negative for a signal."""
    if code == -signal.SIGXCPU:
        return _too_long(limits.cpu_seconds, " of computing")
    if code in (
        jail.OUT_OF_MEMORY,
        -signal.SIGKILL,
    ):  # the latter comes from a system that is short of memory
        needs = f"Reading this file needs more than {amounts.size(limits.memory_bytes)} of memory"
        return Stopped(f"{needs} and was stopped.", Reason.MEMORY, trace)
    return Stopped(BROKE_OFF, Reason.CRASH, trace)
