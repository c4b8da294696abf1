"""How the claim page is put together from what a person sees, may do and has typed. No writes here."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.forms.checking import ContactForm, DeclineForm, NoteForm, SourceForm, VerdictForm
from claims.forms.reading import DeskForm
from claims.lifecycle import Role
from claims.models import Assignment, Claim, User
from claims.permissions import visible_to
from claims.reports.claim_file import ClaimFile, claim_file
from claims.reports.comparing import filled_in
from claims.reports.pane import Pane, pane, with_text
from claims.reports.queue import places
from claims.views.frame import person
from claims.views.offers import Offer, assignment_offers, claim_offers
from claims.vocabulary import SkipReason

Bound = dict[str, Any]


@dataclass
class Page:
    """What the templates of the claim page read."""

    claim: Claim
    file: ClaimFile
    pane: Pane | None
    is_editor: bool
    previous: str = ""
    next: str = ""
    forms: dict[str, DeskForm] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def wording(self) -> list[tuple[str, bool]]:
        """The claim's text, with the words that were filled in told apart."""
        return filled_in(self.claim.text, self.claim.quote)

    @property
    def settled(self) -> str:
        """Why the claim was skipped or retired."""
        reason = self.claim.settled_reason
        why = f"{SkipReason(reason).label}." if reason else ""
        return f"{why} {self.claim.settled_words}".strip()

    @property
    def closed(self) -> Assignment | None:
        """This person's last assignment that is no longer live, where they hold none."""
        if self.file.own or self.is_editor:
            return None
        return next(iter(reversed(self.file.assignments)), None)

    @property
    def addresses(self) -> dict[str, str]:
        """The addresses of this claim's moves, by the end of their names."""
        names = ("save", "submit", "decline")
        found = {name: address(self.claim, f"claim-{name}") for name in names}
        return found | {
            name.split("-")[0]: address(self.claim, name)
            for name in ("evidence-add", "note-add", "contact-add")
        }


def find_claim(request: HttpRequest, document: int, number: int, *, to_show: bool = False) -> Claim:
    """The claim if this person sees it, else 404; with the text around it when it is only to be shown."""
    claims = Claim.objects.select_related("document__scale", "revision", "settled_by", "confirmed_by")
    seen = visible_to(person(request), claims)
    found: Claim = get_object_or_404(with_text(seen) if to_show else seen, document=document, number=number)
    return found


def address(claim: Claim, name: str = "claim-detail", *more: int) -> str:
    """The address of a claim's page or of one of its moves."""
    return reverse(f"claims:{name}", args=[claim.document_id, claim.number, *more])


def claim_page(
    request: HttpRequest, claim: Claim, *, bound: Bound | None = None, status: int = 200, title: str = ""
) -> HttpResponse:
    """The whole page; ``bound`` are forms that somebody filled in, by name, shown as they were typed."""
    user, bound = person(request), bound or {}
    file = claim_file(claim, user)
    shown = pane(claim, user, partial(_address_of, claim)) if file.shows_text else None
    page = Page(claim, file, shown, Role.EDITOR in user.roles)
    page.previous, page.next = _beside(page, user)
    page.forms = _forms(page, bound)
    page.offers, page.refusals = claim_offers(file, user, bound)
    each, more = assignment_offers(file, user, bound)
    page.refusals += [sentence for sentence in more if sentence not in page.refusals]
    about = {
        "page": page,
        "claim": claim,
        "file": file,
        "assignment_offers": each,
        "errors": error_lines(bound),
        "errors_title": title or "Not saved yet",
    }
    return render(request, "claims/claim.html", about, status=status)


def _address_of(claim: Claim, number: int) -> str:
    return reverse("claims:claim-detail", args=[claim.document_id, number])


def _beside(page: Page, user: User) -> tuple[str, str]:
    """The pages before and after: in a reviewer's queue, else in the text for an editor."""
    if page.file.is_working:
        found, here = places(user), (page.claim.document_id, page.claim.number)
        at = found.index(here) if here in found else 0
        before = reverse("claims:claim-detail", args=found[at - 1]) if at else ""
        after = reverse("claims:claim-detail", args=found[at + 1]) if at + 1 < len(found) else ""
        return before, after
    if page.pane is None or not page.is_editor:
        return "", ""
    numbers = (page.pane.previous, page.pane.next)
    before, after = (_address_of(page.claim, number) if number else "" for number in numbers)
    return before, after


def _forms(page: Page, bound: Bound) -> dict[str, DeskForm]:
    """The forms a reviewer, or whoever may write a note, finds on the page."""
    file, claim = page.file, page.claim
    found: dict[str, DeskForm] = {}
    if file.is_working:
        draft = file.work.review if file.work else None
        found["verdict"] = bound.get("verdict") or VerdictForm(claim=claim, draft=draft)
        found["evidence"] = bound.get("evidence") or SourceForm()
        found["decline"] = bound.get("decline") or DeclineForm()
    if file.own or page.is_editor:
        found["note"] = bound.get("note") or NoteForm(editor=page.is_editor)
        if file.requirement.request_for_comment or file.contacts:
            found["contact"] = bound.get("contact") or ContactForm()
    if "verdict" in found:
        for name in {"note", "contact"} & set(found):
            found[name].travel_with("verdict-form")
    return found


def error_lines(bound: Bound) -> list[tuple[str, str]]:
    """What is missing in all forms, each sentence with the anchor of its field."""
    found: list[tuple[str, str]] = []
    for form in bound.values():
        for name, sentences in form.errors.items():
            anchor = getattr(form, "anchor", "") if name == "__all__" else _anchor(form, name)
            found += [(anchor, sentence) for sentence in sentences]
    return found


def _anchor(form: Any, name: str) -> str:
    return form[name].id_for_label or form[name].auto_id
