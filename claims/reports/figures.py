"""The figures of the dashboard: a reviewer's queue and share, what waits for an editor, progress. Reads only."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from claims.lifecycle import AWAITING_EDITOR, PENDING, SETTLED, UNVEILED, AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, Document, Review, User
from claims.permissions import visible_to
from claims.sufficiency import NUMBERS

ROWS_A_GROUP = 8
ROWS_IN_THE_RAIL = 5
ROWS_OF_A_QUEUE = 400  # of a longer queue the most urgent; the claim list has the others
COUNTED = 10_000  # beyond, a count says "10,000+" instead of going through every row
SHOWN = (
    *(
        "document",
        "number",
        "text",
        "kind",
        "flags",
        "due_at",
        "due_sort",
        "status",
        "made_by",
        "confirmed_by",
    ),
    "check_worthiness",
    "document__title",
)


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
    return f"{whole} {_capital(', '.join(parts))}." if parts else whole


def _are(count: int, word: str) -> str:
    return f"{in_words(count)} {'is' if count == 1 else 'are'} {word}"


def in_words(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return NUMBERS[count] if 0 < count < len(NUMBERS) else figures_of(count)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def shares(user: User, groups: Iterable[Group]) -> list[Share]:
    """This reviewer's own share of the documents in whose claims of the queue most is due first; one query."""
    waiting = sorted(in_order(groups), key=lambda assignment: (assignment.due_sort, assignment.pk))
    first: dict[int, Assignment] = {}
    for assignment in waiting:
        first.setdefault(assignment.claim.document_id, assignment)
    shown = dict(list(first.items())[:ROWS_A_GROUP])
    mine = Assignment.objects.live().assigned_to(user).filter(claim__document__in=shown)
    rows = mine.values_list("claim__document").annotate(
        total=Count("id"),
        done=Count("id", filter=Q(status=AssignmentStatus.SUBMITTED)),
        started=Count("id", filter=Q(status__in=PENDING) & ~Q(status=AssignmentStatus.ASKED)),
    )
    counts = {row[0]: (row[1], row[2], row[3]) for row in rows.order_by()}
    return [_share(key, each.claim.document.title, *counts[key], each.due_at) for key, each in shown.items()]


def _share(
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


def finished(user: User) -> tuple[list[Review], int]:
    """The reviews this person handed in last, with their own verdicts, and how many there are; two queries."""
    newer = Review.objects.filter(assignment=OuterRef("assignment"), number__gt=OuterRef("number"))
    rows = Review.objects.submitted().filter(~Exists(newer), assignment__reviewer=user)
    columns = (
        "submitted_at",
        "assignment__claim__text",
        "assignment__claim__number",
        "assignment__claim__document",
    )
    verdict = ("verdict__label", "verdict__colour", "verdict__shape")
    last = rows.select_related("verdict", "assignment__claim").only(*columns, *verdict)
    return list(last.order_by("-submitted_at", "-id")[:ROWS_IN_THE_RAIL]), bounded(rows)


# --- an editor ---------------------------------------------------------------------------------------


def open_to_editor(user: User) -> "QuerySet[Claim]":
    """The claims that this editor sees, without those they review themselves and may not know more of yet."""
    own = Assignment.objects.live().assigned_to(user).exclude(claim__status__in=UNVEILED)
    return visible_to(user, Claim.objects.all()).exclude(pk__in=own.values("claim"))


def waiting(user: User) -> list[Group]:
    """What waits for an editor, a claim in one group, the first rows of each and how many there are in all."""
    claims = open_to_editor(user)
    assert isinstance(claims, type(Claim.objects.all()))
    by_due = ("due_sort", "id")
    found = [
        _group("overdue", "Overdue", claims.with_reviewers().overdue(), by_due),
        _group("proposed", "To triage", claims.to_triage(), ("-check_worthiness", "-id")),
        _group("queued", "Unassigned", claims.unassigned(), by_due),
        _group("submitted", "Submitted", claims.filter(status=ClaimStatus.SUBMITTED), by_due),
        _group("disputed", "Reviewers differ", claims.filter(status=ClaimStatus.DISPUTED), by_due),
    ]
    live = Prefetch("assignments", Assignment.objects.live().for_names(), to_attr="live_assignments")
    prefetch_related_objects(in_order(found), live)
    return [group for group in found if group.count]


def _group(key: str, title: str, claims: Any, order: tuple[str, ...]) -> Group:
    rows = list(claims.select_related("document").only(*SHOWN).order_by(*order)[: ROWS_A_GROUP + 1])
    count = len(rows) if len(rows) <= ROWS_A_GROUP else bounded(claims)
    query = "due=overdue" if key == "overdue" else f"status={key}"
    icon = "i-late" if key == "overdue" else f"s-{key}"
    return Group(key, title, rows[:ROWS_A_GROUP], count, icon, query)


def waiting_sentence(groups: Sequence[Group]) -> str:
    """What waits, in one sentence; empty when nothing does."""
    words = {
        "proposed": "to triage",
        "queued": "unassigned",
        "submitted": "submitted",
        "disputed": "on which reviewers differ",
        "overdue": "overdue",
    }
    parts = [f"{in_words(group.count)} {words[group.key]}" for group in groups]
    if not parts:
        return ""
    whole = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{_capital(whole)}."


def progress(user: User) -> list[Share]:
    """How far the documents are that still have open claims, earliest due first; one query."""
    left = Exists(Claim.objects.undecided().filter(document=OuterRef("pk")))
    first = visible_to(user, Document.objects.filter(left, withdrawn_at__isnull=True)).order_by(
        "due_sort", "id"
    )[:ROWS_A_GROUP]
    rows = (
        Document.objects.filter(pk__in=first.values("pk"))
        .annotate(
            total=Count("claims"),
            done=Count("claims", filter=Q(claims__status__in=SETTLED)),
            started=Count("claims", filter=Q(claims__status__in=AWAITING_EDITOR)),
        )
        .order_by("due_sort", "id")
        .values_list("pk", "title", "total", "done", "started", "due_at")
    )
    return [_share(*row) for row in rows]
