"""Bringing in a long document against storing its rows alone: bulk_create, and executemany, in the same run."""

import argparse
import statistics
import sys
import time
import tracemalloc
from typing import Any

from benchmarks.desk import throw_away_desk

LINE = "The quay number {number} of Vessby cost {cost} million crowns, the port authority said."


def main(arguments: list[str] | None = None) -> None:
    """Bring the same length in several times, each time with what it is compared with."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake", description=__doc__)
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="2,000 sentences")
    given = parser.parse_args(arguments)
    if given.quick:
        given.sentences = 2000
    with throw_away_desk():
        compare(given.sentences, given.rounds)


def compare(sentences: int, rounds: int) -> None:
    """Print rows a second of each way and what intake costs above the rows."""
    from claims.models import User  # noqa: PLC0415 - models need Django set up

    by, taken = User.objects.system(), []
    for round_ in range(rounds):
        taken.append(_once(_text(sentences, round_), by))
    rows = taken[0].pop("rows")
    for each in taken[1:]:
        each.pop("rows")
    print(f"a document of {sentences:,} sentences: {rows:,} rows of claims and passages; {rounds} rounds")
    print("compared with: the same rows by bulk_create, and by executemany without Django, same run")
    for way in taken[0]:
        each = statistics.median(times[way] for times in taken)
        print(f"  {way}: {each:.2f} s, {rows / each:,.0f} rows a second")
    whole, alone, bare = (
        _median_ratio(taken, "everything", way) for way in ("extract", "bulk_create", "executemany")
    )
    print(f"  everything takes {whole} times extraction, {alone} times bulk_create, {bare} times executemany")
    print(
        f"  memory: peak {_peak(_text(sentences, rounds), by):.0f} MB allocated by Python in one run, traced apart"
    )


def _median_ratio(taken: list[dict[str, float]], one: str, other: str) -> str:
    each = [times[one] / times[other] for times in taken]
    return f"{statistics.median(each):.1f} ({min(each):.1f}–{max(each):.1f})"


def _text(sentences: int, round_: int) -> bytes:
    lines = (LINE.format(number=f"{round_}{i:06}", cost=i % 89 + 1) for i in range(sentences))
    return "\n".join(lines).encode()


def _once(data: bytes, by: Any) -> dict[str, Any]:
    """Seconds of each way for one text; the rows of the two comparisons are rolled back."""
    from claims.models import Claim, ClaimSpan  # noqa: PLC0415 - models need Django set up
    from claims.text import extract  # noqa: PLC0415 - not before the database is known
    from claims.workflow import intake, reading  # noqa: PLC0415 - the same

    start = time.perf_counter()
    document = intake.bring_in(reading.read_words(data.decode()), by=by)
    everything = time.perf_counter() - start
    start = time.perf_counter()
    extract(data.decode())
    extraction = time.perf_counter() - start
    claims = list(Claim.objects.filter(document=document))
    spans = list(ClaimSpan.objects.filter(claim__document=document))
    _anew(claims, spans)
    bulk = _rolled_back(lambda: _bulk(claims, spans))
    statements = _statements(claims, spans)
    return {
        "everything": everything,
        "extract": extraction,
        "bulk_create": bulk,
        "executemany": _rolled_back(lambda: _many(statements)),
        "rows": len(claims) + len(spans),
    }


def _rolled_back(write: Any) -> float:
    from django.db import transaction  # noqa: PLC0415 - the database must be known first

    with transaction.atomic():
        start = time.perf_counter()
        write()
        taken = time.perf_counter() - start
        transaction.set_rollback(True)
    return taken


def _anew(claims: list[Any], spans: list[Any]) -> None:
    """Make rows of them that can be stored once more, under other numbers."""
    known = {claim.pk: claim for claim in claims}
    for span in spans:
        span.pk, span.claim = None, known[span.claim_id]
    for claim in claims:
        claim.pk, claim.number = None, claim.number + len(claims)


def _bulk(claims: list[Any], spans: list[Any]) -> None:
    type(claims[0]).objects.bulk_create(claims, batch_size=500)
    for span in spans:
        span.claim_id = span.claim.pk
    type(spans[0]).objects.bulk_create(spans, batch_size=500)


def _statements(*kinds: list[Any]) -> list[tuple[str, list[list[Any]]]]:
    """Ready SQL and tuples of the same values; what Django itself does with them is not measured."""
    from django.db import connection  # noqa: PLC0415 - the database must be known first

    ready = []
    for rows in kinds:
        table = type(rows[0])._meta.db_table
        fields = [f for f in type(rows[0])._meta.concrete_fields if not f.primary_key and not f.generated]
        columns, marks = ", ".join(f'"{f.column}"' for f in fields), ", ".join(["%s"] * len(fields))
        values = [[f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields] for row in rows]
        ready.append((f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', values))
    return ready


def _many(statements: list[tuple[str, list[list[Any]]]]) -> None:
    from django.db import connection  # noqa: PLC0415 - the database must be known first

    with connection.cursor() as cursor:
        for statement, values in statements:
            cursor.executemany(statement, values)


def _peak(data: bytes, by: Any) -> float:
    from claims.workflow import intake, reading  # noqa: PLC0415 - not before the database is known

    tracemalloc.start()
    intake.bring_in(reading.read_words(data.decode()), by=by)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1_000_000


if __name__ == "__main__":
    main(sys.argv[1:])
