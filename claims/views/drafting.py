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
from claims.lifecycle import Role
from claims.models import Assignment, Claim, Review, User
from claims.permissions import NOT_HOLDER
from claims.views.claim_page import claim_page
from claims.views.conflicts import conflict, review_facts
from claims.views.frame import person
from claims.workflow import checking

SIDE_FORMS = {"evidence": SourceForm, "note": NoteForm, "contact": ContactForm, "decline": DeclineForm}
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


def last_assignment(claim: Claim, user: User) -> Assignment:
    """The visitor's own assignment on the claim, the live one or the last; refused where they were never asked."""
    found = (
        Assignment.objects.filter(claim=claim, reviewer=user)
        .select_related("claim__document")
        .order_by("id")
        .last()
    )
    if found is None:
        raise Forbidden(NOT_HOLDER.reason)
    return found


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
    editor = Role.EDITOR in person(request).roles
    forms = {name: form(request.POST) for name, form in SIDE_FORMS.items() if name != "note"}
    forms["note"] = NoteForm(request.POST, editor=editor)
    return {name: form for name, form in forms.items() if has_typed_words(form)}


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
