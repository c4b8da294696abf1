"""What every role may ask of the claim list: words, document, kind, and the order."""

import datetime
from typing import Any

import django_filters
from django.conf import settings
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.utils import timezone

from claims.filters.fields import DocumentFilter, choice, person_of
from claims.models import Claim, Document, Verdict
from claims.models.document import FAR_FUTURE
from claims.reports.offered import documents_seen
from claims.vocabulary import Kind

Rows = QuerySet[Claim]
# The fields from left to right.
ROW = ("q", "status", "state", "document", "reviewer", "kind", "verdict", "due", "worth", "order")
DUE = [("overdue", "Overdue"), ("soon", "Due soon"), ("later", "Later"), ("none", "No due date")]


class ClaimFilter(django_filters.FilterSet):
    """What every role may ask: words, document, kind, and the order."""

    filters: dict[str, Any]
    orders: dict[str, tuple[str, tuple[str, ...]]] = {
        "new": ("Newest", ("-id",)),
        "worth": ("Check-worthiness", ("-check_worthiness", "-id")),
        "due": ("Due", ("due_sort", "id")),
    }
    q = django_filters.CharFilter(label="Words", method="with_words", max_length=200)
    document = DocumentFilter(
        label="Document",
        queryset=lambda request: documents_seen(person_of(request)),
        method="in_document",
        empty_label="Any",
    )
    kind = choice("Kind", Kind.choices(), method="with_kind")
    order = django_filters.ChoiceFilter(label="Order", method="unchanged", empty_label=None)

    class Meta:
        model = Claim
        fields: list[str] = []

    left_out = False

    def __init__(
        self,
        data: Any = None,
        queryset: Rows | None = None,
        *,
        request: HttpRequest,
        newest_only: bool = False,
    ) -> None:
        """With ``newest_only`` common words are looked for in the newest claims; ``left_out`` tells of older ones."""
        self.user, self.newest_only = person_of(request), newest_only
        super().__init__(data, queryset, request=request)
        self.filters = {name: self.filters[name] for name in ROW if name in self.filters}
        orders = [(key, label) for key, (label, _) in self.orders.items()]
        self.filters["order"].extra["choices"] = lambda: orders
        if "verdict" in self.filters:
            labels = [(label, label) for label in verdict_labels()]
            self.filters["verdict"].extra["choices"] = lambda: labels

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the chosen order, for keyset paging."""
        return self.orders[self.chosen_order][1]

    @property
    def chosen_order(self) -> str:
        """The name of the order; the first one unless the address says another."""
        chosen = "" if "order" in self.errors else self.form.cleaned_data["order"]
        return chosen or next(iter(self.orders))

    def with_words(self, rows: Any, name: str, value: str) -> Rows:
        """Claims with every word in their text, quote or speaker."""
        if not self.newest_only:
            return rows.search(value)
        found, self.left_out = rows.search_newest(value)
        return found

    def in_document(self, rows: Rows, name: str, value: Document) -> Rows:
        """Claims of one document: these are found first, and then put in order."""
        return rows.filter(pk__in=Claim.objects.filter(document=value).values("pk"))

    def with_kind(self, rows: Rows, name: str, value: str) -> Rows:
        """Claims of one kind."""
        return self.with_word(rows, name, value)

    @property
    def begins_with_few(self) -> bool:
        """Whether another filter finds few claims, so that the index of a status or a kind is the longer way."""
        return bool(self.form.cleaned_data.get("document"))

    def with_word(self, rows: Any, column: str, word: str) -> Rows:
        """Rows with this word in a column, by its index unless there are few rows to look at already."""
        if not self.begins_with_few:
            return rows.filter(**{column: word})
        return rows.alias(**{f"{column}_read": Concat(column, Value(""))}).filter(**{f"{column}_read": word})

    def unchanged(self, rows: Rows, name: str, value: str) -> Rows:
        """The order is the pager's business."""
        return rows


def verdict_labels() -> list[str]:
    """Every verdict's label once, in the order of its scale; one query."""
    labels = Verdict.objects.order_by("scale_id", "position").values_list("label", flat=True)
    return list(dict.fromkeys(labels))


def due_condition(value: str, column: str) -> Q:
    """Rows whose due time in ``column`` is overdue, soon, later, or not set: no value, or one far in the future."""
    now = timezone.now()
    soon = now + datetime.timedelta(hours=settings.DUE_SOON_HOURS)
    unset = Q(due_at__isnull=True) if column == "due_at" else Q(**{column: FAR_FUTURE})
    return {
        "overdue": Q(**{f"{column}__lt": now}),
        "soon": Q(**{f"{column}__gte": now, f"{column}__lte": soon}),
        "later": Q(**{f"{column}__gt": soon, f"{column}__lt": FAR_FUTURE}),
        "none": unset,
    }[value]
