"""Signs and wording."""

import pytest

from claims.text.scoring.features import NAME, readable, signs, tokens, wording
from claims.text.signals import signals
from claims.text.words import words_for

ENGLISH = words_for("en")


def test_only_signs_that_are_there_are_named() -> None:
    found = signs(signals("In 2019 prices in Oslo rose by 4 per cent.", ENGLISH))
    assert found == {
        "figure": 1.0,
        "number": 1.0,
        "date": 1.0,
        "comparison": 1.0,
        "name": 1.0,
        "length": -0.375,
    }


def test_a_usual_sentence_has_no_length() -> None:
    passage = " ".join(["word"] * 15)
    assert "length" not in signs(signals(passage, ENGLISH))


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("They’ve seen 1,200 boats.", ["they", "'ve", "seen", "[number]", "boats"]),
        ("I don't know.", ["i", "don't", "know"]),
        ("In the 1990s, on the 3rd of May 2019.", "in the [year] on the [ordinal] of may [year]".split()),
        ("The mayor of New Aldhaven said so.", "the mayor of [name] said so".split()),
        ("As I said, it cost $5.", "as i said it cost $ [number]".split()),
        ("", []),
    ],
)
def test_tokens(passage: str, words: list[str]) -> None:
    assert tokens(passage, ENGLISH) == words


def test_wording_has_words_pairs_and_the_ends_of_long_words() -> None:
    pairs = ["[start] we", "we raised", "raised it", "it [end]"]
    assert wording(["we", "raised", "it"]) == ["we", "raised", "it", *pairs, "rais-", "-ed", "-sed"]


def test_a_first_word_that_is_not_known_counts_as_a_name() -> None:
    assert wording(["brae", "left"], {"left"})[0] == NAME
    assert wording(["left", "brae"], {"left"})[:2] == ["left", "brae"]
    assert wording([], {"left"}) == ["[start] [end]"]


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("million", "word ‘million’"),
        ("[number] million", "words ‘[number] million’"),
        ("unem-", "beginning ‘unem-’"),
        ("-ion", "ending ‘-ion’"),
    ],
)
def test_pieces_have_names_that_a_person_reads(piece: str, name: str) -> None:
    assert readable(piece) == name
