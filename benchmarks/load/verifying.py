"""Row of the table: verifying all histories against reading and hashing the same rows without checks."""

import hashlib
from collections.abc import Iterator

from django.db import connection

from benchmarks.figures import interleaved
from benchmarks.load.table import Figure, compared
from claims.models import Event
from claims.reports.verification import verify

ROWS_A_FETCH = 2000
SQL = (
    "SELECT e.chain_id, e.number, e.actor_id, e.role, e.action, e.claim_id, e.assignment_id, e.at, e.digest,"
    " e.previous_hash, e.hash, b.salt, b.text FROM claims_event e JOIN claims_eventbody b ON b.event_id = e.id"
    " ORDER BY e.chain_id, e.number"
)


def measure(rounds: int) -> Iterator[Figure]:
    """Once each for a large desk, in turns for a small one."""
    times = 1 if Event.objects.count() > 500_000 else min(max(rounds // 4, 1), 3)
    ours, floor = interleaved([_verify, read_and_hash], times, warm=0)
    yield compared(
        "verify", "all histories", ours, floor, "reading and hashing the same rows", reach=3, limit=1.5
    )


def _verify() -> None:
    faults = list(verify())
    if faults:
        raise RuntimeError(f"history does not verify: {faults[0]}")


def read_and_hash() -> int:
    """The rows in the order of their chains, two hashes each, nothing compared."""
    count = 0
    with connection.chunked_cursor() as cursor:
        cursor.execute(SQL)
        while rows := cursor.fetchmany(ROWS_A_FETCH):
            for row in rows:
                hashlib.sha256(repr(row[:10]).encode()).hexdigest()
                hashlib.sha256(f"{row[11]}\n{row[12]}".encode()).hexdigest()
            count += len(rows)
    return count
