"""The pages of an action on many claims: ask once, do it, tell the result per claim. What is done is in ``actions``."""

from collections import defaultdict
from typing import Any

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from claims.admin.actions import ACTIONS, ActionForm, ClaimAction, counted, run, told
from claims.admin.door import person, show_refusal
from claims.admin.selection import Selection
from claims.admin.signs import status_badge
from claims.models import Claim, Review, User, Verdict
from claims.permissions import visible_to

SHOWN_CLAIMS = 50
AGAIN = "Choose the claims again; nothing was changed."


def intermediate(action: ClaimAction) -> Any:
    """The entry of the list's menu that leads to the action's page."""

    def begin(self: "ActionPages", request: HttpRequest, queryset: "QuerySet[Claim]") -> HttpResponse:
        selection = Selection.of(queryset, person(request))
        return self.ask(request, action, selection, action.form(selection=selection), request.GET.urlencode())

    begin.__name__ = action.name
    begin.short_description = f"{action.label} …"  # type: ignore[attr-defined]
    return begin


class ActionPages(admin.ModelAdmin):
    """The part of the claim list that asks and answers."""

    actions = tuple(intermediate(action) for action in ACTIONS.values())

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view(self.move_view)
        return [path("move/<str:name>/", guarded, name="claims_claim_move"), *super().get_urls()]

    def ask(
        self,
        request: HttpRequest,
        action: ClaimAction,
        selection: Selection,
        form: ActionForm,
        filters: str,
    ) -> HttpResponse:
        """The page between list and result: what will be done to which claims, and what the move asks for."""
        number = len(selection.seen)
        more = {
            "action": action,
            "form": form,
            "claims": shown_claims(selection),
            "more": max(number - SHOWN_CLAIMS, 0),
            "sealed": selection.sealed(),
            "filters": filters,
        }
        return self._page(request, "ask", f"{action.label} {counted(number)}", more)

    def move_view(self, request: HttpRequest, name: str) -> HttpResponse:
        """Do it: the result per claim, or the form again with what it lacks."""
        filters = QueryDict(request.POST.get("filters", "")).urlencode()
        back = reverse("admin:claims_claim_changelist") + (f"?{filters}" if filters else "")
        action = ACTIONS.get(name)
        selection = Selection.opened(request.POST.get("sealed", ""), person(request))
        if action is None or selection is None:
            messages.error(request, AGAIN)
            return HttpResponseRedirect(back)
        form = action.form(request.POST, selection=selection)
        if not form.is_valid():
            return self.ask(request, action, selection, form, filters)
        result = run(action, selection, form.cleaned_data)
        if result.lacking:
            show_refusal(form, result.lacking)
            return self.ask(request, action, selection, form, filters)
        if not result.outcome.refused:
            messages.success(request, told(action, result.outcome))
            return HttpResponseRedirect(back)
        return self._page(
            request, "result", told(action, result.outcome), {"outcome": result.outcome, "back": back}
        )

    def _page(self, request: HttpRequest, name: str, title: str, more: dict[str, Any]) -> HttpResponse:
        frame = self.admin_site.each_context(request)
        context = {**frame, "title": title, "opts": Claim._meta, **more}
        return TemplateResponse(request, f"admin/claims/claim/{name}.html", context)


def shown_claims(selection: Selection) -> list[tuple[Claim, str, list[Verdict]]]:
    """The first claims chosen, each with its status and the verdicts handed in, as far as the visitor sees them."""
    claims = list(selection.claims(SHOWN_CLAIMS))
    verdicts = verdicts_of(claims, selection.by)
    return [(claim, status_badge(claim.shown), verdicts[claim.pk]) for claim in claims]  # type: ignore[attr-defined]


def verdicts_of(claims: list[Claim], user: User) -> dict[int, list[Verdict]]:
    """The verdicts handed in on each claim in its current round."""
    rows = Review.objects.submitted().filter(
        assignment__claim__in=claims, assignment__round=F("assignment__claim__round")
    )
    found: dict[int, dict[int, Verdict]] = defaultdict(dict)
    for review in visible_to(user, rows).select_related("verdict", "assignment").order_by("number"):
        if review.verdict:
            found[review.assignment.claim_id][review.assignment_id] = review.verdict
    return defaultdict(list, {claim: list(per_person.values()) for claim, per_person in found.items()})
