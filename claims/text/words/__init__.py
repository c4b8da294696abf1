"""Word lists of six languages behind one door: what signals speech, doubt, opinion. Data only; rules live elsewhere."""

from functools import cache

from claims.text.words.english import ENGLISH
from claims.text.words.french import FRENCH
from claims.text.words.german import GERMAN
from claims.text.words.russian import RUSSIAN
from claims.text.words.spanish import SPANISH
from claims.text.words.ukrainian import UKRAINIAN
from claims.text.words.wordlists import Words

__all__ = ["Words", "words_for"]

NONE = Words(code="")
BY_CODE = {words.code: words for words in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN)}


@cache
def words_for(language: str) -> Words:
    """The lists of a language by its two-letter code; empty lists where it is not known."""
    return BY_CODE.get(language, NONE)
