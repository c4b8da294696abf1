"""Enumerations."""

import pytest

from claims.text.propositions.lists import enumerations


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("He wrote to people from Oslo, Riga, and Tarn.", ["from Oslo", "from Riga", "from Tarn"]),
        ("She was a painter, sculptor, and poet.", ["a painter", "a sculptor", "a poet"]),
        ("The treaty was signed by Norland and Estria in 1990.", ["by Norland in 1990", "by Estria in 1990"]),
        ("It sells cars in Norland and trucks in Estria.", ["cars in Norland", "trucks in Estria"]),
    ],
)
def test_each_item(by_rule, text: str, claims: list[str]):
    assert [
        each.rstrip(".").endswith(end) for each, end in zip(by_rule(enumerations, text), claims, strict=True)
    ] == [True] * len(claims)


def test_the_verb_agrees_with_each_subject(by_rule):
    assert by_rule(enumerations, "Apples, pears and rye are grown in the valley.") == [
        "Apples are grown in the valley.",
        "Pears are grown in the valley.",
        "Rye is grown in the valley.",
    ]


def test_what_several_are_each_is_one_of(by_rule):
    assert by_rule(enumerations, "The causes were hunger, debt, and a long drought.") == [
        "Hunger was one of the causes.",
        "Debt was one of the causes.",
        "A long drought was one of the causes.",
    ]


def test_a_bare_role_behind_a_name_is_no_item(by_rule):
    assert by_rule(enumerations, "Our guests are Liv Berg, mayor of Oslo, and Tom Aldis.") == [
        "Liv Berg is one of our guests.",
        "Liv Berg is mayor of Oslo.",
        "Tom Aldis is one of our guests.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry paid 4 million crowns for the harbour and the bridge.",
        "The council did not close the harbour and the bridge.",
        "The border runs between Norland and Estria.",
        "Norland and Estria agreed on it together.",
        "The bank and its owners sold their shares.",
        "If it closes the harbour and the bridge, it will lose.",
        "Prices of all goods and services except food rose.",
    ],
)
def test_what_holds_of_all_together_stays_whole(by_rule, text: str):
    assert by_rule(enumerations, text) == []


def test_two_lists_do_not_multiply(claims):
    text = "The film stars Liv Berg, Tom Aldis and Ada Holm, with Ivo Maran, Mira Lind and Jon Brae in small roles."
    assert len(claims(text)) == 6
