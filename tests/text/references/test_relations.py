"""What a sentence says that something is."""

import pytest

from claims.text.references.relations import Relations
from claims.text.references.sentence import Sentence
from claims.text.references.tokens import tokens


def asked(text: str) -> Relations:
    return Relations(Sentence(text, tokens(text, 0, len(text))))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Ode Pass is a mountain road.", "road"),
        ("Paul Ode (1874–1931) was a chemist.", "chemist"),
        ("Wet sand, also known as quicksand, is a danger.", "danger"),
        ("Ode Pass is closed.", ""),
    ],
)
def test_a_definition_gives_its_noun(text: str, head: str) -> None:
    assert asked(text).defined_by(0) == head


def test_an_apposition_gives_its_noun() -> None:
    assert asked("Lumo, a maker of lamps, grew.").apposed(0) == "maker"
    assert asked("Lumo, the mayor said, grew.").apposed(0) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor, Tom Ode, spoke.", "Tom Ode"),
        ("The oldest judge in Riga was Tom Ode.", "Tom Ode"),
        ("The mayor, Tom Ode and a guest spoke.", None),
        ("The mayor was ill.", None),
    ],
)
def test_a_description_finds_its_name(text: str, name: str | None) -> None:
    relations = asked(text)
    found = relations.name_of(0)
    assert (None if found is None else relations.sentence.words(found.first, found.last)) == name


def test_predicates_are_nothing_new_and_persons_are_born() -> None:
    relations = asked("Tom Ode was a judge.")
    assert [relations.predicate(each) for each in relations.found] == [False, True]
    assert asked("Tom Ode was born in Riga.").tells_of_a_person(0)
    assert not asked("Tom Ode was sold in Riga.").tells_of_a_person(0)
