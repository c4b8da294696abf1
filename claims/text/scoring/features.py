"""What the score looks at: counted signs, which every language has, and the wording of English. No weights here."""

import math
import re
from collections.abc import Collection
from functools import cache

from claims.text.signals import Signals
from claims.text.words import Words

MOST = 3
FEW_WORDS = 5
USUAL_WORDS = 15
YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")
TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?|[^\W\d_]+(?:'[^\W\d_]+)?|[%$€£?]")
# A word begins with “I” in these and names nobody.
PRONOUN = re.compile(r"I(?:'\w+)?")
NAME, NUMBER, A_YEAR, ORDINAL = "[name]", "[number]", "[year]", "[ordinal]"
START, END = "[start]", "[end]"
LONG_WORD = 5  # shorter ones have no beginning and ending of their own


def signs(seen: Signals) -> dict[str, float]:
    """The signs of a passage that are there, by name: 1, a count up to 3, or for “length” a logarithm.

    A length of 0 is that of a usual sentence, 15 words.
    """
    found = {
        "figure": float(bool(seen.figure)),
        "number": float(min(seen.numbers, MOST)),
        "date": float(bool(seen.date)),
        "comparison": float(bool(seen.comparison)),
        "name": float(min(seen.names, MOST)),
        "hedge": float(bool(seen.strong_hedge)),
        "weak hedge": float(min(seen.weak_hedges, MOST)),
        "opinion": float(bool(seen.opinion)),
        "evaluative word": float(min(seen.evaluative, MOST)),
        "first person": float(min(seen.first_person, MOST)),
        "definition": float(bool(seen.definition)),
        "question": float(seen.question),
        "few words": float(seen.words < FEW_WORDS),
        "length": round(math.log((1 + seen.words) / (1 + USUAL_WORDS)), 3),
    }
    return {name: value for name, value in found.items() if value}


@cache
def readable(piece: str) -> str:
    """What a piece of wording is called where a score is explained."""
    if piece.startswith("-"):
        return f"ending ‘{piece}’"
    if piece.endswith("-"):
        return f"beginning ‘{piece}’"
    return f"words ‘{piece}’" if " " in piece else f"word ‘{piece}’"


def tokens(passage: str, lists: Words) -> list[str]:
    """The words in lower case; numbers, years, ordinals and the names inside a sentence stand for their class.

    Names in a row are one. The first word stays: a capital says nothing there.
    """
    found: list[str] = []
    for match in TOKEN.finditer(passage.replace("’", "'")):
        word = match.group()
        low = word.lower()
        if word[0].isdigit():
            found.append(_number(low))
        elif found and word[0].isupper() and not PRONOUN.fullmatch(word) and _names(low, lists):
            if found[-1] != NAME:
                found.append(NAME)
        else:
            found += _parts(low)
    return found


def _names(low: str, lists: Words) -> bool:
    return low.partition("'")[0] not in lists.not_names


def _number(low: str) -> str:
    if YEAR.fullmatch(low):
        return A_YEAR
    return ORDINAL if low.endswith(("st", "nd", "rd", "th")) else NUMBER


def _parts(low: str) -> list[str]:
    """``they've`` is two words; ``don't`` is one."""
    stem, mark, ending = low.partition("'")
    return [stem, mark + ending] if mark and ending != "t" else [low]


def wording(words: list[str], known: Collection[str] | None = None) -> list[str]:
    """Each word, each pair of neighbours, and the beginning (``unem-``) and endings (``-on``, ``-ion``) of long words.

    Each once, in order. A first word that is not ``known`` counts as a name, as most of those are.
    """
    if known is not None and words and words[0] not in known:
        words = [NAME, *words[1:]]
    found = dict.fromkeys(words)
    found |= dict.fromkeys(
        f"{one} {other}" for one, other in zip([START, *words], [*words, END], strict=True)
    )
    for word in words:
        if len(word) >= LONG_WORD and word.isalpha():
            found |= dict.fromkeys((f"{word[:4]}-", f"-{word[-2:]}", f"-{word[-3:]}"))
    return list(found)
