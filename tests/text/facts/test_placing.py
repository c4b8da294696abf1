"""Sentences in a text, and a text of sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import normalise
from claims.text.facts.placing import NOT_ONCE, NOT_THERE, NotPlaced, Places, text_of

TEXT = (
    "The quay cost 62 million.\nThe “old” quay – closed in 2019 –\nwas cheaper. It cost 15 %. "
    "The quay cost 62 million."
)


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("It cost 15 %.", "It cost 15 %."),
        (
            'The "old" quay - closed in 2019 - was  cheaper.',
            "The “old” quay – closed in 2019 –\nwas cheaper.",
        ),
        ("was cheaper", "was cheaper"),
    ],
)
def test_a_sentence_is_found(sentence: str, there: str):
    start, end = Places(TEXT).find(sentence)
    assert TEXT[start:end] == there


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It cost 16 %.", NOT_THERE),
        ("5 %.", NOT_THERE),  # the inside of 15 %
        ("The qua", NOT_THERE),
        ("it cost 15 %.", NOT_THERE),
        ("", NOT_THERE),
        ("The quay cost 62 million.", NOT_ONCE),
    ],
)
def test_a_sentence_that_cannot_be_placed_is_named(sentence: str, why: str):
    with pytest.raises(NotPlaced) as refusal:
        Places(TEXT).find(sentence)
    assert str(refusal.value) == why


def test_the_order_tells_two_apart():
    places = Places(TEXT)
    places.find("It cost 15 %.")
    assert places.find("The quay cost 62 million.") == (len(TEXT) - 25, len(TEXT))


def test_looking_back_is_allowed():
    places = Places(TEXT)
    places.find("It cost 15 %.")
    start, end = places.find("was cheaper.")
    assert TEXT[start:end] == "was cheaper."


def test_scripts_without_blanks():
    text = "新しい岸壁は昨年完成した。費用は六十億円だった。"
    assert Places(text).find("昨年完成した") == (6, 12)


def test_a_text_is_made_of_sentences():
    text, spans = text_of(["It rose.", "It\n fell.", "It fell.", "It rose."])
    assert text == "It rose.\n\nIt fell."
    assert [text[start:end] for start, end in spans] == ["It rose.", "It fell.", "It fell.", "It rose."]


SENTENCES = st.lists(
    st.text(min_size=1, max_size=20).map(normalise).filter(str.strip), min_size=1, max_size=8
)


@settings(deadline=None)
@given(SENTENCES)
def test_the_made_text_is_normal_and_holds_every_sentence(sentences: list[str]):
    text, spans = text_of(sentences)
    assert normalise(text) == text
    assert [text[start:end].split() for start, end in spans] == [sentence.split() for sentence in sentences]


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_what_is_found_says_the_same(text: str, start: int, length: int):
    wanted = text[start : start + length]
    try:
        begin, end = Places(text).find(wanted)
    except NotPlaced:
        return
    assert Places(text[begin:end]).plain == Places(wanted).plain
