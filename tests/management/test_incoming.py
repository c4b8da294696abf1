"""What a command's line names, one document at a time."""

import datetime
from pathlib import Path

import pytest

from claims.errors import Incomplete
from claims.management.incoming import count, items


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
    assert {item.broken for item in found[1:]} == {"This line is not an object with “text” in it."}
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
