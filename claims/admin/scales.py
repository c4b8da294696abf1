"""Scales and their verdicts in admin. A used verdict keeps its words: it is withdrawn, and another one added."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from claims.admin.door import Door, RecordedDoor, RefusableForm, person
from claims.models import Scale, Verdict
from claims.workflow.desk import offer_again, withdraw


class Withdrawing(RecordedDoor):
    """Two actions: no longer offered to reviewers, and offered again."""

    actions = ("withdraw", "offer_again")

    @admin.action(description="Withdraw: no longer offered")
    def withdraw(self, request: HttpRequest, queryset: "QuerySet[Any]") -> None:
        for thing in queryset:
            withdraw(thing, by=person(request))
        messages.success(request, "Withdrawn. What rests on it stays as it is.")

    @admin.action(description="Offer again")
    def offer_again(self, request: HttpRequest, queryset: "QuerySet[Any]") -> None:
        for thing in queryset:
            offer_again(thing, by=person(request))
        messages.success(request, "Offered again.")


class VerdictInline(Door, admin.TabularInline):
    """The entries of a scale, in their order."""

    model = Verdict
    fields = ("position", "label", "meaning", "colour", "shape", "number", "withdrawn_at")
    readonly_fields = ("withdrawn_at",)
    ordering = ("position",)
    extra = 0


@admin.register(Scale)
class ScaleAdmin(Withdrawing):
    """A named set of verdicts; a document uses one."""

    form = RefusableForm
    inlines = (VerdictInline,)
    list_display = ("name", "question", "withdrawn_at")
    fields = ("name", "question", "withdrawn_at")
    readonly_fields = ("withdrawn_at",)
    show_full_result_count = False
    ordering = ("id",)


@admin.register(Verdict)
class VerdictAdmin(Withdrawing):
    """One entry of a scale."""

    form = RefusableForm
    list_display = ("label", "sign", "scale", "meaning", "position", "number", "withdrawn_at")
    list_filter = ("scale",)
    list_select_related = ("scale",)
    fields = ("scale", "position", "label", "meaning", "colour", "shape", "number", "withdrawn_at")
    readonly_fields = ("withdrawn_at",)
    show_full_result_count = False
    ordering = ("scale", "position")

    @admin.display(description="as shown")
    def sign(self, verdict: Verdict) -> str:
        about = {"colour": verdict.colour, "shape": verdict.shape, "label": verdict.label}
        return render_to_string("ui/chip.html", about)
