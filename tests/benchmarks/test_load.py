"""The table of the load benchmark on a tiny desk: every row runs, and every figure says its target."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.desk import environment
from benchmarks.load import page
from benchmarks.load.desks import Place
from benchmarks.load.measured import ROWS
from benchmarks.load.table import NUMBER, QUERIES, SHARE, Figure, compared

ROOT = Path(__file__).resolve().parents[2]


def test_every_row_runs_on_a_tiny_desk(tmp_path: Path):
    place = Place("sqlite", 200, tmp_path, "")
    run("benchmarks.load.built", "200", str(place.record), address=place.address)
    beside = place.copy()  # a bare write leaves history that does not verify
    apart = ["beside", "crowd"]  # in this order: the second uses up every draft
    together = [row for row in ROWS if row not in apart]
    told = measured(together, place.address, tmp_path) | measured(apart, beside.address, tmp_path)
    assert [row for row in ROWS if not told[row]] == []
    crowd = [Figure(**each) for each in told["crowd"]]
    assert {figure.what.split(", ")[-1]: figure.value for figure in crowd if figure.unit == NUMBER} == {
        "failed": 0,
        "said to be stored and lost": 0,
        "stored and said to have failed": 0,
        "faults in their histories": 0,
    }


def measured(rows: list[str], address: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    run("benchmarks.load.measured", ",".join(rows), "1", str(folder / "rows.json"), address=address)
    return json.loads((folder / "rows.json").read_text(encoding="utf-8"))


def run(module: str, *arguments: str, address: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    told = os.environ | environment(address)
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_page_holds_the_figures_that_are_kept(tmp_path: Path):
    figure = compared("list", "first page", [0.2], [0.1], "a bare page", reach=3.0, limit=2.0)
    noted = {"day": "2026-03-01", "commit": "abc", "load": 0.5, "cores": 2, "figures": [figure.as_dict()]}
    for db, claims in (("sqlite", 10_000), ("postgres", 100_000)):
        Place(db, claims, tmp_path, "").results.write_text(json.dumps({"list": noted}), encoding="utf-8")
    own = tmp_path / "performance.md"
    own.write_text(f"before {page.BEGIN} old {page.END} after", encoding="utf-8")
    page.write(tmp_path, own)
    lines = own.read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == (f"before {page.BEGIN}", f"{page.END} after")
    assert [line for line in lines if line.startswith("## ")] == [
        "## 100,000 claims",
        "## 10,000 claims",
        "## Growth",
    ]
    cell = "● 2.00 × (2.00–2.00) (200.0 ms / 100.0 ms)"
    target = "≤ 3.00 ×, limit ≤ 2.00 ×"
    assert f"| first page |  | {cell} | {target} |" in lines
    assert f"| first page | {cell} |  | {target} |" in lines
    assert "| Claim list and reviewer's queue: first page | 200.0 ms |  |  | 200.0 ms |" in lines


@pytest.mark.parametrize(
    ("value", "unit", "verdict"),
    [
        (1.9, "times", "limit reached"),
        (2.5, "times", "reached"),
        (3.5, "times", "NOT reached"),
        (3.5, SHARE, "limit reached"),
        (1, SHARE, "NOT reached"),
    ],
)
def test_a_figure_says_whether_it_is_reached(value: float, unit: str, verdict: str):
    reach, limit = (3, 2) if unit == "times" else (2, 3)
    assert Figure("list", "first page", value, unit, reach, limit).verdict == verdict


def test_a_limit_alone_is_never_missed():
    figure = Figure("import", "share of COPY", 0.1, SHARE, None, 0.5)
    assert (figure.verdict, figure.target) == ("", "limit ≥ 50 %")


def test_a_figure_is_printed_with_its_floor_and_its_target():
    figure = compared("list", "first page", [0.2, 0.4], [0.1, 0.1], "a bare page", reach=3.0, limit=2.0)
    assert figure.line() == (
        "  first page: 3.00 × (2.00–4.00); 300.0 ms / 100.0 ms; ≤ 3.00 ×, limit ≤ 2.00 ×; reached"
    )
    assert Figure(**figure.as_dict()) == figure


def test_a_count_is_printed_without_a_floor():
    assert Figure("list", "queries", 9, QUERIES, 8, 4).line() == (
        "  queries: 9 queries; ≤ 8 queries, limit ≤ 4 queries; NOT reached"
    )
