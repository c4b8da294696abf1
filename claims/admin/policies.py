"""Policies in admin: what the desk asks for before a verdict counts. Administrators only, every change recorded."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey
from django.http import HttpRequest

from claims.admin.door import RecordedDoor, RefusableForm
from claims.models import Policy, Verdict


class VerdictChoice(forms.ModelChoiceField):
    """A verdict with the scale it belongs to; two scales may use one label."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.scale}: {obj.label}"


@admin.register(Policy)
class PolicyAdmin(RecordedDoor):
    """One rule a row; all rules that fit a claim are asked together."""

    form = RefusableForm
    list_display = ("rule", "reviews", "pieces", "origins", "primary_suffices", "request_for_comment")
    list_filter = ("kind", "flag")
    list_select_related = ("verdict",)
    show_full_result_count = False
    ordering = ("verdict", "flag", "kind", "id")
    actions = None
    fields = (
        "kind",
        "flag",
        "verdict",
        "reviews",
        "pieces",
        "origins",
        "primary_suffices",
        "request_for_comment",
    )

    @admin.display(description="rule")
    def rule(self, policy: Policy) -> str:
        return str(policy)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField:
        rows = Verdict.objects.select_related("scale").order_by("scale", "position")
        return VerdictChoice(rows, required=False, empty_label="Every verdict")
