"""Relative clauses."""

import pytest

from claims.text.propositions.relatives import added_clause, described, restricted, with_preposition


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("It was made by Tarn, which is a bank in Oslo.", "Tarn is a bank in Oslo."),
        ("They met the heads of the league, who were from Oslo.", "The heads of the league were from Oslo."),
        ("It was called after a king, who never saw it.", "The king never saw it."),
        ("It shows the lamps of Berg, who died in 1980.", "Berg died in 1980."),
        (
            "It is the town of Keld, which for years was ruled by Estria.",
            "Keld for years was ruled by Estria.",
        ),
        (
            "It moved towns, including Oslo and Riga, which have closed their gates.",
            "Oslo and Riga have closed their gates.",
        ),
    ],
)
def test_the_noun_before_the_comma_is_the_subject(by_rule, text: str, added: str):
    assert by_rule(added_clause, text)[1] == added


def test_inside_a_reported_clause(by_rule):
    assert by_rule(added_clause, "He said that the plan, which was drafted in May, had been approved.") == [
        "He said that the plan had been approved.",
        "The plan was drafted in May.",
    ]


def test_what_is_said_of_the_whole_clause_stays_with_it(by_rule):
    assert by_rule(added_clause, "Their voices are strong, which allows them to sing.") == []
    assert by_rule(added_clause, "It opened the way for trade, which could hurt the isle.") == []
    assert by_rule(added_clause, "Rents rose by 2.8 per cent, which is the smallest rise since 2021.") == []


def test_a_description_of_the_subject(by_rule):
    assert by_rule(described, "Keld is a small town in Norland that is known for its glass.") == [
        "Keld is a small town in Norland.",
        "Keld is known for its glass.",
    ]
    assert by_rule(described, "“Salt” is a song written by Liv Berg.") == [
        "“Salt” is a song.",
        "“Salt” is written by Liv Berg.",
    ]
    assert by_rule(described, "Tarn is the town that burned in May.") == []


def test_with_a_preposition(by_rule):
    assert by_rule(with_preposition, "She ran in a race, in which she came third.") == [
        "She ran in a race.",
        "In the race she came third.",
    ]
    assert by_rule(with_preposition, "She may win if she runs in a race, in which the best come first.") == []


def test_an_indefinite_noun(by_rule):
    assert by_rule(restricted, "The council adopted a plan that closed the port.") == [
        "The council adopted a plan.",
        "The plan closed the port.",
    ]
    assert by_rule(restricted, "The council did not adopt a plan that closed the port.") == []
    assert by_rule(restricted, "He spoke to them like a man who knows the port.") == []
