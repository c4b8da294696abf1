"""What the lists of admin can be narrowed by. Each filter costs the same few queries however long the list."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.door import person
from claims.admin.signs import YOURS, excerpt, shown_as
from claims.lifecycle import AWAITING_EDITOR, SETTLED, ClaimStatus, Role
from claims.models import Assignment, Claim, Document, User
from claims.permissions import visible_to
from claims.vocabulary import Flag, stored

Choices = list[tuple[str, str]]
NEWEST = 12
# Names of several statuses, as the document list counts them.
WITH_REVIEWERS = (ClaimStatus.ASSIGNED, ClaimStatus.IN_REVIEW, ClaimStatus.ON_HOLD, YOURS)
WAITING = (ClaimStatus.QUEUED, *sorted(AWAITING_EDITOR))
PROGRESS: dict[str, tuple[str, tuple[str, ...]]] = {
    "triage": ("To triage", (ClaimStatus.PROPOSED,)),
    "reviewers": ("With reviewers", WITH_REVIEWERS),
    "waiting": ("Waiting for an editor", WAITING),
    "settled": ("Settled", tuple(sorted(SETTLED))),
}


def as_key(value: str | None) -> int | None:
    """The primary key that a value in the address names, if it can be one."""
    return int(value) if value and value.isdecimal() and len(value) < 19 else None


def once(request: HttpRequest, name: str, choices: Callable[[], Choices]) -> Choices:
    """Choices from the database, asked once a request: with counts, Django builds every filter many times."""
    known: dict[str, Choices] = request.__dict__.setdefault("choices_of_filters", {})
    if name not in known:
        known[name] = choices()
    return known[name]


class Narrowing(admin.SimpleListFilter):
    """A filter that shows no row for a value it does not know, and says so: an action on all rows may follow."""

    def value(self) -> str | None:
        """The known value in the address."""
        value = super().value()
        return value if value in {str(name) for name, _ in self.lookup_choices} else None

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """The rows of the value; all of them without one."""
        asked = super().value()
        if asked is None or self.value() is not None:
            return self.narrow(request, queryset)
        messages.warning(request, f"“{self.title}: {asked[:40]}” is not known here, so nothing is listed.")
        return queryset.none()

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """The rows of a known value, or of none."""
        raise NotImplementedError


class StatusFilter(Narrowing):
    """By status; a claim that the visitor reviews is "with you" until all reviews are in."""

    title, parameter_name = "status", "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        groups = [(name, label) for name, (label, _) in PROGRESS.items()]
        single = [
            (status.value, status.label) for status in ClaimStatus if status is not ClaimStatus.PROPOSED
        ]
        yours = [(YOURS, "With you")] if Role.REVIEWER in person(request).roles else []
        return groups + single + yours

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        value = self.value()
        if value is None:
            return queryset
        statuses = PROGRESS[value][1] if value in PROGRESS else [value]
        return queryset.filter(shown_as(statuses, person(request)))


class DocumentFilter(admin.SimpleListFilter):
    """By document: the newest by name, any other by words of its title, source or author."""

    title, parameter_name = "document", "document"
    template = "admin/claims/claim/document_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return once(request, "documents", lambda: self._newest(person(request)))

    def _newest(self, user: User) -> Choices:
        rows = visible_to(user, Document.objects.order_by("-added_at", "-id")).values_list("pk", "title")
        found = dict(rows[:NEWEST])
        chosen = as_key(self.value())
        if chosen is not None and chosen not in found:
            found |= dict(rows.filter(pk=chosen))
        return [(str(pk), excerpt(title, 60)) for pk, title in found.items()]

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        value = (self.value() or "").strip()
        if not value:
            return queryset
        chosen = as_key(value)
        if chosen is not None:
            return queryset.filter(document=chosen)
        named = visible_to(person(request), Document.objects.search(value))
        return queryset.filter(document__in=named.values("pk"))

    @property
    def words(self) -> str:
        """What was typed into the box, if it was words."""
        return "" if as_key(self.value()) is not None else self.value() or ""

    def choices(self, changelist: Any) -> Any:
        """Also tells the template what else stands in the address, so that the box keeps it."""
        self.others = [
            (name, value)
            for name, value in changelist.filter_params.items()
            if name not in (self.parameter_name, "p", "e")
            for value in value
        ]
        return super().choices(changelist)


class FlagFilter(Narrowing):
    """By one flag, or by any."""

    title, parameter_name = "flag", "flag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("any", "Any flag"), *Flag.choices()]

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        value = self.value()
        if value is None:
            return queryset
        queryset = queryset.annotate(flag_text=Cast("flags", TextField()))
        return queryset.filter(flag_text__contains='"' if value == "any" else f'"{value}"')


class ReviewerFilter(Narrowing):
    """By reviewer, as far as the visitor sees who is asked."""

    title, parameter_name = "reviewer", "reviewer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return once(request, "reviewers", self._reviewers)

    def _reviewers(self) -> Choices:
        return [("none", "Nobody"), *((str(user.pk), str(user)) for user in User.objects.active_reviewers())]

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        value = self.value()
        if value is None:
            return queryset
        asked = Assignment.objects.live().filter(claim=OuterRef("pk"))
        seen = visible_to(person(request), asked)
        return queryset.filter(~Exists(seen) if value == "none" else Exists(seen.filter(reviewer=int(value))))


class DueFilter(Narrowing):
    """By due time: late, within a day, within a week, later, or none."""

    title, parameter_name = "due", "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [
            ("overdue", "Overdue"),
            ("day", "Within 24 hours"),
            ("week", "Within 7 days"),
            ("none", "No due date"),
        ]

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        now = timezone.now()
        value = self.value()
        if value == "overdue":
            return self.open(queryset).filter(due_sort__lt=now)
        if value == "none":
            return queryset.filter(due_at__isnull=True)
        days = {"day": 1, "week": 7}.get(value or "")
        return (
            queryset.filter(due_sort__range=(now, now + datetime.timedelta(days=days))) if days else queryset
        )

    def open(self, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """Only what still waits can be late."""
        if queryset.model is Claim:
            return queryset.exclude(status__in=stored(SETTLED))
        left = Claim.objects.undecided().filter(document=OuterRef("pk"))
        return queryset.filter(Exists(left))


class WorthFilter(Narrowing):
    """By check-worthiness, in three steps."""

    title, parameter_name = "check-worthiness", "worth"
    steps = {"high": (700, 1000), "middle": (300, 699), "low": (0, 299)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("high", "0.70 and more"), ("middle", "0.30 to 0.69"), ("low", "Below 0.30")]

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        step = self.steps.get(self.value() or "")
        return queryset.filter(check_worthiness__range=step) if step else queryset


class ProgressFilter(Narrowing):
    """Documents by what is left to do in them."""

    title, parameter_name = "progress", "progress"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [
            ("triage", "Claims to triage"),
            ("open", "Claims still open"),
            ("settled", "Every claim settled"),
        ]

    def narrow(self, request: HttpRequest, queryset: "QuerySet[Document]") -> "QuerySet[Document]":
        claims = Claim.objects.filter(document=OuterRef("pk"))
        left = Exists(claims.undecided())
        rules = {"triage": Exists(claims.to_triage()), "open": left, "settled": ~left}
        value = self.value()
        return queryset.filter(rules[value]) if value in rules else queryset
