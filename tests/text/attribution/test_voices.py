"""Whom a mention or a pronoun stands for."""

from claims.text.attribution import Voices
from claims.text.names import name_book
from claims.text.words import words_for


def voices(text: str = "") -> Voices:
    return Voices(words_for("en"), name_book(text, words_for("en")))


def test_a_pronoun_stands_for_the_last_speaker_for_a_while() -> None:
    heard = voices()
    assert heard.name("She", 0, 0) == "She"
    assert heard.name("Ada Osk", 0, 1) == "Ada Osk"
    assert heard.name("officials", 0, 2) == "officials"
    assert [heard.name(word, 0, 4) for word in ("She", "They")] == ["Ada Osk", "officials"]
    assert heard.name("She", 0, 9) == "She"


def test_whoever_is_she_once_is_not_he_later() -> None:
    heard = voices()
    assert heard.name("Ada Osk", 0, 0) == "Ada Osk"
    assert heard.name("She", 0, 1) == "Ada Osk"
    assert heard.name("Tom Aldis", 0, 2) == "Tom Aldis"
    assert heard.name("He", 0, 3) == "Tom Aldis"
    assert heard.name("She", 0, 3) == "Ada Osk"
    assert heard.name("Mrs. Lund", 0, 4) == "Mrs. Lund"
    assert heard.name("He", 0, 4) == "Tom Aldis"


def test_a_copy_does_not_change_what_is_remembered() -> None:
    heard = voices()
    heard.copy().name("Ada Osk", 0, 0)
    assert heard.name("She", 0, 0) == "She"


def test_a_short_name_is_shown_in_full() -> None:
    text = "President Ada Osk came. Osk spoke."
    assert voices(text).name("Osk", text.index("Osk spoke"), 1) == "President Ada Osk"
