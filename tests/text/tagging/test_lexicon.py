"""The lexicon of English words and their tags."""

from claims.text.tagging.lexicon import is_verb, known


def test_a_word_has_its_commonest_tag() -> None:
    assert known("bridge") == "NN"
    assert known("qwrtz") == ""


def test_a_verb_is_known_by_its_forms() -> None:
    assert is_verb("repair")
    assert is_verb("make")
    assert not is_verb("bridge’s")
