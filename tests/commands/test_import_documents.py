"""``import_documents``: what it stores, what it says, and how it ends."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim, Document, Event, User

TEXT = "The bridge of Hallin cost 40 million crowns. It was opened in 2024.\n"
EMPTY = "This file is empty."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    code = 0
    try:
        call_command("import_documents", *arguments)
    except SystemExit as end:
        code = int(str(end.code))
    except CommandError as error:
        code = error.returncode
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_a_file_becomes_a_document_with_claims(
    article: Path, edith: User, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, str(article), "--by", "edith", "--title", "The bridge")
    document = Document.objects.get()
    assert (code, err, document.title, document.added_by) == (0, "", "The bridge", edith)
    assert document.current_revision.text == TEXT
    assert Claim.objects.filter(document=document).count() == 2
    assert f"document {document.pk}, “The bridge”, 2 sentences, 2 claims proposed." in out


@pytest.mark.django_db
def test_the_system_account_acts_by_default(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, str(article))[0] == 0
    assert list(Event.objects.order_by("number").values_list("actor__username", "role", "action")) == [
        ("system", "system", "bring in"),
        ("system", "system", "propose"),
    ]


@pytest.mark.django_db
def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, out, _ = run(capsys, "-", "--json")
    result = json.loads(out)
    assert (code, result[0]["path"], result[0]["sentences"], result[0]["claims"]) == (0, "-", 2, 2)


@pytest.mark.django_db
def test_the_same_text_is_offered_not_doubled(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, str(article))
    code, _, err = run(capsys, str(article))
    first = Document.objects.get()
    assert code == 1
    assert f"This text is here already: document {first.pk}" in err
    assert run(capsys, str(article), "--again")[0] == 0
    assert Document.objects.count() == 2


@pytest.mark.django_db
def test_one_bad_file_does_not_stop_the_others(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = run(capsys, str(empty), str(article), str(tmp_path / "none.txt"))
    assert code == 3
    assert err.splitlines() == [f"{empty}: {EMPTY}", f"{tmp_path / 'none.txt'}: No such file or directory."]
    assert Document.objects.count() == 1
    assert len(out.splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [("--by", "nobody"), ("second.txt", "--title", "x")])
def test_wrong_use_ends_with_2(
    article: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, str(article), *arguments)[0] == 2
    assert Document.objects.count() == 0


@pytest.mark.django_db
def test_a_reviewer_cannot_bring_in(article: Path, carl: User, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, str(article), "--by", "carl")
    assert (code, err) == (1, f"{article}: Only an editor may do this.\n")
    assert Document.objects.count() == 0
