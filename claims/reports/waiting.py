"""An editor's half of the dashboard: what waits for them, and how far their documents are. Reads only."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from claims.lifecycle import AWAITING_EDITOR, AWAITING_REVIEWERS, SETTLED, UNVEILED, ClaimStatus
from claims.models import Assignment, Claim, Document, User
from claims.models.user import NAMES
from claims.permissions import visible_to
from claims.reports.figures import COUNTED, ROWS_A_GROUP, Group, Share, capital, in_order, in_words, share

if TYPE_CHECKING:
    from claims.models.claim import ClaimQuerySet

SHOWN = (
    *("document", "number", "text", "kind", "flags", "due_at", "due_sort", "status"),
    *("made_by", "confirmed_by", "check_worthiness", "document__title"),
)


@dataclass(frozen=True)
class Pile:
    """One group: which claims it has, in which order, and what the sentence above all groups calls them."""

    key: str
    title: str
    words: str
    statuses: Collection[ClaimStatus]
    order: str = "due_sort, id"

    @property
    def is_late(self) -> bool:
        """Only claims whose due time has passed belong here."""
        return self.key == "overdue"

    def of(self, statuses: Collection[ClaimStatus]) -> str:
        """The open claims of these statuses that belong here, as SQL; a late pile's asks for the time."""
        named = ", ".join(f"'{status}'" for status in sorted(statuses))
        late = " AND due_sort < %s" if self.is_late else ""
        return f"SELECT id FROM open_claim WHERE status IN ({named}){late}"  # noqa: S608 - our own words

    def sorted(self, rows: Iterable[Claim]) -> list[Claim]:
        """In the order of the pile."""
        if "check_worthiness" in self.order:
            return sorted(rows, key=lambda claim: (-claim.check_worthiness, -claim.pk))
        return sorted(rows, key=lambda claim: (claim.due_sort, claim.pk))

    def group(self, rows: Sequence[Claim], count: int) -> Group:
        """These rows as the page shows them."""
        query, icon = f"status={self.key}", f"s-{self.key}"
        query, icon = ("due=overdue", "i-late") if self.is_late else (query, icon)
        return Group(self.key, self.title, rows, count, icon, query)


PILES = (
    Pile("overdue", "Overdue", "overdue", AWAITING_REVIEWERS),
    Pile("proposed", "To triage", "to triage", {ClaimStatus.PROPOSED}, "check_worthiness DESC, id DESC"),
    Pile("queued", "Unassigned", "unassigned", {ClaimStatus.QUEUED}),
    Pile("submitted", "Submitted", "submitted", {ClaimStatus.SUBMITTED}),
    Pile("disputed", "Reviewers differ", "on which reviewers differ", {ClaimStatus.DISPUTED}),
)
# What stands in ``OPEN`` is worked into each part behind it, so that each walks the index of its own order.
OPEN = "WITH open_claim AS NOT MATERIALIZED ({})"
FIRST = f"SELECT id FROM ({{}} ORDER BY {{}} LIMIT {ROWS_A_GROUP + 1}) AS first"  # noqa: S608
COUNT = f"(SELECT COUNT(*) FROM ({{}} LIMIT {COUNTED + 1}) AS counted)"  # noqa: S608


def open_to_editor(user: User) -> "ClaimQuerySet":
    """The claims that this editor sees, without those they review themselves and may not know more of yet."""
    own = Assignment.objects.live().assigned_to(user).exclude(claim__status__in=UNVEILED)
    return visible_to(user, Claim.objects.all()).exclude(pk__in=own.values("claim"))


def waiting(user: User) -> list[Group]:
    """What waits for an editor, a claim in one group, the first rows of each and how many there are in all.

    The first rows of all groups are one query, and so are all counts, asked only where a group has more rows than
    it shows.
    """
    claims, now = open_to_editor(user), timezone.now()
    placed: dict[str, list[Claim]] = {pile.key: [] for pile in PILES}
    for claim in _first_rows(claims, now):
        placed[next(pile.key for pile in PILES if claim.status in pile.statuses)].append(claim)
    long = [pile for pile in PILES if len(placed[pile.key]) > ROWS_A_GROUP]
    counts = {key: len(rows) for key, rows in placed.items()} | _counts(long, claims, now)
    found = [
        pile.group(pile.sorted(placed[pile.key])[:ROWS_A_GROUP], counts[pile.key])
        for pile in PILES
        if placed[pile.key]
    ]
    _name_reviewers(in_order(found))
    return found


def _name_reviewers(claims: Sequence[Any]) -> None:
    """Say of each claim who is on it now, in the order in which they were asked: ``reviewers``."""
    rows = Assignment.objects.live().filter(claim__in=claims).order_by("id")
    found: dict[int, list[str]] = {claim.pk: [] for claim in claims}
    for key, *names in rows.values_list("claim", *(f"reviewer__{name}" for name in NAMES)):
        found[key].append(str(User(**dict(zip(NAMES, names, strict=True)))))
    for claim in claims:
        claim.reviewers = found[claim.pk]


def _first_rows(claims: "ClaimQuerySet", now: datetime.datetime) -> "ClaimQuerySet":
    """Of each status one row more than a group shows."""
    arms = [FIRST.format(pile.of({status}), pile.order) for pile in PILES for status in pile.statuses]
    late = sum(len(pile.statuses) for pile in PILES if pile.is_late)
    sql, values = of_open(claims, " UNION ALL ".join(arms), [now] * late)
    return Claim.objects.filter(pk__in=RawSQL(sql, values)).select_related("document").only(*SHOWN)  # noqa: S611


def _counts(piles: Sequence[Pile], claims: "ClaimQuerySet", now: datetime.datetime) -> dict[str, int]:
    """How many claims each of these piles has, up to one more than ``COUNTED``."""
    if not piles:
        return {}
    arms = ", ".join(COUNT.format(pile.of(pile.statuses)) for pile in piles)
    late = [now for pile in piles if pile.is_late]
    with connection.cursor() as cursor:
        cursor.execute(*of_open(claims, f"SELECT {arms}", late))
        return dict(zip((pile.key for pile in piles), cursor.fetchone(), strict=True))


def of_open(claims: "ClaimQuerySet", select: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """A statement on some claims, there named ``open_claim``, and its values."""
    sql, own = claims.values("id", "status", "due_sort", "check_worthiness").query.sql_with_params()
    adapted = [connection.ops.adapt_datetimefield_value(value) for value in values]
    return f"{OPEN.format(sql)} {select}", [*own, *adapted]


def waiting_sentence(groups: Sequence[Group]) -> str:
    """What waits, in one sentence; empty when nothing does."""
    words = {pile.key: pile.words for pile in PILES}
    parts = [f"{in_words(group.count)} {words[group.key]}" for group in groups]
    if not parts:
        return ""
    whole = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{capital(whole)}."


def progress(user: User) -> list[Share]:
    """How far the documents are that still have open claims, earliest due first; one query."""
    left = Exists(Claim.objects.undecided().filter(document=OuterRef("pk")))
    first = visible_to(user, Document.objects.filter(left, withdrawn_at__isnull=True)).order_by(
        "due_sort", "id"
    )[:ROWS_A_GROUP]
    rows = (
        Document.objects.filter(pk__in=first.values("pk"))
        .values_list("pk", "title", "due_at", "due_sort")  # said first, so that nothing else is grouped by
        .annotate(
            total=Count("claims"),
            done=Count("claims", filter=Q(claims__status__in=SETTLED)),
            started=Count("claims", filter=Q(claims__status__in=AWAITING_EDITOR)),
        )
        .order_by("due_sort", "pk")
    )
    return [share(key, title, total, done, started, due) for key, title, due, _, total, done, started in rows]
