"""The app in a server of its own as production runs it: gunicorn with two workers of eight threads, on the loopback."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from benchmarks.desk import environment
from benchmarks.load.asking import TOKEN

WORKERS, THREADS = 2, 8
FIRST, HOST = "/login/", "127.0.0.1"
PATIENCE = 120  # seconds until a server must have answered


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    process: "subprocess.Popen[bytes]"
    seconds: float  # from its start to its first answer

    def workers(self) -> list[int]:
        """The processes that answer."""
        path = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        with open(path, encoding="ascii") as file:
            return [int(pid) for pid in file.read().split()]


def production(address: str) -> dict[str, str]:
    """The environment of a server in production, but for HTTPS."""
    return os.environ | environment(address) | {"DEBUG": "0", "HTTPS": "0"}


@cache
def collect_static(address: str) -> None:
    """The static files with their checksums, as an image has them."""
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, env=production(address), check=True)


@contextmanager
def serving(
    address: str, *, workers: int = WORKERS, threads: int = THREADS, first: str = "/login/"
) -> Iterator[Server]:
    """A server until the block ends; it has answered once."""
    with socket.create_server((HOST, 0)) as place:
        port = place.getsockname()[1]
    command = [
        *(sys.executable, "-m", "gunicorn", "benchmarks.load.wsgi", "--bind", f"{HOST}:{port}"),
        *("--worker-class", "gthread", "--workers", str(workers), "--threads", str(THREADS)),
        *("--log-level", "warning", "--timeout", "120"),
    ]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=production(address))
    try:
        _wait(port, process, start)
        yield Server(port, process, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, process: "subprocess.Popen[bytes]", start: float) -> None:
    while process.poll() is None and time.perf_counter() - start < PATIENCE:
        try:
            if Browser(port).get(FIRST)[0] == 200:
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server gave no page")


class Browser:
    """One connection of one person to a server."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        self.headers = {"Cookie": cookie} if cookie else {}

    def get(self, address: str) -> tuple[int, bytes]:
        """Status and page."""
        return self._ask("GET", address, None)

    def post(self, address: str, form: str) -> tuple[int, bytes]:
        """Status and page after an encoded form was sent."""
        return self._ask("POST", address, form.encode())

    def _ask(self, method: str, address: str, form: bytes | None) -> tuple[int, bytes]:
        more = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": TOKEN} if form else {}
        self.connection.request(method, address, form, self.headers | more)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def at_once(jobs: Sequence[Callable[[], object]]) -> float:
    """Seconds until all jobs are done, each in a thread of its own."""
    start = time.perf_counter()
    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(job) for job in jobs]:
            done.result()
    return time.perf_counter() - start
