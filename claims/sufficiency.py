"""When is evidence enough? Pure rules: which policy applies, which piece counts and why not. No Django here.

Callers hand in policies and evidence as they are stored; only the attributes named in the protocols are read.
"""

import datetime
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claims.vocabulary import EvidenceLevel, Flag, Kind, Stance


class Rule(Protocol):
    """One policy row; an empty kind, flag or verdict fits every claim."""

    kind: str
    flag: str
    verdict_id: int | None
    reviews: int
    pieces: int
    origins: int
    primary_suffices: bool
    request_for_comment: bool


class Piece(Protocol):
    """One piece of evidence."""

    number: int
    stance: str
    level: str
    origin: str
    struck_at: datetime.datetime | None


@dataclass(frozen=True)
class Requirement:
    """What the matching policies ask for together."""

    reviews: int = 1
    pieces: int = 0
    origins: int = 0
    primary_suffices: bool = False
    request_for_comment: bool = False
    about: str = "This claim"

    @property
    def sentence(self) -> str:
        """The rule in one sentence: “A statistic needs one primary source, or two independent origins.”"""
        if self.origins:
            needs = f"{_count(self.origins, 'independent origin')}"
            if self.primary_suffices:
                needs = f"one primary source, or {needs}"
        elif self.pieces:
            needs = _count(self.pieces, "piece of evidence", "pieces of evidence")
        else:
            needs = "no evidence; say in the rationale what you tried or why"
        if self.request_for_comment:
            needs += ", and a recorded request for comment"
        return f"{self.about} needs {needs}."

    def as_dict(self) -> dict[str, int | bool | str]:
        """As a decision freezes it."""
        return {
            "reviews": self.reviews,
            "pieces": self.pieces,
            "origins": self.origins,
            "primary_suffices": self.primary_suffices,
            "request_for_comment": self.request_for_comment,
            "sentence": self.sentence,
        }


@dataclass(frozen=True)
class Counting:
    """Whether one piece counts, as what, and if not, why."""

    number: int
    counts: bool
    why: str
    independent: bool = False
    primary: bool = False


@dataclass(frozen=True)
class Assessment:
    """The evidence of one review held against its requirement."""

    requirement: Requirement
    countings: Sequence[Counting] = field(default_factory=tuple)
    comment_requested: bool = False

    @property
    def pieces(self) -> int:
        """How many pieces count."""
        return sum(counting.counts for counting in self.countings)

    @property
    def origins(self) -> int:
        """How many independent origins there are."""
        return sum(counting.independent for counting in self.countings)

    @property
    def primaries(self) -> int:
        """How many primary sources count."""
        return sum(counting.primary for counting in self.countings)

    @property
    def missing(self) -> str:
        """What is still to be done, as a sentence; empty when the requirement is met."""
        asks, parts = self.requirement, []
        if asks.origins and not (asks.primary_suffices and self.primaries) and self.origins < asks.origins:
            more = _missing(asks.origins, self.origins, "independent origin")
            parts.append(f"Add {more}, or one primary source." if asks.primary_suffices else f"Add {more}.")
        elif self.pieces < asks.pieces:
            more = _missing(asks.pieces, self.pieces, "piece of evidence", "pieces of evidence")
            parts.append(f"Add {more}.")
        if asks.request_for_comment and not self.comment_requested:
            parts.append("Record a request for comment.")
        return " ".join(parts)

    @property
    def met(self) -> bool:
        """Whether the evidence is enough."""
        return not self.missing

    @property
    def by_number(self) -> dict[int, Counting]:
        """The answer for each piece, by its number."""
        return {counting.number: counting for counting in self.countings}


def requirement_for(
    rules: Iterable[Rule], *, kind: str, flags: Iterable[str], verdict: int | None = None
) -> Requirement:
    """Combine every rule that fits: the most reviews and origins win, a rule for the verdict decides on evidence.

    ``verdict`` is the verdict's id, or ``None`` while nobody has chosen one.
    """
    flags = set(flags)
    fitting = [
        rule
        for rule in rules
        if (not rule.kind or rule.kind == kind)
        and (not rule.flag or rule.flag in flags)
        and (rule.verdict_id is None or rule.verdict_id == verdict)
    ]
    evidence = [rule for rule in fitting if rule.verdict_id is not None] or fitting
    with_origins = [rule for rule in evidence if rule.origins]
    return Requirement(
        reviews=max((rule.reviews for rule in fitting), default=1),
        pieces=max((rule.pieces for rule in evidence), default=0),
        origins=max((rule.origins for rule in evidence), default=0),
        primary_suffices=bool(with_origins) and all(rule.primary_suffices for rule in with_origins),
        request_for_comment=any(rule.request_for_comment for rule in fitting),
        about=_about(kind, flags, by_verdict=any(rule.verdict_id is not None for rule in fitting)),
    )


def assess(
    requirement: Requirement,
    evidence: Iterable[Piece],
    *,
    kind: str,
    speaker: str,
    publisher: str,
    comment_requested: bool = False,
) -> Assessment:
    """Answer for each piece whether it counts, in the order given, and for all whether they are enough."""
    countings: list[Counting] = []
    seen: dict[frozenset[str], int] = {}
    for piece in evidence:
        countings.append(_count_piece(piece, requirement, kind, speaker, publisher, seen))
    return Assessment(requirement, tuple(countings), comment_requested)


def _count_piece(
    piece: Piece,
    requirement: Requirement,
    kind: str,
    speaker: str,
    publisher: str,
    seen: dict[frozenset[str], int],
) -> Counting:
    number = piece.number
    if piece.struck_at is not None:
        return Counting(number, False, "Does not count: struck")
    if piece.stance == Stance.CONTEXT:
        return Counting(number, False, "Does not count: context only")
    if not requirement.origins:
        return Counting(number, True, "Counts as a piece of evidence")
    dependent = _why_dependent(piece, speaker, publisher)
    own_words = kind in (Kind.QUOTATION, Kind.ATTRIBUTION)
    primary = (
        requirement.primary_suffices and piece.level == EvidenceLevel.PRIMARY and (not dependent or own_words)
    )
    name = _name(piece.origin)
    if not dependent and name in seen and not primary:
        return Counting(number, False, f"Does not count: same origin as E{seen[name]}")
    independent = not dependent and name not in seen
    if independent:
        seen[name] = number
    if primary:
        return Counting(number, True, "Counts as a primary source", independent, True)
    if dependent:
        return Counting(number, False, f"Does not count: {dependent}")
    return Counting(number, True, "Counts as an independent origin", True)


def _why_dependent(piece: Piece, speaker: str, publisher: str) -> str:
    """Why an origin is not independent; empty when it is."""
    if not _name(piece.origin):
        return "unknown origin"
    if _same(piece.origin, speaker):
        return "the speaker of the claim"
    if _same(piece.origin, publisher):
        return "publisher of the document"
    return ""


def _name(origin: str) -> frozenset[str]:
    """The words of a name, however it is spelled: without case, accents, marks, order and article."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", origin).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split()) - {"the"}


def _same(one: str, other: str) -> bool:
    """The same name, or one inside the other (“Alexander Berg” in “President Alexander Berg”)."""
    a, b = _name(one), _name(other)
    shorter = min(len(a), len(b))
    return bool(a and b) and (a == b or (shorter >= 2 and (a <= b or b <= a)))


def _about(kind: str, flags: set[str], *, by_verdict: bool) -> str:
    if by_verdict:
        return "This verdict"
    if Flag.ALLEGATION in flags:
        return "An allegation"
    return "This claim" if kind in ("", Kind.OTHER) else f"{_article(kind).capitalize()} {kind}"


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _count(number: int, one: str, many: str = "") -> str:
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {one if number == 1 else many or one + 's'}"


def _missing(wanted: int, have: int, one: str, many: str = "") -> str:
    """What is to be added: more of it only where there is some."""
    if have:
        return _count(wanted - have, f"more {one}", f"more {many or one + 's'}")
    return f"{_article(one)} {one}" if wanted == 1 else _count(wanted, one, many)


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"
