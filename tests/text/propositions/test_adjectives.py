"""Two adjectives with one noun."""

from claims.text.propositions.adjectives import adjectives


def test_each_adjective_takes_the_noun(by_rule):
    assert by_rule(adjectives, "Riga has warmer and more stable weather than Oslo.") == [
        "Riga has warmer weather than Oslo.",
        "Riga has more stable weather than Oslo.",
    ]


def test_one_thing_with_two_properties_stays_whole(by_rule):
    assert by_rule(adjectives, "It was a long and cold winter.") == []
    assert by_rule(adjectives, "Riga has no warm and dry days.") == []
