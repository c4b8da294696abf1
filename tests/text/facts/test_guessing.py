"""Kind and worth of the words of a fact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import normalise
from claims.text.facts.guessing import Guesses
from claims.vocabulary import Kind


@pytest.mark.parametrize(
    ("sentence", "fact", "kind"),
    [
        ("Holm opened the quay on 3 March.", "The quay cost 62 million crowns", Kind.STATISTIC),
        ("The quay cost 62 million crowns.", "How much?", Kind.STATISTIC),
        (
            "The port will certainly grow next year.",
            "The port will certainly grow next year.",
            Kind.PREDICTION,
        ),
    ],
)
def test_the_kind_is_that_of_the_fact_else_of_its_sentence(sentence: str, fact: str, kind: Kind):
    guessed = Guesses("en").of(fact, sentence)
    assert (guessed.kind, 0 <= guessed.worth <= 1, guessed.reason != "") == (kind, True, True)


def test_a_sentence_of_many_rows_is_looked_at_once():
    guesses = Guesses("en")
    for number in range(3):
        guesses.of(f"Why {number}?", "The quay cost 62 million crowns.")
    assert list(guesses.known) == ["Why 0?", "The quay cost 62 million crowns.", "Why 1?", "Why 2?"]


WORDS = st.text(max_size=12).map(normalise).map(str.strip).filter(bool)


@settings(deadline=None, max_examples=50)
@given(WORDS, WORDS)
def test_any_fact_has_a_kind_and_a_worth(sentence: str, fact: str):
    assert 0 <= Guesses("").of(fact, sentence).worth <= 1
