"""The lexicon of English words and their tags. It comes with textblob; nothing is downloaded."""

from functools import cache
from typing import Any


@cache
def parser() -> Any:
    """The tagger of textblob: its lexicon and its rules."""
    from textblob.en import parser as english  # noqa: PLC0415 - start-up cost: more than a second, and only English needs it

    return english


@cache
def known(word: str) -> str:
    """The tag that the lexicon has for a word in small letters, "" for a word it does not know."""
    return str(parser().lexicon.get(word) or "")


def is_verb(word: str) -> bool:
    """Whether the lexicon knows a verb with this base form, by the forms made from it."""
    if known(word).startswith("VB"):
        return True
    stems = (word, word[:-1] if word.endswith("e") else word + word[-1:])
    return any(known(stem + end).startswith("VB") for stem in stems for end in ("ed", "ing"))
