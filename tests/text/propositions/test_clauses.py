"""Clauses side by side."""

import pytest

from claims.text.propositions.clauses import (
    at_opening,
    at_semicolons,
    inserted_behind_subject,
    side_by_side,
    subject_of,
)


def test_semicolons(by_rule):
    assert by_rule(at_semicolons, "The ferry sank; the crew was saved.") == [
        "The ferry sank.",
        "The crew was saved.",
    ]
    assert by_rule(at_semicolons, "He sold boats; nets; ropes.") == []


@pytest.mark.parametrize("word", ["Although", "While", "Because"])
def test_what_opens_with_a_fact(by_rule, word: str):
    assert by_rule(at_opening, f"{word} the plan was popular, the council rejected it.") == [
        "The plan was popular.",
        "The council rejected it.",
    ]


@pytest.mark.parametrize("word", ["If", "Unless", "When"])
def test_what_opens_with_a_condition_stays_whole(by_rule, word: str):
    text = f"{word} the plan fails, the council will meet and the mayor will resign."
    assert by_rule(at_opening, text) == by_rule(side_by_side, text) == []


@pytest.mark.parametrize("word", ["and", "but", "while"])
def test_own_subjects(by_rule, word: str):
    assert by_rule(side_by_side, f"The council voted for it, {word} the mayor signed the order.") == [
        "The council voted for it.",
        "The mayor signed the order.",
    ]


def test_where_takes_the_place_along(by_rule):
    assert by_rule(side_by_side, "In 1990 she moved to Oslo, where she led a choir.") == [
        "In 1990 she moved to Oslo.",
        "In Oslo, she led a choir.",
    ]
    assert (
        by_rule(side_by_side, "They met at a hall, where the band played.")[1]
        == "At the hall, the band played."
    )
    assert by_rule(side_by_side, "She left, where others stayed.") == []


def test_what_is_reported_stays_reported(by_rule):
    assert by_rule(side_by_side, "The mayor said taxes had fallen and wages had risen.") == [
        "The mayor said taxes had fallen.",
        "The mayor said wages had risen.",
    ]
    assert by_rule(side_by_side, "She denied that the plant had leaked and that workers had died.") == [
        "She denied that the plant had leaked.",
        "She denied that workers had died.",
    ]


def test_a_list_is_no_clause(by_rule):
    assert by_rule(side_by_side, "They met the mayor and the council.") == []
    assert by_rule(side_by_side, "It closes if it rains and the mayor resigns.") == []


def test_the_subject_stands_behind_what_opens_the_sentence(statement):
    assert subject_of(statement("In 1990, the ferry sank.").parts) == (3, 4)
    assert subject_of(statement("Rain.").parts) == (0, 0)


def test_what_stands_between_a_subject_and_its_verb(statement):
    assert inserted_behind_subject(statement("In 1990, the ferry, a steamer, sank.").parts) == (3, 4, 7)
    assert inserted_behind_subject(statement("The ferry sank, a wreck.").parts) is None
