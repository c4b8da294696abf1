"""The one way a claim or an assignment moves: lock, permitted, legal, complete, compare and set, derive, one event.

Private to this folder. Editors' moves carry the claim's version, a reviewer's their own review's: one token for
both would give a second reviewer false conflicts and tell them that the first has handed in.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F
from django.utils import timezone

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    CLAIM_MOVES,
    DERIVED_STATUSES,
    PENDING,
    AssignmentStatus,
    ClaimStatus,
    Move,
    Purpose,
    Role,
    Standing,
    status_of,
)
from claims.models import Assignment, Claim, Event, Review, User
from claims.permissions import decide, visible_to
from claims.workflow.ledger import Ledger, locked_ledger

SAY_WHY = "Say why, in one sentence or more."


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
        role = _permitted(by, name, fresh)
        _not_stale(fresh, version, by)
        _legal(move, fresh)
        _has_reason(move, reason)
        step = Step(fresh, by, ledger, name, role, reason.strip())
        step.derive = fresh.stands in DERIVED_STATUSES
        if move.to is not None:
            step.changes["status"], step.derive = move.to, False
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
        fresh = Assignment.objects.select_related("claim__document", "reviewer").get(pk=assignment.pk)
        name = name(fresh) if callable(name) else name
        move = ASSIGNMENT_MOVES[name]
        role = _permitted(by, name, fresh)
        _not_stale(fresh.claim, version, by)
        _in_hand(fresh)
        _legal(move, fresh)
        _has_reason(move, reason, fresh)
        step = Step(fresh.claim, by, ledger, name, role, reason.strip(), fresh, derive=True)
        before = fresh.status
        if move.to is not None:
            fresh.status = move.to
        yield step
        fresh.save()
        step.words.setdefault("reviewer", str(fresh.reviewer.public_id))
        if before != fresh.status:
            step.words["assignment"] = {"before": before, "after": fresh.status}
        _write(step)


def standing_of(claim: Claim) -> ClaimStatus:
    """The derived status of a claim from its assignments of the current round; two queries."""
    assignments = list(Assignment.objects.filter(claim=claim, round=claim.round).order_by("id"))
    verdicts = dict(
        Review.objects.submitted()
        .filter(assignment__in=assignments)
        .order_by("number")
        .values_list("assignment_id", "verdict_id")
    )
    return status_of(
        claim.required_reviews,
        [Standing(a.stands, verdicts.get(a.pk), Purpose(a.purpose)) for a in assignments],
    )


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
    """Compare and set the claim, then append the event."""
    claim = step.claim
    if "required_reviews" in step.changes:
        claim.required_reviews = step.changes["required_reviews"]
    claim.round = step.changes.get("round", claim.round)
    if step.derive:
        step.changes["status"] = standing_of(claim)
    stored = Claim.objects.filter(pk=claim.pk, version=claim.version)
    before = Claim.objects.filter(pk=claim.pk).values(*step.changes).get() if step.changes else {}
    after = {name: getattr(value, "pk", value) for name, value in step.changes.items()}
    changed = {name for name in after if before[name] != after[name]}
    bump = {"version": F("version") + 1} if step.new_version else {}
    if (bump or changed) and stored.update(**step.changes, **bump) != 1:
        raise Conflict(f"Claim {claim.number} was changed in the meantime; nothing of yours was stored.")
    step.words["before"] = {name: before[name] for name in sorted(changed)}
    step.words["after"] = {name: after[name] for name in sorted(changed)}
    if step.reason:
        step.words["reason"] = step.reason
    step.ledger.record(
        step.action, by=step.by, role=step.role, claim=claim, assignment=step.assignment, words=step.words
    )
    claim.refresh_from_db()
