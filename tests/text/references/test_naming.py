"""What a noun phrase names, and the words for it."""

import pytest

from claims.text.references.memory import Memory, Mention, Referent
from claims.text.references.naming import Namer
from claims.text.references.sentence import Sentence
from claims.text.references.tokens import tokens


def named(
    text: str, at: int = 0, memory: Memory | None = None, owner: Referent | None = None
) -> Referent | None:
    namer = Namer(Sentence(text, tokens(text, 0, len(text))), memory or Memory())
    naming = namer.name(at, owner)
    return naming.referent if naming else None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Kestrel Bridge fell.", "the Kestrel Bridge", "thing"),
        ("The river Alm rose.", "the river Alm", "thing"),
        ("The former banker Leo Marsh came.", "Leo Marsh", "person"),
        ("Mayor Tom Ode came.", "Mayor Tom Ode", "person"),
        ("A grey van came.", "the grey van", "thing"),
        ("Two doses are given.", "the two doses", "thing"),
        ("The ceiling of the Odeon fell.", "the ceiling of the Odeon", "thing"),
        ("Some nurses left.", "", "person"),
        ("The ferry sank.", "", "thing"),
        ("Those Norlanders left.", "", ""),
    ],
)
def test_the_words_name_it(text: str, words: str, kind: str) -> None:
    referent = named(text)
    assert referent is not None
    assert (referent.words, referent.kind) == (words, kind)


def test_a_common_noun_from_the_start_of_a_sentence_loses_its_capital() -> None:
    for small, words in ((frozenset({"youth"}), "youth unemployment"), (frozenset(), "Youth unemployment")):
        referent = named("Youth unemployment fell.", memory=Memory(small=small))
        assert referent is not None
        assert referent.words == words


@pytest.mark.parametrize("text", ["Last year passed.", "Nobody came."])
def test_times_and_nothing_are_no_referents(text: str) -> None:
    assert named(text) is None


def test_bare_words_said_again_name_the_same() -> None:
    memory = Memory()
    ice = named("Drifting ice is cold.", memory=memory)
    assert ice is not None
    memory.keep(0, [Mention(ice, (0, 12), main=True)])
    assert named("Drifting ice comes here.", memory=memory) is ice
    assert named("Grey ice comes here.", memory=memory) is not ice


def test_an_owner_is_named() -> None:
    referent = named("Her last book appeared.", at=1, owner=Referent("Anna Holt"))
    assert referent is not None
    assert referent.words == "Anna Holt’s last book"


def test_a_description_finds_the_name_it_was_said_of() -> None:
    memory = Memory()
    pass_ = named("Ode Pass is a mountain road.", memory=memory)
    assert named("The road is closed.", memory=memory) is pass_
    assert named("The road of the year is closed.", memory=memory) is not pass_
    assert named("The bridge is closed.", memory=memory) is not pass_
