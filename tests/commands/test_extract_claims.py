"""``extract_claims``: prints, stores nothing, streams."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "The bridge of Hallin cost 40 million crowns. It could be closed next year.\n"
FIELDS = [
    "start",
    "end",
    "spans",
    "quote",
    "text",
    "kind",
    "kind_reason",
    "speaker",
    "speaker_span",
    "cue",
    "check_worthiness",
]


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("extract_claims", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_document_is_one_object(article: Path) -> None:
    found = json.loads(run(str(article)))
    assert (found["id"], found["language"]) == (str(article), "en")
    assert found["sentences"] == [[0, 44], [45, 74]]
    assert [list(claim) for claim in found["claims"]] == [FIELDS, FIELDS]
    assert [claim["kind"] for claim in found["claims"]] == ["statistic", "prediction"]
    assert all(TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in found["claims"])


def test_several_documents_are_a_list(article: Path) -> None:
    assert [each["id"] for each in json.loads(run(str(article), str(article)))] == [str(article)] * 2


def test_standard_input_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert json.loads(run())["id"] == "-"


def test_json_lines_in_and_out(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": TEXT}, {"id": "b", "text": "Es kostete 5 Kronen.", "language": "de"}]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    found = [json.loads(line) for line in run("--jsonl", str(path)).splitlines()]
    assert [(each["id"], each["language"], len(each["claims"])) for each in found] == [
        (7, "en", 2),
        ("b", "de", 1),
    ]


@pytest.mark.parametrize("line", ["no json", '["a list"]', '{"id": 1}', '{"id": 1, "text": 5}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": 1, "text": "Fine."}\n' + line, encoding="utf-8")
    with pytest.raises(CommandError, match=r'line 2: expected an object with "id" and "text"\.$') as error:
        run("--jsonl", str(path))
    assert error.value.returncode == 1


def test_a_missing_and_an_empty_file_are_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(CommandError, match=r"empty\.txt: This file is empty\.$"):
        run(str(empty))
    with pytest.raises(CommandError, match=r"none\.txt: No such file or directory\.$"):
        run(str(tmp_path / "none.txt"))
