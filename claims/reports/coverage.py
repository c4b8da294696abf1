"""Figures of a document: sentences accounted for, how far its claims are, a reviewer's own share. Reads only."""

import enum
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Count, OuterRef, Subquery

from claims.lifecycle import (
    AWAITING_EDITOR,
    AWAITING_REVIEWERS,
    LIVE,
    SETTLED,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
    Role,
)
from claims.models import Assignment, Claim, User
from claims.vocabulary import stored

BAR_PARTS = 200


class SentenceState(enum.StrEnum):
    """What became of a sentence; the value is the kind of its part of the bar (ui/bar.html)."""

    UNSEEN = "unseen"
    SKIPPED = "skipped"
    CLAIMED = "claims"


@dataclass(frozen=True)
class Standing:
    """What coverage needs to know of a claim: its status and the first and last sentence that it touches (0-based)."""

    status: str
    first_sentence: int
    last_sentence: int


@dataclass(frozen=True)
class Coverage:
    """The state of every sentence, in text order; ``proposed`` are the unseen ones with a claim to triage."""

    states: Sequence[SentenceState]
    proposed: int = 0

    @property
    def total(self) -> int:
        """How many sentences there are."""
        return len(self.states)

    @property
    def claimed(self) -> int:
        """Sentences with a claim that somebody took up."""
        return self.states.count(SentenceState.CLAIMED)

    @property
    def skipped(self) -> int:
        """Sentences of which every claim was skipped."""
        return self.states.count(SentenceState.SKIPPED)

    @property
    def unseen(self) -> int:
        """Sentences not yet looked at."""
        return self.states.count(SentenceState.UNSEEN)

    @property
    def accounted(self) -> int:
        """Sentences that are claimed or skipped."""
        return self.total - self.unseen

    @property
    def percent(self) -> int:
        """The share accounted for, rounded down: 100 means all."""
        return 100 * self.accounted // self.total if self.total else 100

    def next_unseen(self, after: int = -1) -> int | None:
        """The index of the next sentence not yet looked at, from the beginning again after the last; or ``None``."""
        unseen = [i for i, state in enumerate(self.states) if state is SentenceState.UNSEEN]
        return next((i for i in unseen if i > after), unseen[0] if unseen else None)

    def bar(self) -> list[dict[str, str]]:
        """The parts of ui/bar.html: one a sentence; in a long text neighbours of the same state are one part."""
        runs = [(state, 1) for state in self.states]
        if self.total > BAR_PARTS:
            runs = [(state, len(list(run))) for state, run in groupby(self._thinned())]
        whole, x, parts = sum(length for _, length in runs), 0, []
        for state, length in runs:
            parts.append({"x": _share(x, whole), "width": _share(length, whole), "kind": state.value})
            x += length
        return parts

    def _thinned(self) -> list[SentenceState]:
        """At most twice ``BAR_PARTS`` states; of the sentences that share one, the least finished is shown."""
        step = -(-self.total // (BAR_PARTS * 2))
        order = [SentenceState.UNSEEN, SentenceState.CLAIMED, SentenceState.SKIPPED]
        return [min(self.states[i : i + step], key=order.index) for i in range(0, self.total, step)]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".")


def coverage(sentence_count: int, claims: Iterable[Standing]) -> Coverage:
    """The state of each sentence: unseen (no living claim, or proposed ones only), skipped, else claimed.

    Retired and skipped claims do not live. The rule is product.md's; linear in sentences and those that claims touch.
    """
    touched: list[set[str]] = [set() for _ in range(sentence_count)]
    for claim in claims:
        if claim.status == ClaimStatus.RETIRED:
            continue
        for index in range(claim.first_sentence, min(claim.last_sentence + 1, sentence_count)):
            touched[index].add(claim.status)
    states = [_state_of(statuses) for statuses in touched]
    proposed = sum(
        state is SentenceState.UNSEEN and bool(statuses)
        for state, statuses in zip(states, touched, strict=True)
    )
    return Coverage(states, proposed)


def _state_of(statuses: set[str]) -> SentenceState:
    open_or_approved = statuses - {ClaimStatus.SKIPPED}
    if not open_or_approved:
        return SentenceState.SKIPPED if statuses else SentenceState.UNSEEN
    return SentenceState.UNSEEN if open_or_approved == {ClaimStatus.PROPOSED} else SentenceState.CLAIMED


@dataclass
class Progress:
    """How many claims of a document stand where."""

    counts: Counter[str] = field(default_factory=Counter)

    def _of(self, statuses: Iterable[ClaimStatus]) -> int:
        return sum(self.counts[status] for status in statuses)

    @property
    def total(self) -> int:
        """All claims."""
        return self.counts.total()

    @property
    def to_triage(self) -> int:
        """Proposed, nobody decided yet."""
        return self._of([ClaimStatus.PROPOSED])

    @property
    def unassigned(self) -> int:
        """Queued, waiting for a reviewer."""
        return self._of([ClaimStatus.QUEUED])

    @property
    def with_reviewers(self) -> int:
        """Somebody works on it or is asked to."""
        return self._of(AWAITING_REVIEWERS)

    @property
    def waiting_for_editor(self) -> int:
        """Every required review is in."""
        return self._of(AWAITING_EDITOR)

    @property
    def settled(self) -> int:
        """Approved, skipped or retired."""
        return self._of(SETTLED)

    def bar(self) -> list[dict[str, str]]:
        """The parts of ui/bar.html: settled, then under way."""
        if not self.total:
            return []
        done, started = self.settled, self.with_reviewers + self.waiting_for_editor
        return [
            {"x": "0", "width": _share(done, self.total), "kind": "done"},
            {"x": _share(done, self.total), "width": _share(started, self.total), "kind": "started"},
        ]


def progress(documents: Iterable[int], user: User) -> dict[int, Progress]:
    """Progress of each document by its key, for editors; one query, and one for who also reviews.

    A claim that they review counts as with reviewers until every required review is in, whatever others do.
    """
    found = {pk: Progress() for pk in documents}
    rows = Claim.objects.filter(document__in=found).values_list("document", "status").annotate(Count("pk"))
    for document, status, count in rows.order_by():
        found[document].counts[status] = count
    if Role.REVIEWER in user.roles:
        own = Assignment.objects.live().assigned_to(user).filter(claim__document__in=found)
        own = own.exclude(claim__status__in=UNVEILED | SETTLED)
        for document, status in own.values_list("claim__document", "claim__status"):
            found[document].counts[status] -= 1
            found[document].counts[ClaimStatus.IN_REVIEW] += 1
    return found


@dataclass
class Share:
    """How far one reviewer's own work in a document is; says nothing about anybody else's."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """Everything this person was asked in the current rounds, unless declined or taken back."""
        return self.counts.total()

    @property
    def submitted(self) -> int:
        """Handed in."""
        return self.counts[AssignmentStatus.SUBMITTED]

    @property
    def started(self) -> int:
        """Begun, or put on hold."""
        return self.counts[AssignmentStatus.STARTED] + self.counts[AssignmentStatus.WAITING]

    @property
    def asked(self) -> int:
        """Not begun."""
        return self.counts[AssignmentStatus.ASKED]

    def bar(self) -> list[dict[str, str]]:
        """The parts of ui/bar.html: submitted, then started."""
        if not self.total:
            return []
        done = _share(self.submitted, self.total)
        return [
            {"x": "0", "width": done, "kind": "done"},
            {"x": done, "width": _share(self.started, self.total), "kind": "started"},
        ]


def own_standing(user: User) -> Subquery:
    """The status of this person's live assignment on each claim of a query; there is never more than one."""
    own = Assignment.objects.filter(claim=OuterRef("pk"), round=OuterRef("round"), reviewer=user)
    return Subquery(own.filter(status__in=stored(LIVE)).values("status"))


def shares(user: User, documents: Iterable[int]) -> dict[int, Share]:
    """This person's own share of each document by its key; one query.

    It looks for their assignment on each claim of these documents: theirs of all documents grow without end.
    """
    found = {pk: Share() for pk in documents}
    claims = Claim.objects.filter(document__in=found).annotate(own=own_standing(user))
    rows = claims.filter(own__isnull=False).values_list("document", "own").annotate(Count("pk"))
    for document, status, count in rows.order_by():
        found[document].counts[status] = count
    return found
