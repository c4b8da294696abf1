"""Asking reviewers: assign a claim, and take an assignment back."""

import datetime

from django.utils import timezone

from claims.errors import Incomplete, NotAllowed
from claims.lifecycle import LIVE, PENDING, Purpose, Role
from claims.models import Assignment, Claim, Policy, User
from claims.workflow.moving import assignment_move, claim_move

CHOOSE_REVIEWER = "Choose a reviewer."


def assign(
    claim: Claim,
    *,
    to: User | None,
    by: User,
    due: datetime.datetime | None = None,
    instructions: str = "",
    version: int | None = None,
) -> Assignment:
    """Ask an active reviewer to check the claim in its current round."""
    if to is None:
        raise Incomplete(CHOOSE_REVIEWER, {"to": CHOOSE_REVIEWER})
    with claim_move(claim, "assign", by=by, version=version) as step:
        _can_be_asked(to, step.claim)
        assignment = Assignment.objects.create(
            claim=step.claim,
            round=step.claim.round,
            reviewer=to,
            purpose=Purpose.REVIEW,
            by=by,
            at=timezone.now(),
            due_at=due or step.claim.due_at,
            instructions=instructions.strip(),
        )
        if due:
            step.changes["due_at"] = _first_due(step.claim)
        step.assignment, step.derive = assignment, True
        step.changes["required_reviews"] = Policy.objects.requirement(
            kind=step.claim.kind, flags=step.claim.flags
        ).reviews
        step.words |= {"reviewer": to.public_id, "due": due, "instructions": instructions.strip()}
    return assignment


def _first_due(claim: Claim) -> datetime.datetime:
    """When the first of its reviewers is due: editors see a claim as late as soon as one of them is."""
    pending = Assignment.objects.filter(claim=claim, round=claim.round, status__in=PENDING)
    first: datetime.datetime = pending.order_by("due_sort")[0].due_sort
    return first


def _can_be_asked(to: User, claim: Claim) -> None:
    if Role.REVIEWER not in to.roles:
        raise NotAllowed(f"{to} is not an active reviewer.")
    if claim.document.writer_id == to.pk:
        raise NotAllowed(f"{to} wrote this text and cannot review it.")
    on_it = Assignment.objects.filter(claim=claim, round=claim.round, reviewer=to, status__in=LIVE)
    if on_it.exists():
        raise NotAllowed(f"{to} is already on claim {claim.number}.")


def unassign(assignment: Assignment, *, by: User, reason: str = "", version: int | None = None) -> Assignment:
    """Take an assignment back; a reason is needed once work has started, and the draft is kept."""
    with assignment_move(assignment, "withdraw", by=by, version=version, reason=reason) as step:
        _close(step.assignment, reason)
    return assignment


def decline(assignment: Assignment, *, by: User, reason: str) -> Assignment:
    """The reviewer gives the claim back with a reason that editors see; the draft is kept."""
    with assignment_move(assignment, "decline", by=by, reason=reason) as step:
        _close(step.assignment, reason)
    return assignment


def _close(assignment: Assignment | None, reason: str) -> None:
    assert assignment is not None
    assignment.closed_at, assignment.closed_reason = timezone.now(), reason.strip()
