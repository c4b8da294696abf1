"""What an editor does on the document page: moves of many claims at once, and a claim the machine missed."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from claims.errors import Forbidden, Incomplete
from claims.forms.documents import AddClaimForm, AssignManyForm, SkipManyForm
from claims.models import Claim, Document, User
from claims.paging import address
from claims.permissions import decide, visible_to
from claims.reports import document_page as pages
from claims.reports.sections import whole
from claims.templatetags.desk import counted
from claims.views.documents import claim_address, marked, text_of, visible_document
from claims.views.frame import person
from claims.workflow import assigning, bulk, editing, triage

Verb = Callable[[Iterable[Claim]], bulk.Outcome]
SALT = "claims.selection"
REFUSALS_SHOWN = 10
CHOOSE_CLAIMS = "Select one claim or more."
DONE = {"queue": "queued", "skip": "skipped", "assign": "assigned"}
QUESTIONS: dict[str, tuple[str, type[forms.Form]]] = {
    "skip": ("Skip", SkipManyForm),
    "assign": ("Assign", AssignManyForm),
}


# --- many claims at once -----------------------------------------------------------------------------


@require_POST
def document_bulk(request: HttpRequest, document: int) -> HttpResponse:
    """Queue the selected claims, or ask once how to skip or assign them all; a result for each claim.

    A row's own button queues that claim alone, by the version that the person saw.
    """
    user = person(request)
    found = visible_document(user, document)
    action, numbers = request.POST.get("action", ""), selected(request, found)
    _refuse_unless_allowed(user, action)
    if "queue" in request.POST:
        return _queue_one(request, found, request.POST["queue"])
    if not numbers:
        messages.error(request, CHOOSE_CLAIMS)
        return _back_to(found, request)
    if action not in QUESTIONS:
        return _done(request, found, action, numbers, lambda claims: triage.queue_all(claims, by=user))
    form = QUESTIONS[action][1](request.POST if "selection" in request.POST else None)
    if not form.is_valid():
        return _ask(request, found, action, numbers, form)
    return _done(request, found, action, numbers, _verb(action, user, form.cleaned_data))


def _queue_one(request: HttpRequest, document: Document, wanted: str) -> HttpResponse:
    """``wanted`` is "6-3": claim 6 in version 3."""
    number, _, version = wanted.partition("-")
    if not (number.isdecimal() and version.isdecimal() and len(wanted) < 20):
        raise Http404
    rows = visible_to(person(request), Claim.objects.select_related("document").filter(document=document))
    claim = get_object_or_404(rows, number=int(number))
    triage.queue(claim, by=person(request), version=int(version))
    messages.success(request, f"Claim {claim.number} queued.")
    return _back_to(document, request)


def _back_to(document: Document, request: HttpRequest) -> HttpResponse:
    """The list of the document, with the same group open."""
    url = reverse("claims:document-detail", args=[document.pk])
    query = address(request.GET) if request.GET else ""
    return redirect(f"{url}{query}#claims")


def _refuse_unless_allowed(user: User, action: str) -> None:
    answer = decide(user, action if action in DONE else "queue")
    if not answer:
        raise Forbidden(answer.reason)


def selected(request: HttpRequest, document: Document) -> list[int]:
    """The numbers of the selected claims: the boxes ticked, or the one signed field that carried them further."""
    token = request.POST.get("selection")
    if token is None:
        return sorted({int(n) for n in request.POST.getlist("claim") if n.isdecimal() and len(n) < 10})
    try:
        numbers: list[int] = signing.loads(token, salt=f"{SALT}:{document.pk}")
    except signing.BadSignature:
        return []
    return numbers


def _verb(action: str, user: User, given: dict[str, Any]) -> Verb:
    if action == "assign":
        return lambda claims: assigning.assign_all(claims, by=user, **given)
    return lambda claims: bulk.each(claims, lambda claim: triage.skip(claim, by=user, **given))


def _ask(
    request: HttpRequest, document: Document, action: str, numbers: list[int], form: forms.Form
) -> HttpResponse:
    label, _ = QUESTIONS[action]
    about = {
        "document": document,
        "action": action,
        "form": form,
        "verb": f"{label} {counted(len(numbers), 'claim')}",
        "numbers": numbers,
        "selection": signing.dumps(numbers, salt=f"{SALT}:{document.pk}", compress=True),
    }
    return render(request, "claims/document_bulk.html", about)


def _done(
    request: HttpRequest, document: Document, action: str, numbers: list[int], verb: Verb
) -> HttpResponse:
    rows = Claim.objects.filter(document=document, number__in=numbers)
    outcome = verb(visible_to(person(request), rows).order_by("number"))
    say = messages.warning if outcome.refused else messages.success
    say(request, outcome_words(outcome, DONE.get(action, "queued")))
    return _back_to(document, request)


def outcome_words(outcome: bulk.Outcome, done: str) -> str:
    """ "38 claims queued. 2 were not: claim 4 is approved; claim 9 is retired." The first ten refusals in full."""
    words = f"{counted(len(outcome.done), 'claim')} {done}."
    if not outcome.refused:
        return words
    reasons = [_short(sentence) for _, sentence in outcome.refused[:REFUSALS_SHOWN]]
    more = len(outcome.refused) - len(reasons)
    rest = [f"and {more} more"] if more else []
    were = "was" if len(outcome.refused) == 1 else "were"
    return f"{words} {len(outcome.refused)} {were} not: {'; '.join([*reasons, *rest])}."


def _short(sentence: str) -> str:
    plain = sentence.removesuffix(".").removesuffix(", so nothing was changed")
    return plain[:1].lower() + plain[1:] if plain.startswith("Claim ") else plain


# --- a claim the machine missed ----------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def claim_add(request: HttpRequest, document: int) -> HttpResponse:
    """Add a claim by its words in the text; an error keeps everything typed."""
    user = person(request)
    found = visible_document(user, document)
    answer = decide(user, "add", found)
    if not answer:
        raise Forbidden(answer.reason)
    form = AddClaimForm(request.POST or None)
    if form.is_valid():
        try:
            claim = _add(found, user, form.cleaned_data)
        except Incomplete as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Claim {claim.number} added. It waits for triage.")
            return redirect(
                f"{reverse('claims:document-detail', args=[found.pk])}?claim={claim.number}#passage-{claim.number}"
            )
    about = {"document": found, "form": form, "text": _marked_text(found, user)}
    return render(request, "claims/claim_add.html", about)


def _add(document: Document, user: User, given: dict[str, Any]) -> Claim:
    start, end = editing.locate(document, given.pop("words"))
    return editing.add(document, by=user, start=start, end=end, **given)


def _marked_text(document: Document, user: User) -> str:
    text = text_of(document)
    found = pages.passages(document, user, whole(text.text))
    page_of = claim_address(document)
    marks = pages.editor_marks(found, lambda passage: page_of(passage.number))
    return marked(text, found, marks, whole(text.text), None)


def add_errors(form: forms.Form, error: Incomplete) -> None:
    """What a verb found missing, beside the fields where the form has them, else above it."""
    for name, sentence in (error.fields or {"": str(error)}).items():
        form.add_error(name if name in form.fields else None, sentence)
