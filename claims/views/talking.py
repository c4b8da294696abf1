"""Notes and requests for comment on the claim page; a reviewer's draft that was typed beside them is kept too."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from claims.errors import Conflict, Incomplete, NotAllowed
from claims.forms.checking import ContactForm, NoteForm
from claims.lifecycle import PENDING, Role
from claims.models import Claim
from claims.views.claim_page import address, claim_page, find_claim
from claims.views.drafting import keep, lost, typed_beside
from claims.views.frame import person
from claims.vocabulary import NoteAudience
from claims.workflow import talking


@require_POST
def note_add(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Write a note on the claim."""
    claim = find_claim(request, document, number)
    user = person(request)
    form = NoteForm(request.POST, editor=Role.EDITOR in user.roles)

    def write(body: str = "", visible_to: str = "") -> object:
        audience = visible_to or NoteAudience.DESK
        return talking.add_note(claim, by=user, body=body, visible_to=audience)

    return _say(request, claim, form, write, name="note", done="Note added.")


@require_POST
def contact_add(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """Record that somebody was asked for comment."""
    claim = find_claim(request, document, number)
    user = person(request)

    def write(**words: Any) -> object:
        return talking.record_contact(claim, by=user, **words)

    form = ContactForm(request.POST)
    return _say(request, claim, form, write, name="contact", done="Request for comment recorded.")


def _say(
    request: HttpRequest, claim: Claim, form: Any, write: Callable[..., object], *, name: str, done: str
) -> HttpResponse:
    """Keep the draft that came along, then write; what is left over or missing stays on the page."""
    own = talking.own_assignment(claim, person(request))
    bound = {key: side for key, side in typed_beside(request).items() if key != name}
    is_whole = True
    if own and own.status in PENDING and "rationale" in request.POST:
        try:
            kept = keep(request, claim, own)
        except (Conflict, NotAllowed) as error:
            return lost(request, claim, own, error, verb="Save")
        bound |= {"verdict": kept.bound["verdict"]}
        is_whole = kept.form.is_valid()
    try:
        if not form.is_valid():
            return claim_page(request, claim, bound=bound | {name: form}, status=422)
        write(**form.cleaned_data)
    except Incomplete as error:
        form.tell(error)
        return claim_page(request, claim, bound=bound | {name: form}, status=422)
    messages.success(request, done)
    if not is_whole or bound.keys() - {"verdict"}:
        return claim_page(request, claim, bound=bound)
    return redirect(f"{address(claim)}#notes")
