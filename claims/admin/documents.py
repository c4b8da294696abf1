"""Documents in admin: the list with what is left to do, particulars. Texts come in by ``adding``, never change here."""

from collections import Counter
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Count, DateField, DateTimeField, ForeignKey, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.adding import AddForm, ParticularsForm, add_document
from claims.admin.door import VerbDoor, person
from claims.admin.facts import FactSheetPages
from claims.admin.filters import PROGRESS, DueFilter, ProgressFilter
from claims.admin.signs import claims_link, excerpt, with_shown_status
from claims.lifecycle import Role
from claims.models import Claim, Document, Scale, User
from claims.models.user import GROUP_OF_ROLE
from claims.templatetags.desk import due_words
from claims.workflow.desk import edit_document

NATIVE_TIME = {
    "form_class": forms.DateTimeField,
    "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
}
NATIVE_DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
WHO_AND_WHEN = ("due_at", "editor", "scale", "ours", "writer", "restricted")
ABOUT_IT = ("title", "source", "author", "link", "date", "kind", "language")
SHOWN_OF_TEXT = 1200


class CountedList(ChangeList):
    """The list with each document's claims counted by progress: one query for the page."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        shown: dict[int, Counter[str]] = {document.pk: Counter() for document in self.result_list}
        claims = with_shown_status(Claim.objects.filter(document__in=list(shown)), person(request))
        for document, status, count in (
            claims.values_list("document", "shown").annotate(Count("pk")).order_by()
        ):
            shown[document][status] += count
        for document in self.result_list:
            document.counts = shown[document.pk]


def progress_column(name: str) -> Any:
    """A column that counts the claims of one group and leads to them."""
    label, statuses = PROGRESS[name]

    @admin.display(description=label.removesuffix(" for an editor"))
    def column(self: Any, document: Document) -> SafeString:
        counts: Counter[str] = document.counts  # type: ignore[attr-defined]
        return claims_link(sum(counts[status] for status in statuses), document=document.pk, status=name)

    return column


@admin.register(Document)
class DocumentAdmin(FactSheetPages, VerbDoor):
    """Editors bring documents in and see how far each has come."""

    move = "edit document"
    list_display = (
        "title",
        "kind",
        "language",
        "due",
        "sentences",
        "claims_in_all",
        "to_triage",
        "with_reviewers",
        "waiting",
        "settled",
    )
    list_filter = (
        ProgressFilter,
        DueFilter,
        "kind",
        "language",
        "ours",
        "restricted",
        ("editor", admin.RelatedOnlyFieldListFilter),
    )
    list_per_page = 50
    list_select_related = ("current_revision",)
    show_full_result_count = False
    date_hierarchy = "added_at"
    ordering = ("-added_at", "-id")
    search_fields = ("search_text",)
    search_help_text = "Words of title, source or author"
    actions = None
    formfield_overrides = {DateTimeField: NATIVE_TIME, DateField: NATIVE_DAY}
    readonly_fields = ("text_of_document", "measures", "added")

    to_triage = progress_column("triage")
    with_reviewers = progress_column("reviewers")
    waiting = progress_column("waiting")
    settled = progress_column("settled")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountedList

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Document]":
        return super().get_queryset(request).defer("search_text")

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Document]", search_term: str
    ) -> tuple["QuerySet[Document]", bool]:
        return queryset.search(search_term), False  # type: ignore[attr-defined]

    @admin.display(description="due", ordering="due_sort")
    def due(self, document: Document) -> str:
        return due_words(document.due_at)

    @admin.display(description="sentences", ordering="current_revision__sentence_count")
    def sentences(self, document: Document) -> int:
        return document.current_revision.sentence_count if document.current_revision else 0

    @admin.display(description="claims", ordering="last_claim_number")
    def claims_in_all(self, document: Document) -> SafeString:
        return claims_link(sum(document.counts.values()), document=document.pk)  # type: ignore[attr-defined]

    @admin.display(description="Text")
    def text_of_document(self, document: Document) -> SafeString:
        assert document.current_revision is not None
        text = document.current_revision.text
        shown = text if len(text) <= SHOWN_OF_TEXT else excerpt(text[:SHOWN_OF_TEXT], SHOWN_OF_TEXT - 1)
        link = format_html('<a href="{}">Open the whole text</a>', desk_page(document))
        return format_html('<div class="text-part" lang="{}">{}</div>{}', document.language, shown, link)

    @admin.display(description="Revision")
    def measures(self, document: Document) -> str:
        revision = document.current_revision
        assert revision is not None
        counts = f"{revision.sentence_count:,} sentences, {revision.length:,} characters"
        return f"{revision}: {counts}, read as {revision.reader}"

    @admin.display(description="Brought in")
    def added(self, document: Document) -> str:
        return f"{due_words(document.added_at)}, by {document.added_by}"

    def get_fieldsets(self, request: HttpRequest, obj: Document | None = None) -> Any:
        if obj is None:
            ways = ("text", "upload", "page_link") if settings.LINK_IMPORT else ("text", "upload")
            come_in = (None, {"fields": ways})
            return (come_in, ("About it", {"fields": ABOUT_IT}), ("At the desk", {"fields": WHO_AND_WHEN}))
        it = ("The text", {"fields": self.readonly_fields})
        return ((None, {"fields": ABOUT_IT}), ("At the desk", {"fields": WHO_AND_WHEN}), it)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        return super().get_form(
            request, obj, change=change, form=ParticularsForm if obj else AddForm, **kwargs
        )

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        match = request.resolver_match
        stays = match.kwargs.get("object_id", 0) if match else 0
        people = User.objects.order_by("username").distinct()
        editors = Q(is_active=True, groups__name=GROUP_OF_ROLE[Role.EDITOR])
        offered: dict[str, QuerySet[Any]] = {
            "editor": people.filter(editors | Q(responsible_for=stays)),
            "writer": people.filter(Q(is_active=True) | Q(written_documents=stays)),
            "scale": Scale.objects.filter(Q(withdrawn_at=None) | Q(documents=stays))
            .order_by("id")
            .distinct(),
        }
        kwargs["queryset"] = offered[db_field.name]
        if db_field.name == "scale":
            kwargs["empty_label"], kwargs["initial"] = None, offered["scale"].first()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A view of its own: Django's would hold a transaction, and SQLite's only write lock, while it reads."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return add_document(self, request)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """The verb writes; it refuses in words."""
        edit_document(obj, form.particulars(), by=person(request))  # type: ignore[arg-type]

    def view_on_site(self, document: Document) -> str:
        """The document's page at the desk."""
        return desk_page(document)

    def history_query(self, object_id: str) -> str:
        return f"?document={object_id}"


def desk_page(document: Document) -> str:
    """Where the desk shows a document."""
    return reverse("claims:document-detail", args=[document.pk])
