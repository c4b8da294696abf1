"""Delimited text to records, one at a time."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.facts.delimited import LAST, LONGEST_CELL, delimited
from claims.text.readers.reading import Unreadable


def test_cells_stay_as_they_are_written():
    read = delimited(b' a ;"b\n;"\n\nc;\n')
    assert (list(read.records), read.separator, read.warnings) == (
        [["a ", "b\n;"], [], ["c", ""]],
        ";",
        (),
    )


def test_an_encoding_that_is_guessed_is_warned_about():
    lines = "text,title\nМост построили в прошлом году за сорок миллионов рублей,Мост\n" * 3
    read = delimited(lines.encode("cp1251"))
    assert (len(read.warnings), next(read.records)) == (1, ["text", "title"])


def test_records_come_before_the_end_is_known():
    records = delimited(b'a,b\nc,d\n"e,f\n').records
    assert [next(records), next(records)] == [["a", "b"], ["c", "d"]]
    with pytest.raises(Unreadable, match="Row 3 opens a quotation mark that is never closed"):
        next(records)


def test_the_end_mark_in_the_file_ends_nothing():
    assert list(delimited(f"a\n{LAST}\nb\n".encode()).records) == [["a"], [LAST], ["b"]]


def test_a_cell_without_measure_is_refused():
    records = delimited(b"a\nb\n" + b"c" * (LONGEST_CELL + 1)).records
    assert [next(records), next(records)] == [["a"], ["b"]]
    with pytest.raises(Unreadable) as refusal:
        next(records)
    assert str(refusal.value) == (
        "Row 3 cannot be taken apart into cells. Shorten its longest cell, or save the file anew."
    )


def test_bytes_that_are_no_text():
    with pytest.raises(Unreadable):
        delimited(bytes(range(256)) * 40)


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_what_was_written_is_read_back(rows: list[list[str]], separator: str):
    file = io.StringIO()
    file.write(f"sep={separator}\n")
    csv.writer(file, quoting=csv.QUOTE_ALL, delimiter=separator).writerows(rows)
    assert list(delimited(file.getvalue().encode()).records) == rows
