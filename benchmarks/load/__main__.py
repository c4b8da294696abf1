"""``python -m benchmarks.load``: builds the desk and runs the table. Each part runs in a process of its own."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.desk import environment
from benchmarks.load.desks import POSTGRES, SQLITE, Place

SERVER = "postgres://127.0.0.1:5432/postgres"


def main(arguments: list[str] | None = None) -> int:
    """Build the desk, or take the one that is kept, and measure."""
    given = _arguments(arguments)
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
        finally:
            if not kept:
                place.drop()
    return 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--db", choices=(SQLITE, POSTGRES), default=SQLITE)
    parser.add_argument("--claims", type=int, default=10_000, help="claims of the desk (default 10,000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the built desk and its figures there")
    parser.add_argument(
        "--server",
        default=os.environ.get("TEST_DATABASE_URL", SERVER),
        help=f"where databases are made for --db postgres (default: TEST_DATABASE_URL, else {SERVER})",
    )
    return parser.parse_args(arguments)


def build(place: Place) -> None:
    """Build the desk unless it is there, and say how long it took."""
    if not place.is_built():
        place.create()
        command = [sys.executable, "-m", "benchmarks.load.built", str(place.claims), str(place.record)]
        subprocess.run(command, env=os.environ | environment(place.address), check=True)
    built = json.loads(place.record.read_text(encoding="utf-8"))
    print(
        f"{place.db}: {built['claims']:,} claims in {built['documents']:,} documents, {built['rows']:,} rows,"
        f" built in {built['seconds']:,.0f} s ({built['cpu']:,.0f} s of this process's own time):"
        f" {built['rows'] / built['seconds']:,.0f} rows/s"
    )


if __name__ == "__main__":
    sys.exit(main())
