"""What a reviewer and a reader may ask, and that nobody can ask for what they may not know."""

import pytest

from claims.models import Claim
from claims.workflow import approving, assigning, triage
from tests.filters.asking import due_in, found


@pytest.mark.parametrize(
    "asked", ["status=disputed", "reviewer=1", "worth=800", "status=approved&reviewer=2"]
)
def test_a_reviewer_cannot_ask_about_others(desk, asked):
    assert found(desk["carl"], asked) == found(desk["carl"])


def test_a_reviewer_asks_for_their_own_verdict_only(desk):
    carl, clara = desk["carl"], desk["clara"]
    assert found(clara, "verdict=False") == [("disputed", 1)]
    assert found(clara, "verdict=True") == []
    assert ("in_review", 1) in found(carl, "verdict=True")


def test_a_reviewer_asks_by_own_state(desk):
    carl = desk["carl"]
    claim = Claim.objects.get(document__title="submitted", number=1)
    approving.return_review(claim.assignments.get(), by=desk["edith"], reason="Which table?")
    assert found(carl, "state=asked") == [("assigned", 1)]
    assert found(carl, "state=started") == [("in_review", 1)]
    assert found(carl, "state=returned") == [("submitted", 1)]
    assert found(carl, "state=submitted") == [("approved", 1), ("disputed", 1)]


def test_a_reviewer_asks_by_own_due_time(edith, carl, clara, document):
    for number, hours in ((1, -2), (2, 3)):
        claim = triage.queue(document.claims.get(number=number), by=edith)
        assigning.assign(claim, to=carl, by=edith, due=due_in(hours))
        assigning.assign(claim, to=clara, by=edith, due=due_in(90))
    assert [number for _, number in found(carl, "due=overdue")] == [1]
    assert [number for _, number in found(carl, "due=soon")] == [2]
    assert [number for _, number in found(clara, "due=later")] == [1, 2]


def test_a_reader_asks_among_approved_claims(desk):
    assert found(desk["rita"]) == [("approved", 1)]
    assert found(desk["rita"], "verdict=True") == [("approved", 1)]
    assert found(desk["rita"], "verdict=False") == []
    assert found(desk["rita"], "status=submitted&state=asked") == [("approved", 1)]
