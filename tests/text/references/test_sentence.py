"""A sentence with its phrases and names."""

import pytest

from claims.text.references.sentence import Sentence
from claims.text.references.tokens import tokens


def read(text: str) -> Sentence:
    return Sentence(text, tokens(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The former banker Leo Marsh came.", "Leo Marsh"),
        ("Storm Alba came.", "Storm Alba"),
        ("Hilltop School opened.", "Hilltop School"),
        ("Former banker Leo Marsh came.", "Leo Marsh"),
        ("The ferry came.", None),
        ("Police came.", None),
    ],
)
def test_names_at_the_end_of_a_phrase(text: str, name: str | None) -> None:
    sentence = read(text)
    phrase = sentence.phrases[0]
    begin = sentence.name_start(phrase)
    assert (None if begin is None else sentence.words(begin, phrase.last)) == name


def test_what_stands_behind() -> None:
    sentence = read("The ferry  of Riga sank.")
    phrase = sentence.phrases[0]
    assert (sentence.head(phrase), sentence.behind(phrase), sentence.behind(phrase, 9)) == ("ferry", "of", "")
    assert (sentence.tag_behind(phrase), sentence.words(0, 3)) == ("IN", "The ferry of Riga")
    assert sentence.begins_at(3) == sentence.phrases[1]
    assert sentence.begins_at(2) is None
