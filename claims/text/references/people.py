"""Which nouns name a person, and of which sex; which words in a name tell that it names no person.

Given names are not looked at: whether “Kim” is he or she is told by a title, a role, a pronoun, or not at all.
"""

import re

from claims.text.words.english_nouns import FEMALE, MALE, NO_PEOPLE, PEOPLE, THINGS, TITLES

ENDINGS = re.compile(r".{2,}(?:ologist|grapher|ist|ician|woman|man|keeper|maker of|onaut)$")


def gender_of(noun: str) -> str:
    """``m``, ``f`` or nothing for a noun or title in lower case."""
    noun = noun.rstrip(".")
    if noun in MALE or (noun.endswith("man") and not noun.endswith("woman") and len(noun) > 6):
        return "m" if noun not in NO_PEOPLE else ""
    return "f" if noun in FEMALE or noun.endswith("woman") else ""


def is_person(noun: str) -> bool:
    """Whether a noun in the singular, in lower case, names a person."""
    noun = noun.rstrip(".")
    if noun in NO_PEOPLE:
        return False
    return noun in PEOPLE or bool(gender_of(noun)) or ENDINGS.fullmatch(noun) is not None


def is_title(word: str) -> bool:
    """Whether a word stands before a person’s name."""
    return word.lower().rstrip(".") in TITLES


def names_a_thing(parts: list[str]) -> bool:
    """Whether one of a name’s words tells that it is no person’s name."""
    return any(part.lower() in THINGS for part in parts)
