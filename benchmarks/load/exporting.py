"""Row of the table: CSV and JSON Lines of all claims against the engine's own dump of the same columns."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from benchmarks.load.server import production
from benchmarks.load.table import MEGABYTES, SHARE, Figure
from claims.models import Claim

ROW = "export"
NAMES = {"sqlite": "group_concat(u.display_name, '; ')", "postgresql": "string_agg(u.display_name, '; ')"}
DUMP = """
SELECT c.id, d.title, d.source, d.author, d.link, d.date, c.number, c.status, c.kind, c.text, c.quote, c.speaker,
 c.check_worthiness, c.due_at, n.label, n.wording, n.as_of, n.at,
 (SELECT {names} FROM claims_assignment a JOIN claims_user u ON u.id = a.reviewer_id
  WHERE a.claim_id = c.id AND a.round = c.round AND a.status = 'submitted')
FROM claims_claim c JOIN claims_document d ON d.id = c.document_id
LEFT JOIN claims_decision n ON n.id = c.current_decision_id ORDER BY c.id
"""


@dataclass(frozen=True)
class Run:
    """One process: how long it took and the most memory it held."""

    seconds: float
    megabytes: float


def measure(rounds: int) -> Iterator[Figure]:
    """Both formats once each; a process that does nothing else is what start and memory are counted from."""
    idle = run([*_command(), "--help"])
    floor = _dump()
    count = Claim.objects.count()
    with tempfile.TemporaryDirectory() as folder:
        for form in ("csv", "jsonl"):
            path = Path(folder) / f"claims.{form}"
            ours = run([*_command(), "--format", form, "--output", str(path)])
            taken = max(ours.seconds - idle.seconds, 0.001)
            note = f"{count / taken:,.0f} against {count / floor:,.0f} rows/s, {path.stat().st_size / 1e6:,.0f} MB"
            about = {"floor_is": "the engine's own dump to CSV", "ours": taken, "floor": floor, "note": note}
            yield Figure(ROW, f"{form}, share of the engine's speed", floor / taken, SHARE, 0.1, 0.4, **about)
            more = max(ours.megabytes - idle.megabytes, 0)
            yield Figure(ROW, f"{form}, memory above the idle command", more, MEGABYTES, 30)


def _command() -> list[str]:
    return [sys.executable, "manage.py", "export_claims"]


def run(command: Sequence[str]) -> Run:
    """Run a command in a process of its own, its output thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=production(os.environ["DATABASE_URL"]), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1000)


def _dump() -> float:
    """Seconds of the engine's own CSV of the same columns: the sqlite3 command, or COPY."""
    sql = DUMP.format(names=NAMES[connection.vendor])
    start = time.perf_counter()
    if connection.vendor == "sqlite":
        command = ["sqlite3", "-csv", str(connection.settings_dict["NAME"]), sql]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    else:
        with connection.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT CSV HEADER") as copy:
            for _ in copy:
                pass
    return time.perf_counter() - start
