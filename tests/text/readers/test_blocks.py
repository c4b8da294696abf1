"""Blocks on their way to a text."""

from claims.text.readers.blocks import Blocks, counted, in_a_row, in_one_line, shown


def test_a_blank_line_stands_between_blocks_and_none_in_a_list() -> None:
    blocks = Blocks()
    blocks.paragraph(" One \n two ")
    blocks.paragraph(" \u200b ")
    blocks.item("a", label="-")
    blocks.item("b\nc", label="2.", level=1)
    blocks.item("", label="3.")
    blocks.table([["x", "", "z\nz"], ["", " "], ["", "y"]])
    assert blocks.text() == "One\ntwo\n\n- a\n  2. b\n    c\n\nx |  | z z\n| y"


def test_words_as_they_are_shown() -> None:
    assert shown("a\fb\n\n\n\nc\u00a0d ") == "a\n\nb\n\nc d"
    assert in_one_line(" a \n\n b  c ") == "a b  c"


def test_empty_cells_hold_their_place_but_at_the_end() -> None:
    assert in_a_row(["2023", "", "900", "", ""]) == "2023 |  | 900"
    assert in_a_row(["", "", "x"]) == "|  | x"
    assert in_a_row(["", "a|"]) == "| a|"
    assert in_a_row(["", ""]) == in_a_row([]) == ""


def test_a_warning_counts() -> None:
    assert [counted(number, "1 note.", "{} notes.") for number in (0, 1, 2)] == [
        (),
        ("1 note.",),
        ("2 notes.",),
    ]
