"""``manage.py report``: the same bytes as the page's files, one sentence when it cannot."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.management.commands.report import find
from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS
from tests import reporting

ROOT = Path(__file__).resolve().parents[2]


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("report", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_prints_the_report(cast, form):
    document = reporting.checked(cast)
    body = "".join(FORMATS[form].stream(assemble(document)))
    assert printed(str(document.pk), "--format", form) == body
    assert printed(str(document.public_id), "--format", form, "--output", "-") == body


def test_format_is_html_when_none_is_given(document):
    assert printed(str(document.pk)).startswith("<!doctype html>")


def test_saves_bytes_and_overwrites(document, tmp_path):
    target = tmp_path / "report.csv"
    target.write_text("older and much longer than nothing")
    target.chmod(0o600)
    assert printed(str(document.pk), "--format", "csv", "--output", str(target)) == ""
    body = "".join(FORMATS["csv"].stream(assemble(document)))
    assert target.read_bytes() == body.encode()
    assert (target.stat().st_mode & 0o777, list(tmp_path.iterdir())) == (0o600, [target])


def test_incomplete_report_is_written_all_the_same(document):
    assert json.loads(printed(str(document.pk), "--format", "json"))["mark"] == "INCOMPLETE"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("999", "There is no document 999."),
        ("9" * 40, f"Name the document by its number or its public id, not by '{'9' * 40}'."),
        ("-x", "Name the document by its number or its public id, not by '-x'."),
        (
            "00000000-0000-4000-8000-000000000000",
            "There is no document 00000000-0000-4000-8000-000000000000.",
        ),
    ],
)
def test_unknown_document_is_one_sentence(db, name, sentence):
    with pytest.raises(CommandError) as error:
        find(name)
    assert (str(error.value), error.value.returncode) == (sentence, 1)


def test_called_wrongly_is_2_and_no_document_is_1():
    def run(*arguments: str) -> tuple[int, bool]:
        done = subprocess.run(
            [sys.executable, "manage.py", "report", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, "Traceback" in done.stderr

    assert [run("1", "--format", "pdf"), run(), run("none")] == [(2, False), (2, False), (1, False)]
