"""What a command's line names, one document at a time."""

import datetime
import re
from pathlib import Path

import pytest

from claims.errors import Incomplete
from claims.management.incoming import Item, count, items, passed_over, printable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/d.DOCX", "picture.png", ".hidden.txt", "README"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The quay cost 62 million.", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_readable_files_by_name(folder: Path):
    found = [str(Path(item.path).relative_to(folder)) for item in items([str(folder)])]
    assert found == ["a.md", "b.txt", "sub/c.html", "sub/d.DOCX"]
    assert count([str(folder), "x.txt"]) == 5


def test_a_folder_without_such_files_says_so(tmp_path: Path):
    with pytest.raises(Incomplete, match=r"^This folder holds no file that can be read\.$"):
        next(items([str(tmp_path)])).read()


def test_what_cannot_be_read_is_passed_over_and_can_be_named(folder: Path):
    names = [str(each.relative_to(folder)) for each in passed_over([str(folder), "x.png"])]
    assert names == ["README", "picture.png"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"link": "javascript:alert(1)"}, "“javascript:alert(1)” is not a link that begins with"),
        ({"link": "https://a.example/" + "q" * 1000}, "is not a link that begins with"),
    ],
)
def test_particulars_that_cannot_be_are_refused(row: dict[str, str], sentence: str):
    with pytest.raises(Incomplete, match=re.escape(sentence)):
        Item("a.csv, row 2", row=row).particulars()


def test_particulars_hold_what_a_database_can_hold():
    about = Item("a.jsonl, line 1", row={"title": "a\x00b\ud800", "source": "Cou\u00adrier"}).particulars()
    assert (about.title, about.source) == ("a\ufffdb\ufffd", "Courier")


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path):
    assert printable("caf\udce9.txt") == "caf?.txt"


def test_a_row_without_words_says_so():
    with pytest.raises(Incomplete, match=r"^This row has no text\.$"):
        Item("a.csv, row 2", row={"text": " "}).read()


def test_links_and_standard_input_are_no_files():
    assert [(item.path, item.file) for item in items(["HTTPS://example.org/a", "-"])] == [
        ("HTTPS://example.org/a", None),
        ("-", None),
    ]


def test_a_list_is_read_line_by_line(tmp_path: Path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        '{"text": "One of 2026.", "title": "One"}\n\n{"title": "Two"}\nnot json\n["list"]\n{"text": 4}\n'
    )
    found = list(items([str(rows)]))
    assert [item.path.rpartition(", ")[2] for item in found] == [
        "line 1",
        "line 3",
        "line 4",
        "line 5",
        "line 6",
    ]
    assert found[0].read().reading.text == "One of 2026."
    assert found[0].particulars().title == "One"
    no_text = "This line is not an object with “text” in it."
    assert [item.broken for item in found[1:]] == [no_text, "This line is not JSON.", no_text, no_text]
    assert count([str(rows)]) is None


def test_a_table_names_its_rows_as_a_spreadsheet_does(tmp_path: Path):
    table = tmp_path / "rows.CSV"
    table.write_text('\ufeffText , DATE,author\n"One,\nof 2026.",2026-03-12,Ida\n', encoding="utf-8")
    (item,) = items([str(table)])
    about = item.particulars()
    assert (item.path, item.read().reading.text) == (f"{table}, row 2", "One,\nof 2026.")
    assert (about.date, about.author, about.kind) == (datetime.date(2026, 3, 12), "Ida", "article")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"title,body\nOne,Two\n",
            "This list needs a column “text”; it may have title, source, author, link, date, kind, language.",
        ),
        (b"text\nM\xfcller\n", "This list is not UTF-8. Save it as UTF-8."),
    ],
)
def test_a_broken_list_is_refused_in_a_sentence(content: bytes, sentence: str, tmp_path: Path):
    table = tmp_path / "rows.csv"
    table.write_bytes(content)
    with pytest.raises(Incomplete) as refusal:
        list(items([str(table)]))[-1].read()
    assert str(refusal.value) == sentence
