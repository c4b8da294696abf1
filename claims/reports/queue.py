"""A reviewer's queue: what they have to check, in groups, most urgent first. Reads only."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.utils import timezone

from claims.lifecycle import PENDING, AssignmentStatus
from claims.models import Assignment, User
from claims.models.user import NAMES
from claims.reports.figures import Group, capital, in_order, in_words
from claims.reports.table_rows import Badge, badge_of_state
from claims.vocabulary import Kind

ROWS_OF_A_QUEUE = 100  # of a longer queue the most urgent; the claim list has the others
# The earliest due of one reviewer in one status: by the index, the first row that fits.
EARLIEST = (
    "SELECT * FROM (SELECT mine.*, claim.document_id, claim.number FROM claims_assignment mine"
    " JOIN claims_claim claim ON claim.id = mine.claim_id AND claim.round = mine.round"
    " WHERE mine.reviewer_id = %s AND mine.status = %s {more}"
    " ORDER BY mine.due_sort, mine.id LIMIT 1) AS earliest"
)
RETURNED = "AND mine.returned_at IS NOT NULL"
GROUPS = (
    ("overdue", "Overdue", "i-late"),
    ("due_soon", "Due soon", "i-due"),
    ("returned", "Returned to me", "i-returned"),
    ("started", "Started", "s-started"),
    ("asked", "Asked", "s-asked"),
)
PLACE = ("status", "returned_at", "due_at", "claim__document", "claim__number")
ROW = (
    *("pk", "due_sort", "claim__text", "claim__document__title", "claim__kind", "claim__flags"),
    *("returned_reason", *(f"returned_by__{name}" for name in NAMES)),
)


class Pending(Protocol):
    """What decides in which group an assignment stands."""

    status: str
    returned_at: datetime.datetime | None
    due_at: datetime.datetime | None


Some = TypeVar("Some", bound=Pending)


@dataclass(slots=True)
class Place:
    """Where one assignment stands in the queue, and which claim it is about."""

    status: str
    returned_at: datetime.datetime | None
    due_at: datetime.datetime | None
    document: int
    number: int


@dataclass(slots=True)
class QueueRow(Place):
    """One assignment as the queue shows it."""

    pk: int
    due_sort: datetime.datetime
    text: str
    title: str
    kind: str
    flags: Sequence[str]
    returned_reason: str
    returned_by: str

    @property
    def is_returned(self) -> bool:
        """An editor gave it back and it was not submitted again."""
        return _is_returned(self)

    @property
    def sign(self) -> Badge:
        """Its state."""
        return badge_of_state("returned" if self.is_returned else self.status)

    @property
    def kind_words(self) -> str:
        """The kind of its claim in words."""
        return Kind(self.kind).label


def queue(user: User) -> list[Group]:
    """What this reviewer has to do, each assignment in the first group that fits, earliest due first; one query.

    Of more than ``ROWS_OF_A_QUEUE`` it has those that are due first.
    """
    return grouped(_queue_row(*row) for row in _first(user, *PLACE, *ROW))


def _queue_row(*row: Any) -> QueueRow:
    own, names = row[: -len(NAMES)], dict(zip(NAMES, row[-len(NAMES) :], strict=True))
    columns = *own, str(User(**names)) if names["username"] else ""
    return QueueRow(*columns)


def places(user: User) -> list[tuple[int, int]]:
    """Document and number of each claim in the queue, most urgent first; one query."""
    found = in_order(grouped(Place(*row) for row in _first(user, *PLACE)))
    return [(place.document, place.number) for place in found]


def _first(user: User, *columns: str) -> Any:
    rows = Assignment.objects.pending().assigned_to(user).order_by("due_sort", "id")
    return rows.values_list(*columns)[:ROWS_OF_A_QUEUE]


def grouped(rows: Iterable[Some]) -> list[Group]:
    """Assignments, earliest due first, each in the first group that fits."""
    now = timezone.now()
    placed: dict[str, list[Some]] = {key: [] for key, _, _ in GROUPS}
    for row in rows:
        placed[_group_of(row, now)].append(row)
    return [
        Group(key, title, placed[key], len(placed[key]), icon) for key, title, icon in GROUPS if placed[key]
    ]


def next_up(user: User) -> tuple[int, int] | None:
    """Document and number of the claim that this reviewer has to check first; one query, however long the queue."""
    kinds = [*((status, "") for status in sorted(PENDING)), (AssignmentStatus.STARTED, RETURNED)]
    arms = " UNION ".join(EARLIEST.format(more=more) for _, more in kinds)
    values = [value for status, _ in kinds for value in (user.pk, status)]
    sql = f"SELECT * FROM ({arms}) AS found ORDER BY due_sort, id"  # noqa: S608 - the arms are ours
    rows = Assignment.objects.raw(sql, values)
    return next(((row.document_id, row.number) for row in in_order(grouped(rows))), None)


def _is_returned(row: Pending) -> bool:
    return row.status == AssignmentStatus.STARTED and row.returned_at is not None


def _group_of(row: Pending, now: datetime.datetime) -> str:
    if row.due_at and row.due_at < now:
        return "overdue"
    if row.due_at and row.due_at <= now + datetime.timedelta(hours=settings.DUE_SOON_HOURS):
        return "due_soon"
    if _is_returned(row):
        return "returned"
    return "asked" if row.status == AssignmentStatus.ASKED else "started"


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
