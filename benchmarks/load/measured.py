"""``python -m benchmarks.load.measured ROW,… ROUNDS RESULTS``: rows of the table, on the database of DATABASE_URL."""

import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.desk import desk_at
from benchmarks.load.table import Figure

# Where each row is measured, and whether it writes and so works on a copy of the desk.
ROWS = {
    "list": ("lists:measure", False),
    "page": ("pages:measure_details", False),
    "dashboard": ("pages:measure_dashboards", False),
    "admin": ("pages:measure_admin", False),
    "search": ("searching:measure", False),
    "verify": ("verifying:measure", False),
    "export": ("exporting:measure", False),
    "start": ("serving:measure_start", False),
    "throughput": ("serving:measure_throughput", False),
    "import": ("bringing:measure", True),
    "bulk": ("moving:measure", True),
    "submit": ("submitting:measure", True),
    "crowd": ("crowding:measure", True),
    "beside": ("beside:measure", True),
}


def run(row: str, rounds: int) -> list[Figure]:
    """Measure one row, each figure printed as it comes."""
    module, _, name = ROWS[row][0].partition(":")
    measure: Callable[[int], Iterator[Figure]] = getattr(
        importlib.import_module(f"benchmarks.load.{module}"), name
    )
    found = []
    for figure in measure(rounds):
        print(figure.line(), flush=True)
        found.append(figure)
    return found


if __name__ == "__main__":
    with desk_at(os.environ["DATABASE_URL"]):
        found = {
            row: [each.as_dict() for each in run(row, int(sys.argv[2]))] for row in sys.argv[1].split(",")
        }
        Path(sys.argv[3]).write_text(json.dumps(found), encoding="utf-8")
