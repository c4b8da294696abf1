"""Row of the table: bringing documents in, their text extracted already, against the same rows alone."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from typing import Any

from django.db import connection, transaction

from benchmarks.load.building import cast_of_desk
from benchmarks.load.inventing import Invented, Size, invent
from benchmarks.load.rows import insert, ready
from benchmarks.load.table import ROWS, SHARE, Figure
from claims.models import Chain, Claim, ClaimSpan, Document, Event, EventBody, Revision, RevisionText, User
from claims.text import Reading
from claims.workflow import intake
from claims.workflow.arriving import Particulars
from claims.workflow.reading import Incoming

ROW = "import"
DOCUMENTS, LONG = 40, 5000
TABLES: list[Any] = [Document, Revision, RevisionText, Chain, Claim, ClaimSpan, Event, EventBody]

TARGETS = {
    "sqlite": (("bulk_create", "bulk_create", 0.6, None), ("engine", "executemany", None, 0.4)),
    "postgresql": (("bulk_create", "bulk_create", 0.5, None), ("engine", "COPY", None, 0.5)),
}


def measure(rounds: int) -> Iterator[Figure]:
    """Many documents of fifty claims, and one of five thousand."""
    size = Size(LONG * 10)
    many = [invent(number, size) for number in range(1, DOCUMENTS + 1)]
    yield from _compare(f"{DOCUMENTS} documents of {size.of_document(1)[1]} claims", many, rounds)
    yield from _compare(f"one document of {size.long_claims:,} claims", [invent(0, size)], rounds)


def _compare(what: str, documents: list[Invented], rounds: int) -> Iterator[Figure]:
    by, taken = cast_of_desk().editor, []
    for _ in range(max(rounds // 4, 1)):
        taken.append(_once(documents, by))
    count = taken[0]["rows"]
    rates = {way: count / median(each[way] for each in taken) for way in ("ours", "bulk_create", "engine")}
    yield Figure(ROW, f"{what}, {count:,.0f} rows", rates["ours"], ROWS)
    for way, floor_is, reach, limit in TARGETS[connection.vendor]:
        shares = [each[way] / each["ours"] for each in taken]
        spread, note = (min(shares), max(shares)), f"{rates[way]:,.0f} rows/s"
        about: dict[str, Any] = {"floor_is": floor_is, "spread": spread, "note": note}
        words = f"{what}, share of {floor_is} of the same rows"
        yield Figure(ROW, words, median(shares), SHARE, reach, limit, **about)


def _once(documents: list[Invented], by: User) -> dict[str, float]:
    """Seconds of each way; everything is rolled back, so that the next one stores the very same rows."""
    before = [_last(model) for model in TABLES]
    rows: list[list[Any]] = []

    def read() -> None:
        rows.extend(
            list(model.objects.filter(pk__gt=last).order_by("pk"))
            for model, last in zip(TABLES, before, strict=True)
        )

    ours = _rolled_back(partial(_bring_in, documents, by), read)
    bulk = _rolled_back(partial(_by_bulk_create, rows))
    told = [ready(model, each) for model, each in zip(TABLES, rows, strict=True)]
    engine = _rolled_back(lambda: [insert(*each) for each in told])
    return {"ours": ours, "bulk_create": bulk, "engine": engine, "rows": sum(map(len, rows))}


def _rolled_back(write: Callable[[], object], then: Callable[[], object] = lambda: None) -> float:
    with transaction.atomic():
        start = time.perf_counter()
        write()
        taken = time.perf_counter() - start
        then()
        transaction.set_rollback(True)
    return taken


def _last(model: Any) -> int:
    found: int = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return found


def _bring_in(documents: list[Invented], by: User) -> None:
    """The verbs of the import, behind reading and extraction."""
    for made in documents:
        incoming = Incoming(Reading(made.text, format="plain"), None)
        about = Particulars(title=made.title, source=made.source, author=made.author, language="en")
        intake.store(incoming, made.extraction, by=by, about=about)


def _by_bulk_create(rows: list[list[Any]]) -> None:
    for model, each in zip(TABLES, rows, strict=True):
        model.objects.bulk_create(each, batch_size=500)
