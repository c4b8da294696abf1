"""``python -m benchmarks.load``: builds the desk and runs the table. Each part runs in a process of its own."""

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.desk import environment
from benchmarks.load import page
from benchmarks.load.desks import POSTGRES, SQLITE, Place
from benchmarks.load.measured import ROWS

SERVER = "postgres://127.0.0.1:5432/postgres"


def main(arguments: list[str] | None = None) -> int:
    """Build the desk, or take the one that is kept, and measure."""
    given = _arguments(arguments)
    if given.write:
        page.write(given.keep)
        return 0
    with tempfile.TemporaryDirectory(prefix="factcheck-load-", ignore_cleanup_errors=True) as folder:
        kept = given.keep is not None
        place = Place(
            given.db,
            given.claims,
            (given.keep or Path(folder)).absolute(),
            given.server,
            "" if kept else f"_{os.getpid()}",
        )
        place.folder.mkdir(parents=True, exist_ok=True)
        try:
            build(place)
            for row in given.only or list(ROWS):
                measure(place, row, given.rounds)
        finally:
            if not kept:
                place.drop()
    return 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--db", choices=(SQLITE, POSTGRES), default=SQLITE)
    parser.add_argument("--claims", type=int, default=10_000, help="claims of the desk (default 10,000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the built desk and its figures there")
    parser.add_argument("--only", nargs="+", choices=list(ROWS), metavar="ROW", help=f"of {', '.join(ROWS)}")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument(
        "--server",
        default=os.environ.get("TEST_DATABASE_URL", SERVER),
        help=f"where databases are made for --db postgres (default: TEST_DATABASE_URL, else {SERVER})",
    )
    parser.add_argument("--write", action="store_true", help="only write docs/performance.md from --keep DIR")
    parser.add_argument("--quick", action="store_true", help="1,000 claims, 2 rounds")
    given = parser.parse_args(arguments)
    if given.quick:
        given.claims, given.rounds = 1000, 2
    if given.write and given.keep is None:
        parser.error("--write needs --keep DIR")
    return given


def build(place: Place) -> None:
    """Build the desk unless it is there, and say how long it took."""
    if not place.is_built():
        place.create()
        command = [sys.executable, "-m", "benchmarks.load.built", str(place.claims), str(place.record)]
        subprocess.run(command, env=os.environ | environment(place.address), check=True)
    built = place.built()
    print(
        f"{place.db}: {built['claims']:,} claims in {built['documents']:,} documents, {built['rows']:,} rows,"
        f" built in {built['seconds']:,.0f} s ({built['cpu']:,.0f} s of this process's own time):"
        f" {built['rows'] / built['seconds']:,.0f} rows/s"
    )


def measure(place: Place, row: str, rounds: int) -> None:
    """One row in a process of its own; its figures take the place of those of the run before."""
    print(f"{row}:", flush=True)
    writes = ROWS[row][1]
    desk = place.copy() if writes else place
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, "-m", "benchmarks.load.measured", row, str(rounds), file.name]
        try:
            subprocess.run(command, env=os.environ | environment(desk.address), check=True)
        finally:
            if writes:
                desk.drop()
        known = json.loads(place.results.read_text(encoding="utf-8")) if place.results.exists() else {}
        known[row] = noted() | {"figures": json.loads(Path(file.name).read_text(encoding="utf-8"))[row]}
        place.results.write_text(json.dumps(known, indent=1), encoding="utf-8")


def noted() -> dict[str, object]:
    """When and on how busy a machine something was measured, and from which commit."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    today = datetime.datetime.now(datetime.UTC).date()
    return {"day": str(today), "commit": commit, "load": os.getloadavg()[1], "cores": os.cpu_count()}


if __name__ == "__main__":
    sys.exit(main())
