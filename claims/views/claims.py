"""The claim page, and editors' moves on a claim: find, form, verb, message, redirect."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.forms import moves
from claims.lifecycle import CLAIM_MOVES
from claims.models import Assignment, Claim
from claims.permissions import visible_to
from claims.views.claim_page import address, claim_page, find_claim
from claims.views.conflicts import claim_conflict
from claims.views.frame import person
from claims.workflow import assigning, editing, triage


@require_safe
def claim_detail(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """One claim with everything on it that this person may see."""
    return claim_page(request, find_claim(request, document, number, to_show=True))


def make_move(
    request: HttpRequest,
    claim: Claim,
    form: moves.MoveForm,
    verb: Callable[..., Any],
    *,
    done: str,
    sources: frozenset[Any],
    label: str,
) -> HttpResponse:
    """Form, verb, message, redirect; what is missing or changed meanwhile comes back with the words as typed."""
    if not form.is_valid():
        return claim_page(request, claim, bound={form.name: form}, status=422)
    try:
        verb(by=person(request), **form.given())
    except Incomplete as error:
        form.tell(error)
        return claim_page(request, claim, bound={form.name: form}, status=422)
    except Conflict as error:
        return claim_conflict(request, claim, str(error), form, verb=label, sources=sources)
    except NotAllowed as error:
        if isinstance(error, Forbidden) or not set(form.changed_data) - {"version"}:
            raise
        return _refused(request, claim, form, error, label=label, sources=sources)
    messages.success(request, done)
    return redirect(address(claim))


def _refused(
    request: HttpRequest,
    claim: Claim,
    form: moves.MoveForm,
    error: NotAllowed,
    *,
    label: str,
    sources: frozenset[Any],
) -> HttpResponse:
    """What was typed stays: in its place where the move is still open, else beside the claim as it is now."""
    fresh = find_claim(request, claim.document_id, claim.number)
    if fresh.stands not in sources:
        return claim_conflict(request, fresh, str(error), form, verb=label, sources=sources)
    form.add_error(None, str(error))
    return claim_page(request, fresh, bound={form.name: form}, status=422)


def move_claim(
    request: HttpRequest, claim: Claim, form: moves.MoveForm, verb: Callable[..., Any], done: str
) -> HttpResponse:
    """An editor's move on the claim itself."""
    move = CLAIM_MOVES[form.move]
    label = f"{move.label} claim {claim.number}"
    return make_move(
        request,
        claim,
        form,
        lambda **given: verb(claim, **given),
        done=f"Claim {claim.number} {done}.",
        sources=move.sources,
        label=label,
    )


@require_POST
def claim_queue(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Queue a proposed claim."""
    claim = find_claim(request, document, number)
    return move_claim(request, claim, moves.QueueForm(request.POST, claim=claim), triage.queue, "queued")


@require_POST
def claim_skip(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Skip a claim with a reason."""
    claim = find_claim(request, document, number)
    return move_claim(request, claim, moves.SkipForm(request.POST, claim=claim), triage.skip, "skipped")


@require_POST
def claim_restore(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Take a skipped or retired claim back."""
    claim = find_claim(request, document, number)
    return move_claim(
        request, claim, moves.RestoreForm(request.POST, claim=claim), triage.restore, "restored"
    )


@require_POST
def claim_retire(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Take a claim out of the document."""
    claim = find_claim(request, document, number)
    return move_claim(request, claim, moves.RetireForm(request.POST, claim=claim), triage.retire, "retired")


@require_POST
def claim_edit(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Change wording, speaker, kind or flags."""
    claim = find_claim(request, document, number)
    return move_claim(request, claim, moves.EditForm(request.POST, claim=claim), editing.edit, "edited")


@require_POST
def claim_assign(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Ask a reviewer to check a claim."""
    claim = find_claim(request, document, number)
    return move_claim(
        request, claim, moves.AssignForm(request.POST, claim=claim), assigning.assign, "assigned"
    )


def find_assignment(request: HttpRequest, claim: Claim, assignment: int) -> Assignment:
    """An assignment of this claim if this person sees it, else 404."""
    rows = Assignment.objects.filter(claim=claim).select_related("claim__document", "reviewer")
    return get_object_or_404(visible_to(person(request), rows), pk=assignment)


@require_POST
def claim_unassign(request: HttpRequest, document: int, number: int, assignment: int) -> HttpResponse:
    """Take an assignment back from its reviewer."""
    claim = find_claim(request, document, number)
    found = find_assignment(request, claim, assignment)
    return make_move(
        request,
        claim,
        moves.UnassignForm(request.POST, claim=claim, name=f"unassign-{found.pk}"),
        lambda **given: assigning.unassign(found, **given),
        done=f"Claim {claim.number} is no longer assigned to {found.reviewer}.",
        sources=CLAIM_MOVES["assign"].sources,
        label=f"Unassign {found.reviewer}",
    )
