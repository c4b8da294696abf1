"""Sheets made to do harm. No clock: by the square of their length, or by rows times text, each would take minutes."""

import pytest

from claims.text.facts.cited import cited
from claims.text.facts.guessing import Guesses
from claims.text.facts.placing import NOT_ONCE, NOT_THERE, TOO_LONG, NotPlaced, Places, text_of
from claims.text.facts.table import read_table
from claims.text.readers.reading import Unreadable

SIZE = 1_000_000


@pytest.mark.parametrize(
    ("piece", "wanted", "why"),
    [
        ("a", "a" * 2_500, NOT_ONCE),
        ("(x1", "(x1" * 1_600 + "(x", NOT_ONCE),
        ("1 x", "1 x" * 1_600 + "1", NOT_ONCE),
        ("a ", "a " * 2_400 + "b", NOT_THERE),
        ("ab cd ", "cd ab " * 800 + "x", NOT_THERE),
        ("a ", "a " * 100_000, TOO_LONG),
    ],
)
def test_a_sentence_that_repeats_itself(piece: str, wanted: str, why: str):
    places = Places(piece * (SIZE // len(piece)) + "x")
    for _ in range(20):
        with pytest.raises(NotPlaced) as refusal:
            places.find(wanted)
        assert str(refusal.value) == why


def test_many_rows_on_a_long_text():
    sentences = [f"The quay number {number} cost {number * 3} million crowns." for number in range(60_000)]
    text, spans = text_of(sentences)
    places = Places(text)
    for number in range(59_999, 0, -30):
        assert places.find(sentences[number]) == spans[number]
        with pytest.raises(NotPlaced):
            places.find(f"The quay number {number} cost nothing at all.")


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("https://a/" + ")" * 99_000, 1),
        ("https://a/" + "(" * 45_000 + ")" * 45_000, 1),
        ("https://a/ " * 9_000, 9_000),
        ("a;" * 49_000, 49_000),
        ("; " * 49_000, 0),
    ],
)
def test_a_cell_of_sources(cell: str, count: int):
    assert len(cited(cell)) == count


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b"Fact\n" + b"\n" * 2_000_000 + b"It rose.\n",
            "This fact sheet is filled below row 20,000. Delete the empty rows, or split it into smaller ones.",
        ),
        (b"a\n" * 4_500_000, "This fact sheet has more than 2,000 filled rows. Split it into smaller ones."),
        (
            b'Fact\n"' + b"a\n" * 4_500_000,
            "Row 2 opens a quotation mark that is never closed. Close it, or save the file anew.",
        ),
        (
            b'"' * 9_000_001,
            "Row 1 opens a quotation mark that is never closed. Close it, or save the file anew.",
        ),
    ],
)
def test_a_table_without_measure(data: bytes, sentence: str):
    with pytest.raises(Unreadable) as refusal:
        read_table(data)
    assert str(refusal.value) == sentence


def test_empty_rows_at_the_end_do_not_count():
    assert read_table(b"Fact\nIt rose.\n" + b",,,\n" * 500_000).rows == [["Fact"], ["It rose."]]


def test_one_long_sentence_for_all_rows():
    sentence = "Prices rose by 4 percent in May and the port of Vessby said so on Monday. " * 1_300
    guesses = Guesses("en")
    worths = {guesses.of(f"He thinks so {number}", sentence).worth for number in range(2_000)}
    assert min(worths) > 0
