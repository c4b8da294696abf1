"""A reviewer's own moves: save, submit, decline. Whatever button is pressed, the draft is kept first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.errors import Conflict, Incomplete, NotAllowed
from claims.forms.checking import DeclineForm
from claims.lifecycle import AssignmentStatus
from claims.models import User
from claims.reports.queue import next_up
from claims.views.claim_page import address, claim_page
from claims.views.drafting import hold_back, keep, lost, own_assignment
from claims.views.frame import person
from claims.workflow import assigning, checking


@require_POST
def claim_save(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Keep the draft; ``then`` names the source whose page is opened next ("edit-12", "strike-12")."""
    own = own_assignment(request, document, number)
    claim = own.claim
    onward = _onward(request, document, number)
    try:
        kept = keep(request, claim, own, always=not onward)
    except (Conflict, NotAllowed) as error:
        return lost(request, claim, own, error, verb="Save")
    again = hold_back(request, claim, kept, title="The draft is saved, but not all of it")
    return again or redirect(onward or f"{address(claim)}#moves")


def _onward(request: HttpRequest, document: int, number: int) -> str:
    what, _, pk = request.POST.get("then", "").partition("-")
    if what not in ("edit", "strike") or not pk.isdecimal():
        return ""
    return reverse(f"claims:evidence-{what}", args=[document, number, int(pk)])


@require_POST
def claim_submit(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Hand in the review; pressed too early, it says what is missing and keeps everything."""
    own, user = own_assignment(request, document, number), person(request)
    claim = own.claim
    try:
        kept = keep(request, claim, own, always=own.status == AssignmentStatus.ASKED)
        again = hold_back(request, claim, kept, title="Not submitted yet")
        if again:
            return again
        checking.submit(own, by=user, version=kept.version)
    except Incomplete as error:
        kept.form.tell(error)
        return claim_page(request, claim, bound=kept.bound, status=422, title="Not submitted yet")
    except (Conflict, NotAllowed) as error:
        return lost(request, claim, own, error, verb="Submit")
    messages.success(request, f"Claim {claim.number} submitted.")
    return redirect(_next_in_queue(user))


def _next_in_queue(user: User) -> str:
    found = next_up(user)
    return reverse("claims:claim-detail", args=found) if found else reverse("claims:dashboard")


@require_POST
def claim_decline(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Give the claim back with a reason; the draft is kept."""
    own = own_assignment(request, document, number)
    claim = own.claim
    form = DeclineForm(request.POST)
    try:
        kept = keep(request, claim, own)
        again = hold_back(request, claim, kept, but="decline", title="Not declined yet")
        if again:
            return again
        form.is_valid()
        assigning.decline(own, by=person(request), reason=form.cleaned_data["reason"])
    except Incomplete as error:
        form.tell(error)
        bound = {**kept.bound, "decline": form}
        return claim_page(request, claim, bound=bound, status=422, title="Not declined yet")
    except (Conflict, NotAllowed) as error:
        return lost(request, claim, own, error, verb="Decline")
    messages.success(request, f"Claim {claim.number} declined.")
    return redirect("claims:dashboard")
