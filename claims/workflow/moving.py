"""The one way a claim or an assignment moves: lock, permitted, legal, complete, compare and set, derive, one event.

Private to this folder. Editors' moves carry the claim's version, a reviewer's their own review's: one token for
both would give a second reviewer false conflicts and tell them that the first has handed in.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Field, OuterRef, Subquery
from django.utils import timezone

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    CLAIM_MOVES,
    DERIVED_STATUSES,
    PENDING,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
    Move,
    Purpose,
    Role,
    Standing,
    status_of,
)
from claims.models import Assignment, Claim, Event, Review, User
from claims.permissions import decide, holds, visible_to
from claims.workflow.ledger import Ledger, locked_ledger

# The columns, besides the assignments, from which a status is derived.
BEHIND_STATUS = ("required_reviews", "round")
SAY_WHY = "Say why, in one sentence or more."
WITH_YOU = "Claim {number} is with you, and this cannot be done with it now; nothing was changed."


@dataclass
class Step:
    """One move under way: the fresh claim, what will be written to it, and what history will say."""

    claim: Claim
    by: User
    ledger: Ledger
    action: str
    role: Role
    reason: str = ""
    assignment: Assignment | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    derive: bool = False
    new_version: bool = True

    def reckon(self, standing: Callable[[Claim], ClaimStatus]) -> list[str]:
        """Settle what the claim's columns become and what history says of it; the names of those that change.

        The claim itself then is as it will be, but for its version.
        """
        claim = self.claim
        names = sorted({*self.changes, "status"} if self.derive else self.changes)
        before = {name: _value(claim, name) for name in names}
        if self.derive:
            _set(claim, {name: self.changes[name] for name in BEHIND_STATUS if name in self.changes})
            self.changes["status"] = standing(claim)
        after = {name: getattr(self.changes[name], "pk", self.changes[name]) for name in names}
        changed = [name for name in names if before[name] != after[name]]
        _set(claim, self.changes)
        self.words["before"] = {name: before[name] for name in changed}
        self.words["after"] = {name: after[name] for name in changed}
        if self.reason:
            self.words["reason"] = self.reason
        return changed

    def close_assignments(self, reason: str) -> None:
        """Withdraw everything still to be done in this round; drafts are kept."""
        Assignment.objects.filter(claim=self.claim, round=self.claim.round, status__in=PENDING).update(
            status=AssignmentStatus.WITHDRAWN, closed_at=timezone.now(), closed_reason=reason
        )


@contextmanager
def claim_move(
    claim: Claim, name: str, *, by: User, version: int | None = None, reason: str = ""
) -> Iterator[Step]:
    """Make an editor's move on a claim. The body fills ``step.changes``; nothing is written if it raises.

    ``version`` is the claim's version as the person saw it; ``None`` means whatever it is now (bulk, commands).
    """
    move = CLAIM_MOVES[name]
    with locked_ledger(claim.document_id) as ledger:
        fresh = Claim.objects.select_related("document").get(pk=claim.pk)
        with telling_nothing_to_its_reviewer(fresh, by, holds):
            step = first_step(fresh, move, by=by, ledger=ledger, version=version, reason=reason)
            yield step
            _write(step)


@contextmanager
def assignment_move(
    assignment: Assignment,
    name: str | Callable[[Assignment], str],
    *,
    by: User,
    version: int | None = None,
    reason: str = "",
) -> Iterator[Step]:
    """Make a move on an assignment; ``version`` (editors only) is the claim's. The body changes the assignment.

    ``name`` may be a function that chooses the move from the assignment as it is under the lock.
    """
    with locked_ledger(assignment.claim.document_id) as ledger:
        fresh = Assignment.objects.select_related("claim__document").get(pk=assignment.pk)
        if fresh.reviewer_id == by.pk:
            fresh.reviewer = by
        stored = _columns(fresh)
        name = name(fresh) if callable(name) else name
        move = ASSIGNMENT_MOVES[name]
        role = _permitted(by, name, fresh)
        _not_stale(fresh.claim, version, by)
        _in_hand(fresh)
        _legal(move, fresh)
        _has_reason(move, reason, fresh)
        step = Step(fresh.claim, by, ledger, name, role, reason.strip(), fresh)
        before = fresh.status
        if move.to is not None:
            fresh.status = move.to
        yield step
        changed = {column: value for column, value in _columns(fresh).items() if stored[column] != value}
        if changed:
            Assignment.objects.filter(pk=fresh.pk).update(**changed)
        step.words.setdefault("reviewer", str(fresh.reviewer.public_id))
        if before != fresh.status:
            step.words["assignment"], step.derive = {"before": before, "after": fresh.status}, True
        _write(step)


def standing_of(claim: Claim) -> ClaimStatus:
    """The derived status of a claim from its assignments of the current round; one query."""
    of_round = Assignment.objects.filter(claim=claim, round=claim.round).order_by("id")
    handed_in = Review.objects.submitted().filter(assignment=OuterRef("pk")).order_by("-number")
    found = of_round.values_list("status", "purpose", Subquery(handed_in.values("verdict")[:1]))
    standings = [
        Standing(AssignmentStatus(status), verdict, Purpose(purpose)) for status, purpose, verdict in found
    ]
    return status_of(claim.required_reviews, standings)


def _columns(assignment: Assignment) -> dict[str, Any]:
    """What is stored of an assignment and may change."""
    fields = Assignment._meta.concrete_fields
    return {field.attname: getattr(assignment, field.attname) for field in fields if not field.generated}


def first_step(
    claim: Claim, move: Move, *, by: User, ledger: Ledger, version: int | None, reason: str = ""
) -> Step:
    """A move on a claim as it is under the lock: permitted, not stale, legal, with its reason; or refused."""
    role = _permitted(by, move.name, claim)
    _not_stale(claim, version, by)
    _legal(move, claim)
    _has_reason(move, reason)
    step = Step(claim, by, ledger, move.name, role, reason.strip())
    step.derive = claim.stands in DERIVED_STATUSES
    if move.to is not None:
        step.changes["status"], step.derive = move.to, False
    return step


@contextmanager
def telling_nothing_to_its_reviewer(
    claim: Claim, by: User, on_it: Callable[[User, Claim], bool]
) -> Iterator[None]:
    """To an editor who still reviews the claim, a refusal names neither where it stands nor who else is on it."""
    try:
        yield
    except Forbidden:
        raise
    except NotAllowed as error:
        if claim.stands in UNVEILED or not on_it(by, claim):
            raise
        raise NotAllowed(WITH_YOU.format(number=claim.number)) from error


def _not_stale(claim: Claim, version: int | None, by: User) -> None:
    if version is None or version == claim.version:
        return
    seen = visible_to(by, Event.objects.filter(claim=claim))  # an editor who reviews it learns of nobody else
    last = seen.select_related("actor").order_by("-number").first()
    who = f" by {last.actor} at {timezone.localtime(last.at):%H:%M}" if last else ""
    raise Conflict(f"Claim {claim.number} was changed{who}; nothing of yours was stored.")


def _permitted(by: User, name: str, thing: Claim | Assignment) -> Role:
    answer = decide(by, name, thing)
    if not answer:
        raise Forbidden(answer.reason)
    if Role.SYSTEM in by.roles:
        return Role.SYSTEM
    holder = (
        isinstance(thing, Assignment) and thing.reviewer_id == by.pk and name not in ("withdraw", "return")
    )
    return Role.REVIEWER if holder else Role.EDITOR


def _in_hand(assignment: Assignment) -> None:
    claim = assignment.claim
    if assignment.round != claim.round or claim.stands not in DERIVED_STATUSES:
        raise NotAllowed(f"Claim {claim.number} is no longer in review, so nothing was changed.")


def _legal(move: Move, thing: Claim | Assignment) -> None:
    if thing.stands in move.sources:
        return
    what = f"Claim {thing.number}" if isinstance(thing, Claim) else "This assignment"
    raise NotAllowed(f"{what} is {_spoken(thing.stands.label)}, so nothing was changed.")


def _spoken(label: str) -> str:
    return "one on which reviewers differ" if label == "Reviewers differ" else label.lower()


def _has_reason(move: Move, reason: str, assignment: Assignment | None = None) -> None:
    once_started = move.asks == "once started" and assignment and assignment.status != AssignmentStatus.ASKED
    if (move.asks == "always" or once_started) and not reason.strip():
        raise Incomplete(SAY_WHY, {"reason": SAY_WHY})


def _write(step: Step) -> None:
    """Compare and set the claim, then append the event. Under the lock the claim still is as it was read."""
    claim, changed = step.claim, step.reckon(standing_of)
    stored = Claim.objects.filter(pk=claim.pk, version=claim.version)
    bump = {"version": F("version") + 1} if step.new_version else {}
    if (bump or changed) and stored.update(**step.changes, **bump) != 1:
        raise Conflict(f"Claim {claim.number} was changed in the meantime; nothing of yours was stored.")
    claim.version += len(bump)
    step.ledger.record(
        step.action, by=step.by, role=step.role, claim=claim, assignment=step.assignment, words=step.words
    )


def _value(claim: Claim, name: str) -> Any:
    """A column as it is stored: of another thing its key, without reading that thing."""
    field = Claim._meta.get_field(name)
    assert isinstance(field, Field)
    return field.value_from_object(claim)


def _set(claim: Claim, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(claim, name, value)
