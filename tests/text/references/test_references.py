"""What pronouns and short references of a document stand for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import extract
from tests.text.references.cases import references


def put(text: str) -> list[str]:
    """Each reference as ``said=words``."""
    return [f"{text[each.start : each.end]}={each.words}" for each in references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Holt runs the port. She was born in Riga.", ["She=Anna Holt"]),
        ("Anna Holt runs the port. Her father fished.", ["Her=Anna Holt’s"]),
        ("Skarv is an island. Its church burned down.", ["Its=Skarv’s"]),
        ("Anna Holt runs the port. Holt came home.", ["Holt=Anna Holt"]),
        ("Lumo, a maker of lamps, grew. The company moved.", ["The company=Lumo"]),
        ("The mayor, Tom Ode, spoke. He left early.", ["He=Tom Ode"]),
        ("The oldest judge was Tom Ode. He was 91.", ["He=Tom Ode"]),
        ("Ada Lind and Tom Ode met in Riga. They married.", ["They=Ada Lind and Tom Ode"]),
        ("“The Salt Road” is a film. It won a prize.", ["It=“The Salt Road”"]),
        (
            "The crew began the Iron Heron drills. The drills lasted a week.",
            ["The drills=the Iron Heron drills"],
        ),
        ("The new ferry sails to the coast, and it runs daily.", ["it=the new ferry"]),
        ("Brass is an alloy, meaning it is open to dents.", ["it=Brass"]),
        ("Anna Holt runs the Holt Trust. Holt came home.", ["Holt=Anna Holt"]),
        ("- Turnout in Skarv is 40 percent. In 2008 it was lower.", ["it=turnout"]),
        ("2. Turnout in Skarv is 40 percent. In 2008 it was lower.", ["it=turnout"]),
        ("Bus traffic rose. In 2008 it was low. The bus is full.", ["it=bus traffic"]),
        ("Workers’ pay fell. Nurses in Riga went on strike. They want more.", ["They=nurses"]),
    ],
)
def test_what_is_plain_is_replaced(text: str, expected: list[str]) -> None:
    assert put(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paul Ode met Karl Dehn. He was late.",
        "Ode Bridge is a bridge. It rained for a week.",
        "Ode Bridge is a bridge. It is clear that the mayor lied.",
        "Paul Ode spoke. “He is wrong about it,” a guest called out.",
        "When he arrived, Paul Ode sat down.",
        "I sold old boats to sailors, and they sank.",
        "The heat and the light depend on the oil it has.",
        "The exercises lasted a week. The move worried Estria.",
        "The ferry hit the pier. It sank.",
        "Paul Ode sold the boats to the firms. They were old.",
    ],
)
def test_what_may_mean_two_things_is_left(text: str) -> None:
    assert put(text) == []


def test_other_languages_have_no_references() -> None:
    text = "Anna Holt leitet den Hafen. Sie wurde in Riga geboren."
    assert references(text, "de") == []


def test_the_claim_reads_alone() -> None:
    text = "Anna Holt runs the port. She was born in Riga and she kept her house there."
    assert [each.text for each in extract(text, "en").candidates[1:]] == [
        "Anna Holt was born in Riga.",
        "Anna Holt kept her house there.",
    ]


def test_another_speaker_ends_the_reach_of_a_pronoun() -> None:
    text = "ANNA: Paul Ode came home yesterday.\nBEN: He was late again for dinner."
    assert extract(text, "en").candidates[-1].text == "He was late again for dinner."


WORDS = [
    *"Paul Ode he she it they his her its their the company is was , . “ ” ’s ( ) of in a film who".split(),
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_offsets_are_inside_and_no_word_is_invented(words: list[str]) -> None:
    text = " ".join(words)
    known = {*re.findall(r"\w+", text.lower()), "the", "s"}
    last = 0
    for each in references(text):
        assert last <= each.start < each.end <= len(text)
        assert 0 <= each.source[0] < each.source[1] <= each.start
        assert set(re.findall(r"\w+", each.words.lower())) <= known
        last = each.end
