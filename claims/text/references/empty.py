"""“It” that stands for nothing: it rains, it seems that, it is clear that, it took weeks to, it was she who."""

from claims.text.references.tokens import Token
from claims.text.tagging import is_verb
from claims.text.words.wordlists import words

BE = words("is was be been 's ’s isn't isn’t wasn't wasn’t")
SEEMS = words(
    "seems seemed appears appeared happens happened turns turned follows followed remains remained looks looked"
    " sounds feels felt"
)
WEATHER = words(
    "rained rains rain raining snowed snows snow snowing hailed thundered hails drizzled drizzles poured pours"
)
TAKES = words("takes took costs cost take makes made helps helped pays matters mattered comes came come")
BEHIND = words("that to whether who whom how what why when for where if")
BARE = words("true clear possible likely unclear important time dark late early")
QUESTIONS = BE | words("does did do isn't isn’t doesn't doesn’t didn't didn’t")
REACH = 12


def stands_for_nothing(tokens: list[Token], at: int) -> bool:
    """Whether the “it” at this place is empty, or may be."""
    if at and tokens[at - 1].low in QUESTIONS:
        return True
    place = at + 1
    while place < len(tokens) and tokens[place].tag in ("RB", "MD", "RBR"):
        place += 1
    rest = tokens[place : place + REACH]
    if rest and rest[0].low in ("has", "had", "have"):
        rest = rest[1:]
    if not rest:
        return True
    if any(token.low in WEATHER for token in rest[:4]):
        return True
    clause = next((token.low for at, token in enumerate(rest) if at and _opens(rest, at)), "")
    if rest[0].low in SEEMS | TAKES:
        return clause in BEHIND
    return rest[0].low in BE and _said_of_nothing(rest[1:], clause)


def _opens(rest: list[Token], at: int) -> bool:
    """Whether a clause opens here that “it” may stand for, or the sentence ends; “open to all” has none."""
    low = rest[at].low
    following = rest[at + 1] if at + 1 < len(rest) else None
    if low == "to":
        return following is None or following.tag == "RB" or is_verb(following.low)
    if low == "for":
        return any(
            token.low == "to" and _opens(rest, place) for place, token in enumerate(rest) if place > at
        )
    return low in BEHIND or low in ".;:"


def _said_of_nothing(rest: list[Token], clause: str) -> bool:
    """``clear that``, ``rare to see``, ``a pity that``, ``hoped that``, ``Marsh who``; not ``built to``."""
    following = next((token for token in rest if token.tag not in ("RB", "RBR", "RBS")), None)
    if following is None or following.low in BARE and following.tag not in ("VBN", "VBD"):
        return True
    if following.tag in ("VBN", "VBD"):
        return clause in ("that", "whether", "how", "what", "why", "who", "if")
    if following.tag in ("JJ", "JJR", "JJS"):
        return clause in BEHIND
    if following.low == "like":
        return any(token.tag == "VBG" for token in rest[1:2])
    return clause in ("that", "who", "to", "when")
