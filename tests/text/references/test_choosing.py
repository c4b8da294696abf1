"""Which mention is chosen for a pronoun."""

import pytest

from claims.text.references.choosing import Chooser, fits
from claims.text.references.memory import Memory, Mention, Referent

ODE = Referent("Paul Ode", kind="person", named=True, name="Paul Ode")
DEHN = Referent("Karl Dehn", kind="person", named=True, name="Karl Dehn")
ADA = Referent("Ada Lind", kind="person", gender="f", named=True, name="Ada Lind")
BRIDGE = Referent("the bridge", kind="thing")
BOATS = Referent("boats", kind="thing", plural=True)


def said(referent: Referent | None, **more: object) -> Mention:
    return Mention(referent, (0, 1), **more)


def chosen(
    pronoun: str, before: list[Mention], here: list[Mention] | None = None, role: str = "main"
) -> Referent | None:
    memory = Memory()
    memory.keep(0, before)
    return Chooser(here or [], memory, 1).choose(pronoun, role=role)


@pytest.mark.parametrize(
    ("referent", "classes"), [(ODE, ["m", "f"]), (ADA, ["f"]), (BRIDGE, ["it"]), (BOATS, ["they"])]
)
def test_number_kind_and_gender_must_agree(referent: Referent, classes: list[str]) -> None:
    assert [each for each in ("m", "f", "it", "they") if fits(said(referent), each)] == classes


def test_the_only_one_is_chosen_and_of_two_none() -> None:
    assert chosen("m", [said(ODE, main=True), said(ADA)]) is ODE
    assert chosen("m", [said(ODE, main=True), said(DEHN)]) is None
    assert chosen("m", [said(BRIDGE, main=True), said(ODE, governor="by")]) is ODE
    assert chosen("m", [said(BRIDGE, main=True)]) is None


def test_who_is_spoken_of_stays_the_subject() -> None:
    again = said(ODE, main=True, pronoun="m")
    assert chosen("m", [again, said(DEHN, governor="for")]) is ODE
    assert chosen("m", [again, said(DEHN, governor="with")]) is None
    assert chosen("it", [said(BRIDGE, main=True, defines=True), said(Referent("x", kind="thing"))]) is BRIDGE


def test_whom_two_sentences_speak_of_is_spoken_of_in_the_third() -> None:
    memory = Memory()
    memory.keep(0, [said(ODE, main=True)])
    memory.keep(1, [said(ODE, main=True), said(DEHN)])
    assert Chooser([], memory, 2).choose("m", role="main") is ODE
    assert Chooser([], memory, 2).choose("m", role="object") is None
    memory.keep(2, [said(DEHN, main=True), said(ODE)])
    assert Chooser([], memory, 3).choose("m", role="main") is None


def test_a_clause_that_goes_on_speaks_of_the_main_subject() -> None:
    here = [said(BRIDGE, main=True, subject=True), said(Referent("x", kind="thing"), governor="to")]
    choose = Chooser(here, Memory(), 0).choose
    assert choose("it", role="subject", parallel=True) is BRIDGE
    assert choose("it", role="subject") is None
    beside = [*here, said(Referent("y", kind="thing"))]
    assert Chooser(beside, Memory(), 0).choose("it", role="subject", parallel=True) is None


def test_what_was_left_open_stays_open() -> None:
    assert chosen("m", [said(None, main=True, pronoun="m")]) is None


def test_within_a_sentence_the_object_is_not_the_subject() -> None:
    here = [said(ODE, subject=True, main=True)]
    assert chosen("m", [], here, role="object") is None
    assert chosen("m", [], here, role="owner") is ODE
    assert chosen("m", [], [*here, said(DEHN)], role="owner") is None
