"""Keeping what a reviewer typed on the claim page, whichever of its buttons was pressed. Nothing typed is lost here."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.forms.checking import (
    ContactForm,
    DeclineForm,
    NoteForm,
    SourceForm,
    VerdictForm,
    has_typed_words,
)
from claims.lifecycle import LIVE, Role
from claims.models import Assignment, Claim, Review
from claims.permissions import NOT_HOLDER, decide
from claims.views.claim_page import claim_page, find_claim
from claims.views.conflicts import conflict, review_facts
from claims.views.frame import person
from claims.workflow import checking

SIDE_FORMS: dict[str, Any] = {
    "evidence": SourceForm,
    "note": NoteForm,
    "contact": ContactForm,
    "decline": DeclineForm,
}
STILL_HERE = {
    "evidence": "Add the evidence that you typed, or clear it.",
    "note": "Add the note that you typed, or clear it.",
    "contact": "Record the request for comment that you typed, or clear it.",
    "decline": "You typed a reason for declining: decline, or clear it.",
}


@dataclass
class Kept:
    """The verdict form as typed, the draft as stored now, and side forms that somebody began to fill in."""

    form: VerdictForm
    review: Review | None
    side: dict[str, Any] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """The version of the draft that the page shows from now on."""
        return self.review.version if self.review else 0

    @property
    def bound(self) -> dict[str, Any]:
        """The forms to show again, the verdict form on top of the stored draft."""
        self.form.with_version(self.version)
        return {"verdict": self.form, **self.side}


def own_assignment(request: HttpRequest, document: int, number: int) -> Assignment:
    """The visitor's own assignment on a claim, the live one or the last, with claim and document.

    404 for a claim that this person does not see, refused where they were never asked. One query for a reviewer at
    work: who holds a claim sees it.
    """
    user = person(request)
    of_claim = Assignment.objects.filter(claim__document=document, claim__number=number, reviewer=user)
    own = of_claim.select_related("claim__document").order_by("-id").first()
    at_work = own is not None and own.status in LIVE and decide(user, "save", own)
    if not at_work:
        find_claim(request, document, number)
    if own is None:
        raise Forbidden(NOT_HOLDER.reason)
    return own


def keep(request: HttpRequest, claim: Claim, own: Assignment, *, always: bool = False) -> Kept:
    """Store the typed draft when it says something new (or ``always``); raises what the verb raises."""
    draft = checking.draft_of(own)
    form = VerdictForm(request.POST, claim=claim, draft=draft)
    form.is_valid()
    kept = Kept(form, draft, typed_beside(request))
    if always or form.says_something_new:
        version = form.cleaned_data.get("version", -1)
        try:
            kept.review = checking.save(own, form.draft_typed(), by=person(request), version=version)
        except Incomplete as error:
            form.tell(error)
    return kept


def typed_beside(request: HttpRequest) -> dict[str, Any]:
    """The side forms that somebody began to fill in."""
    begun = [name for name, form in SIDE_FORMS.items() if has_typed_words(form, request.POST)]
    more = {"note": {"editor": Role.EDITOR in person(request).roles}}
    return {name: SIDE_FORMS[name](request.POST, **more.get(name, {})) for name in begun}


def lost(
    request: HttpRequest, claim: Claim, own: Assignment, error: Conflict | NotAllowed, *, verb: str
) -> HttpResponse:
    """The draft could not be stored: both versions, and everything typed, on one page."""
    if isinstance(error, Forbidden):
        raise error
    draft = checking.draft_of(own)
    form = VerdictForm(request.POST, claim=claim, draft=draft)
    form.with_version(draft.version if draft else 0)
    forms = [form, *typed_beside(request).values()]
    is_open = isinstance(error, Conflict)
    return conflict(request, claim, str(error), forms, review_facts(draft, form), verb=verb, is_open=is_open)


def hold_back(
    request: HttpRequest, claim: Claim, kept: Kept, *, but: str = "", title: str
) -> HttpResponse | None:
    """The page again where something typed would be left behind or cannot be read; None when there is nothing such."""
    for name, form in kept.side.items():
        if name != but:
            form.add_error(None, STILL_HERE[name])
    left = [name for name in kept.side if name != but]
    if kept.form.is_valid() and not left:
        return None
    return claim_page(request, claim, bound=kept.bound, status=422, title=title)
