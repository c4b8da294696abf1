"""What a part knows about itself."""

from claims.text.propositions.parts import opens_clause


def test_verb_groups(parts):
    _, verb, *_ = parts("It has never been repaired.")
    assert (verb.kind, verb.finite, verb.main, verb.negated) == ("vp", True, "VBN", True)
    _, _, infinitive, *_ = parts("He wants to sell it.")
    assert (infinitive.finite, infinitive.first) == (False, "TO")


def test_number_of_nouns(parts):
    assert [parts(text)[0].plural for text in ("the boats", "the boat", "they")] == [True, False, True]


def test_a_clause_opens_with_its_subject(parts):
    row = parts("It sank when the crew of the ferry slept.")
    assert opens_clause(row, 3)
    assert not opens_clause(row, 2)
