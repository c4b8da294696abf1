"""Claims in admin: the list with its actions, and one claim's page. Status, version and history are read only."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.asking import ActionPages
from claims.admin.door import RefusableForm, VerbDoor, person
from claims.admin.filters import (
    DocumentFilter,
    DueFilter,
    FlagFilter,
    ReviewerFilter,
    StatusFilter,
    WorthFilter,
)
from claims.admin.narrowing import BoundedPaginator
from claims.admin.signs import YOURS, document_link, excerpt, several, status_badge, with_shown_status
from claims.errors import Conflict
from claims.lifecycle import CLAIM_MOVES
from claims.models import Assignment, Claim, Decision, Event, Evidence, Note, Review, User
from claims.models.search import ONLY_THE_NEWEST
from claims.permissions import visible_to
from claims.reports.figures import COUNTED, bounded
from claims.templatetags.desk import due_words
from claims.vocabulary import Flag
from claims.workflow.editing import edit

SHOWN_EVENTS = 50
FACTS = (
    "document_of_claim",
    "quote",
    "status_of_claim",
    "worth_of_claim",
    "kind_reason",
    "due_of_claim",
    "rounds",
)


class ClaimForm(RefusableForm):
    """What an editor changes about a claim, with the version they saw."""

    version_seen = forms.IntegerField(label="", widget=forms.HiddenInput)
    flags = forms.MultipleChoiceField(
        choices=Flag.choices(), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Claim
        fields = ("text", "speaker", "kind", "flags")
        widgets = {"text": forms.Textarea(attrs={"rows": 4, "cols": 80})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version_seen"] = self.instance.version

    def clean(self) -> dict[str, Any]:
        """After a conflict the next save is meant for the claim as it is now."""
        cleaned = super().clean()
        if isinstance(self.refusal, Conflict) and isinstance(self.data, QueryDict):
            self.data = self.data.copy()
            self.data["version_seen"] = str(self.instance.version)
        return cleaned


@admin.register(Claim)
class ClaimAdmin(ActionPages, VerbDoor):
    """Editors triage, assign and sign off many claims at once."""

    move = "edit document"
    form = ClaimForm
    # On a phone only the first columns are in sight: the status, which a choice of claims goes by, is one of them.
    list_display = ("numbered", "status_now", "claim", "of_document", "kind", "worth_now", "reviewers", "due")
    list_display_links = ("numbered", "claim")
    list_filter = (StatusFilter, "kind", DocumentFilter, ReviewerFilter, DueFilter, FlagFilter, WorthFilter)
    list_per_page = 50
    list_select_related = ("document",)
    show_full_result_count = False
    paginator = BoundedPaginator
    ordering = ("-id",)
    search_fields = ("search_text",)
    search_help_text = "Words of the claim, its quote or its speaker"
    readonly_fields = FACTS
    fieldsets = (
        (None, {"fields": ("text", "speaker", "kind", "flags", "version_seen")}),
        ("As it stands", {"fields": FACTS}),
    )

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Shown without a form where editing is over; what was typed before that is still answered in words."""
        over = isinstance(obj, Claim) and obj.stands not in CLAIM_MOVES["edit"].sources
        return self.opens(request) and (request.method == "POST" or not over)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Claim]":
        live = visible_to(person(request), Assignment.objects.live().for_names())
        on_it = Prefetch("assignments", queryset=live, to_attr="seen_assignments")
        rows = with_shown_status(super().get_queryset(request), person(request))
        rows = rows.select_related("document")
        return rows.defer("search_text", "features", "document__search_text").prefetch_related(on_it)

    def response_action(  # type: ignore[override]
        self, request: HttpRequest, queryset: "QuerySet[Claim]"
    ) -> Any:
        """An action on every claim of the list needs a list whose end is known."""
        if request.POST.get("select_across") == "1" and bounded(queryset) > COUNTED:
            messages.warning(request, f"Narrow the filter first: at most {COUNTED:,} claims at once.")
            return HttpResponseRedirect(request.get_full_path())
        return super().response_action(request, queryset)

    def action_checkbox(self, obj: Claim) -> SafeString:
        """Django's own box, without a template for each of its attributes."""
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, f"Select this object for an action - {obj}")

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Claim]", search_term: str
    ) -> tuple["QuerySet[Claim]", bool]:
        found, left_out = queryset.search_newest(search_term)  # type: ignore[attr-defined]
        if left_out:
            messages.info(request, ONLY_THE_NEWEST)
        return found, False

    # --- columns -------------------------------------------------------------------------------------

    @admin.display(description="no.", ordering="number")
    def numbered(self, claim: Claim) -> int:
        return claim.number

    @admin.display(description="claim", ordering="text")
    def claim(self, claim: Claim) -> str:
        return excerpt(claim.text)

    @admin.display(description="document", ordering="document__title")
    def of_document(self, claim: Claim) -> str:
        return excerpt(claim.document.title, 60)

    @admin.display(description="status", ordering="shown")
    def status_now(self, claim: Claim) -> str:
        return status_badge(claim.shown)  # type: ignore[attr-defined]

    @admin.display(description="check-worthiness", ordering="check_worthiness")
    def worth_now(self, claim: Claim) -> str:
        return claim.worth

    @admin.display(description="reviewers")
    def reviewers(self, claim: Claim) -> str:
        return several(assignment.reviewer for assignment in claim.seen_assignments)  # type: ignore[attr-defined]

    @admin.display(description="due", ordering="due_sort")
    def due(self, claim: Claim) -> str:
        return due_words(claim.due_at) if claim.due_at else ""

    # --- one claim -----------------------------------------------------------------------------------

    @admin.display(description="Document")
    def document_of_claim(self, claim: Claim) -> str:
        return document_link(claim.document_id, claim.document.title)

    @admin.display(description="Status")
    def status_of_claim(self, claim: Claim) -> str:
        return status_badge(claim.shown)  # type: ignore[attr-defined]

    @admin.display(description="Check-worthiness")
    def worth_of_claim(self, claim: Claim) -> str:
        return claim.worth

    @admin.display(description="Due")
    def due_of_claim(self, claim: Claim) -> str:
        return due_words(claim.due_at)

    @admin.display(description="Round")
    def rounds(self, claim: Claim) -> str:
        needed = f"{claim.required_reviews} {'review' if claim.required_reviews == 1 else 'reviews'} needed"
        version = "" if claim.shown == YOURS else f", version {claim.version}"  # type: ignore[attr-defined]
        return f"{claim.round}, {needed}{version}"

    def save_model(self, request: HttpRequest, obj: Model, form: forms.ModelForm, change: bool) -> None:
        """The verb writes; it refuses in words."""
        typed = form.cleaned_data
        words = {name: typed[name] for name in ("text", "speaker", "kind", "flags")}
        edit(obj, by=person(request), version=typed["version_seen"], **words)  # type: ignore[arg-type]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        claim = kwargs.get("obj")
        if claim is not None:
            stale = isinstance(getattr(request, "refusal", None), Conflict)
            now = (
                with_shown_status(Claim.objects.filter(pk=claim.pk), person(request)).get() if stale else None
            )
            context |= {"work": work_on(claim, person(request)), "now": now}
            context["status_now"] = status_badge(now.shown) if now else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, claim: Claim) -> str:
        """The claim's page at the desk."""
        return reverse("claims:claim-detail", args=[claim.document_id, claim.number])

    def history_query(self, object_id: str) -> str:
        return f"?claim={object_id}"


def work_on(claim: Claim, user: User) -> dict[str, Any]:
    """What this person sees of the work on a claim; never more than ``visible_to`` gives."""
    of_claim: dict[str, Any] = {"claim": claim}
    assignments = Assignment.objects.filter(**of_claim).select_related("reviewer", "by").order_by("id")
    reviews = Review.objects.filter(assignment__claim=claim, submitted_at__isnull=False)
    evidence = Evidence.objects.filter(**of_claim, review__submitted_at__isnull=False)
    events = Event.objects.filter(**of_claim).for_history()
    return {
        "assignments": visible_to(user, assignments),
        "reviews": visible_to(
            user, reviews.select_related("verdict", "assignment__reviewer").order_by("submitted_at", "id")
        ),
        "evidence": visible_to(user, evidence.select_related("added_by").order_by("review", "number")),
        "decisions": visible_to(user, Decision.objects.filter(**of_claim).select_related("verdict", "by")),
        "notes": visible_to(user, Note.objects.filter(**of_claim).select_related("author")),
        "events": visible_to(user, events)[:SHOWN_EVENTS],
    }
