"""``import_facts``: what it stores, what it says of each row, and how it ends."""

import contextlib
import csv
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import Assignment, Document, Evidence, Note, User
from claims.text.facts.columns import COLUMNS, meaning

DOCS = Path(__file__).resolve().parents[2] / "docs" / "fact-sheets.md"
pytestmark = pytest.mark.django_db
GOOD = """Sentence,Fact,Status,Source
The quay cost 62 million crowns.,,False,https://port.example/t
,Vessby has a quay,,
"""
TITLE = "The quay cost 62 million crowns."  # the first line of the text
BAD = GOOD + "It opened in March.,,maybe,\n"
WRONG = (
    "“maybe” is no verdict of the scale Rating. Use one of: True, Mostly true, Half true, Mostly false, False, "
    "Missing context, Misleading, Unproven, Outdated, Satire, Opinion; or say which of them it means."
)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    code = 0
    try:
        call_command("import_facts", *map(str, arguments))
    except SystemExit as end:
        code = int(str(end.code))
    except CommandError as error:
        code = error.returncode
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "quay.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "quay.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_sheet_becomes_a_document(good: Path, cast: dict[str, User], capsys: pytest.CaptureFixture[str]):
    told = run(
        capsys, good, "--by", "edith", "--reviewer", "carl", "--title", "Quay", "--source", "Coast Courier"
    )
    document = Document.objects.get()
    assert told == (0, f"{good}: document {document.pk}, “Quay”, 2 claims.\n", "")
    assert (document.added_by, document.source) == (cast["edith"], "Coast Courier")
    assert (Assignment.objects.count(), Evidence.objects.count()) == (2, 1)


def test_a_dry_run_says_what_each_row_becomes(bad: Path, carl: User, capsys: pytest.CaptureFixture[str]):
    code, out, err = run(capsys, bad, "--dry-run", "--reviewer", "carl")
    assert (code, err) == (3, f"{bad}, row 4: {WRONG}\n")
    assert out.splitlines() == [
        f"{bad}: Row 1 names the columns: Sentence, Fact, Status, Source.",
        f"{bad}, row 2: claim “The quay cost 62 million crowns.”; draft of Carl: False, 1 source",
        f"{bad}, row 3: claim “Vessby has a quay” in “The quay cost 62 million crowns.”; asked of Carl",
        "2 claims. Nothing was stored: this was a dry run.",
    ]
    assert Document.objects.count() == 0


def test_rows_are_told_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "x.csv"
    path.write_text("Claim,Status\nIt rose.,maybe\nIt fell.,\nIt sank.,maybe\n", encoding="utf-8")
    with contextlib.redirect_stdout(sys.stderr):
        _, out, told = run(capsys, path, "--dry-run")
    assert (out, [line.split(": ")[0] for line in told.splitlines()[1:4]]) == (
        "",
        [f"{path}, row {number}" for number in (2, 3, 4)],
    )


def test_a_word_for_not_checked_is_no_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "x.csv"
    rows = "Line,Status,Claim to check,Comment\n1,to check,It cost 62 million.,x\n2,to check,It opened.,y\n"
    path.write_text(rows + "3,True,It is 40 m.,z\n", encoding="utf-8")
    code, out, _ = run(capsys, path, "--dry-run")
    assert (code, out.splitlines()) == (
        0,
        [
            f"{path}: Row 1 names the columns: Status, Claim to check → fact, Comment → notes. "
            "In a note for editors: Line.",
            f"{path}, row 2: claim “It cost 62 million.”",
            f"{path}, row 3: claim “It opened.”",
            f"{path}, row 4: claim “It is 40 m.”; note for editors: True",
            "3 claims. Nothing was stored: this was a dry run.",
        ],
    )


def test_what_nobody_answers_for_is_told(good: Path, capsys: pytest.CaptureFixture[str]):
    code, out, err = run(capsys, good)
    assert (code, out) == (
        0,
        f"{good}: document {Document.objects.get().pk}, “{TITLE}”, 2 claims.\n",
    )
    assert err == (
        f"{good}: Row 2 without a reviewer has a status or a source: written into a note for editors. "
        "Name who found it, and it becomes the draft of their review.\n"
    )
    assert Note.objects.get().author == User.objects.system()


def test_with_an_error_nothing_is_stored(bad: Path, carl: User, capsys: pytest.CaptureFixture[str]):
    code, out, err = run(capsys, bad, "--by", "carl")
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == f"{bad}, row 4: {WRONG}"
    assert (
        err.splitlines()[-1]
        == "Nothing was stored. Mend these rows, or use --keep-going to store the others."
    )
    assert Document.objects.count() == 0


def test_keep_going_stores_the_good_rows(
    bad: Path, cast: dict[str, User], capsys: pytest.CaptureFixture[str]
):
    code, out, _ = run(capsys, bad, "--keep-going", "--by", "edith", "--reviewer", "carl")
    assert (code, out) == (
        3,
        f"{bad}: document {Document.objects.get().pk}, “{TITLE}”, 2 claims, 1 row left out.\n",
    )


def test_no_good_row_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "x.csv"
    path.write_text("Fact,Status\nIt rose.,maybe\n", encoding="utf-8")
    assert run(capsys, path, "--keep-going")[0] == run(capsys, path, "--dry-run")[0] == 1
    assert Document.objects.count() == 0


def test_the_words_of_the_desk(tmp_path: Path, carl: User, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "x.csv"
    path.write_text("What we look at,Status\nIt rose.,Nope\n", encoding="utf-8")
    given = ("--column", "fact=What we look at", "--status", "nope=Wrong", "--scale", "before publication")
    code, out, _ = run(capsys, path, "--dry-run", "--json", *given)
    found = json.loads(out)
    assert (code, found["id"], found["errors"]) == (0, None, [])
    assert found["heading"] == {"row": 1, "columns": {"fact": ["What we look at"], "status": ["Status"]}}
    assert [(row["row"], row["text"], row["verdict"]) for row in found["rows"]] == [(2, "It rose.", "Wrong")]


def test_a_text_of_its_own(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = tmp_path / "article.txt"
    text.write_text("Before it.\n\nThe quay cost 62 million crowns.\n", encoding="utf-8")
    assert run(capsys, good, "--text", text)[0] == 0
    assert Document.objects.get().current_revision.text == text.read_text(encoding="utf-8")
    text.write_text("Something else.", encoding="utf-8")
    code, _, err = run(capsys, good, "--text", text)
    assert (code, err.splitlines()[0]) == (1, f"{good}, row 2: This sentence does not stand in the text.")


def test_the_same_text_is_offered_not_doubled(good: Path, capsys: pytest.CaptureFixture[str]):
    run(capsys, good)
    first = Document.objects.get()
    code, _, err = run(capsys, good)
    assert (code, err) == (
        1,
        f"{good}: This text is here already: document {first.pk} (“{TITLE}”). Use --again to bring it in once more.\n",
    )
    assert run(capsys, good, "--again")[0] == 0
    assert Document.objects.count() == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--by", "nobody"),
        ("--reviewer", "nobody"),
        ("--scale", "Stars"),
        ("--status", "OK"),
        ("--column", "fact="),
    ],
)
def test_wrong_use_ends_with_2(good: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert run(capsys, good, *arguments)[0] == 2
    assert Document.objects.count() == 0


def test_refusals_are_sentences(good: Path, cast: dict[str, User], capsys: pytest.CaptureFixture[str]):
    none = good.with_name("none.csv")
    assert run(capsys, none) == (1, "", f"{none}: No such file or directory.\n")
    assert run(capsys, good, "--by", "carl") == (1, "", f"{good}: Only an editor may do this.\n")
    code, out, err = run(capsys, good, "--reviewer", "carl", "--json")  # the system asks nobody
    assert (code, err) == (1, "")
    assert json.loads(out) == {"path": str(good), "id": None, "error": f"{good}: Only an editor may do this."}


def tables_of(page: str) -> list[list[list[str]]]:
    """The tables of a Markdown page: rows of cells without the line below the head."""
    blocks = [block for block in page.split("\n\n") if "\n|---" in block]
    lines = [[line for line in block.splitlines() if line.startswith("|")] for block in blocks]
    return [
        [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in each
            if not line.startswith("|---")
        ]
        for each in lines
    ]


def test_the_example_of_the_docs(tmp_path: Path, cast: dict[str, User], capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "quay.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(tables_of(DOCS.read_text(encoding="utf-8"))[1])
    code, out, _ = run(capsys, path, "--by", "edith", "--reviewer", "carl", "--dry-run")
    assert (code, [line.partition("; ")[2] for line in out.splitlines()[1:]]) == (
        0,
        ["draft of Carl: False, 1 source", "asked of Carl", "draft of Carl: True, 2 sources", ""],
    )


def test_every_name_of_a_column_in_the_docs_is_known():
    _, *rows = tables_of(DOCS.read_text(encoding="utf-8"))[0]
    named = {column: [column, *(word.strip() for word in words.split(","))] for column, words, _ in rows}
    lost = [
        word
        for column, words in named.items()
        for word in words
        if (found := meaning(word)) is None or found.column != column.split()[0]
    ]
    assert (lost, [name.split()[0] for name in named]) == ([], list(COLUMNS))
