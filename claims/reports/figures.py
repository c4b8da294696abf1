"""The figures of the dashboard: what both halves are made of, and a reviewer's shares and finished work. Reads only.

A reviewer's queue is in ``reports.queue``, an editor's half in ``reports.waiting``.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import F, IntegerField, QuerySet, Subquery

from claims.models import Assignment, Review, User
from claims.reports import coverage
from claims.sufficiency import NUMBERS

if TYPE_CHECKING:
    from claims.models.assignment import AssignmentQuerySet
    from claims.reports.queue import QueueRow

ROWS_A_GROUP = 8
ROWS_IN_THE_RAIL = 5
COUNTED = 10_000  # beyond, a count says "10,000+" instead of going through every row


@dataclass(frozen=True)
class Group:
    """Rows under one title. ``count`` may be more than the rows; ``query`` is the filter of the claim list."""

    key: str
    title: str
    rows: Sequence[Any]
    count: int
    icon: str
    query: str = ""
    own_too: bool = False  # the claim list has more under this name: what the editor reviews themselves

    @property
    def late(self) -> bool:
        """Whether the title stands in red."""
        return self.key == "overdue"

    @property
    def more(self) -> bool:
        """Whether there are rows that are not shown."""
        return self.count > len(self.rows)

    @property
    def counted(self) -> str:
        """The count in figures; nobody goes through more than ``COUNTED`` rows for it."""
        return figures_of(self.count)

    @property
    def all_words(self) -> str:
        """What the link to the claim list says."""
        title = self.title.lower()
        return f"All {title}, yours too" if self.own_too else f"All {self.counted} {title}"


def figures_of(count: int) -> str:
    """A count as ``bounded`` gives it: "12", "9,000", "10,000+"."""
    return f"{COUNTED:,}+" if count > COUNTED else f"{count:,}"


def bounded(rows: "QuerySet[Any]") -> int:
    """How many rows there are, up to one more than ``COUNTED``."""
    return rows.order_by().values("pk")[: COUNTED + 1].count()


class Counted(Subquery):
    """``bounded`` as a column beside rows."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"

    def __init__(self, rows: "QuerySet[Any]") -> None:
        super().__init__(rows.order_by().values("pk")[: COUNTED + 1], output_field=IntegerField())


@dataclass(frozen=True)
class Share:
    """How far one document is: ``done`` and ``started`` of ``total``, for a bar and its words."""

    document: int
    title: str
    total: int
    done: int
    started: int
    due: datetime.datetime | None = None
    parts: list[dict[str, str]] = field(default_factory=list)


# --- a reviewer --------------------------------------------------------------------------------------


def in_order(groups: Iterable[Group]) -> list[Any]:
    """The rows of all groups, most urgent first."""
    return [row for group in groups for row in group.rows]


def in_words(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return NUMBERS[count] if 0 < count < len(NUMBERS) else figures_of(count)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def shares(user: User, groups: Iterable[Group]) -> list[Share]:
    """This reviewer's own share of the documents whose claims in the queue are due first; one query.

    One more than ``ROWS_A_GROUP`` tells that there are more.
    """
    first: dict[int, QueueRow] = {}
    for row in sorted(in_order(groups), key=lambda row: (row.due_sort, row.pk)):
        first.setdefault(row.document, row)
    shown = dict(list(first.items())[: ROWS_A_GROUP + 1])
    found = coverage.shares(user, shown)
    return [
        share(key, row.title, found[key].total, found[key].submitted, found[key].started, row.due_at)
        for key, row in shown.items()
    ]


def share(
    document: int, title: str, total: int, done: int, started: int, due: datetime.datetime | None
) -> Share:
    first, second = _percent(done, total), _percent(started, total)
    parts = [
        {"x": "0", "width": first, "kind": "done"},
        {"x": first, "width": second, "kind": "started"},
    ]
    return Share(document, title, total, done, started, due, [part for part in parts if part["width"] != "0"])


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.4g}" if whole else "0"


def handed_in(user: User) -> "AssignmentQuerySet":
    """The assignments of this person whose review stands as submitted, the last one first."""
    mine = Assignment.objects.assigned_to(user).filter(submitted_at__isnull=False)
    return mine.order_by("-submitted_at", "-id")


def finished(user: User) -> tuple[list[Review], int]:
    """The reviews this person handed in last, with their own verdicts, and how many there are; one query."""
    last = handed_in(user)[:ROWS_IN_THE_RAIL].values("pk")
    rows = Review.objects.filter(assignment__in=last, submitted_at=F("assignment__submitted_at"))
    columns = ("submitted_at", *(f"assignment__claim__{name}" for name in ("text", "number", "document")))
    verdict = ("verdict__label", "verdict__colour", "verdict__shape")
    found: list[Any] = list(
        rows.select_related("verdict", "assignment__claim")
        .only(*columns, *verdict)
        .annotate(of=Counted(handed_in(user)))
        .order_by("-submitted_at", "-assignment_id")
    )
    return found, found[0].of if found else 0
