"""Noun phrases in a row of parts."""

from claims.text.propositions.nouns import chain_before, definite, is_phrase, is_plural, listed_before


def test_a_chain_of_nouns(parts):
    row = parts("They met the head of the council of Tarn, who left.")
    assert chain_before(row, 7) == [2, 4, 6]
    assert chain_before(row, 0) == []


def test_said_again_a_noun_is_definite(parts):
    assert [part.low for part in definite(tuple(parts("a hall in Oslo")))] == ["the", "hall", "in", "oslo"]
    assert [part.low for part in definite(tuple(parts("Oslo")))] == ["oslo"]
    assert definite(tuple(parts("water"))) == ()


def test_number(parts):
    assert is_plural(parts("ferries"))
    assert not is_plural(parts("the ferry"))
    assert is_plural(parts("the ferry and the boat"))
    assert is_plural(parts("the league"), parts("They were sold.")[1])


def test_a_phrase_has_no_verb(parts):
    assert is_phrase(parts("the head of the council"))
    assert not is_phrase(parts("the head left"))
    assert not is_phrase([])


def test_names_joined_by_and(parts):
    row = parts("They met Oslo, Riga and Tarn, who left.")
    assert [part.low for part in listed_before(row, 6, 7)] == ["oslo", ",", "riga", "and", "tarn"]
