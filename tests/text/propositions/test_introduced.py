"""Items below the words that introduce them."""

import pytest

from claims.text import extract
from claims.text.propositions.introduced import introduces, items
from claims.text.propositions.wording import sentence, worded


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("The three ferries of Norland are:", True),
        ("Popular goals in Norland include:", True),
        ("They are:", False),
        ("The ferries are old:", False),
        ("The ferry is:", False),
        ("The ferries were not:", False),
        ("If they sail, the ferries are:", False),
        ("In 1990, the ferries were:", False),
        ("She sold the boats to:", False),
    ],
)
def test_what_introduces(parts, text: str, yes: bool):
    assert introduces(parts(text)) is yes


@pytest.mark.parametrize(
    ("opening", "item", "claims"),
    [
        ("The members are:", "Skarv", ["Skarv is one of the members."]),
        ("The members were:", "the isle of Ode.", ["The isle of Ode was one of the members."]),
        ("The goals include:", "Skarv", ["The goals include Skarv."]),
        (
            "The ferries are:",
            "Alba – built by Berg in 1980",
            ["Alba is one of the ferries.", "Alba was built by Berg in 1980."],
        ),
        ("The members are:", "Skarv sold its boats.", []),
        ("The members are:", "Skarv – the capital is far away", []),
    ],
)
def test_an_item_says_it_is_one(parts, opening: str, item: str, claims: list[str]):
    text = f"{opening}\n{item}"
    found = items(
        parts(text[: len(opening)]), [part for part in parts(text) if part.words[0].start > len(opening)]
    )
    assert [sentence(worded(text, each.parts, ())) for each in found] == claims


def test_the_claim_stands_on_its_item_alone():
    text = "Norland is an isle. Its ferries are:\n1. Alba (1990)\n2. Kestrel\n\nThey sail daily.\n- Ode"
    found = extract(text, "en").candidates
    assert [(each.quote, each.text) for each in found][2:] == [
        ("Alba (1990)", "Alba (1990) is one of Norland’s ferries."),
        ("Kestrel", "Kestrel is one of Norland’s ferries."),
        ("They sail daily.", "They sail daily."),
        ("Ode", "Ode."),
    ]
