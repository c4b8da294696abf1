"""Participles: “…, built in 1911, …”, “…, providing …”, “…, his words carrying …” become clauses with a finite verb."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.clauses import inserted_behind_subject, reporting, subject_of
from claims.text.propositions.nouns import chain_before, is_phrase, is_plural
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
)
from claims.text.propositions.verbs import finite, past_if_dated

# Participles that tell of a thing more often than of the subject (stative verbs, Quirk et al. 1985, 4.28–4.31).
STATIVE = frozenset(
    "ranging consisting containing comprising belonging dating lasting costing weighing measuring lying standing being"
    " having depending following concerning regarding according considering given resembling relating varying".split()
)
RANKED = frozenset("first second third last only".split())


def inserted_clause(given: Statement) -> list[Statement]:
    """``S, which included …, was …`` and ``S, built in 1911, was …``: what stands between subject and verb."""
    parts = given.parts
    places = inserted_behind_subject(parts)
    if places is None or places[1] + 1 == places[2] - 1:
        return []
    begin, comma, main = places
    subject, inside = parts[begin:comma], parts[comma + 1 : main - 1]
    whole = given.with_parts((*parts[:comma], *parts[main:]))
    if inside[0].low in ("which", "who") and len(inside) > 1 and inside[1].finite:
        return [whole, given.with_parts((*subject, *inside[1:]))]
    verb = _participle(inside)
    if verb >= 0:
        like = past_if_dated(parts[main], inside[verb + 1 :])
        made = _as_verb(inside[: verb + 1], like, plural=is_plural(subject, parts[main]))
        return [whole, given.with_parts((*subject, made, *inside[verb + 1 :]))]
    return []


def _participle(parts: Sequence[Part]) -> int:
    """The place of a participle that opens these parts, adverbs aside; -1 for none."""
    for at, part in enumerate(parts[:2]):
        if part.kind == "vp" and not part.finite and part.main in ("VBN", "VBG") and part.first != "TO":
            return at
        if part.kind not in ("adv", "beside"):
            return -1
    return -1


def added_participle(given: Statement) -> list[Statement]:
    """``S V …, providing …``: the participle behind the last comma says something of the subject, or of the noun."""
    parts = given.parts
    begin, main = subject_of(parts)
    if (
        not main
        or parts[begin].first == "EX"
        or denied(parts[begin : main + 1])
        or hypothetical(parts[:main])
    ):
        return []
    for at in range(main + 2, len(parts) - 2):
        verb = _participle(parts[at + 1 :]) if parts[at].kind == "," else -1
        if verb < 0:
            continue
        place = at + 1 + verb
        listed = parts[place + 1 : place + 2] and parts[place + 1].kind in (",", "cc")
        if listed or clause_between(parts, main, at) or _made_it(parts[place : place + 2]):
            return []
        if parts[place].low == "meaning" and opens_clause(parts, place + 1):
            return [given.with_parts(parts[:at]), given.with_parts(parts[place + 1 :])]
        subject = _described(parts, (begin, main), at, place)
        if not subject or not is_phrase(subject):
            return []
        plural = is_plural(subject, parts[main] if subject == parts[begin:main] else None)
        added = (
            *subject,
            _as_verb(parts[at + 1 : place + 1], parts[main], plural=plural),
            *parts[place + 1 :],
        )
        return [given.with_parts(parts[:at]), given.with_parts(added)]
    return []


def _made_it(parts: Sequence[Part]) -> bool:
    """``making it the first``: what it is, the whole clause tells."""
    if len(parts) < 2 or parts[0].low != "making":
        return False
    first, *behind = parts[1].low.split()
    return first in ("it", "him", "her", "them") and behind[:1] in ([], ["the"], ["a"], ["one"])


def _described(parts: Parts, clause: tuple[int, int], at: int, place: int) -> Parts:
    """What the participle at ``place`` is said of; () where it cannot be told."""
    begin, main = clause
    if parts[place].main == "VBN":
        return _governed(parts, main, at) or (parts[begin:main] if is_be(parts[main]) else ())
    if reporting(parts[main]):
        return ()
    stative = parts[place].low.split()[-1] in STATIVE
    inner = parts[main + 1 : at]
    inner = inner[1:] if inner[0].low == "to be" else inner  # “proved to be popular, selling …”
    nested = any(part.kind == "vp" and part.main != "VBG" for part in inner) and not _one_who(parts, main)
    return () if stative or nested else parts[begin:main]


def _one_who(parts: Parts, main: int) -> bool:
    """``became the first to join the choir, singing …``: who joins is who sings."""
    verbs = [part for part in parts[main + 1 :] if part.kind == "vp"]
    noun = parts[main + 1]
    single = "JJS" in noun.tags or not RANKED.isdisjoint(noun.low.split())
    return is_be(parts[main]) and noun.kind == "np" and single and verbs[0].first == "TO"


def _as_verb(group: Sequence[Part], like: Part, *, plural: bool) -> Part:
    """A participle with the adverbs before it as one finite verb group."""
    *adverbs, verb = group
    made = finite(verb, like, plural=plural, adverbs=" ".join(part.low for part in adverbs))
    return replace(made, words=(*(word for part in adverbs for word in part.words), *made.words))


def _governed(parts: Sequence[Part], main: int, at: int) -> Parts:
    """The object of the verb or of “by” before the comma, which a passive participle describes; () for the subject."""
    chain = chain_before(parts, at)
    if not chain or is_be(parts[main]):
        return ()
    start = chain[0]
    return (
        tuple(parts[start:at])
        if start - 1 == main or parts[start - 1].low in ("by", "called", "named")
        else ()
    )


def with_participle(given: Statement) -> list[Statement]:
    """``…, with analysts suggesting …`` and ``…, his words carrying …``: an own subject and its participle."""
    parts = given.parts
    main = main_verb(parts)
    for at in range(max(main, 2), len(parts) - 3):
        if parts[at].kind != ",":
            continue
        own = at + 1 if parts[at + 1].first == "PRP$" else at + 2 if parts[at + 1].low == "with" else 0
        if not own or own + 1 >= len(parts) or parts[own].kind != "np":
            continue
        verb = _participle(parts[own + 1 :])
        if verb < 0 or parts[own + 1 + verb].main != "VBG" or main < 0:
            continue
        place = own + 1 + verb
        aside = own == at + 1
        like = parts[main] if aside else inserted("vp", "does", "VBZ")
        made = finite(parts[place], like, plural=parts[own].plural)
        added = given.with_parts((*parts[own:place], made, *parts[place + 1 :]))
        return [given.with_parts(parts[:at]), replace(added, aside=aside)]
    return []
