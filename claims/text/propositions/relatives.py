"""Relative clauses: what is said of a noun becomes a statement about it."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.clauses import subject_of
from claims.text.propositions.nouns import (
    NOUNS,
    chain_before,
    definite,
    is_phrase,
    is_plural,
    listed_before,
)
from claims.text.propositions.parts import Part, opens_clause
from claims.text.propositions.statement import (
    Parts,
    Statement,
    clause_between,
    denied,
    hypothetical,
    inserted,
    is_be,
    main_verb,
    open_clause,
)
from claims.text.propositions.verbs import finite, past_if_dated

NEAR = 4  # parts: a year so near belongs to the participle


def added_clause(given: Statement) -> list[Statement]:
    """``… N, which …``: a clause added to the noun before the comma, up to the end."""
    parts = given.parts
    main = main_verb(parts)
    for at in range(2, len(parts) - 1):
        if parts[at].low not in ("which", "who") or parts[at].kind != "rel" or parts[at - 1].kind != ",":
            continue
        verb = _verb_of(parts, at)
        if 0 <= main < at and verb and not hypothetical(parts[:at]):
            noun = _antecedent(parts, at - 1, parts[verb], person=parts[at].low == "who")
            end = _clause_end(parts, at)
            if noun and (end < len(parts) or not open_clause(parts[: at - 1])):
                whole = given.with_parts((*parts[: at - 1], *parts[end + 1 :]))
                return [whole, given.with_parts((*(definite(noun) or noun), *parts[at + 1 : end]))]
    return []


def _verb_of(parts: Sequence[Part], at: int) -> int:
    """The finite verb of ``which had``, ``which for years had``; 0 for none."""
    place = at + 1
    while place < len(parts) - 1 and parts[place].kind in ("adv", "prep"):
        place += 2 if parts[place].kind == "prep" and parts[place + 1].kind == "np" else 1
    return place if place < len(parts) and parts[place].finite else 0


def _clause_end(parts: Sequence[Part], at: int) -> int:
    """Where the clause ends that begins here: at the comma before the verb it stands in front of, or at the end."""
    if not open_clause(parts[: at - 1]):
        return len(parts)
    closing = (place for place in range(at + 2, len(parts) - 1) if parts[place].kind == ",")
    return next((place for place in closing if parts[place + 1].finite), len(parts))


def _antecedent(parts: Sequence[Part], end: int, verb: Part, *, person: bool = False) -> Parts:
    """The phrase before ``end`` that agrees with the verb in number; () when it may be the whole clause.

    Of “the works of Berg, who” it is the name.
    """
    chain = chain_before(parts, end)
    if not chain:
        return ()
    if person and len(chain) > 1 and set(parts[chain[-1]].tags) == {"NNP"}:
        return tuple(parts[chain[-1] : end])
    phrase = tuple(parts[chain[0] : end])
    words = verb.low.split()
    plural = words[0] in ("are", "were", "have") or verb.first == "VBP"
    one = words[0] in ("is", "was", "has") or verb.first == "VBZ"
    listed = listed_before(parts, chain[0], end)
    if not (plural or one):
        return listed or (phrase if person or _certain(parts, chain[0]) else ())
    if plural and listed:
        return listed
    for start in reversed(chain):
        if "CD" in parts[start].tags and "NNP" not in parts[start].tags:
            return ()
        if parts[start].plural == plural:
            return tuple(parts[start:end])
    return ()


def _certain(parts: Sequence[Part], start: int) -> bool:
    """Whether “which could” means the phrase that begins here: a name, or what the verb or “by” has before it.

    “It opened the way for trade, which could …” is said of the whole clause as often.
    """
    named = parts[start].tags[-1:] in (("NNP",), ("NNPS",)) or parts[start].kind == "quote"
    return named or start > 0 and (parts[start - 1].kind == "vp" or parts[start - 1].low == "by")


def with_preposition(given: Statement) -> list[Statement]:
    """``… the race, in which it came third.``: “in the race it came third”."""
    parts = given.parts
    main = main_verb(parts)
    for at in range(3, len(parts) - 3):
        if (
            parts[at].low not in ("which", "whom")
            or parts[at - 1].kind != "prep"
            or parts[at - 2].kind != ","
        ):
            continue
        chain = chain_before(parts, at - 2)
        if not chain or not 0 <= main < at or hypothetical(parts[:at]) or not opens_clause(parts, at + 1):
            return []
        if parts[at + 1].first != "PRP":
            return []  # what others do there mostly tells which one is meant
        noun = definite(tuple(parts[chain[0] : at - 2]))
        if not noun:
            return []
        return [given.with_parts(parts[: at - 2]), given.with_parts((parts[at - 1], *noun, *parts[at + 1 :]))]
    return []


def described(given: Statement) -> list[Statement]:
    """``S is a N that …``, ``S is a N built in …``: what restricts an indefinite noun holds of the subject as well."""
    parts = given.parts
    begin, main = subject_of(parts)
    if not main or not is_be(parts[main]) or denied(parts[: main + 1]) or hypothetical(parts):
        return []
    if parts[begin].first == "EX" or not is_phrase(parts[begin:main]):
        return []
    noun = main + 1
    if (
        noun >= len(parts)
        or parts[noun].kind != "np"
        or parts[noun].first not in ("DT", "JJ", "NN", "NNP", "CD", "NNS")
    ):
        return []
    for at in range(noun + 1, len(parts) - 1):
        part = parts[at]
        if part.kind in ("rel", "vp"):
            return _described(given, begin, main, at) if part.low not in ("whom", "whose") else []
        if part.kind not in (*NOUNS, "prep", "cc", "adj"):
            return []
    return []


def _described(given: Statement, begin: int, main: int, at: int) -> list[Statement]:
    parts = given.parts
    subject = parts[begin:main]
    plural = is_plural(subject, parts[main])
    if parts[main + 1].low.startswith(("one ", "the ")) or parts[main + 1].low == "one":
        return []
    if parts[at].kind == "rel":
        after = parts[at + 1]
        if not after.finite or len(parts) - at < 3:
            return []
        return [given.with_parts(parts[:at]), given.with_parts((*subject, *parts[at + 1 :]))]
    if parts[at].main not in ("VBN",) or parts[at].finite:
        return []
    made = finite(parts[at], past_if_dated(parts[main], parts[at + 1 : at + NEAR]), plural=plural)
    return [given.with_parts(parts[:at]), given.with_parts((*subject, made, *parts[at + 1 :]))]


def restricted(given: Statement) -> list[Statement]:
    """``S adopted a plan that would …``: the indefinite noun, said again with “the”, is the subject."""
    parts = given.parts
    main = subject_of(parts)[1]
    if not main or denied(parts[: main + 1]) or hypothetical(parts) or "MD" in parts[main].tags:
        return []
    for at in range(main + 2, len(parts) - 2):
        noun = parts[at - 1]
        owned = noun.first == "PRP$"
        if (
            noun.kind != "np"
            or not (owned or noun.low.split()[0] in ("a", "an"))
            or parts[at - 2].low in (",", "like", "as", "than")
        ):
            continue
        rest = parts[at:]
        if parts[at].kind == "rel" and parts[at].low in ("which", "who", "that") and parts[at + 1].finite:
            added: Parts = rest[1:]
        elif parts[at].kind == "vp" and parts[at].main == "VBN" and len(parts[at].words) == 1:
            added = (finite(parts[at], past_if_dated(parts[main], rest[1:NEAR]), plural=False), *rest[1:])
        else:
            continue
        if clause_between(parts[:at], main, at):
            return []
        again = replace(noun, words=noun.words[1:], tags=noun.tags[1:])
        subject = (noun,) if owned else (inserted("adv", "the"), again)
        return [given.with_parts(parts[:at]), given.with_parts((*subject, *added))]
    return []
