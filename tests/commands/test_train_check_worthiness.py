"""Training as a command: bytes, and what it says when the data is not there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.management.commands.train_check_worthiness import rows_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = []
    for number in range(1, 61):
        rows.append({"id": str(number * 3), "text": f"Ostmere built {number + 1} ships in 2019.", "label": 1})
        rows.append({"id": str(number * 3 + 1), "text": "I am glad that we are here tonight.", "label": 0})
        rows.append({"id": str(number * 3 + 2), "text": f"I hope, {number} times over.", "label": 0})
    (tmp_path / "train.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return tmp_path


def test_the_bytes_are_the_same_under_any_hash_seed(data: Path):
    outputs = []
    for seed in ("1", "4711"):
        output = data / f"{seed}.json"
        command = [sys.executable, "manage.py", "train_check_worthiness", "--data", data, "--output", output]
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        )
        outputs.append(output.read_bytes())
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["header"]["sentences"] == 180


def test_the_order_of_the_lines_does_not_matter(data: Path):
    path = data / "train.jsonl"
    call_command("train_check_worthiness", data=data, output=data / "one.json")
    path.write_text("\n".join(reversed(path.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    call_command("train_check_worthiness", data=data, output=data / "other.json")
    assert (data / "one.json").read_bytes() == (data / "other.json").read_bytes()


def test_a_folder_without_sentences_is_named(tmp_path: Path):
    with pytest.raises(CommandError, match=r"There is no train\.jsonl in "):
        call_command("train_check_worthiness", data=tmp_path, output=tmp_path / "weights.json")


@pytest.mark.parametrize(
    "line", ["{", '{"id": "1", "text": "It is."}', '{"id": "x", "text": "", "label": 1}']
)
def test_a_line_that_is_none_stops_with_its_number(tmp_path: Path, line: str):
    (tmp_path / "train.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"train\.jsonl, line 1: expected "):
        call_command("train_check_worthiness", data=tmp_path, output=tmp_path / "weights.json")


def test_sentences_of_one_label_cannot_be_trained_on(tmp_path: Path):
    row = json.dumps({"id": "1", "text": "It is.", "label": 1})
    (tmp_path / "train.jsonl").write_text(row + "\n", encoding="utf-8")
    with pytest.raises(CommandError, match="There must be sentences worth checking"):
        call_command("train_check_worthiness", data=tmp_path, output=tmp_path / "weights.json")


def test_garbled_sentences_are_left_out(tmp_path: Path):
    texts = [
        "We haven\u00e2\u20ac\u2122t met.",
        "It\u00e2\u201a\u00ac\u00e2\u201e\u00a2s late.",
        "The château cost 5 million euros.",
    ]
    lines = [json.dumps({"id": number, "text": text, "label": 1}) for number, text in enumerate(texts)]
    (tmp_path / "train.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert rows_of(tmp_path) == [("The château cost 5 million euros.", 1)]
