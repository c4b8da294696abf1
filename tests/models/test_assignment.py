"""Assignments: constraints as sentences, and the words of their QuerySet."""

import datetime
import importlib
from collections.abc import Callable

import pytest
from django.apps import apps
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, User
from claims.workflow import approving
from tests import factories


@pytest.fixture
def asked(claim_in: Callable[..., Claim]) -> Assignment:
    """Carl is asked."""
    claim_in(ClaimStatus.ASSIGNED)
    return Assignment.objects.get()


BAD = {
    "assignment_status_is_known": {"status": "lost"},
    "assignment_purpose_is_known": {"purpose": "fun"},
    "assignment_closed_has_time": {"status": "withdrawn"},
    "assignment_submitted_has_time": {"status": "submitted"},
    "assignment_declined_has_reason": {"status": "declined", "closed_at": timezone.now()},
}


@pytest.mark.parametrize("name", BAD)
def test_the_database_refuses(asked: Assignment, database_refuses: Callable, name: str):
    with database_refuses(
        name if name != "assignment_status_is_known" else f"{name}|assignment_closed_has_time"
    ):
        Assignment.objects.filter(pk=asked.pk).update(**BAD[name])


def test_an_open_one_has_no_closing_time(asked: Assignment, database_refuses: Callable):
    with database_refuses("assignment_closed_has_time"):
        Assignment.objects.filter(pk=asked.pk).update(closed_at=timezone.now())


def test_only_a_submitted_one_has_the_time_at_which_it_was(asked: Assignment, database_refuses: Callable):
    with database_refuses("assignment_submitted_has_time"):
        Assignment.objects.filter(pk=asked.pk).update(submitted_at=timezone.now())


def test_a_submitted_one_of_an_older_desk_has_the_time_of_its_review(claim_in: Callable[..., Claim]):
    claim_in(ClaimStatus.DISPUTED)
    times = [each.reviews.get().submitted_at for each in Assignment.objects.order_by("id")]
    Assignment.objects.update(submitted_at=timezone.now())
    importlib.import_module("claims.migrations.0005_dashboards_by_index").tell_when_handed_in(apps, None)
    assert [each.submitted_at for each in Assignment.objects.order_by("id")] == times


def test_one_open_assignment_a_reviewer_and_round(asked: Assignment, edith: User, database_refuses: Callable):
    again = {
        "claim": asked.claim,
        "round": asked.round,
        "reviewer": asked.reviewer,
        "by": edith,
        "at": timezone.now(),
    }
    with database_refuses("one_open_assignment_per_reviewer"):
        Assignment.objects.create(**again)
    Assignment.objects.create(**(again | {"round": 2}))
    Assignment.objects.filter(pk=asked.pk).update(status="withdrawn", closed_at=timezone.now())
    Assignment.objects.create(**again)


def test_every_constraint_has_a_test():
    names = {constraint.name for constraint in Assignment._meta.constraints}
    assert names == {*BAD, "one_open_assignment_per_reviewer"}


def test_the_words(asked: Assignment, carl: User, clara: User):
    rows = Assignment.objects
    assert list(rows.live()) == list(rows.pending()) == list(rows.assigned_to(carl)) == [asked]
    assert list(rows.assigned_to(clara)) == []
    late = asked.due_at + datetime.timedelta(minutes=1)
    assert (list(rows.overdue(late)), list(rows.overdue(asked.due_at))) == ([asked], [])
    factories.make_review(asked)
    assert (list(rows.live()), list(rows.pending()), list(rows.overdue(late))) == ([asked], [], [])


def test_an_earlier_round_is_not_live(claim_in: Callable[..., Claim], elias: User):
    claim = claim_in(ClaimStatus.APPROVED)
    approving.reopen(claim, by=elias, reason="New figures.", weight="minor")
    assert list(Assignment.objects.live()) == []


def test_returned_is_no_status_of_its_own(claim_in: Callable[..., Claim], edith: User, carl: User):
    claim_in(ClaimStatus.SUBMITTED)
    assignment = Assignment.objects.get()
    assert not assignment.is_returned
    approving.return_review(assignment, by=edith, reason="Look again.")
    assert Assignment.objects.get().is_returned
