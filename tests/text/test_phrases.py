"""Noun phrases that name a speaker."""

import pytest

from claims.text.phrases import Phrases, before_brackets, behind_brackets, words_in
from claims.text.words import words_for


def phrase(text: str, cue: str, *, after: bool = False, language: str = "en") -> str:
    words = words_in(text, 0, len(text))
    index = next(at for at, word in enumerate(words) if word.text == cue)
    phrases = Phrases(words, words_for(language))
    span = phrases.after(index) if after else phrases.before(index)
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Aldis said so", "Tom Aldis"),
        ("Tom Aldis (Greens) said so", "Tom Aldis"),
        ("Greens) said so", ""),
        ("Yesterday Mayor Tom Aldis also said so", "Mayor Tom Aldis"),
        ("Keldmark’s President Ada Osk has said so", "President Ada Osk"),
        ("a spokesman for the ministry said so", "a spokesman for the ministry"),
        ("However, senior Western officials said so", "senior Western officials"),
        ("Head of the Chair, Ivo Berg, said so", "Ivo Berg"),
        ("Ivo Berg, head of the institute, said so", "Ivo Berg"),
        ("Dr. Ilse Brandt said so", "Dr. Ilse Brandt"),
        ("He said so", "He"),
        ("It said so", ""),
        ("The weather said so", ""),
    ],
)
def test_before_the_verb(text: str, expected: str) -> None:
    assert phrase(text, "said") == expected


@pytest.mark.parametrize(
    ("text", "cue", "language", "expected"),
    [
        ("as described by Moscow in May", "by", "en", "Moscow"),
        ("said Tom Aldis on Monday", "said", "en", "Tom Aldis"),
        ("said the company’s head, Liv Berg, on Monday", "said", "en", "Liv Berg"),
        ("sagte Ministerin Karin Holt am Montag", "sagte", "de", "Ministerin Karin Holt"),
        ("selon l’institut", "selon", "fr", "l’institut"),
        ("сказал министр Иван Петров в среду", "сказал", "ru", "министр Иван Петров"),
        ("said nothing", "said", "en", ""),
    ],
)
def test_after_the_cue(text: str, cue: str, language: str, expected: str) -> None:
    assert phrase(text, cue, after=True, language=language) == expected


def test_words_keep_their_places() -> None:
    words = words_in("  Dr. Ode’s 3.5 km, o.k.", 0, 24)
    assert [word.text for word in words] == ["Dr.", "Ode’s", "3.5", "km", ",", "o.k", "."]
    assert (words[1].start, words[1].end, words[1].folded, words[1].possessive) == (6, 11, "ode", True)


def test_words_around_brackets() -> None:
    words = words_in("Berg (Greens, Oslo) said", 0, 24)
    assert before_brackets(words, 5) == 0
    assert behind_brackets(words, 1) == 6
    assert before_brackets(words, 6) == behind_brackets(words, 6) == 6
    assert behind_brackets(words[:3], 1) == 1
