"""What a reviewer and a reader may ask of the claim list.

A reviewer's filters know only their own assignment, never a claim's derived status, others' verdicts or others' names.
"""

from typing import Any

from django.db.models import Exists, OuterRef

from claims.filters.everybody import DUE, ClaimFilter, due_condition
from claims.filters.fields import choice
from claims.lifecycle import PENDING, AssignmentStatus
from claims.models import Review

RETURNED = "returned"
STATES = [*AssignmentStatus.choices(), (RETURNED, "Returned")]


class ReviewerClaimFilter(ClaimFilter):
    """Only this person's own part; works on rows ``with_own``."""

    orders = ClaimFilter.orders | {
        "new": ("Newest", ("-own_claim",)),
        "due": ("Due", ("own_due_sort", "own_claim")),
    }
    state = choice("My state", STATES, method="with_state")
    verdict = choice("My verdict", method="with_verdict")
    due = choice("Due", DUE, method="with_due")

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
        """By the verdict of the latest review of one's own part, as the row shows it."""
        latest = Review.objects.last_versions().filter(assignment=OuterRef("own_id"), verdict__label=value)
        return rows.filter(Exists(latest))

    def with_due(self, rows: Any, name: str, value: str) -> Any:
        """By one's own due time, while there is something to do."""
        return rows.filter(due_condition(value, "own_due_sort"), own_status__in=PENDING)


class ReaderClaimFilter(ClaimFilter):
    """Approved claims by their decision."""

    orders = {key: ClaimFilter.orders[key] for key in ("new", "worth")}
    verdict = choice("Verdict", field_name="current_decision__label")

    class Meta(ClaimFilter.Meta):
        pass
