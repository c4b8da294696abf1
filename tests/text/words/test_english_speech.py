"""The English words of speech."""

from claims.text.words import english_speech as speech


def test_every_word_is_a_plain_lemma() -> None:
    sets = (speech.CLAUSE, speech.QUESTION, speech.INFINITIVE, speech.OBJECT, speech.NOUNS, speech.QUOTING)
    assert [word for each in sets for word in sorted(each) if not word.isalpha() or not word.islower()] == []


def test_what_needs_that_takes_a_clause() -> None:
    assert set() == speech.THAT_ONLY - speech.CLAUSE - speech.QUESTION - speech.OBJECT_AS
