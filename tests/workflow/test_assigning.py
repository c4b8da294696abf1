"""Assign, unassign, decline."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Document, Event, Policy, User
from claims.workflow import approving, assigning, checking, triage
from tests import factories

DUE = datetime.datetime(2026, 3, 13, 17, tzinfo=datetime.UTC)


def test_assign(claim: Claim, edith: User, carl: User, one_event: Callable):
    triage.queue(claim, by=edith)
    with one_event("assign", of=claim):
        made = assigning.assign(claim, to=carl, by=edith, due=DUE, instructions=" Ask the port. ", version=2)
    assert (made.status, made.round, made.reviewer, made.by, made.due_at, made.instructions) == (
        "asked",
        1,
        carl,
        edith,
        DUE,
        "Ask the port.",
    )
    claim.refresh_from_db()
    assert (claim.status, claim.version) == ("assigned", 3)
    event = Event.objects.order_by("id").last()
    assert event.assignment == made
    assert event.body.words["reviewer"] == str(carl.public_id)


def test_assign_straight_from_proposed(claim: Claim, edith: User, carl: User):
    assigning.assign(claim, to=carl, by=edith)
    claim.refresh_from_db()
    assert claim.status == "assigned"


def test_assign_takes_the_claims_due_time_where_none_is_given(claim: Claim, edith: User, carl: User):
    Claim.objects.update(due_at=DUE)
    assert assigning.assign(claim, to=carl, by=edith).due_at == DUE


def test_assign_asks_the_policy_how_many_reviews(claim: Claim, edith: User, carl: User):
    Policy.objects.update(reviews=2)
    assigning.assign(claim, to=carl, by=edith)
    claim.refresh_from_db()
    assert claim.required_reviews == 2


def test_assign_to_nobody(claim: Claim, edith: User, refused: Callable):
    with refused(Incomplete, "Choose a reviewer.") as errors:
        assigning.assign(claim, to=None, by=edith)
    assert set(errors[0].fields) == {"to"}


@pytest.mark.parametrize("name", ["dora", "elias", "rita", "ada", "otto"])
def test_assign_to_somebody_who_is_no_active_reviewer(
    claim: Claim, edith: User, cast: dict[str, User], refused: Callable, name: str
):
    with refused(NotAllowed, f"{name.capitalize()} is not an active reviewer."):
        assigning.assign(claim, to=cast[name], by=edith)


def test_assign_to_the_writer_of_the_text(claim: Claim, edith: User, carl: User, refused: Callable):
    Document.objects.update(writer=carl)
    with refused(NotAllowed, "Carl wrote this text and cannot review it."):
        assigning.assign(claim, to=carl, by=edith)


def test_assign_twice_in_one_round(claim: Claim, edith: User, carl: User, refused: Callable):
    assigning.assign(claim, to=carl, by=edith)
    with refused(NotAllowed, "Carl is already on claim 1."):
        assigning.assign(claim, to=carl, by=edith)


def test_assign_again_after_declining_and_in_the_next_round(
    claim: Claim, edith: User, elias: User, carl: User
):
    assigning.decline(assigning.assign(claim, to=carl, by=edith), by=carl, reason="No time.")
    factories.make_review(assigning.assign(claim, to=carl, by=edith))
    approving.approve(claim, by=elias)
    approving.reopen(claim, by=elias, reason="New figures.", weight="minor")
    assigning.assign(Claim.objects.get(pk=claim.pk), to=carl, by=edith)
    assert [(a.round, a.status) for a in Assignment.objects.order_by("id")] == [
        (1, "declined"),
        (1, "submitted"),
        (2, "asked"),
    ]


def test_a_second_reviewer_is_waited_for(claim_in: Callable[..., Claim], edith: User, clara: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    assigning.assign(claim, to=clara, by=edith)
    claim.refresh_from_db()
    assert claim.status == "in_review"


def test_assign_with_an_old_version(claim: Claim, edith: User, carl: User, refused: Callable):
    triage.queue(claim, by=edith)
    at = Event.objects.order_by("id").last().at
    with refused(Conflict, f"Claim 1 was changed by Edith at {at:%H:%M}; nothing of yours was stored."):
        assigning.assign(claim, to=carl, by=edith, version=1)


def test_unassign_before_the_start_needs_no_reason(
    claim_in: Callable[..., Claim], edith: User, one_event: Callable
):
    claim = claim_in(ClaimStatus.ASSIGNED)
    assignment = Assignment.objects.get()
    with one_event("withdraw", of=claim):
        assigning.unassign(assignment, by=edith, version=claim.version)
    assignment.refresh_from_db()
    claim.refresh_from_db()
    assert (assignment.status, claim.status) == ("withdrawn", "queued")
    assert assignment.closed_at is not None


def test_unassign_once_started_needs_one_and_keeps_the_draft(
    claim_in: Callable[..., Claim], edith: User, refused: Callable
):
    claim_in(ClaimStatus.IN_REVIEW)
    assignment = Assignment.objects.get()
    with refused(Incomplete, "Say why, in one sentence or more.") as errors:
        assigning.unassign(assignment, by=edith, reason="  ")
    assert set(errors[0].fields) == {"reason"}
    assigning.unassign(assignment, by=edith, reason="Ill.")
    assignment.refresh_from_db()
    assert (assignment.closed_reason, assignment.reviews.count()) == ("Ill.", 1)


def test_unassign_with_an_old_version(claim_in: Callable[..., Claim], edith: User):
    claim = claim_in(ClaimStatus.ASSIGNED)
    with pytest.raises(Conflict):
        assigning.unassign(Assignment.objects.get(), by=edith, version=claim.version - 1)


def test_decline(claim_in: Callable[..., Claim], carl: User, one_event: Callable):
    claim = claim_in(ClaimStatus.IN_REVIEW)
    assignment = Assignment.objects.get()
    with one_event("decline", of=claim):
        assigning.decline(assignment, by=carl, reason=" I know the mayor. ")
    assignment.refresh_from_db()
    claim.refresh_from_db()
    assert (assignment.status, assignment.closed_reason) == ("declined", "I know the mayor.")
    assert (claim.status, assignment.reviews.count()) == ("queued", 1)


def test_decline_needs_a_reason(claim_in: Callable[..., Claim], carl: User, refused: Callable):
    claim_in(ClaimStatus.ASSIGNED)
    with refused(Incomplete, "Say why, in one sentence or more."):
        assigning.decline(Assignment.objects.get(), by=carl, reason="")


def test_somebody_else_cannot_decline(claim_in: Callable[..., Claim], clara: User, refused: Callable):
    claim_in(ClaimStatus.ASSIGNED)
    with refused(Forbidden, "Only the reviewer who was asked may do this."):
        assigning.decline(Assignment.objects.get(), by=clara, reason="No time.")


@pytest.mark.parametrize("put_aside", ["skip", "retire"])
def test_a_claim_put_aside_takes_its_assignments_along(
    claim_in: Callable[..., Claim], edith: User, carl: User, refused: Callable, put_aside: str
):
    claim = claim_in(ClaimStatus.ASSIGNED)
    getattr(triage, put_aside)(claim, by=edith, reason="opinion")
    with refused(NotAllowed, "Claim 1 is no longer in review, so nothing was changed."):
        checking.save(Assignment.objects.get(), factories.draft(), by=carl, version=0)


def test_an_assignment_of_an_earlier_round_is_history(
    claim_in: Callable[..., Claim], elias: User, edith: User, refused: Callable
):
    claim = claim_in(ClaimStatus.APPROVED)
    approving.reopen(claim, by=elias, reason="New figures.", weight="minor")
    with refused(NotAllowed, "Claim 1 is no longer in review, so nothing was changed."):
        approving.return_review(Assignment.objects.get(), by=edith, reason="Look again.")


def test_the_claim_is_due_when_its_first_reviewer_is(claim: Claim, edith: User, carl: User, clara: User):
    later, sooner = (timezone.now() + datetime.timedelta(days=days) for days in (5, -1))
    assigning.assign(claim, to=carl, by=edith, due=later)
    assigning.assign(claim, to=clara, by=edith, due=sooner)
    assert Claim.objects.get(pk=claim.pk).due_at == sooner
    assert list(Claim.objects.with_reviewers().overdue()) == [claim]
