"""Noun phrases in a row of parts: which stands before a place, what is its number."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.parts import Part
from claims.text.propositions.statement import Parts, inserted

NOUNS = ("np", "paren", "quote")


def is_phrase(parts: Sequence[Part]) -> bool:
    """Whether these parts are a noun phrase with what belongs to it, and no verb."""
    return (
        bool(parts)
        and parts[0].kind in NOUNS
        and all(part.kind in (*NOUNS, "prep", "cc", "adj") for part in parts)
    )


def is_plural(subject: Sequence[Part], verb: Part | None = None) -> bool:
    """Whether the head of a phrase is plural: by its verb, as a plural noun, or as several joined by and."""
    first = verb.low.split()[0] if verb else ""
    if first in ("is", "was", "has", "are", "were", "have"):
        return first in ("are", "were", "have")
    if verb and verb.first in ("VBZ", "VBP"):
        return verb.first == "VBP"
    if any(part.low == "and" for part in subject):
        return True
    return bool(subject) and subject[0].plural


def definite(phrase: Parts) -> Parts:
    """``a hall in Oslo`` → ``the hall in Oslo``; names and definite ones stay, () for any other."""
    noun = phrase[0]
    if noun.first not in ("DT", "PRP$", "NNP", "NNPS", "CD") and noun.tags[-1:] not in (
        ("NNP",),
        ("NNPS",),
        ("NNS",),
    ):
        return ()
    if noun.low.split()[0] not in ("a", "an") or len(noun.words) < 2:
        return phrase
    return (inserted("adv", "the"), replace(noun, words=noun.words[1:], tags=noun.tags[1:]), *phrase[1:])


def chain_before(parts: Sequence[Part], end: int) -> list[int]:
    """Where the noun phrases begin that end together at ``end``, the outermost first: “the head of the council”."""
    at = end - 1
    while at >= 0 and parts[at].kind == "paren":
        at -= 1
    if at < 0 or parts[at].kind not in ("np", "quote") or parts[at].first == "EX":
        return []
    starts = [at]
    while (
        at > 1 and parts[at - 1].kind == "prep" and parts[at - 1].low == "of" and parts[at - 2].kind == "np"
    ):
        at -= 2
        starts.insert(0, at)
    return starts


def listed_before(parts: Sequence[Part], start: int, end: int) -> Parts:
    """``including Oslo and Riga, which …``: names joined by and are one plural noun."""
    phrase = parts[start:end]
    before = parts[start - 2 : start] if start > 1 else ()
    if len(before) == 2 and before[1].low == "and" and before[0].kind == "np":
        first = start - 2
        while first > 1 and parts[first - 1].kind == "," and parts[first - 2].kind == "np":
            first -= 2
        while first > 1 and parts[first - 1].low == "of" and parts[first - 2].kind == "np":
            first -= 2
        return tuple(parts[first:end])
    return tuple(phrase) if any(part.low == "and" for part in phrase) else ()
