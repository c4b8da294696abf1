"""Which words differ."""

from hypothesis import given
from hypothesis import strategies as st

from claims.reports.comparing import differing, filled_in

WORDS = st.text(alphabet="ab \n.", max_size=30)


def test_differing_marks_the_words_that_the_other_text_lacks():
    assert differing("The ferry in 2025.", "The ferry last year.") == [
        ("The ferry ", False),
        ("in 2025.", True),
    ]


@given(text=WORDS, other=WORDS)
def test_the_parts_join_to_the_text(text: str, other: str):
    assert "".join(words for words, _ in differing(text, other)) == text


def test_a_text_of_very_many_words_is_not_compared():
    long = "the " * 200_000  # word by word this would take hours
    assert differing(long, long + "end") == [(long, False)]
    assert filled_in("Short.", long) == [("Short.", False)]


def test_filled_in_ignores_case_and_punctuation():
    assert filled_in("The ferry carried two.", "the ferry carried two") == [("The ferry carried two.", False)]


def test_filled_in_marks_no_blank_behind_a_word():
    assert filled_in("The ferry of Vessby carried two.", "The ferry carried two.") == [
        ("The ferry ", False),
        ("of Vessby", True),
        (" carried two.", False),
    ]


def test_filled_in_marks_nothing_in_a_text_of_other_words():
    assert filled_in("Quite another sentence.", "It rained") == [("Quite another sentence.", False)]
