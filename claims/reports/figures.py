"""The figures of the dashboard: a reviewer's queue and share, and what both halves are made of. Reads only.

An editor's half is in ``reports.waiting``.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, IntegerField, QuerySet, Subquery
from django.utils import timezone

from claims.lifecycle import PENDING, AssignmentStatus
from claims.models import Assignment, Review, User
from claims.reports import coverage
from claims.sufficiency import NUMBERS

if TYPE_CHECKING:
    from claims.models.assignment import AssignmentQuerySet

ROWS_A_GROUP = 8
ROWS_IN_THE_RAIL = 5
ROWS_OF_A_QUEUE = 400  # of a longer queue the most urgent; the claim list has the others
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

# The earliest due of one reviewer in one status: by the index, the first row that fits.
EARLIEST = (
    "SELECT * FROM (SELECT mine.*, claim.document_id, claim.number FROM claims_assignment mine"
    " JOIN claims_claim claim ON claim.id = mine.claim_id AND claim.round = mine.round"
    " WHERE mine.reviewer_id = %s AND mine.status = %s {more}"
    " ORDER BY mine.due_sort, mine.id LIMIT 1) AS earliest"
)
RETURNED = "AND mine.returned_at IS NOT NULL"
QUEUE_GROUPS = (
    ("overdue", "Overdue", "i-late"),
    ("due_soon", "Due soon", "i-due"),
    ("returned", "Returned to me", "i-returned"),
    ("started", "Started", "s-started"),
    ("asked", "Asked", "s-asked"),
)


def queue(user: User) -> list[Group]:
    """What this reviewer has to do, each assignment in the first group that fits, earliest due first; one query.

    Of more than ``ROWS_OF_A_QUEUE`` it has those that are due first.
    """
    rows = Assignment.objects.pending().assigned_to(user).for_queue().select_related("returned_by")
    return grouped(rows[:ROWS_OF_A_QUEUE])


def grouped(rows: Iterable[Assignment]) -> list[Group]:
    """Assignments, earliest due first, each in the first group that fits."""
    now = timezone.now()
    placed: dict[str, list[Assignment]] = {key: [] for key, _, _ in QUEUE_GROUPS}
    for assignment in rows:
        placed[_place(assignment, now)].append(assignment)
    return [
        Group(key, title, placed[key], len(placed[key]), icon)
        for key, title, icon in QUEUE_GROUPS
        if placed[key]
    ]


def next_up(user: User) -> tuple[int, int] | None:
    """Document and number of the claim that this reviewer has to check first; one query, however long the queue."""
    kinds = [*((status, "") for status in sorted(PENDING)), (AssignmentStatus.STARTED, RETURNED)]
    arms = " UNION ".join(EARLIEST.format(more=more) for _, more in kinds)
    values = [value for status, _ in kinds for value in (user.pk, status)]
    sql = f"SELECT * FROM ({arms}) AS found ORDER BY due_sort, id"  # noqa: S608 - the arms are ours
    rows = Assignment.objects.raw(sql, values)
    return next(((row.document_id, row.number) for row in in_order(grouped(rows))), None)


def _place(assignment: Assignment, now: datetime.datetime) -> str:
    if assignment.due_at and assignment.due_at < now:
        return "overdue"
    if assignment.due_at and assignment.due_at <= now + datetime.timedelta(hours=settings.DUE_SOON_HOURS):
        return "due_soon"
    if assignment.is_returned:
        return "returned"
    return "asked" if assignment.status == AssignmentStatus.ASKED else "started"


def in_order(groups: Iterable[Group]) -> list[Any]:
    """The rows of all groups, most urgent first."""
    return [row for group in groups for row in group.rows]


def queue_sentence(groups: Sequence[Group]) -> str:
    """The queue in one sentence: "8 claims to check. One is overdue, two are due soon."; empty for an empty queue."""
    counts = {group.key: group.count for group in groups}
    total = sum(counts.values())
    if not total:
        return ""
    words = {"overdue": "overdue", "due_soon": "due soon", "returned": "returned"}
    parts = [_are(counts[key], word) for key, word in words.items() if counts.get(key)]
    long = "The first " if total >= ROWS_OF_A_QUEUE else ""
    whole = f"{long}{total} claim{'s' if total != 1 else ''} to check."
    return f"{whole} {capital(', '.join(parts))}." if parts else whole


def _are(count: int, word: str) -> str:
    return f"{in_words(count)} {'is' if count == 1 else 'are'} {word}"


def in_words(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return NUMBERS[count] if 0 < count < len(NUMBERS) else figures_of(count)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def shares(user: User, groups: Iterable[Group]) -> list[Share]:
    """This reviewer's own share of the documents in whose claims of the queue most is due first; one query."""
    waiting = sorted(in_order(groups), key=lambda assignment: (assignment.due_sort, assignment.pk))
    first: dict[int, Assignment] = {}
    for assignment in waiting:
        first.setdefault(assignment.claim.document_id, assignment)
    shown = dict(list(first.items())[:ROWS_A_GROUP])
    found = coverage.shares(user, shown)
    return [
        share(
            key,
            each.claim.document.title,
            found[key].total,
            found[key].submitted,
            found[key].started,
            each.due_at,
        )
        for key, each in shown.items()
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
