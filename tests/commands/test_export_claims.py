"""``manage.py export_claims``: the claims that the filters leave, and one sentence when it cannot."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim, Document, User
from claims.reports.claim_export import stream
from tests import factories, reporting

ROOT = Path(__file__).resolve().parents[2]


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("export_claims", *arguments, stdout=out)
    return out.getvalue()


def numbers(*arguments: str) -> list[tuple[int, int]]:
    lines = printed("--format", "jsonl", *arguments).splitlines()
    return [(row["document"], row["number"]) for row in map(json.loads, lines)]


def test_all_claims_are_printed_as_csv_when_nothing_is_said(document: Document):
    assert printed() == b"".join(stream(Claim.objects.all(), "csv")).decode()


def test_filters_leave_what_fits_all_of_them(cast: dict[str, User]):
    one, two = reporting.checked(cast), factories.make_document(cast["edith"])
    of_one, of_two = [[(each.pk, number) for number in (1, 2, 3)] for each in (one, two)]
    assert numbers() == of_one + of_two
    assert numbers("--document", str(two.pk)) == numbers("--document", str(two.public_id)) == of_two
    assert numbers("--status", "approved") == [of_one[0], of_one[2]]
    assert numbers("--verdict", "true") == [of_one[0]]
    assert numbers("--verdict", "False", "--status", "approved") == [of_one[2]]
    assert numbers("--kind", "definition") == []
    assert numbers("--since", "2020-02-29") == of_one + of_two
    assert numbers("--since", "2999-01-01") == []
    assert numbers("--document", str(two.pk), "--status", "skipped") == []


def test_a_file_is_written_in_one_step(document: Document, tmp_path: Path):
    target = tmp_path / "claims.csv"
    target.write_text("older")
    assert printed("--output", str(target)) == ""
    assert target.read_bytes() == b"".join(stream(Claim.objects.all(), "csv"))
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--document", "999999"), "There is no document 999999."),
        (("--verdict", "Maybe"), "There is no verdict “Maybe”. There are: True, "),
        (("--since", "yesterday"), "Write the day as 2026-03-12, not as 'yesterday'."),
        (("--since", "2026-02-30"), "Write the day as 2026-03-12, not as '2026-02-30'."),
        (
            ("--output", "/no/such/folder/x.csv"),
            "/no/such/folder/x.csv cannot be written: no such file or directory.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(db: None, arguments: tuple[str, ...], sentence: str):
    with pytest.raises(CommandError) as error:
        printed(*arguments)
    assert str(error.value).startswith(sentence)
    assert error.value.returncode == 1


def test_a_document_on_its_way_in_is_left_out(document: Document):
    Document.objects.filter(pk=document.pk).update(current_revision=None)
    assert numbers() == []


def test_called_wrongly_is_2():
    def run(*arguments: Any) -> tuple[int, bool]:
        command = [sys.executable, "manage.py", "export_claims", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.returncode, "Traceback" in done.stderr

    assert [run("--format", "xlsx"), run("--status", "open")] == [(2, False)] * 2
