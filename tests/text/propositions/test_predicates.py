"""Verb phrases side by side."""

import pytest

from claims.text.propositions.predicates import verb_phrases


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "He was born in 1898 and served on the court.",
            ["He was born in 1898.", "He served on the court."],
        ),
        (
            "The novel was written in 1954 and published in 1956.",
            ["The novel was written in 1954.", "The novel was published in 1956."],
        ),
        (
            "She moved to Oslo, founded a school, and taught there.",
            ["She moved to Oslo.", "She founded a school.", "She taught there."],
        ),
        (
            "The party has promised to cut taxes and raise wages.",
            ["The party has promised to cut taxes.", "The party has promised to raise wages."],
        ),
        (
            "They are responsible for finding and attracting new members.",
            [
                "They are responsible for finding new members.",
                "They are responsible for attracting new members.",
            ],
        ),
        (
            "The law was passed in May and brought new taxes.",
            ["The law was passed in May.", "The law brought new taxes."],
        ),
        (
            "Norland is an isle of rocks, but thinly settled in the north.",
            ["Norland is an isle of rocks.", "Norland is thinly settled in the north."],
        ),
        (
            "In 1990, it opened in Oslo but failed in Riga.",
            ["In 1990, it opened in Oslo.", "In 1990, it failed in Riga."],
        ),
    ],
)
def test_what_leads_to_the_verb_stands_before_each(by_rule, text: str, claims: list[str]):
    assert by_rule(verb_phrases, text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The council did not sign the order and publish it.",
        "The report found that the dam was unsafe and recommended its closure.",
        "It will close if the dam breaks and floods the town.",
        "The council has refused to publish the report or answer questions.",
    ],
)
def test_what_may_mean_something_else_stays_whole(by_rule, text: str):
    assert by_rule(verb_phrases, text) == []
