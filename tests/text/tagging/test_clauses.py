"""Where a clause begins and whether it has its verb."""

from claims.text.tagging.clauses import finite_before, opens, verb_in

WORDS = "it fell because the bridge built there was old".split()
TAGS = "PRP VBD IN DT NN VBN RB VBD JJ".split()


def test_a_conjunction_a_question_word_and_a_mark_open_a_clause() -> None:
    assert opens("whether", "IN")
    assert opens("who", "WP")
    assert opens(";", ":")
    assert not opens("bridge", "NN")


def test_the_verb_of_the_clause_before_does_not_count() -> None:
    assert finite_before(WORDS, TAGS, 2)
    assert not finite_before(WORDS, TAGS, 5)


def test_a_verb_behind_counts() -> None:
    assert verb_in(WORDS, TAGS, 5)
    assert not verb_in(WORDS, TAGS, 7)
