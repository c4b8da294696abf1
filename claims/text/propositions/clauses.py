"""Clauses side by side: semicolons, “and” or “while” with an own subject, “because” and “although”."""

from collections.abc import Sequence

from claims.text.propositions.nouns import chain_before, definite, is_phrase
from claims.text.propositions.parts import Part, opens_clause
from claims.text.propositions.statement import (
    Parts,
    Statement,
    front_end,
    hypothetical,
    inserted,
    main_verb,
    open_clause,
)
from claims.text.words import words_for

JOINING = frozenset("and but yet while whereas so as where although though because when since".split())
# Both clauses hold (Quirk et al. 1985, 15.39–15.46): concession, contrast, reason.
ASSERTED = frozenset("although though while whereas because since".split())
WITHIN = frozenset(("in", "at", "on"))
FEWEST = 3


def at_semicolons(given: Statement) -> list[Statement]:
    """``A; B``: where both halves have a verb."""
    parts = given.parts
    for at, part in enumerate(parts):
        if part.kind == ";" and main_verb(parts[:at]) >= 0 and main_verb(parts[at + 1 :]) >= 0:
            return [given.with_parts(parts[:at]), given.with_parts(parts[at + 1 :])]
    return []


def at_opening(given: Statement) -> list[Statement]:
    """``Because A, B``, ``While A, B``: both are said to be so."""
    parts = given.parts
    if not parts or parts[0].kind != "sub" or parts[0].low not in ASSERTED:
        return []
    for at in range(3, len(parts) - 2):
        if parts[at].kind == "," and main_verb(parts[1:at]) >= 0 and opens_clause(parts, at + 1):
            return [given.with_parts(parts[1:at]), given.with_parts(parts[at + 1 :])]
    return []


def side_by_side(given: Statement) -> list[Statement]:
    """``A, and B``: a connector, an own subject and a finite verb, where no condition stands before."""
    parts = given.parts
    for at in range(2, len(parts) - 1):
        if parts[at].low in ("and", "but") and parts[at + 1].low == "that" and _frame(parts[:at]):
            frame = _frame(parts[:at])
            return [given.with_parts(parts[:at]), given.with_parts((*parts[: frame - 1], *parts[at + 1 :]))]
        if parts[at].kind in ("cc", "sub") and _joins(parts, at):
            left, right = parts[:at], parts[at + 1 :]
            frame = _frame(left) if parts[at].low == "and" else 0
            lead = _placed(left, right) if parts[at].low == "where" else parts[:frame]
            return [given.with_parts(left), given.with_parts((*lead, *right))]
    return []


def _placed(left: Sequence[Part], right: Sequence[Part]) -> Parts:
    """The place before the clause that is said of it; where somebody says something it is not needed."""
    said = right[main_verb(right)]
    return () if reporting(said) else (*_place(left), inserted(",", ","))


def _place(left: Sequence[Part]) -> Parts:
    """``moved to Oslo, where …`` → “in Oslo”, ``in a hall, where …`` → “in the hall”; () where no noun is near."""
    chain = chain_before(left, len(left) - 1)
    if not chain or chain[0] == 0 or left[chain[0]].first == "PRP":
        return ()
    lead = left[chain[0] - 1]
    place = definite(tuple(left[chain[0] : -1]))
    if not place:
        return ()
    return (lead if lead.low in WITHIN else inserted("prep", "in"), *place)


def _joins(parts: Sequence[Part], at: int) -> bool:
    left, word = parts[:at], parts[at].low
    comma = parts[at - 1].kind == ","
    only = "not only" in " ".join(part.low for part in left)
    if only or word not in JOINING or hypothetical(left) or open_clause(left) or main_verb(left) < 0:
        return False
    if word == "where" and not _place(left):
        return False
    if not (_own_subject(parts, at + 1) and (comma or word in ("and", "but", "as"))):
        return False
    if word in ("as", "when"):
        return _reports(parts[at + 1 :]) or comma and word == "as" and parts[at + 1].first != "DT"
    return comma or _plain_subject(parts, at)


def _own_subject(parts: Sequence[Part], at: int) -> bool:
    """A subject with a verb soon behind it; “in 2010 she …” and “then she …” too."""
    while at < len(parts) and parts[at].kind in ("adv", "beside"):
        at += 1
    if at + 2 < len(parts) and parts[at].kind == "prep" and parts[at + 1].kind == "np":
        at += 3 if parts[at + 2].kind == "," else 2
    verb = main_verb(parts, at)
    return (
        at < len(parts)
        and parts[at].kind in ("np", "quote")
        and at < verb <= at + 20
        and len(parts) - at >= FEWEST
    )


def _plain_subject(parts: Sequence[Part], at: int) -> bool:
    """Without a comma the subject must stand straight before its verb, and the clause before must be complete."""
    left = parts[:at]
    main = main_verb(left)
    if main == len(left) - 1 or _frame(left) and main_verb(left, main + 1) < 0:
        return False
    return (
        at + 2 < len(parts)
        and parts[at + 1].kind == "np"
        and parts[at + 2].finite
        and parts[at - 1].kind != "prep"
    )


def _frame(left: Sequence[Part]) -> int:
    """Where the words end that report or judge a whole clause: “He said that”, “it is believed that”."""
    main = main_verb(left)
    if main < 0:
        return 0
    for at in range(main + 1, min(main + 3, len(left))):
        if left[at].kind == "that":
            return at + 1
    said = left[main].words[-1].text.lower() in words_for("en").said if left[main].words else False
    return main + 1 if said and opens_clause(left, main + 1) else 0


def reporting(part: Part) -> bool:
    """Whether the verb says that somebody says or thinks something."""
    return bool(part.words) and part.words[-1].text.lower() in words_for("en").said


def _reports(parts: Sequence[Part]) -> bool:
    """``as officials announce``: a speaking noun and its verb at once."""
    lists = words_for("en")
    if len(parts) < 2 or not parts[0].words or not parts[1].words:
        return False
    return parts[0].words[-1].folded in lists.people and parts[1].words[-1].text in lists.said


def subject_of(parts: Sequence[Part]) -> tuple[int, int]:
    """Where the subject of the main clause begins and where its verb stands; (0, 0) for none."""
    main = main_verb(parts)
    if main <= 0:
        return 0, 0
    begin = front_end(parts, main)
    return (begin, main) if begin < main else (0, 0)


def inserted_behind_subject(parts: Sequence[Part]) -> tuple[int, int, int] | None:
    """Where the subject begins, the comma behind it and the verb of ``S, …, has``; None where nothing is inserted."""
    begin, main = subject_of(parts)
    if main < 4 or parts[main - 1].kind != ",":
        return None
    comma = next((at for at in range(begin, main - 1) if parts[at].kind == ","), 0)
    return (begin, comma, main) if comma and is_phrase(parts[begin:comma]) else None
