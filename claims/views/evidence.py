"""Sources of a reviewer's draft: add on the claim page; edit and strike on a page of their own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.forms.checking import SourceForm, StrikeForm
from claims.models import Claim, Evidence, User
from claims.permissions import decide, visible_to
from claims.views.claim_page import address, claim_page, find_claim
from claims.views.conflicts import conflict, evidence_facts
from claims.views.drafting import Kept, keep, lost, own_assignment
from claims.views.frame import person
from claims.workflow import evidence as sources


@require_POST
def evidence_add(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Add a source to the draft; the verdict form beside it is saved first."""
    own = own_assignment(request, document, number)
    claim = own.claim
    form = SourceForm(request.POST)
    try:
        kept = keep(request, claim, own)
        if not form.is_valid():
            return _again(request, claim, kept, form)
        added = sources.add_evidence(own, form.source(), by=person(request))
    except Incomplete as error:
        form.tell(error)
        return _again(request, claim, kept, form)
    except (Conflict, NotAllowed) as error:
        return lost(request, claim, own, error, verb="Add evidence")
    messages.success(request, f"E{added.number} added.")
    kept.side.pop("evidence", None)
    if kept.side or not kept.form.is_valid():
        return claim_page(request, claim, bound=kept.bound, title="The evidence is added; this is left")
    return redirect(f"{address(claim)}#evidence")


def _again(request: HttpRequest, claim: Claim, kept: Kept, form: SourceForm) -> HttpResponse:
    bound = {**kept.bound, "evidence": form}
    return claim_page(request, claim, bound=bound, status=422, title="The evidence is not added yet")


def find_evidence(claim: Claim, user: User, evidence: int) -> Evidence:
    """A source of this claim that this person sees and may change; 404 or a refusal else."""
    rows = Evidence.objects.filter(claim=claim).select_related("review__assignment__claim__document")
    found = get_object_or_404(visible_to(user, rows), pk=evidence)
    answer = decide(user, "save", found.review.assignment)
    if not answer:
        raise Forbidden(answer.reason)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_edit(request: HttpRequest, document: int, number: int, evidence: int) -> HttpResponse:
    """Change a source of the draft."""
    claim = find_claim(request, document, number)
    found = find_evidence(claim, person(request), evidence)
    if request.method != "POST":
        return _page(request, claim, found, SourceForm.of(found), verb="Save")
    form = SourceForm(request.POST)
    if not form.is_valid():
        return _page(request, claim, found, form, verb="Save", status=422)
    try:
        sources.edit_evidence(found, form.source(), by=person(request), version=form.cleaned_data["version"])
    except Incomplete as error:
        form.tell(error)
        return _page(request, claim, found, form, verb="Save", status=422)
    except (Conflict, NotAllowed) as error:
        return _conflict(request, claim, found, form, error, verb="Save")
    messages.success(request, f"E{found.number} saved.")
    return redirect(f"{address(claim)}#evidence")


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_strike(request: HttpRequest, document: int, number: int, evidence: int) -> HttpResponse:
    """Strike a source of the draft with a reason."""
    claim = find_claim(request, document, number)
    found = find_evidence(claim, person(request), evidence)
    verb = f"Strike E{found.number}"
    if request.method != "POST":
        return _page(request, claim, found, StrikeForm(initial={"version": found.version}), verb=verb)
    form = StrikeForm(request.POST)
    form.is_valid()
    reason, version = form.cleaned_data.get("reason", ""), form.cleaned_data.get("version", -1)
    try:
        sources.strike_evidence(found, by=person(request), reason=reason, version=version)
    except Incomplete as error:
        form.tell(error)
        return _page(request, claim, found, form, verb=verb, status=422)
    except (Conflict, NotAllowed) as error:
        return _conflict(request, claim, found, form, error, verb=verb)
    messages.success(request, f"E{found.number} struck.")
    return redirect(f"{address(claim)}#evidence")


def _page(
    request: HttpRequest, claim: Claim, evidence: Evidence, form: Any, *, verb: str, status: int = 200
) -> HttpResponse:
    about = {"claim": claim, "evidence": evidence, "form": form, "verb": verb, "back": address(claim)}
    return render(request, "claims/evidence_form.html", about, status=status)


def _conflict(
    request: HttpRequest,
    claim: Claim,
    evidence: Evidence,
    form: Any,
    error: Conflict | NotAllowed,
    *,
    verb: str,
) -> HttpResponse:
    """What was typed beside the source as it is now; to be sent again only where that can still help."""
    if isinstance(error, Forbidden):
        raise error
    fresh = Evidence.objects.get(pk=evidence.pk)
    forms, facts = [form.with_version(fresh.version)], evidence_facts(fresh, form)
    is_open = isinstance(error, Conflict)
    return conflict(request, claim, str(error), forms, facts, verb=verb, is_open=is_open)
