"""Only moves open to this person now are offered; a sentence stands where one would be looked for."""

from collections.abc import Callable

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, User

OPEN = {
    ClaimStatus.PROPOSED: ["queue", "assign", "edit", "skip", "retire"],
    ClaimStatus.QUEUED: ["assign", "edit", "skip", "retire"],
    ClaimStatus.ASSIGNED: ["assign", "edit", "skip", "retire"],
    ClaimStatus.IN_REVIEW: ["assign", "edit", "skip", "retire"],
    ClaimStatus.SUBMITTED: ["assign", "approve", "skip", "retire"],
    ClaimStatus.DISPUTED: ["assign", "skip", "retire"],
    ClaimStatus.APPROVED: ["reopen", "retire"],
    ClaimStatus.SKIPPED: ["restore", "retire"],
    ClaimStatus.RETIRED: ["restore"],
}


@pytest.mark.parametrize("status", OPEN)
def test_an_editor_finds_the_moves_of_the_status(
    as_user, path, claim_in: Callable[..., Claim], edith: User, status: ClaimStatus
):
    offers = as_user(edith).get(path(claim_in(status))).context["page"].offers
    assert [offer.name for offer in offers] == OPEN[status]


@pytest.mark.parametrize("status", OPEN)
def test_a_reviewer_finds_no_move_of_an_editor(as_user, path, claim_in: Callable[..., Claim], carl, status):
    answer = as_user(carl).get(path(claim_in(status)))
    assert answer.status_code == 404 or answer.context["page"].offers == []


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (ClaimStatus.SUBMITTED, "Return a review to edit the claim."),
        (ClaimStatus.APPROVED, "Reopen the claim to edit it."),
    ],
)
def test_a_sentence_says_why_a_move_is_missing(as_user, path, claim_in, edith: User, status, sentence: str):
    assert as_user(edith).get(path(claim_in(status))).context["page"].refusals == [sentence]


def test_each_assignment_has_its_move(as_user, path, claim_in, edith: User):
    claim = claim_in(ClaimStatus.DISPUTED)
    offers = as_user(edith).get(path(claim)).context["assignment_offers"]
    assert [(str(a.reviewer), offer.name) for a, offer in offers] == [("Carl", "return"), ("Clara", "return")]


def test_an_asked_reviewer_can_be_unassigned(as_user, path, held: Assignment, edith: User):
    ((assignment, offer),) = as_user(edith).get(path(held.claim)).context["assignment_offers"]
    assert (assignment, offer.verb) == (held, "Unassign Carl")
