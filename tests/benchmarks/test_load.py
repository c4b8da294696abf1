"""The table of the load benchmark on a tiny desk: every row runs, and every figure says its target."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.load import page
from benchmarks.load.desks import Place
from benchmarks.load.measured import ROWS
from benchmarks.load.table import NUMBER, QUERIES, SHARE, Figure, compared

ROOT = Path(__file__).resolve().parents[2]


def test_every_row_runs_on_a_tiny_desk(tmp_path: Path):
    rows = list(ROWS)
    command = [
        sys.executable,
        "-m",
        "benchmarks.load",
        "--claims",
        "200",
        "--rounds",
        "1",
        "--keep",
        str(tmp_path),
    ]
    done = subprocess.run([*command, "--only", *rows], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kept = json.loads(Place("sqlite", 200, tmp_path, "").results.read_text(encoding="utf-8"))
    assert list(kept) == rows
    told = {row: [Figure(**each) for each in kept[row]["figures"]] for row in rows}
    assert [row for row, figures in told.items() if not figures] == []
    crowd = {figure.what.split(", ")[-1]: figure.value for figure in told["crowd"] if figure.unit == NUMBER}
    assert crowd == {
        "failed": 0,
        "said to be stored and lost": 0,
        "stored and said to have failed": 0,
        "faults in their histories": 0,
    }
    own = tmp_path / "performance.md"
    own.write_text(f"before {page.BEGIN} old {page.END} after", encoding="utf-8")
    page.write(tmp_path, own)
    text = own.read_text(encoding="utf-8")
    assert (text.startswith(f"before {page.BEGIN}"), text.endswith(f"{page.END} after")) == (True, True)
    assert "## 200 claims" in text
    assert " old " not in text


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
