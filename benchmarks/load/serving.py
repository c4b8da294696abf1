"""Rows of the table: cold start, memory of an idle worker, and the claim list under eight clients."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.load.asking import cookie_of
from benchmarks.load.bare import LIST
from benchmarks.load.building import cast_of_desk
from benchmarks.load.server import THREADS, WORKERS, Browser, at_once, collect_static, serving
from benchmarks.load.table import MEGABYTES, SECONDS, SHARE, Figure
from claims.models import Claim

CLIENTS, PAGES_A_CLIENT = 8, 10


def measure_start(rounds: int) -> Iterator[Figure]:
    """From a new process to the first page, and what one worker holds after it."""
    address = os.environ["DATABASE_URL"]
    collect_static(address)
    seconds, memory = [], []
    for _ in range(max(rounds // 4, 2)):
        with serving(address, workers=1) as server:
            seconds.append(server.seconds)
            memory.append(resident(server.workers()[0]))
    spread = (min(seconds), max(seconds))
    yield Figure("start", "cold start to the first page", median(seconds), SECONDS, 2.5, 1.5, spread=spread)
    yield Figure("start", "idle worker", median(memory), MEGABYTES, 220, 160)


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def measure_throughput(rounds: int) -> Iterator[Figure]:
    """Pages a second of the claim list for eight editors at once against those of the bare page."""
    address, cookie = os.environ["DATABASE_URL"], cookie_of(cast_of_desk().editor)
    collect_static(address)
    last = Claim.objects.order_by("-pk").values_list("pk", flat=True)[0]
    with serving(address) as server:
        ours: list[Callable[[], object]] = [
            partial(_read, server.port, cookie, "/claims/") for _ in range(CLIENTS)
        ]
        bare: list[Callable[[], object]] = [
            partial(_read, server.port, "", LIST.format(start=last)) for _ in range(CLIENTS)
        ]
        at_once(ours)
        taken = [(at_once(ours), at_once(bare)) for _ in range(max(rounds // 4, 2))]
    shares = [floor / own for own, floor in taken]
    pages = CLIENTS * PAGES_A_CLIENT
    rates = [pages / median(each) for each in zip(*taken, strict=True)]
    yield Figure(
        "throughput",
        f"claim list, {CLIENTS} clients, {WORKERS} workers of {THREADS} threads",
        median(shares),
        SHARE,
        0.3,
        0.5,
        floor_is="pages a second of the bare page, same server",
        spread=(min(shares), max(shares)),
        note=f"{rates[0]:.0f} against {rates[1]:.0f} pages a second",
    )


def _read(port: int, cookie: str, address: str) -> None:
    browser = Browser(port, cookie)
    for _ in range(PAGES_A_CLIENT):
        status, _ = browser.get(address)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
