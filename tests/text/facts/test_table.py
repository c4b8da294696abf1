"""Sheets to rows of strings: separators, encodings, refusals, and the child's side."""

import csv
import io
import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from claims.text.characters import tidy
from claims.text.facts import table
from claims.text.facts.table import Table, read_table
from claims.text.readers.reading import Unreadable


def workbook(*rows: list[str]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str):
    lines = [
        ["Fact", "Status", "Notes"],
        ["It cost 4,1 million", "True", "one, two; three"],
        ["It opened", "", "a"],
    ]
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(lines)
    found = read_table(file.getvalue().encode())
    assert found.rows == lines
    assert (found.ending, found.media_type) == (
        ("tsv", "text/tab-separated-values") if separator == "\t" else ("csv", "text/csv")
    )


def test_what_the_file_says_itself_decides():
    assert read_table(b"sep=;\r\na,b;c\r\n1,2;3\r\n").rows == [["a,b", "c"], ["1,2", "3"]]
    assert read_table(b"a,b\tc\n", name="facts.TSV").rows == [["a,b", "c"]]


def test_rows_keep_their_numbers_and_lose_empty_ends():
    found = read_table(b'a,b,,\n\n , \n"two\nlines",x\n,,\n\n')
    assert found.rows == [["a", "b"], [], [], ["two\nlines", "x"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings(encoding: str):
    lines = "Факт;Статус\nМост построили в прошлом году за сорок миллионов рублей;Верно\n" * 3
    found = read_table(lines.encode(encoding))
    assert found.rows[0] == ["Факт", "Статус"]
    assert len(found.warnings) == (encoding == "cp1251")


def test_a_workbook_gives_the_same_rows():
    found = read_table(workbook(["Fact", "Status"], ["It rose.", "True"]))
    assert found.rows == [["Fact", "Status"], ["It rose.", "True"]]
    assert (found.ending, found.media_type) == ("xlsx", table.OFFICE)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \n,,\n", "There is nothing in this fact sheet."),
        (table.OLE + b"\0" * 600, "Old Excel files cannot be read. Save it as .xlsx or .csv."),
        (
            table.OLE + table.ENCRYPTED,
            "This fact sheet is locked with a password. Save it without one, or save it as .csv.",
        ),
        (
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "OpenDocument spreadsheets cannot be read. Save it as .xlsx or .csv.",
        ),
        (bytes(range(256)) * 40, "This is not a spreadsheet. Save it as .xlsx or .csv."),
        (
            b'a,b\n1,"never closed\n2,3\n',
            "Row 2 opens a quotation mark that is never closed. Close it, or save the file anew.",
        ),
        (b"a\n" * 2_021, "This fact sheet has more than 2,000 filled rows. Split it into smaller ones."),
    ],
)
def test_refusals(data: bytes, sentence: str):
    with pytest.raises(Unreadable) as refusal:
        read_table(data)
    assert str(refusal.value) == sentence


def test_a_large_file_is_refused():
    with pytest.raises(Unreadable, match=r"This file is 2 MB; the limit is 1\.5 MB"):
        read_table(b"x" * 2_000_000, max_bytes=1_500_000)


def test_the_childs_answer_goes_through_json():
    told = json.loads(json.dumps(table.answer(workbook(["a"], ["#REF!"]), "", 10_000_000)))
    found = Table.from_dict(told["table"])
    assert found == read_table(workbook(["a"], ["#REF!"]))
    assert list(found.broken) == [2]
    assert table.answer(b"", "", 10) == {"unreadable": "This file is empty."}


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8))
def test_what_was_written_is_read_back(rows: list[list[str]]):
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL, delimiter="\t").writerows(rows)
    expected = [[tidy(cell).strip() for cell in row] for row in rows]
    assume(any(map(any, expected)))
    found = read_table(file.getvalue().encode(), name="x.tsv").rows
    padded = [found[n] if n < len(found) else [] for n in range(len(rows))]
    widths = [len(row) for row in expected]
    assert [row + [""] * (width - len(row)) for row, width in zip(padded, widths, strict=True)] == expected
