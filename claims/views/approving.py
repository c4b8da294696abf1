"""An editor's last word: approve, return a review, reopen. Find, form, verb, message, redirect."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from claims.forms import moves
from claims.lifecycle import AWAITING_EDITOR, AWAITING_REVIEWERS
from claims.permissions import SOLE_SIGN_OFF, decide
from claims.views.claim_page import find_claim
from claims.views.claims import find_assignment, make_move, move_claim
from claims.views.frame import person
from claims.workflow import approving


@require_POST
def claim_approve(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Make the reviewers' verdict the desk's decision."""
    claim = find_claim(request, document, number)
    alone = decide(person(request), "approve", claim).on_condition == SOLE_SIGN_OFF
    form = moves.ApproveForm(request.POST, claim=claim, alone=alone)
    return move_claim(request, claim, form, approving.approve, "approved")


@require_POST
def claim_reopen(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """End the decision and begin the next round."""
    claim = find_claim(request, document, number)
    return move_claim(
        request, claim, moves.ReopenForm(request.POST, claim=claim), approving.reopen, "reopened"
    )


@require_POST
def claim_return(request: HttpRequest, document: int, number: int, assignment: int) -> HttpResponse:
    """Give a submitted review back to its reviewer."""
    claim = find_claim(request, document, number)
    found = find_assignment(request, claim, assignment)
    return make_move(
        request,
        claim,
        moves.ReturnForm(request.POST, claim=claim, name=f"return-{found.pk}"),
        lambda **given: approving.return_review(found, **given),
        done=f"The review is back with {found.reviewer}.",
        sources=AWAITING_EDITOR | AWAITING_REVIEWERS,
        label="Return the review",
    )
