"""Asking reviewers: assign a claim, and take an assignment back."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from claims.errors import Incomplete, NotAllowed
from claims.lifecycle import LIVE, PENDING, Purpose, Role
from claims.models import Assignment, Claim, Policy, User
from claims.sufficiency import requirement_for
from claims.workflow.bulk import Outcome
from claims.workflow.moving import Step, assignment_move, claim_move
from claims.workflow.moving_many import move_all

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
        of_round = Assignment.objects.filter(claim=step.claim, round=step.claim.round)
        reviews = _Reviews(Policy.objects.all())
        assignment = _asked(step, list(of_round), to=to, due=due, instructions=instructions, reviews=reviews)
        assignment.save(force_insert=True)
    return assignment


def assign_all(
    claims: Iterable[Claim],
    *,
    to: User | None,
    by: User,
    due: datetime.datetime | None = None,
    instructions: str = "",
    versions: Mapping[int, int] | None = None,
) -> Outcome:
    """``assign`` for many claims, a few statements for 500; ``versions`` is what the editor saw, by the claim's key."""
    if to is None:
        raise Incomplete(CHOOSE_REVIEWER, {"to": CHOOSE_REVIEWER})
    reviews = _Reviews(Policy.objects.all())

    def ask(step: Step, of_round: Sequence[Assignment]) -> None:
        _asked(step, of_round, to=to, due=due, instructions=instructions, reviews=reviews)

    return move_all(claims, "assign", by=by, versions=versions, body=ask)


def _asked(
    step: Step,
    of_round: Sequence[Assignment],
    *,
    to: User,
    due: datetime.datetime | None,
    instructions: str,
    reviews: "_Reviews",
) -> Assignment:
    """The new assignment, not stored yet, and what it changes; ``of_round`` are those that the claim has already."""
    claim = step.claim
    _can_be_asked(to, claim, of_round)
    assignment = Assignment(
        claim=claim,
        round=claim.round,
        reviewer=to,
        purpose=Purpose.REVIEW,
        by=step.by,
        at=timezone.now(),
        due_at=due or claim.due_at,
        instructions=instructions.strip(),
    )
    if due:
        step.changes["due_at"] = _first_due([*of_round, assignment])
    step.assignment, step.derive = assignment, True
    step.changes["required_reviews"] = reviews.required(claim)
    step.words |= {"reviewer": to.public_id, "due": due, "instructions": instructions.strip()}
    return assignment


class _Reviews:
    """How many reviews the policies ask for, worked out once for each kind and set of flags."""

    def __init__(self, rules: Iterable[Policy]) -> None:
        self.rules = rules
        self.known: dict[tuple[str, ...], int] = {}

    def required(self, claim: Claim) -> int:
        """For this claim."""
        about = (claim.kind, *claim.flags)
        if about not in self.known:
            self.known[about] = requirement_for(self.rules, kind=claim.kind, flags=claim.flags).reviews
        return self.known[about]


def _first_due(of_round: Iterable[Assignment]) -> datetime.datetime:
    """When the first of its reviewers is due: editors see a claim as late as soon as one of them is."""
    return min(each.due_at for each in of_round if each.status in PENDING and each.due_at)


def _can_be_asked(to: User, claim: Claim, of_round: Iterable[Assignment]) -> None:
    if Role.REVIEWER not in to.roles:
        raise NotAllowed(f"{to} is not an active reviewer.")
    if claim.document.writer_id == to.pk:
        raise NotAllowed(f"{to} wrote this text and cannot review it.")
    if any(each.reviewer_id == to.pk and each.status in LIVE for each in of_round):
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
