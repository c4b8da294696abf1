"""Participles that open a sentence or follow “before” and “after”."""

import pytest

from claims.text.propositions.fronts import dated, fronted


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Founded in 1990, the company makes lamps.",
            ["The company makes lamps.", "The company was founded in 1990."],
        ),
        (
            "Born and raised in Skive, Berg studied law.",
            ["Berg studied law.", "Berg was born and raised in Skive."],
        ),
        (
            "Originally called Holt Hall, the house stood empty.",
            ["The house stood empty.", "The house was originally called Holt Hall."],
        ),
        (
            "Born in Skive, Norland, Berg studied law.",
            ["Berg studied law.", "Berg was born in Skive, Norland."],
        ),
        (
            "After leaving the bank, she opened a bakery.",
            ["She opened a bakery.", "She left the bank."],
        ),
        ("Leaving the bank, she opened a bakery.", ["She opened a bakery.", "She left the bank."]),
    ],
)
def test_at_the_front(by_rule, text: str, claims: list[str]):
    assert by_rule(fronted, text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Compared with Oslo, Riga is warm.",
        "Depending on the weather, the ferry leaves at noon.",
        "Opened in May, there is a new bridge.",
        "After leaving the bank, she may open a bakery.",
        "Asked by the court, Berg said nothing.",
        "Closed in May, the bridge did not open again.",
        "Sold to Estria, the ship could sail again.",
    ],
)
def test_a_remark_on_the_whole_stays(by_rule, text: str):
    assert by_rule(fronted, text) == []


def test_before_and_after(by_rule):
    assert by_rule(dated, "The family lived in Oslo before moving to Riga.") == [
        "The family lived in Oslo.",
        "The family moved to Riga.",
    ]
    assert by_rule(dated, "Berg retired after leading the choir for ten years.")[1] == (
        "Berg led the choir for ten years."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The family planned to sell the house before moving to Riga.",
        "The family did not pay the rent before moving to Riga.",
        "Wash the lamp before closing it.",
        "Berg left before filming ended.",
        "Boats stop before entering the port.",
    ],
)
def test_what_need_not_have_been_so_stays(by_rule, text: str):
    assert by_rule(dated, text) == []
