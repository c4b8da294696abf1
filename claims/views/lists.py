"""The claim list and the document list: filters in the address, keyset paging, nothing counted."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.filters import ClaimFilter, filter_of
from claims.lifecycle import Role
from claims.models import Claim, Document, User
from claims.models.search import ONLY_THE_NEWEST
from claims.paging import address, page
from claims.permissions import visible_to
from claims.reports.coverage import progress, shares
from claims.reports.table_rows import table_rows, whole_rows, with_own
from claims.views.frame import person

DOCUMENTS_FOUND = 5
SPOKEN_SMALL = {"kind", "status", "state", "due"}
EMPTY = {
    Role.EDITOR: ("No claims yet.", "Bring a document in, and its claims appear here."),
    Role.REVIEWER: ("Nothing to check.", "Claims that an editor assigns to you appear here."),
    Role.READER: (
        "No approved claims are open to you yet.",
        "They appear here once an editor approves them.",
    ),
}
WITHOUT_ROLE = (
    "No claims are open to you.",
    "Editors, reviewers and readers see claims; an administrator gives these roles.",
)
DOCUMENT_ORDERS = {"due": ("Due", ("due_sort", "id")), "new": ("Newest", ("-added_at", "-id"))}


@require_safe
def claim_list(request: HttpRequest) -> HttpResponse:
    """Claims this person sees, filtered; the columns and filters are their role's."""
    user = person(request)
    filterset, ignored = asked(
        request, visible_to(user, Claim.objects.all()), newest_only=_role(user) is Role.EDITOR
    )
    rows, words = filterset.qs, filterset.form.cleaned_data.get("q", "")
    if filterset.left_out:
        ignored.append(ONLY_THE_NEWEST)
    found = page(rows, filterset.columns, request.GET, whole=lambda keys: whole_rows(user, keys))
    about = {
        "role": _role(user),
        "form": filterset.form,
        "active": active_words(filterset, request.GET),
        "ignored": ignored,
        "rows": table_rows(user, found.rows),
        "documents": _documents_found(user, words),
        "empty": EMPTY[_role(user)] if user.roles & EMPTY.keys() else WITHOUT_ROLE,
        **found.links(request.GET),
    }
    return render(request, "claims/claim_list.html", about)


def _role(user: User) -> Role:
    return next((role for role in (Role.EDITOR, Role.REVIEWER) if role in user.roles), Role.READER)


def _documents_found(user: User, words: str) -> list[Document]:
    if not words:
        return []
    rows = visible_to(user, Document.objects.search(words)).only("title", "source")
    return list(rows.order_by("-added_at", "-id")[:DOCUMENTS_FOUND])


def asked(request: HttpRequest, rows: Any, **more: Any) -> tuple[ClaimFilter, list[str]]:
    """The filter set of what the address asks; what is not known there is left out and said in a sentence each."""
    user = person(request)
    if _role(user) is Role.REVIEWER:
        rows = with_own(user, rows)
    filterset = filter_of(user)(request.GET, rows, request=request, **more)
    ignored, known = [], request.GET.copy()
    for name in filterset.errors:
        ignored.append(_left_out(filterset.form.fields[name], request.GET[name]))
        del known[name]
    if ignored:
        filterset = filter_of(user)(known, rows, request=request, **more)
        assert not filterset.errors
    return filterset, ignored


def _left_out(field: Any, value: str) -> str:
    longest = getattr(field, "max_length", None)
    if longest and len(value) > longest:
        return f"“{field.label}: {value[:40]}…” is longer than {longest} letters and was left out."
    return f"“{field.label}: {value[:40]}” is not known here and was left out."


def active_words(filterset: ClaimFilter, params: QueryDict) -> list[dict[str, str]]:
    """The filters in use as words, each with the address of the list without it."""
    found = []
    for name, value in filterset.form.cleaned_data.items():
        if name == "order" or value in (None, ""):
            continue
        choices = filterset.filters[name].extra.get("choices")
        spoken = dict(choices()).get(value, value) if choices else str(value)
        spoken = spoken.lower() if name in SPOKEN_SMALL else spoken
        label = str(filterset.form.fields[name].label).lower()
        found.append({"label": f"{label}: {spoken}", "url": address(params, without=[name])})
    return found


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """Documents this person sees; editors read progress, reviewers their own share."""
    user = person(request)
    words = request.GET.get("q", "").replace("\x00", "")[:200]
    order = request.GET.get("order", "")
    order = order if order in DOCUMENT_ORDERS else "new"
    columns = ("title", "source", "date", "kind", "ours", "due_at", "due_sort", "added_at")
    documents = visible_to(user, Document.objects.search(words))
    documents = documents.select_related("current_revision").only(
        *columns, "current_revision__sentence_count"
    )
    found = page(documents, DOCUMENT_ORDERS[order][1], request.GET)
    about = {
        "is_editor": Role.EDITOR in user.roles,
        "is_reviewer": Role.REVIEWER in user.roles,
        "is_reader": Role.READER in user.roles,
        "words": words,
        "order": order,
        "orders": [(key, label) for key, (label, _) in DOCUMENT_ORDERS.items()],
        "rows": _with_figures(user, found.rows),
        **found.links(request.GET),
    }
    return render(request, "claims/document_list.html", about)


def _with_figures(user: User, documents: list[Document]) -> list[dict[str, Any]]:
    """Each document with its progress (editors) or this person's share of it."""
    keys = [document.pk for document in documents]
    if Role.EDITOR in user.roles:
        figures: dict[int, Any] = dict(progress(keys, user))
    else:
        figures = dict(shares(user, keys))
    return [{"document": document, "figures": figures[document.pk]} for document in documents]
