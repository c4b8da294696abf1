"""Row of the table: 32 reviewers write at once; what failed, what was lost, and the longest anybody waited."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlencode

from benchmarks.load.asking import cookie_of
from benchmarks.load.building import cast_of_desk
from benchmarks.load.searching import percentile
from benchmarks.load.server import Browser, at_once, collect_static, serving
from benchmarks.load.submitting import address_of, of, verdict_of
from benchmarks.load.table import NUMBER, SECONDS, Figure
from claims.models import Assignment, Chain, Event, User
from claims.reports.verification import verify

ROW, WRITES = "crowd", 100


@dataclass
class Writer:
    """One reviewer with some drafts: saves them in turn, each time in other words, and hands them in at the end."""

    user: User
    drafts: list[Assignment]
    cookie: str
    before: int = 0
    done: int = 0
    failed: int = 0
    waits: list[float] = field(default_factory=list)

    def write(self, port: int) -> None:
        """A hundred writes, each a request that leaves exactly one event."""
        browser, count = Browser(port, self.cookie), len(self.drafts)
        versions = dict.fromkeys(range(count), 1)
        for number in range(WRITES):
            place, last = number % count, number >= WRITES - count
            words = f"Written for the {number - count * last}th time."
            form = {"verdict": verdict_of(self.drafts[place]), "rationale": words, "version": versions[place]}
            versions[place] += self._send(browser, self.drafts[place], "submit/" if last else "save/", form)

    def _send(self, browser: Browser, draft: Assignment, move: str, form: dict[str, object]) -> int:
        start = time.perf_counter()
        try:
            status, _ = browser.post(address_of(draft) + move, urlencode(form))
        except OSError:
            status = 0
        self.waits.append(time.perf_counter() - start)
        self.done, self.failed = self.done + (status == 302), self.failed + (status != 302)
        return int(status == 302)

    def events(self) -> int:
        """How many events of theirs history holds."""
        return Event.objects.filter(actor=self.user).count()


def measure(rounds: int) -> Iterator[Figure]:
    """3,200 writes on a server of two workers of eight threads."""
    writers = [writer for writer in map(_writer, cast_of_desk().reviewers) if writer.drafts]
    collect_static(os.environ["DATABASE_URL"])
    with serving(os.environ["DATABASE_URL"]) as server:
        jobs: list[Callable[[], object]] = [partial(writer.write, server.port) for writer in writers]
        taken = at_once(jobs)
    stored = [writer.events() - writer.before for writer in writers]
    done = sum(writer.done for writer in writers)
    waits = [wait for writer in writers for wait in writer.waits]
    told = f"{len(writers)} reviewers, {len(waits):,} writes"
    yield Figure(ROW, f"{told}, failed", sum(writer.failed for writer in writers), NUMBER, 0)
    lost = sum(max(writer.done - kept, 0) for writer, kept in zip(writers, stored, strict=True))
    yield Figure(ROW, f"{told}, said to be stored and lost", lost, NUMBER, 0)
    more = sum(max(kept - writer.done, 0) for writer, kept in zip(writers, stored, strict=True))
    yield Figure(ROW, f"{told}, stored and said to have failed", more, NUMBER, 0)
    yield Figure(ROW, f"{told}, longest wait", max(waits), SECONDS, 5, 2, note=f"{done / taken:.0f} a second")
    yield Figure(ROW, f"{told}, p50", percentile(waits, 0.5), SECONDS)
    yield Figure(ROW, f"{told}, p99", percentile(waits, 0.99), SECONDS)
    documents = {draft.claim.document_id for writer in writers for draft in writer.drafts}
    chains = Chain.objects.filter(document__in=documents).order_by("id")
    yield Figure(ROW, f"{told}, faults in their histories", len(list(verify(chains))), NUMBER, 0)


def _writer(user: User) -> Writer:
    drafts = of(user, "started")[:10]
    writer = Writer(user, drafts, cookie_of(user))
    writer.before = writer.events()
    return writer
