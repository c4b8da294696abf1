"""Participles as clauses."""

import pytest

from claims.text.propositions.participles import added_participle, inserted_clause, with_participle


def test_between_subject_and_verb(by_rule):
    assert by_rule(inserted_clause, "The tower, built in 1650, was sold in May.") == [
        "The tower was sold in May.",
        "The tower was built in 1650.",
    ]
    assert by_rule(inserted_clause, "The drills, which included a landing, were watched by many.") == [
        "The drills were watched by many.",
        "The drills included a landing.",
    ]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            "The heart moves the blood, providing oxygen to the body.",
            "The heart provides oxygen to the body.",
        ),
        ("The storm hit the town, killing three people.", "The storm killed three people."),
        ("She was the first Norlander to join, singing for years.", "She sang for years."),
        ("The play proved to be popular, selling out for weeks.", "The play sold out for weeks."),
        (
            "She bought painted lamps, selling them in Oslo.",
            "She sold them in Oslo.",
        ),
        (
            "The move could hurt Norland, potentially giving Estria an edge.",
            "The move could potentially give Estria an edge.",
        ),
    ],
)
def test_behind_the_clause(by_rule, text: str, added: str):
    assert by_rule(added_participle, text)[1] == added


@pytest.mark.parametrize(
    "text",
    [
        "The council announced plans to build a port, using new cranes.",
        "She won the race, making her the first winner from Norland.",
        "A use of it is the power to see a port, showing every ship.",
        "They sold boats with small crews, ranging from two to five.",
        "The storm did not hit the town, killing three people.",
        "Officials announced plans for a league in the north, equipped with new boats.",
    ],
)
def test_where_it_cannot_be_told_what_is_meant(by_rule, text: str):
    assert by_rule(added_participle, text) == []


def test_with_a_subject_of_its_own(by_rule):
    assert by_rule(with_participle, "The talks failed, with analysts suggesting that rain was to blame.") == [
        "The talks failed.",
        "Analysts suggest that rain was to blame.",
    ]
