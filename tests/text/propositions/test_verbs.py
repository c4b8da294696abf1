"""Forms of verbs."""

import pytest

from claims.text.propositions.verbs import base_of, finite, past, past_if_dated, singular, third


@pytest.mark.parametrize(
    ("participle", "base"),
    [
        ("providing", "provide"),
        ("giving", "give"),
        ("stopping", "stop"),
        ("altering", "alter"),
        ("carrying", "carry"),
        ("killing", "kill"),
        ("selling", "sell"),
        ("uncovering", "uncover"),
        ("during", ""),
        ("king", ""),
    ],
)
def test_base(participle: str, base: str):
    assert base_of(participle) == base


def test_endings():
    assert [third(base) for base in ("carry", "play", "pass", "go", "sell")] == [
        "carries",
        "plays",
        "passes",
        "goes",
        "sells",
    ]
    assert [past(base) for base in ("carry", "provide", "sell")] == ["carried", "provided", "sold"]
    assert past("blorp") == ""


def test_a_year_asks_for_the_past(parts):
    sold, carries = parts("The lamp sold in 1990 carries oil.")[1:], parts("It carries oil.")[1]
    assert finite(sold[0], past_if_dated(carries, sold[1:3]), plural=False).low == "was sold"
    assert finite(sold[0], past_if_dated(carries, sold[3:]), plural=False).low == "is sold"


def test_a_participle_takes_tense_and_modal(parts):
    giving = parts("It runs, giving hope.")[3]
    closing = parts("It ran, closing shops.")[3]
    may = parts("It may run.")[1]
    assert finite(giving, parts("It runs.")[1], plural=False).low == "gives"
    assert finite(closing, parts("It ran.")[1], plural=False).low == "closed"
    assert finite(giving, parts("It ran.")[1], plural=True).low == "gave"
    assert finite(giving, may, plural=False, adverbs="still").low == "may still give"


def test_a_plural_verb_made_singular(parts):
    assert [
        singular(parts(f"They {verb} it.")[1]).low for verb in ("are all closing", "have", "close", "closed")
    ] == [
        "is closing",
        "has",
        "closes",
        "closed",
    ]
