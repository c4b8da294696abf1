"""Row of the table: queueing and assigning many claims over fifty documents against storing the same rows alone."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks.load.asking import is_query
from benchmarks.load.building import Cast, cast_of_desk
from benchmarks.load.rows import insert, ready
from benchmarks.load.table import QUERIES, Figure, compared
from claims.models import Assignment, Chain, Claim, Document, Event, EventBody
from claims.workflow import assigning, triage

ROW = "bulk"
CLAIMS, DOCUMENTS, BATCH = 2000, 50, 500
TABLES: list[Any] = [Assignment, Event, EventBody]
Verb = Callable[[Iterable[Claim]], Any]


def measure(rounds: int) -> Iterator[Figure]:
    """Queue and assign 2,000 proposed claims of 50 documents."""
    cast = cast_of_desk()
    claims = proposed(CLAIMS, DOCUMENTS)
    for name, verb in verbs(cast).items():
        taken = [_once(claims, verb) for _ in range(max(rounds // 4, 1))]
        ours, bulk, engine = (list(each) for each in zip(*taken, strict=True))
        what = f"{name} {len(claims):,} claims over {DOCUMENTS} documents"
        yield compared(ROW, what, ours, bulk, "bulk_create of the same rows", reach=3)
        yield compared(ROW, f"{what}, against plain SQL", ours, engine, "plain SQL of the same rows", limit=5)
        with transaction.atomic(), CaptureQueriesContext(connection) as queries:
            verb(claims[:BATCH])
            transaction.set_rollback(True)
        count = len([each for each in queries.captured_queries if is_query(each["sql"])])
        yield Figure(ROW, f"{name} {BATCH} claims, queries", count, QUERIES, 12)


def proposed(count: int, documents: int) -> list[Claim]:
    """Proposed claims of so many documents: all of the ordinary ones, and of the long one as many as are wanting."""
    keys = list(Document.objects.order_by("id").values_list("pk", flat=True)[:documents])
    rows = Claim.objects.filter(status="proposed").order_by("document", "number")
    ordinary = list(rows.filter(document__in=keys[1:])[:count])
    return [*rows.filter(document=keys[0])[: count - len(ordinary)], *ordinary]


def verbs(cast: Cast) -> dict[str, Verb]:
    """The two verbs for many claims."""
    return {
        "queue": partial(triage.queue_all, by=cast.editor),
        "assign": partial(assigning.assign_all, to=cast.reviewers[0], by=cast.editor),
    }


def _once(claims: list[Claim], verb: Verb) -> tuple[float, float, float]:
    """Seconds of the verb, of bulk_create and of plain SQL for the rows that it leaves; all rolled back."""
    before = [model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0 for model in TABLES]
    with transaction.atomic():
        ours = _seconds(partial(verb, claims))
        rows = [
            list(m.objects.filter(pk__gt=last).order_by("pk")) for m, last in zip(TABLES, before, strict=True)
        ]
        changed = list(Claim.objects.filter(pk__in=[claim.pk for claim in claims]))
        transaction.set_rollback(True)
    with transaction.atomic():
        bulk = _seconds(partial(_by_bulk_create, rows, changed))
        transaction.set_rollback(True)
    told = [ready(model, each) for model, each in zip(TABLES, rows, strict=True)]
    keys = [claim.pk for claim in changed]
    with transaction.atomic():
        engine = _seconds(partial(_plain, told, keys))
        transaction.set_rollback(True)
    return ours, bulk, engine


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _by_bulk_create(rows: list[list[Any]], changed: list[Claim]) -> None:
    for model, each in zip(TABLES, rows, strict=True):
        model.objects.bulk_create(each, batch_size=500)
    Claim.objects.filter(pk__in=[claim.pk for claim in changed]).update(status=changed[0].status)
    Chain.objects.filter(pk__in={event.chain_id for event in rows[1]}).update(last_hash="0" * 64)


def _plain(told: list[Any], keys: list[int]) -> None:
    for each in told:
        insert(*each)
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE claims_claim SET status = 'queued' WHERE id = %s", [[key] for key in keys])
