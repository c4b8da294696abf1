"""The wording of a claim."""

import pytest

from claims.text.phrases import Word
from claims.text.propositions import propositions
from claims.text.propositions.wording import sentence, spans_of
from claims.text.references import Reference
from claims.text.words import words_for


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("however,  the\nferry sank", "However, the ferry sank."),
        ("However, the ferry sank.", "The ferry sank."),
        ("the ferry sank.[1]", "The ferry sank."),
        ("the ferry sank[12].", "The ferry sank."),
        ("the ferry sank¹.", "The ferry sank."),
        ("- the ferry sank", "The ferry sank."),
        ("1. The ferry sank", "The ferry sank."),
        ("• The ferry sank", "The ferry sank."),
        ("1.5 million left", "1.5 million left."),
        ("did it sink?", "Did it sink?"),
        ("“It sank.”", "“It sank.”"),
    ],
)
def test_one_line_with_a_capital_and_a_full_stop(said: str, claim: str):
    assert sentence(said) == claim


def test_spans_join_where_only_blanks_lie_between():
    text = "one two, three"
    words = [Word("three", 9, 14), Word("one", 0, 3), Word("two", 4, 7)]
    assert spans_of(text, words) == ((0, 7), (9, 14))


def test_references_are_put_in_their_place():
    text = "He was born in 1898 and his house burned in 1920, and it was sold."
    references = [
        Reference(0, 2, "Tom Aldis", (-9, -1)),
        Reference(24, 27, "Tom Aldis’s", (0, 2)),
        Reference(54, 56, "the house", (28, 33)),
    ]
    found = propositions(text, (0, len(text)), [], words_for("en"), references)
    assert [each.text for each in found] == [
        "Tom Aldis was born in 1898.",
        "Tom Aldis’s house burned in 1920.",
        "The house was sold.",
    ]
    short = propositions("He left.", (0, 8), [], words_for("en"), references)
    assert [each.text for each in short] == ["Tom Aldis left."]
