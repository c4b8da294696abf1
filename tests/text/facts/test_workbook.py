"""Workbooks: what a person sees in the cells, and what the file must not do."""

import datetime
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from claims.text.facts.workbook import read_workbook
from claims.text.readers.reading import Unreadable

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(*rows: list[Any]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """The same archive with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            part = old.read(each)
            new.writestr(each, change(part) if each == name else part)
    return file.getvalue()


def test_cells_as_they_are_shown():
    book = book_of(["It rose.", 0.125, True, datetime.date(2026, 3, 12), datetime.time(0, 14, 5), None, 62.0])
    book.active["B1"].number_format = "0.0%"
    found = read_workbook(saved(book))
    assert found.rows == [["It rose.", "12.5%", "TRUE", "2026-03-12", "0:14:05", "", "62"]]
    assert (found.broken, found.warnings) == ({}, ())


def test_words_that_cells_share_are_read():
    """As Excel writes them: each text once in a part of its own, here with a piece in bold."""
    kept = b"<sst xmlns='%s'><si><t>It rose.</t></si><si><r><rPr><b/></rPr><t>It </t></r><r><t>fell.</t></r></si></sst>"
    data = with_part(
        saved(book_of([0, 1], [1, None])),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b't="n"', b't="s"'),
    )
    named = with_part(
        data,
        "[Content_Types].xml",
        lambda part: part.replace(
            b"</Types>",
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        ),
    )
    file = io.BytesIO(named)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", kept % MAIN)
    assert read_workbook(file.getvalue()).rows == [["It rose.", "It fell."], ["It fell."]]


def test_a_link_behind_words_is_kept():
    book = book_of(["Port table"], ["https://port.example/b"])
    book.active["A1"].hyperlink = "https://port.example/a?x=1"
    book.active["A2"].hyperlink = "https://port.example/b"
    found = read_workbook(saved(book))
    assert found.rows == [["Port table https://port.example/a?x=1"], ["https://port.example/b"]]


def test_a_formula_shows_its_result_or_is_named():
    data = saved(book_of(["=1+1"], ["plain"], ['=HYPERLINK("https://port.example/t","Table")']))
    without = read_workbook(data)
    assert without.broken == {
        row: f"Cell A{row} holds a formula without its result. Open the fact sheet, save it, and bring it in again."
        for row in (1, 3)
    }

    def with_results(part: bytes) -> bytes:
        part = part.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(b"<v></v>", b"<v>Table</v>")
        return part.replace(b'<c r="A3">', b'<c r="A3" t="str">')

    read = read_workbook(with_part(data, "xl/worksheets/sheet1.xml", with_results))
    assert (read.rows, read.broken) == ([["2"], ["plain"], ["Table https://port.example/t"]], {})


def test_a_cell_that_shows_an_error_is_named():
    data = saved(book_of(["a"], ["#REF!"]))
    assert read_workbook(data).broken == {2: "Cell A2 shows an error (#REF!). Mend it, or empty the cell."}


def test_every_broken_cell_of_a_row_is_named():
    data = saved(book_of(["#REF!", "a", "=1+1"]))
    assert read_workbook(data).broken == {
        1: "Cell A1 shows an error (#REF!). Mend it, or empty the cell. "
        "Cell C1 holds a formula without its result. Open the fact sheet, save it, and bring it in again."
    }


def test_hidden_and_merged_rows_are_read():
    book = book_of(["title", None], ["a", "1"], ["b", "2"], [None, "3"])
    book.active.row_dimensions[2].hidden = True
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("A3:A4")
    assert read_workbook(saved(book)).rows == [["title"], ["a", "1"], ["b", "2"], ["", "3"]]


def test_empty_rows_keep_the_numbers_right():
    book = Workbook()
    book.active["B3"] = "third"
    assert read_workbook(saved(book)).rows[2] == ["", "third"]


def test_a_wrong_dimension_hides_nothing():
    data = saved(book_of(["a", "b"], ["c", "d"]))
    lied = with_part(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b'ref="A1:B2"', b'ref="A1"'))
    assert read_workbook(lied).rows == [["a", "b"], ["c", "d"]]


def several() -> bytes:
    book = book_of(["hidden"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Facts").append(["facts"])
    book.create_sheet("Legend").append(["legend"])
    return saved(book)


def test_the_first_sheet_that_is_not_hidden_is_read_and_the_others_are_named():
    found = read_workbook(several())
    assert found.rows == [["facts"]]
    assert found.warnings == ("Only the tab “Facts” was read; the workbook also has: Sheet, Legend.",)


def test_a_sheet_by_its_name():
    found = read_workbook(several(), " legend")
    assert (found.rows, found.warnings) == ([["legend"]], ())
    with pytest.raises(Unreadable) as refusal:
        read_workbook(several(), "Claims")
    assert str(refusal.value) == "There is no tab “Claims” in this workbook; there are: Sheet, Facts, Legend."


DAMAGED = "This workbook is damaged and cannot be read. Open it, and save it anew as .xlsx or .csv."


@pytest.mark.parametrize("broken", [b"", b"<worksheet", b"no sheet at all"])
def test_a_damaged_sheet_is_refused(broken: bytes):
    data = with_part(saved(book_of(["a"])), "xl/worksheets/sheet1.xml", lambda part: broken)
    with pytest.raises(Unreadable) as refusal:
        read_workbook(data)
    assert str(refusal.value) == DAMAGED


def test_another_archive_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Unreadable) as refusal:
        read_workbook(file.getvalue())
    assert str(refusal.value) == "This is not an Excel file. Save the fact sheet as .xlsx or .csv."


def test_a_bomb_is_refused_before_the_library_sees_it():
    data = with_part(saved(book_of(["a"])), "xl/worksheets/sheet1.xml", lambda part: b" " * 30_000_000)
    with pytest.raises(Unreadable, match="honest document"):
        read_workbook(data)


def test_entities_of_its_own_are_refused():
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    data = with_part(saved(book_of(["a"])), "xl/worksheets/sheet1.xml", lambda part: laughs)
    with pytest.raises(Unreadable, match="declares entities of its own"):
        read_workbook(data)


def test_a_row_beyond_the_last_one_is_refused():
    data = saved(book_of(["a"], ["b"]))
    far = with_part(
        data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b'<row r="2"', b'<row r="9000000"')
    )
    with pytest.raises(Unreadable) as refusal:
        read_workbook(far)
    assert str(refusal.value) == DAMAGED
