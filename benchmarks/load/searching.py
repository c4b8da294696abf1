"""Row of the table: search for a rare and a common word against the engine's own query."""

from collections.abc import Callable, Iterator

from django.db import connection

from benchmarks.figures import interleaved
from benchmarks.load.inventing import COMMON, RARE
from benchmarks.load.table import SECONDS, Figure, compared
from claims.models import Claim

ROW, WANTED = "search", 25
RAW = {
    "sqlite": (
        "SELECT c.* FROM claims_claim c WHERE c.id IN (SELECT rowid FROM claims_claim_search"
        " WHERE claims_claim_search MATCH %s) ORDER BY c.id DESC LIMIT 25",
        '"{}"*',
    ),
    "postgresql": (
        "SELECT c.* FROM claims_claim c WHERE array_to_tsvector(string_to_array(search_text, ' '))"
        " @@ %s::tsquery ORDER BY c.id DESC LIMIT 25",
        "'{}':*",
    ),
}


def measure(rounds: int) -> Iterator[Figure]:
    """The newest 25 claims with the word: through the search of the app, and as plain SQL."""
    for name, word in (("rare word", RARE), ("common word", COMMON)):
        ours, floor = interleaved([_ours(word), _raw(word)], rounds, warm=1)
        found = compared(ROW, f"{name}, newest {WANTED}", ours, floor, "the engine's own query", reach=2.0)
        yield found
        worst = percentile(ours)
        yield Figure(ROW, f"{name}, p95", worst, SECONDS, *((0.1, 0.02) if word == COMMON else (None, None)))
        yield Figure(ROW, f"{name}, p95 of the engine's own query", percentile(floor), SECONDS)


def percentile(seconds: list[float], share: float = 0.95) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(seconds)[min(int(len(seconds) * share), len(seconds) - 1)]


def _ours(word: str) -> Callable[[], object]:
    return lambda: list(Claim.objects.search(word).order_by("-id")[:WANTED])


def _raw(word: str) -> Callable[[], object]:
    sql, pattern = RAW[connection.vendor]

    def ask() -> list[object]:
        with connection.cursor() as cursor:
            cursor.execute(sql, [pattern.format(word)])
            return list(cursor.fetchall())

    return ask
