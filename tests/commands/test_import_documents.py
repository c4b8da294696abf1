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
def test_a_run_stops_at_the_first_bad_file(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    stopped = f"{empty}: {EMPTY} Stopped here: the rest was not read. Mend it, or use --keep-going.\n"
    assert run(capsys, str(empty), str(article)) == (1, "", stopped)
    assert Document.objects.count() == 0
    code, _, err = run(capsys, str(article), str(empty), str(tmp_path / "none.txt"))
    assert (code, err, Document.objects.count()) == (3, stopped, 1)


@pytest.mark.django_db
def test_a_run_that_keeps_going_brings_in_the_good_files(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = run(capsys, str(empty), str(article), str(tmp_path / "none.txt"), "--keep-going")
    assert code == 3
    assert err.splitlines() == [f"{empty}: {EMPTY}", f"{tmp_path / 'none.txt'}: No such file or directory."]
    assert Document.objects.count() == 1
    assert out.splitlines()[1:] == ["2 refused, 1 brought in."]


@pytest.mark.django_db
def test_a_text_that_is_here_already_does_not_stop_a_run(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, str(article))
    other = tmp_path / "other.txt"
    other.write_text("The road of Hallin cost 4 million crowns.", encoding="utf-8")
    code, _, err = run(capsys, str(article), str(other))
    assert (code, Document.objects.count(), len(err.splitlines())) == (3, 2, 1)


def test_a_dry_run_asks_no_database_and_shows_what_would_come_in(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("---\nauthor: Ida Berg\ndate: 2026-03-12\n---\n# Bridges\n\nOne cost 4 million.\n")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = run(capsys, "--dry-run", "--json", str(article), str(empty), str(notes))
    first, broken, last = json.loads(out)
    assert (code, err) == (3, "")
    assert (first["path"], first["text"], first["sentences"], first["claims"]) == (str(article), TEXT, 2, 2)
    assert (first["title"], first["warnings"]) == (TEXT.strip(), [])
    assert (broken["path"], broken["error"], broken["text"], broken["claims"]) == (str(empty), EMPTY, "", 0)
    assert (last["title"], last["author"], last["date"], last["language"]) == (
        "Bridges",
        "Ida Berg",
        "2026-03-12",
        "en",
    )
    assert set(first) == set(broken) == set(last)


def test_a_dry_run_in_sentences(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = f"“{TEXT.strip()}”"
    line = f"{article}: {title}, 2 sentences, 2 claims to propose; nothing was stored.\n"
    assert run(capsys, "--dry-run", str(article)) == (0, line, "")


@pytest.mark.django_db
def test_a_list_brings_its_particulars(
    tmp_path: Path, edith: User, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "documents.csv"
    table.write_text(
        "Title,text,source,date,kind\n"
        f'Bridge,"{TEXT}",Coast Courier,2026-03-12,report\n'
        "Road,The road cost 4 million crowns.,,12 March,\n"
        "Quay,The quay cost 5 million crowns.,,,poem\n"
    )
    code, _, err = run(capsys, str(table), "--by", "edith", "--keep-going")
    document = Document.objects.get()
    assert (code, document.title, document.source, document.kind) == (3, "Bridge", "Coast Courier", "report")
    assert (str(document.date), document.current_revision.text) == ("2026-03-12", TEXT)
    assert err.splitlines() == [
        f"{table}, row 3: “12 March” is not a date such as 2026-03-12.",
        f"{table}, row 4: “poem” is not a kind of document: article, transcript, draft, report, post.",
    ]


@pytest.mark.django_db
def test_a_link_needs_a_desk_that_opens_links(edith: User, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "https://example.org/story", "--by", "edith")
    assert (code, err) == (
        1,
        "https://example.org/story: Import by link is switched off on this desk. "
        "Save the page and bring in the file, or paste its text.\n",
    )


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
