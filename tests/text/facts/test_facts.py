"""Rows to facts: what each cell becomes, what is wrong with a row, and that nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import normalise
from claims.text.facts import Facts, NoColumns, facts_of, to_check

HEAD = ["Sentence", "Fact", "Status", "Source", "Notes", "Page", "Speaker", "Kind", "Reviewer", "No."]


def read(*rows: list[str], **more: object) -> Facts:
    return facts_of([HEAD, *rows], **more)


def errors_of(*rows: list[str]) -> list[str]:
    return [str(error) for error in read(*rows).errors]


def test_every_cell_has_its_place():
    row = [
        "It rose.",
        "Freight  rose",
        "True",
        "https://a.example; B",
        "called",
        "4",
        "Holm",
        "Event",
        "carl",
        "7",
    ]
    (fact,) = read(row).facts
    assert (fact.row, fact.sentence, fact.text, fact.status) == (2, "It rose.", "Freight rose", "True")
    assert [source.title for source in fact.sources] == ["a.example", "B"]
    assert (fact.notes, fact.page, fact.speaker, fact.kind, fact.reviewer) == (
        "called",
        "4",
        "Holm",
        "Event",
        "carl",
    )
    assert fact.others == (("No.", "7"),)


def test_a_row_without_a_sentence_continues_the_one_above():
    found = read(["It rose.", "a"], ["", "b"], [], ["It fell."], ["", "c"])
    assert [(fact.row, fact.sentence, fact.text) for fact in found.facts] == [
        (2, "It rose.", "a"),
        (3, "It rose.", "b"),
        (5, "It fell.", "It fell."),
        (6, "It fell.", "c"),
    ]


def test_a_sheet_of_facts_alone_states_each_by_itself():
    found = facts_of([["Claim"], ["It rose."], ["It fell."]])
    assert [(fact.sentence, fact.text) for fact in found.facts] == [("It rose.",) * 2, ("It fell.",) * 2]


def test_a_row_continues_the_sentence_of_a_row_that_is_wrong():
    found = read(["It rose.", "a", "", "", "", "", "", "guesswork"], ["", "b"])
    assert [(fact.row, fact.sentence) for fact in found.facts] == [(3, "It rose.")]


def test_what_is_wrong_with_a_row():
    assert errors_of(
        ["", "", "True"],
        ["x" * 100_001],
        ["It rose.", "", "", "https://a.example/" + "x" * 2000],
        ["It rose.", "", "", "", "", "", "y" * 301],
        ["It rose.", "", "", "", "", "", "", "guesswork"],
    ) == [
        "Row 2: This row has neither a sentence nor a fact. Add one, or move its words to the row they belong to.",
        "Row 3: A cell of this row has more than 100,000 characters. Shorten it.",
        "Row 4: A link of this row has more than 2,000 characters. Shorten it.",
        "Row 5: The speaker of this row has more than 300 characters. Shorten it.",
        "Row 6: “guesswork” is no kind of claim. Use one of: statistic, event, quotation, attribution, definition, "
        "prediction, opinion, other; or leave the cell empty.",
    ]


def test_everything_that_is_wrong_with_a_row_is_said():
    (error,) = errors_of(["It rose.", "", "", "https://a.example/" + "x" * 2000, "", "", "y" * 301])
    assert error == (
        "Row 2: A link of this row has more than 2,000 characters. Shorten it. "
        "The speaker of this row has more than 300 characters. Shorten it."
    )


def test_a_row_that_could_not_be_read_is_wrong_even_when_it_looks_empty():
    found = read(["It rose."], [], broken={3: "Cell A3 shows an error."})
    assert [str(error) for error in found.errors] == ["Row 3: Cell A3 shows an error."]


@pytest.mark.parametrize(
    ("status", "open_"),
    [
        ("", True),
        ("To  Check", True),
        ("TODO", True),
        ("?", True),
        ("offen", True),
        ("True", False),
        ("done", False),
    ],
)
def test_words_for_not_checked_yet(status: str, open_: bool):
    assert to_check(status) is open_


WORDS = st.text(max_size=12).map(normalise).map(str.strip)
ROWS = st.lists(st.lists(WORDS, max_size=len(HEAD) + 2), max_size=8)


@settings(deadline=None)
@given(ROWS)
def test_every_row_is_a_fact_or_an_error_and_nothing_is_lost(rows: list[list[str]]):
    found = read(*rows)
    numbers = sorted([fact.row for fact in found.facts] + [error.row for error in found.errors])
    assert numbers == [number for number, row in enumerate(rows, start=2) if any(row)]
    for fact in found.facts:
        kept = [
            fact.sentence,
            fact.text,
            fact.status,
            fact.source,
            fact.notes,
            fact.page,
            fact.speaker,
            fact.kind,
        ]
        kept += [fact.reviewer, *(cell for _, cell in fact.others)]
        squeezed = {" ".join(words.split()) for words in kept}
        assert [cell for cell in rows[fact.row - 2] if " ".join(cell.split()) not in {*squeezed, ""}] == []


NAMES = st.sampled_from(
    ["Line", "Status", "Claim to check", "Comment", "to check", "Fact", "Text", "It rose.", ""]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.lists(NAMES, max_size=5), max_size=8))
def test_whatever_row_is_the_heading_no_row_below_it_is_lost(rows: list[list[str]]):
    try:
        found = facts_of(rows)
    except NoColumns:
        return
    below = [number for number, row in enumerate(rows, start=1) if any(row) and number > found.head.row]
    assert [fact.row for fact in found.rows] == below
    assert sorted(each.row for each in (*found.facts, *found.errors)) == below
