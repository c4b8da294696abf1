"""The figures of the score and of kinds, on a small sample written for it. No test looks at a time."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.check_worthiness import f1, precision
from benchmarks.kinds import all_cases, halves, naive, right
from benchmarks.untrained import untrained

ROOT = Path(__file__).resolve().parents[2]
INTERVAL = r"[+-]?\d\.\d{3} \([+-]?\d\.\d{3}(?:–| to )[+-]?\d\.\d{3}\)"
FOLDERS = ("cw_ct24_english", "cw_clef2019_debates", "cw_clef2020_debates", "cw_clef2020_tweets")
FILES = ("train.jsonl", "dev.jsonl", "train_noleak.jsonl")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = []
    for number in range(1, 49):
        fact = f"Ostmere built {number + 1} ships in 2019."
        for at, (text, label) in enumerate([(fact, 1), ("I am glad that we are here tonight.", 0)]):
            rows.append(
                {"id": str(2 * number + at), "doc": f"debate {number % 2}", "text": text, "label": label}
            )
    for folder in FOLDERS:
        (tmp_path / folder).mkdir()
        for file in FILES:
            lines = "\n".join(map(json.dumps, rows)) + "\n"
            (tmp_path / folder / file).write_text(lines, encoding="utf-8")
    return tmp_path


def test_every_figure_of_the_score_stands_beside_its_peers(data: Path):
    command = [sys.executable, "-m", "benchmarks.check_worthiness", "--quick", "--data", data, "--worst", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert re.match(r"signals, kind and score: [\d,]+ sentences a second of processor time,", lines[0])
    figures = [line for line in lines if len(re.findall(INTERVAL, line)) == 4]
    names = [re.split(r" +\d\.\d|: MAP", line.strip())[0] for line in figures]
    assert names == ["AP", "F1 at .5"] * 2 + [
        "CLEF-2019 debates, 2",
        "CLEF-2020 debates, 2",
        "AP",
        "F1 at .5",
    ]


def test_kinds_are_printed_by_half_and_by_kind():
    command = [sys.executable, "-m", "benchmarks.kinds"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[0] == "accuracy: ours, naive, always statistic"
    assert [line.split()[0] for line in lines[1:4]] == ["looked", "kept", "attribution"]
    assert len(lines) == 3 + 8


def test_halves_share_nothing_and_leave_nothing_out():
    one, other = halves(all_cases())
    assert sorted(one + other) == sorted(all_cases())
    assert abs(len(one) - len(other)) <= 16


def test_naive_kinds():
    cases = [("en", "event", "", "", "He left."), ("en", "statistic", "", "", "4 left.")]
    assert right(cases, naive) == 1.0
    assert right([("en", "other", "", "", "Who left in 2019?")], naive) == 1.0
    assert right([("en", "event", "said", "said", "He left.")], naive) == 0.0


def test_precision_and_f1_of_a_score():
    rows = [(1, 0.9, 0.1, 0.6), (0, 0.2, 0.8, 0.6)]
    assert (precision(rows, 1), precision(rows, 2)) == (1.0, 0.5)
    assert (f1(rows, 1), f1(rows, 2)) == (1.0, 0.0)


def test_rules_without_training_rank_a_figure_above_talk():
    figure, talk = untrained(["Rents rose by 6 per cent.", "I am glad that we are here."])
    assert figure > 0.5 > talk
