"""Files made to do harm, through every door: a sentence that names the reason, nothing stored, nobody left behind."""

import contextlib
import re
import threading
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client

from claims.errors import Incomplete
from claims.models import Document, User
from claims.workflow import assigning, checking
from claims.workflow.reading import read_file
from tests import factories
from tests.admin.conftest import errors_of
from tests.hostile import HOSTILE, SENTENCE, Hostile, children, looping_form
from tests.journeys.test_bad_input import ADD, rows

REFUSED = [case for case in HOSTILE if case.says]
HARMLESS = [case for case in HOSTILE if not case.says]


@pytest.fixture(autouse=True)
def _tight(settings) -> None:
    """Less of everything than a desk allows, so that each limit is met soon."""
    settings.READER_SECONDS, settings.READER_CPU_SECONDS = 10, 4
    settings.READER_MEMORY_BYTES = 600_000_000


def name(case: Hostile) -> str:
    return case.name


@pytest.mark.django_db
@pytest.mark.parametrize("case", REFUSED, ids=name)
def test_the_verb_refuses_with_the_reason_and_stores_nothing(case: Hostile):
    data, before = case.build(), rows()
    with pytest.raises(Incomplete) as refusal:
        read_file(data, name=case.file)
    assert re.match(case.says, str(refusal.value))
    assert (rows(), children()) == (before, [])


@pytest.mark.parametrize("case", HARMLESS, ids=name)
def test_what_only_looks_harmful_is_read(case: Hostile):
    assert SENTENCE in read_file(case.build(), name=case.file).reading.text
    assert children() == []


def test_the_command_refuses_and_goes_on(edith: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for number, case in enumerate(REFUSED[4:8]):
        (tmp_path / f"{number}-{case.file}").write_bytes(case.build())
    (tmp_path / "9.txt").write_text(SENTENCE)
    with pytest.raises(SystemExit) as end:
        call_command("import_documents", str(tmp_path), "--by", "edith", "--keep-going")
    told = capsys.readouterr()
    assert (end.value.code, len(told.out.splitlines()), Document.objects.count()) == (3, 2, 1)
    for line, case in zip(told.err.splitlines(), REFUSED[4:8], strict=True):
        assert re.search(f"{case.file}: {case.says}", line)


def test_the_docs_say_what_happens_to_each():
    lines = (Path(__file__).parents[2] / "docs/bad-input.md").read_text(encoding="utf-8").splitlines()
    table = dict(
        line.strip("| ").split(" | ")[:2] for line in lines if line.startswith("| ") and " | " in line
    )
    for case in HOSTILE:
        said = table[case.name[0].upper() + case.name[1:]]
        assert re.match(case.says, said) if case.says else said == "comes in"


def test_admin_refuses_and_keeps_what_was_typed(edith: User, client: Client):
    client.force_login(edith)
    case, before = next(case for case in REFUSED if case.name == "a PDF that draws itself"), rows()
    upload = SimpleUploadedFile(case.file, case.build())
    page = client.post(ADD, {"title": "Quay", "kind": "article", "scale": 1, "text": "", "upload": upload})
    assert re.match(case.says, errors_of(page)[0])
    assert page.context["adminform"].form["title"].value() == "Quay"
    assert (rows(), children()) == (before, [])


@pytest.mark.django_db(transaction=True)
def test_while_a_file_is_read_another_person_submits(cast: dict[str, User], settings):
    """The reader computes until its limit; the submit is through before it ends."""
    settings.READER_SECONDS = settings.READER_CPU_SECONDS = 3
    assignment = assigning.assign(
        factories.make_document(cast["edith"]).claims.first(), to=cast["carl"], by=cast["edith"]
    )
    review = factories.make_review(assignment, submit=False)
    ends: list[str] = []

    def upload() -> None:
        with contextlib.suppress(Incomplete):
            read_file(looping_form(), name="a.pdf")
        ends.append("read")
        connection.close()

    reader = threading.Thread(target=upload)
    reader.start()
    while not children():
        pass
    checking.submit(assignment, by=cast["carl"], version=review.version)
    ends.append("submitted")
    reader.join()
    assert ends == ["submitted", "read"]
