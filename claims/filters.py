"""What can be asked of the claim list: one filter set a role, over rows the person sees, in words they may know.

A reviewer's knows only their own assignment, never a claim's derived status, others' verdicts or others' names.
"""

import datetime
from collections.abc import Callable
from typing import Any

import django_filters
from django.conf import settings
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django_filters import fields

from claims.lifecycle import LIVE, PENDING, SETTLED, UNVEILED, AssignmentStatus, ClaimStatus, Role
from claims.models import Assignment, Claim, Document, Review, User, Verdict
from claims.models.document import FAR_FUTURE
from claims.models.user import NAMES
from claims.permissions import visible_to
from claims.reports.offered import documents_offered, documents_seen
from claims.vocabulary import Kind

Rows = QuerySet[Claim]
# The fields from left to right.
ROW = ("q", "status", "state", "document", "reviewer", "kind", "verdict", "due", "worth", "order")
LONGEST_TITLE = 60
RETURNED = "returned"
DUE = [("overdue", "Overdue"), ("soon", "Due soon"), ("later", "Later"), ("none", "No due date")]
WORTH = [("800", "0.80 or more"), ("600", "0.60 or more"), ("400", "0.40 or more"), ("200", "0.20 or more")]
STATES = [*AssignmentStatus.choices(), (RETURNED, "Returned")]
# What the status of a claim may be called to an editor who reviews it and must not see more than their own part.
OWN_STATES = {
    ClaimStatus.ASSIGNED: [AssignmentStatus.ASKED],
    ClaimStatus.IN_REVIEW: [AssignmentStatus.STARTED, AssignmentStatus.SUBMITTED],
    ClaimStatus.ON_HOLD: [AssignmentStatus.WAITING],
}


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


class _Few(fields.ModelChoiceIterator):
    """Goes through what is offered; what is accepted is the field's own queryset."""

    def __init__(self, field: Any) -> None:
        super().__init__(field)
        self.queryset: Any = field.offered


class _DocumentField(fields.ModelChoiceField):
    iterator = _Few

    def __init__(self, *args: Any, offered: QuerySet[Document], **kwargs: Any) -> None:
        self.offered = offered
        super().__init__(*args, **kwargs)

    def label_from_instance(self, obj: Document) -> str:
        title = obj.title
        return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 2]} …"


class DocumentFilter(django_filters.ModelChoiceFilter):
    """Chooses one document: offers a few, accepts every other that this person sees."""

    field_class = _DocumentField

    @property
    def field(self) -> Any:
        """Django's field, which also knows what to offer."""
        request = self.get_request()
        chosen = request.GET.get("document", "")
        key = int(chosen) if chosen.isdecimal() and len(chosen) < 18 else 0
        self.extra["offered"] = documents_offered(_person(request), key)
        return super().field


def _choice(
    label: str, choices: Any = (), method: str | None = None, **more: Any
) -> django_filters.ChoiceFilter:
    """One of some words. Filters and fields are copied for every request, and a function is copied in no time."""
    return django_filters.ChoiceFilter(
        label=label, choices=lambda: choices, method=method, empty_label="Any", **more
    )


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
        label="Document", queryset=lambda request: documents_seen(_person(request)), empty_label="Any"
    )
    kind = _choice("Kind", Kind.choices())
    order = django_filters.ChoiceFilter(label="Order", method="unchanged", empty_label=None)

    class Meta:
        model = Claim
        fields: list[str] = []

    def __init__(self, data: Any = None, queryset: Rows | None = None, *, request: HttpRequest) -> None:
        self.user = _person(request)
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

    def with_words(self, rows: Rows, name: str, value: str) -> Rows:
        """Claims with every word in their text, quote or speaker."""
        return rows.search(value)  # type: ignore[attr-defined]

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


class EditorClaimFilter(ClaimFilter):
    """Everything, but for a claim that the editor reviews: there, only what its reviewer may know."""

    status = _choice("Status", ClaimStatus.choices(), method="with_status")
    reviewer = django_filters.ModelChoiceFilter(
        label="Reviewer",
        queryset=lambda request: User.objects.active_reviewers().only(*NAMES),
        method="with_reviewer",
        empty_label="Any",
    )
    verdict = _choice("Verdict", method="with_verdict")
    due = _choice("Due", DUE, method="with_due")
    worth = _choice("Check-worthiness", WORTH, method="with_worth")

    class Meta(ClaimFilter.Meta):
        pass

    @property
    def mine(self) -> QuerySet[Assignment]:
        """This editor's own live assignments on the outer claim."""
        return Assignment.objects.live().filter(claim=OuterRef("pk"), reviewer=self.user)

    def with_status(self, rows: Rows, name: str, value: str) -> Rows:
        """By status; a claim that the editor reviews counts by their own part until all required reviews are in."""
        status = ClaimStatus(value)
        if Role.REVIEWER not in self.user.roles or status in UNVEILED | SETTLED | {ClaimStatus.PROPOSED}:
            return rows.filter(status=status)
        own = Exists(self.mine.filter(status__in=OWN_STATES.get(status, [])))
        by_own = Q(own) & ~Q(status__in=UNVEILED | SETTLED)
        return rows.filter((Q(status=status) & ~Q(Exists(self.mine))) | by_own)

    @property
    def columns(self) -> tuple[str, ...]:
        """With a reviewer, the newest claims are walked along the index of their assignments."""
        along = self.chosen_order == "new" and self.form.cleaned_data.get("reviewer")
        return ("-on_claim",) if along else super().columns

    def with_reviewer(self, rows: Any, name: str, value: User) -> Any:
        """Claims that this reviewer is on in the current round, as far as the editor sees it."""
        if self.chosen_order != "new":
            on_it = Assignment.objects.live().filter(claim=OuterRef("pk"), reviewer=value)
            return rows.filter(Exists(visible_to(self.user, on_it)))
        theirs = FilteredRelation("assignments", condition=Q(assignments__reviewer=value))
        rows = rows.annotate(on_it=theirs, on_claim=F("on_it__claim_id"))
        parts = {f"on_{part}": F(f"on_it__{part}") for part in ("reviewer_id", "round", "status")}
        rows = rows.alias(**parts).filter(on_reviewer_id=value.pk, on_round=F("round"), on_status__in=LIVE)
        seen = Q() if value == self.user else Q(status__in=UNVEILED) | ~Q(Exists(self.mine))
        return rows.filter(seen)

    def with_verdict(self, rows: Any, name: str, value: str) -> Any:
        """By the approved verdict, or by one handed in for the current round, as far as the editor sees it."""
        reviews = Review.objects.submitted().filter(
            assignment__claim=OuterRef("pk"), assignment__round=OuterRef("round"), verdict__label=value
        )
        # Not Exists: PostgreSQL would gather every such review of the desk before it looks at the first claim.
        handed_in = Subquery(visible_to(self.user, reviews).values("pk")[:1])
        undecided = Q(current_decision__isnull=True, handed_in__isnull=False)
        return rows.alias(handed_in=handed_in).filter(Q(current_decision__label=value) | undecided)

    def with_due(self, rows: Rows, name: str, value: str) -> Rows:
        """By the claim's own due time, while it is undecided."""
        # In another order the index of due times would find the rows only to sort them all.
        column = "due_sort" if self.chosen_order == "due" else "due_at"
        return rows.exclude(status__in=SETTLED).filter(due_condition(value, column))

    def with_worth(self, rows: Any, name: str, value: str) -> Any:
        """By check-worthiness; the sum keeps its index out of every order but its own, as with due times."""
        if self.chosen_order == "worth":
            return rows.filter(check_worthiness__gte=value)
        return rows.alias(thousandths=F("check_worthiness") + 0).filter(thousandths__gte=int(value))


class ReviewerClaimFilter(ClaimFilter):
    """Only this person's own part; works on rows ``with_own``."""

    orders = ClaimFilter.orders | {
        "new": ("Newest", ("-own_claim",)),
        "due": ("Due", ("own_due_sort", "own_claim")),
    }
    state = _choice("My state", STATES, method="with_state")
    verdict = _choice("My verdict", method="with_verdict")
    due = _choice("Due", DUE, method="with_due")

    class Meta(ClaimFilter.Meta):
        pass

    def with_state(self, rows: Any, name: str, value: str) -> Any:
        """By the state of one's own assignment; a returned one is not merely started."""
        if value == RETURNED:
            return rows.filter(own_status=AssignmentStatus.STARTED, own_returned_at__isnull=False)
        if value == AssignmentStatus.STARTED:
            rows = rows.filter(own_returned_at__isnull=True)
        return rows.filter(own_status=value)

    def with_verdict(self, rows: Any, name: str, value: str) -> Any:
        """By the verdict of one's own latest review of the claim."""
        mine = Review.objects.filter(assignment__claim=OuterRef("pk"), assignment__reviewer=self.user)
        latest = mine.order_by("-id").values("verdict__label")[:1]
        return rows.alias(own_verdict=Subquery(latest)).filter(own_verdict=value)

    def with_due(self, rows: Any, name: str, value: str) -> Any:
        """By one's own due time, while there is something to do."""
        return rows.filter(due_condition(value, "own_due_sort"), own_status__in=PENDING)


class ReaderClaimFilter(ClaimFilter):
    """Approved claims by their decision."""

    orders = {key: ClaimFilter.orders[key] for key in ("new", "worth")}
    verdict = _choice("Verdict", field_name="current_decision__label")

    class Meta(ClaimFilter.Meta):
        pass


def filter_of(user: User) -> Callable[..., ClaimFilter]:
    """The filter set of a person's strongest role."""
    if Role.EDITOR in user.roles:
        return EditorClaimFilter
    return ReviewerClaimFilter if Role.REVIEWER in user.roles else ReaderClaimFilter
