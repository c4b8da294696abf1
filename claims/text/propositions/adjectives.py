"""Two adjectives with one noun: “warmer and more consistent weather” says two things."""

from dataclasses import replace

from claims.text.propositions.lists import is_amount
from claims.text.propositions.parts import ADJECTIVES, NOUN, Part
from claims.text.propositions.statement import Statement, denied


def adjectives(given: Statement) -> list[Statement]:
    """``warmer and more consistent weather``: two kinds of one noun, each with the noun."""
    parts = given.parts
    for at, part in enumerate(parts):
        cut = _shared_noun(part)
        if (
            cut is None
            or denied(parts[:at])
            or any(is_amount(each) for each in (*parts[:at], *parts[at + 1 :]))
        ):
            continue
        first, second = cut
        return [given.with_parts((*parts[:at], one, *parts[at + 1 :])) for one in (first, second)]
    return []


def _shared_noun(part: Part) -> tuple[Part, Part] | None:
    """The two phrases of a plural or uncounted noun with two adjectives."""
    lows = [word.text.lower() for word in part.words]
    if part.kind != "np" or lows.count("and") != 1 or "," in lows:
        return None
    middle = lows.index("and")
    noun = next((at for at in range(middle + 1, len(lows)) if part.tags[at] in NOUN), len(lows))
    left, right = part.tags[:middle], part.tags[middle + 1 : noun]
    if not right or not set(left) & ADJECTIVES or set(right) - ADJECTIVES - {"RB", "RBR", "RBS"}:
        return None
    if left[0] in ("DT", "PRP$") or set(left) & NOUN:
        return None
    words, tags = part.words, part.tags
    first = replace(part, words=(*words[:middle], *words[noun:]), tags=(*left, *tags[noun:]))
    return first, replace(part, words=words[middle + 1 :], tags=tags[middle + 1 :])
