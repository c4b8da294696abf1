"""Where a statement's verb, subject and beginning are."""

import pytest

from claims.text.propositions.statement import (
    clause_between,
    denied,
    front_end,
    hypothetical,
    inserted,
    is_be,
    main_verb,
    open_clause,
)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The ferry sank.", "sank"),
        ("The ferry that sank was old.", "was"),
        ("When he was young, the ferry sank.", "sank"),
        ("The energy it has is small.", "is"),
    ],
)
def test_the_main_verb(parts, text: str, verb: str):
    row = parts(text)
    assert row[main_verb(row)].low == verb


def test_the_subject_begins_behind_the_front(parts):
    for text, low in (
        ("In 1990, the ferry sank.", "the ferry"),
        ("Last year, the ferry sank.", "the ferry"),
        ("In Oslo, Riga and Tarn, the ferry sank.", "the ferry"),
        ("The ferry sank.", "the ferry"),
    ):
        row = parts(text)
        assert row[front_end(row, main_verb(row))].low == low


def test_signs(parts):
    assert open_clause(parts("He said that the ferry"))
    assert not open_clause(parts("He said that the ferry sank"))
    assert hypothetical(parts("It closes if it rains."))
    assert denied(parts("It never closes."))
    assert is_be(parts("It was old.")[1])
    assert not is_be(parts("It has sunk.")[1])
    assert clause_between(parts("It closes when it rains, killing trade."), 1, 5)


def test_marks_at_the_ends_go(statement):
    given = statement("The ferry sank, and")
    assert [part.low for part in given.with_parts(given.parts).parts] == ["the ferry", "sank"]
    assert inserted("vp", "is", "VBZ").low == "is"
