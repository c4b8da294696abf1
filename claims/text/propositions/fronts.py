"""Participles without a subject of their own: “Founded in 1990, S …”, “S …, before moving to X” say it of S."""

from collections.abc import Sequence

from claims.text.propositions.clauses import subject_of
from claims.text.propositions.nouns import is_phrase, is_plural
from claims.text.propositions.parts import Part
from claims.text.propositions.statement import Parts, Statement, denied, hypothetical, main_verb
from claims.text.propositions.verbs import finite, past_if_dated

TEMPORAL = frozenset(("before", "after"))
# What opens a sentence as a comparison, a condition or a remark on the whole, not as something that S does or did.
LOOSE = frozenset(
    "according asked assuming based beginning believing compared concerning considering depending ending excluding"
    " following given granted including judging provided regarding relating seen speaking starting supposing"
    " taken".split()
)
PLAIN = frozenset((",", "np", "prep", "adj", "adv", "paren", "cc", "quote"))
FEWEST = 2


def fronted(given: Statement) -> list[Statement]:
    """``Founded in 1990, the company makes lamps.``, ``After leaving the bank, she opened a bakery.``"""
    parts = given.parts
    comma = _front(parts)
    rest = parts[comma + 1 :]
    begin, main = subject_of(rest)
    if not comma or begin or not main or denied(rest[: main + 1]) or hypothetical(parts[:comma]):
        return []
    subject = rest[:main]
    if not is_phrase(subject) or subject[0].first == "EX" or "MD" in rest[main].tags:
        return []
    timed = parts[0].low in TEMPORAL
    if timed and "VBD" not in rest[main].tags:
        return []
    verb = 0 if _participle(parts[0]) else 1
    said = _said(subject, parts[verb], past_if_dated(rest[main], parts[:comma]))
    adverb = () if timed else parts[:verb]
    return [given.with_parts(rest), given.with_parts((*subject, *adverb, *said, *parts[verb + 1 : comma]))]


def _front(parts: Sequence[Part]) -> int:
    """The comma behind a participle that opens the sentence; 0 for none."""
    timed = bool(parts) and parts[0].low in TEMPORAL
    verb = 1 if parts and (timed or parts[0].kind == "adv") else 0
    if len(parts) < verb + FEWEST + 3 or not _participle(parts[verb]) or timed and parts[verb].main != "VBG":
        return 0
    main = main_verb(parts)
    comma = next((at for at in reversed(range(max(main, 0))) if parts[at].kind == ","), 0)
    inner = parts[verb + 1 : comma]
    plain = all(part.kind in PLAIN or part.main == "VBN" and not part.finite for part in inner)
    return comma if comma > verb + 1 and plain and parts[comma + 1].kind in ("np", "quote") else 0


def _participle(part: Part) -> bool:
    bare = part.kind == "vp" and not part.finite and part.main in ("VBN", "VBG") and part.first != "TO"
    return bare and part.low.split()[0] not in LOOSE


def dated(given: Statement) -> list[Statement]:
    """``The family lived in Oslo before moving to Riga.``: what came before or after is said to have been so."""
    parts = given.parts
    begin, main = subject_of(parts)
    if not main or denied(parts[: main + 1]) or hypothetical(parts) or "VBD" not in parts[main].tags:
        return []
    for at in range(main + 1, len(parts) - 2):
        if parts[at].low in TEMPORAL and _participle(parts[at + 1]) and parts[at + 1].main == "VBG":
            subject = parts[begin:main]
            inner = (
                parts[at + 2].kind == "vp"
                or main_verb(parts[main + 1 : at]) >= 0
                or any(part.first == "TO" for part in parts[main:at])
            )
            if inner or not is_phrase(subject) or subject[0].first == "EX":
                return []
            said = _said(subject, parts[at + 1], parts[main])
            return [given.with_parts(parts[:at]), given.with_parts((*subject, *said, *parts[at + 2 :]))]
    return []


def _said(subject: Sequence[Part], verb: Part, like: Part) -> Parts:
    return (finite(verb, like, plural=is_plural(subject, like)),)
