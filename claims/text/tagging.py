"""Parts of speech of English words: Penn Treebank tags (NN, VBD, IN …) from a lexicon with rules, corrected by context.

The lexicon and the rules come with textblob; nothing is downloaded. Other languages have no tags.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

BE = frozenset("am is are was were be been being 's ’s".split())
HAVE = frozenset("has have had having 's ’s".split())


@cache
def _parser() -> Any:
    from textblob.en import parser  # noqa: PLC0415 - start-up cost: more than a second, and only English needs it

    return parser


def tags(words: Sequence[str]) -> list[str]:
    """One Penn tag a word, in order; ``words`` are the words and marks of one sentence."""
    straight = [word.replace("’", "'") for word in words]
    found = [tag for _, tag in _parser().find_tags(straight)]
    return [_corrected(straight, found, at) for at in range(len(found))]


def _corrected(words: list[str], found: list[str], at: int) -> str:
    """What the lexicon gets wrong: figures, and past forms that have no auxiliary before them."""
    word, tag = words[at], found[at]
    if word[:1].isdigit():
        return "CD"
    if tag == "VBN" and not _auxiliary_before(words, found, at):
        before = found[at - 1] if at else ""
        return "VBD" if before in ("PRP", "WDT", "WP", "EX", "CC") else tag
    return tag


def _auxiliary_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether a form of “be” or “have” stands before, with nothing but adverbs between."""
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place].lower() in BE | HAVE:
            return True
        if not found[place].startswith(("RB", "MD")):
            return False
    return False
