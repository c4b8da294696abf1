"""Noun phrases of one sentence: where they stand and what governs them. What they refer to is not decided here."""

from dataclasses import dataclass

from claims.text.references.tokens import NOUNS, VERBS, Token
from claims.text.words.english_nouns import TIMES

POINTING = frozenset(("this", "that", "these", "those", "all", "both"))
DETERMINERS = ("DT", "PRP$", "POS", "PDT")
MODIFIERS = ("JJ", "JJR", "JJS", "CD", "RBS")
PARTICIPLES = ("VBN", "VBG", "VBD")
OPENERS = ("DT", "PRP$", "POS", "CD", "JJ", "IN", "TO")
PRONOUNS = frozenset("he she it they him her them his its their himself herself itself themselves".split())
CLAUSES = frozenset(
    "that because if while although though whether unless when where whereas once how why what".split()
)
MAYBE_CLAUSES = frozenset("after before since until as than".split())
LEADING = frozenset(("including", "like", "such"))
SKIPPED = ("RB", "RBR")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens ``first`` to ``last`` (both included); ``owner`` when it begins with a possessive or behind one.

    ``governor`` is the preposition before it, ``subject`` whether it is the subject of a clause, ``main`` whether it is
    the first subject of the sentence's main clause.
    """

    first: int
    last: int
    governor: str
    subject: bool
    main: bool = False
    pronoun: bool = False


def phrases(tokens: list[Token]) -> list[Phrase]:
    """Noun phrases and pronouns in order, the main subject marked."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        last = _end(tokens, at)
        if tokens[at].low in PRONOUNS:
            found.append(_phrase(tokens, at, at, found, pronoun=True))
        if last is None:
            at += 1
            continue
        found.append(_phrase(tokens, at, last, found))
        at = last + 1
    main = _main(tokens, found)
    return [
        Phrase(each.first, each.last, each.governor, each.subject or at == main, at == main, each.pronoun)
        for at, each in enumerate(found)
    ]


def _end(tokens: list[Token], at: int) -> int | None:
    """The last token of the phrase that begins here, None when none does."""
    last, place = None, at
    if tokens[place].tag in DETERMINERS:
        place += 1
    while place < len(tokens):
        tag = tokens[place].tag
        if tag in NOUNS or _in_name(tokens, place, last):
            last = place
        elif last is not None or not _modifies(tokens, place):
            break
        place += 1
    return last


def _modifies(tokens: list[Token], place: int) -> bool:
    """Whether the word may stand before a noun; a figure before a name (``In 1896 Maalstad``) does not."""
    tag = tokens[place].tag
    if tag == "CD":
        return place + 1 >= len(tokens) or tokens[place + 1].tag != "NNP"
    if tag not in PARTICIPLES:
        return tag in MODIFIERS
    before = tokens[place - 1] if place else None
    return before is not None and before.tag in OPENERS and before.low not in POINTING


def _in_name(tokens: list[Token], place: int, last: int | None) -> bool:
    """A capitalised word behind a name goes on with it, whatever it is elsewhere."""
    capital = tokens[place].text[:1].isupper() and tokens[place].tag in (
        *PARTICIPLES,
        *MODIFIERS,
        "VB",
        "VBZ",
        "VBP",
    )
    return capital and last == place - 1 and tokens[place - 1].text[:1].isupper()


def _phrase(
    tokens: list[Token], first: int, last: int, found: list[Phrase], *, pronoun: bool = False
) -> Phrase:
    governor = _governor(tokens, first, last, found)
    subject = not governor and verb_behind(tokens, last)
    return Phrase(first, last, governor, subject, pronoun=pronoun)


def _governor(tokens: list[Token], first: int, last: int, found: list[Phrase]) -> str:
    before = tokens[first - 1] if first else None
    if before is not None and (before.tag == "CC" or before.text == ",") and found:
        listed = first - 3 if tokens[first - 2].text == "," else first - 2
        if found[-1].last == listed and not verb_behind(tokens, last):
            return found[-1].governor
    if before is not None and before.low in LEADING:
        return before.low
    if before is None or before.tag not in ("IN", "TO"):
        return ""
    if before.low in CLAUSES or (before.low in MAYBE_CLAUSES and verb_behind(tokens, last)):
        return ""
    return before.low


def verb_behind(tokens: list[Token], last: int) -> bool:
    """Whether a finite verb follows, adverbs aside."""
    place = last + 1
    while place < len(tokens) and tokens[place].tag in SKIPPED:
        place += 1
    return place < len(tokens) and tokens[place].tag in VERBS


def _main(tokens: list[Token], found: list[Phrase]) -> int:
    """The place of the main subject, -1 for none: the first phrase that no preposition governs."""
    begin = 0
    opens = tokens[0].low if tokens else ""
    if opens in CLAUSES or (opens in MAYBE_CLAUSES and not _governed_opening(found)):
        begin = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
    for at, phrase in enumerate(found):
        if phrase.first < begin or phrase.governor or _owner(found, at):
            continue
        if any(token.tag == "EX" for token in tokens[begin : phrase.first]):
            return -1
        if not _mere_time(tokens, phrase):
            return at if any(token.tag in VERBS for token in tokens[phrase.last :]) else -1
    return -1


def _owner(found: list[Phrase], at: int) -> bool:
    """Whether the phrase only tells whose the next one is."""
    following = found[at + 1] if at + 1 < len(found) else None
    phrase = found[at]
    return (
        following is not None and following.first in (phrase.first, phrase.last + 1) and not following.pronoun
    )


def _governed_opening(found: list[Phrase]) -> bool:
    return bool(found) and bool(found[0].governor)


def _mere_time(tokens: list[Token], phrase: Phrase) -> bool:
    """``Last year the …``: a phrase before a subject that is itself none."""
    return tokens[phrase.last].low in TIMES and not phrase.subject
