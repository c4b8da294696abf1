"""Several adjectives with one noun."""

import pytest

from claims.text.propositions.adjectives import adjectives


def test_each_adjective_takes_the_noun(by_rule):
    assert by_rule(adjectives, "Riga has warmer and more stable weather than Oslo.") == [
        "Riga has warmer weather than Oslo.",
        "Riga has more stable weather than Oslo.",
    ]


def test_behind_a_and_an_as_well(by_rule):
    assert by_rule(adjectives, "Norland has a small, old and quiet port.") == [
        "Norland has a small port.",
        "Norland has an old port.",
        "Norland has a quiet port.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The long and cold winter ended.",
        "Riga has no warm and dry days.",
        "Riga has wet, cold winters.",
        "It was an old oak and beech forest.",
        "She paid 40 euros for a small, old lamp.",
    ],
)
def test_what_tells_which_one_or_is_counted_stays_whole(by_rule, text: str):
    assert by_rule(adjectives, text) == []
