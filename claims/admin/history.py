"""History in admin: the events that this person sees, read only, with their words."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from claims.admin.door import Door, OneHistory, person
from claims.admin.filters import as_key
from claims.admin.signs import document_link, excerpt
from claims.models import Event
from claims.permissions import decide
from claims.templatetags.desk import due_words

MOVES = ("edit document", "administer")


class IdFilter(admin.SimpleListFilter):
    """Events of one thing, by a link that leads here; offers nothing to choose."""

    field = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        value = self.value() or ""
        return [(value, f"Only this {self.title}")] if as_key(value) is not None else []

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Event]") -> "QuerySet[Event]":
        key = as_key(self.value())
        return queryset if key is None else queryset.filter(**{self.field: key})


class ClaimFilter(IdFilter):
    title, parameter_name, field = "claim", "claim", "claim"


class DocumentOfEventFilter(IdFilter):
    title, parameter_name, field = "document", "document", "chain__document"


@admin.register(Event)
class EventAdmin(Door, OneHistory):
    """What happened, as far as the visitor may know it: editors their documents, administrators the desk."""

    list_display = ("number", "time", "actor", "role", "action", "claim_number", "document", "reason")
    list_display_links = ("number", "time")
    list_filter = (DocumentOfEventFilter, ClaimFilter, "action", "role")
    list_select_related = ("actor", "claim", "chain__document", "body")
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "at"
    ordering = ("-id",)
    actions = None
    fields = (
        "number",
        "at",
        "actor",
        "role",
        "action",
        "claim_number",
        "document",
        "words",
        "digest",
        "hash",
    )

    def opens(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and any(decide(person(request), move) for move in MOVES)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description="when", ordering="id")
    def time(self, event: Event) -> str:
        return due_words(event.at)

    @admin.display(description="claim")
    def claim_number(self, event: Event) -> str:
        return str(event.claim.number) if event.claim else ""

    @admin.display(description="document")
    def document(self, event: Event) -> str | SafeString:
        about = event.chain.document
        return document_link(about.pk, excerpt(about.title, 60)) if about else "the desk"

    @admin.display(description="reason")
    def reason(self, event: Event) -> str:
        return excerpt(str(event.body.words.get("reason", "")))

    @admin.display(description="Words")
    def words(self, event: Event) -> str:
        return render_to_string(
            "admin/claims/event/words.html", {"words": event.body.words, "body": event.body}
        )
