"""Footnotes, their numbers and the signs that call them."""

import pytest

from claims.text.readers.pdf.lines import RAISED, Line
from claims.text.readers.pdf.notes import (
    Note,
    note_lines,
    note_text,
    number_notes,
    settle_signs,
    split_notes,
)
from tests.text.readers.pdfs import line

ONE = RAISED.format(1)


def test_footnotes_are_small_last_lines_that_the_text_calls() -> None:
    lines = [
        line(f"The cost rose{ONE} again", 100),
        line(f"{ONE}Annual report, pub-", 700, size=8),
        line("lished in March", 709, size=8),
    ]
    rest, (note,) = split_notes(lines, 10)
    assert [each.text for each in rest] == [f"The cost rose{ONE} again"]
    assert note_text(note, note.sign) == "[1] Annual report, published in March"


@pytest.mark.parametrize(
    "last", [line("2 Annual report", 700, size=8), line("1 Annual report", 700), line("Annual", 700, size=8)]
)
def test_other_last_lines_are_no_footnotes(last: Line) -> None:
    assert split_notes([line(f"The cost rose{ONE}", 100), last], 10)[1] == []


@pytest.mark.parametrize(
    ("text", "noted", "written"),
    [
        (f"12{ONE}", {"1"}, "12[1]"),
        (f"cost{ONE}", set(), "cost[1]"),
        (f"km{RAISED.format(2)}", set(), "km²"),
        (f"25 m{RAISED.format(2)}", {"2"}, "25 m²"),
        (f"25 men{RAISED.format(2)}", {"2"}, "25 men[2]"),
        (f"10{RAISED.format(-6)}", set(), "10⁻⁶"),
        (f"1{RAISED.format('st')} day", set(), "1st day"),
        (f"rose.{RAISED.format('*')}", {"*"}, "rose.[*]"),
    ],
)
def test_raised_signs_are_written_as_text(text: str, noted: set[str], written: str) -> None:
    found = line(text, 100)
    settle_signs([found], {sign: sign for sign in noted})
    assert found.text == written


def test_a_note_keeps_its_sign() -> None:
    assert note_text(Note("*", [line("* See page 3.", 700)]), "*") == "[*] See page 3."


def test_small_lines_low_on_the_page_that_begin_with_a_called_sign_look_like_notes() -> None:
    lines = [
        line(f"The cost{ONE} rose{RAISED.format(2)}", 100),
        line("1 In small print", 200, size=8),
        line("1 Annual report", 700, size=8),
        line("of the port", 709, size=8),
        line("Harbour report", 740, size=8),
        line("2 In large print", 760),
    ]
    assert [each.text for each in note_lines(lines, 10)] == ["1 Annual report", "of the port"]


def test_a_second_line_with_the_sign_of_a_note_belongs_to_it() -> None:
    lines = [
        line(f"The cost rose{ONE}", 100),
        line("1 As the report says on page", 700, size=8),
        line("1 of the annex", 709, size=8),
    ]
    assert [len(note.lines) for note in split_notes(lines, 10)[1]] == [2]


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        (["12", "34"], [{"1": "1", "2": "2"}, {"3": "3", "4": "4"}]),
        (["12", "", "1"], [{"1": "1", "2": "2"}, {}, {"1": "3"}]),
        (["*1", "*1"], [{"*": "*", "1": "1"}, {"*": "*", "1": "2"}]),
        (["*5", "*"], [{"*": "*", "5": "5"}, {"*": "*"}]),
        ([], []),
    ],
)
def test_numbers_that_start_anew_are_counted_through(pages: list[str], written: list[dict[str, str]]) -> None:
    assert number_notes([[Note(sign, []) for sign in page] for page in pages]) == written
