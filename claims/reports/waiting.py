"""An editor's half of the dashboard: what waits for them, and how far their documents are. Reads only."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from claims.lifecycle import AWAITING_EDITOR, SETTLED, UNDECIDED, UNVEILED, ClaimStatus, Role
from claims.models import Assignment, Claim, Document, User
from claims.models.user import NAMES
from claims.permissions import visible_to
from claims.reports.figures import COUNTED, ROWS_A_GROUP, Group, Share, capital, in_order, in_words, share
from claims.reports.table_rows import Badge, badge_of_claim
from claims.vocabulary import Kind, MadeBy

COLUMNS = (
    *("pk", "status", "due_sort", "check_worthiness", "document", "number", "text", "document__title"),
    *("kind", "flags", "due_at", "made_by", "confirmed_by"),
)


@dataclass(slots=True)
class WaitingRow:
    """One claim as its group shows it, from ``COLUMNS``."""

    pk: int
    status: str
    due_sort: datetime.datetime
    check_worthiness: int
    document: int
    number: int
    text: str
    title: str
    kind: str
    flags: Sequence[str]
    due_at: datetime.datetime | None
    made_by: str
    confirmed_by: int | None
    reviewers: Sequence[str] = ()

    @property
    def kind_words(self) -> str:
        """Its kind in words."""
        return Kind(self.kind).label

    @property
    def sign(self) -> Badge:
        """Its status."""
        return badge_of_claim(self.status)

    @property
    def is_guess(self) -> bool:
        """As ``Claim.is_guess``."""
        return self.made_by == MadeBy.MACHINE and self.confirmed_by is None


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
        """Only claims whose due time has passed belong here, whatever other group they stand in."""
        return self.key == "overdue"

    def has(self, row: WaitingRow, now: datetime.datetime) -> bool:
        """Whether a claim belongs here."""
        return row.status in self.statuses and (not self.is_late or row.due_sort < now)

    def of(self, statuses: Collection[ClaimStatus]) -> str:
        """The open claims of these statuses that belong here, as SQL; a late pile's asks for the time."""
        named = ", ".join(f"'{status}'" for status in sorted(statuses))
        late = " AND due_sort < %s" if self.is_late else ""
        return f"SELECT id FROM open_claim WHERE status IN ({named}){late}"  # noqa: S608 - our own words

    def sorted(self, rows: Iterable[WaitingRow]) -> list[WaitingRow]:
        """In the order of the pile."""
        if "check_worthiness" in self.order:
            return sorted(rows, key=lambda row: (-row.check_worthiness, -row.pk))
        return sorted(rows, key=lambda row: (row.due_sort, row.pk))

    def group(self, rows: Sequence[WaitingRow], count: int, user: User) -> Group:
        """These rows as the page shows them; the claim list has late claims that the editor reviews as well."""
        query, icon = f"status={self.key}", f"s-{self.key}"
        query, icon = ("due=overdue", "i-late") if self.is_late else (query, icon)
        own_too = self.is_late and Role.REVIEWER in user.roles
        return Group(self.key, self.title, rows, count, icon, query, own_too)


PILES = (
    Pile("overdue", "Overdue", "overdue", UNDECIDED),
    Pile("proposed", "To triage", "to triage", {ClaimStatus.PROPOSED}, "check_worthiness DESC, id DESC"),
    Pile("queued", "Unassigned", "unassigned", {ClaimStatus.QUEUED}),
    Pile("submitted", "Submitted", "submitted", {ClaimStatus.SUBMITTED}),
    Pile("disputed", "Reviewers differ", "on which reviewers differ", {ClaimStatus.DISPUTED}),
)
# A person's own claims are looked up once; the rule of the open ones is worked into each part that asks for some of
# them, so that each walks the index of its own order.
OPEN = "WITH own_claim (id) AS MATERIALIZED ({}), open_claim AS NOT MATERIALIZED ({})"
FIRST = f"SELECT id FROM ({{}} ORDER BY {{}} LIMIT {ROWS_A_GROUP + 1}) AS first"  # noqa: S608
COUNT = f"(SELECT COUNT(*) FROM ({{}} LIMIT {COUNTED + 1}) AS counted)"  # noqa: S608


def waiting(user: User) -> list[Group]:
    """What waits for an editor: groups by status, and what is overdue of any status; each with its first rows.

    Every group counts what the claim list finds under its name, so that a late claim stands in two groups.

    The first rows of all groups are one query, and so are all counts, asked only where a group has more rows than
    it shows.
    """
    open_claims = OpenClaims(user)
    placed: dict[str, list[WaitingRow]] = {pile.key: [] for pile in PILES}
    for row in _first_rows(open_claims):
        for pile in PILES:
            if pile.has(row, open_claims.now):
                placed[pile.key].append(row)
    long = [pile for pile in PILES if len(placed[pile.key]) > ROWS_A_GROUP]
    counts = {key: len(rows) for key, rows in placed.items()} | _counts(long, open_claims)
    found = [
        pile.group(pile.sorted(placed[pile.key])[:ROWS_A_GROUP], counts[pile.key], user)
        for pile in PILES
        if placed[pile.key]
    ]
    _name_reviewers(in_order(found))
    return found


def _name_reviewers(claims: Sequence[WaitingRow]) -> None:
    """Say of each claim who is on it now, in the order in which they were asked."""
    found: dict[int, list[str]] = {claim.pk: [] for claim in claims}
    rows = Assignment.objects.live().filter(claim__in=found).order_by("id")
    for key, *names in rows.values_list("claim", *(f"reviewer__{name}" for name in NAMES)):
        found[key].append(str(User(**dict(zip(NAMES, names, strict=True)))))
    for claim in claims:
        claim.reviewers = found[claim.pk]


def _first_rows(open_claims: "OpenClaims") -> list[WaitingRow]:
    """Of each status one row more than a group shows."""
    arms = [FIRST.format(pile.of({status}), pile.order) for pile in PILES for status in pile.statuses]
    keys = RawSQL(*open_claims.asked(" UNION ALL ".join(arms)))  # noqa: S611
    return [WaitingRow(*row) for row in Claim.objects.filter(pk__in=keys).values_list(*COLUMNS)]


def _counts(piles: Sequence[Pile], open_claims: "OpenClaims") -> dict[str, int]:
    """How many claims each of these piles has, up to one more than ``COUNTED``."""
    if not piles:
        return {}
    arms = ", ".join(COUNT.format(pile.of(pile.statuses)) for pile in piles)
    with connection.cursor() as cursor:
        cursor.execute(*open_claims.asked(f"SELECT {arms}"))
        return dict(zip((pile.key for pile in piles), cursor.fetchone(), strict=True))


@dataclass(frozen=True)
class OpenClaims:
    """What is open to one editor now, named ``open_claim`` in statements: put into SQL once for all of them.

    Open are the claims that they see, without those that they review themselves and may not know more of yet.
    """

    user: User
    now: datetime.datetime = field(default_factory=timezone.now)

    @cached_property
    def named(self) -> tuple[str, Sequence[Any]]:
        """What stands before a statement, and its values."""
        own = Assignment.objects.live().assigned_to(self.user).exclude(claim__status__in=UNVEILED)
        seen = visible_to(self.user, Claim.objects.exclude(pk__in=RawSQL("SELECT id FROM own_claim", ())))
        seen_rows = seen.values("id", "status", "due_sort", "check_worthiness")
        (own_sql, own_values), (seen_sql, seen_values) = (
            rows.query.sql_with_params() for rows in (own.values("claim"), seen_rows)
        )
        return OPEN.format(own_sql, seen_sql), [*own_values, *seen_values]

    def asked(self, select: str) -> tuple[str, list[Any]]:
        """A statement on them with its values; whatever it asks for a value is given the time."""
        sql, values = self.named
        now = connection.ops.adapt_datetimefield_value(self.now)
        return f"{sql} {select}", [*values, *([now] * select.count("%s"))]


def waiting_sentence(groups: Sequence[Group]) -> str:
    """What is late and what waits, a sentence each; empty when nothing does."""
    late, others = [each for each in groups if each.late], [each for each in groups if not each.late]
    return " ".join(_counted_in_words(each) for each in (late, others) if each)


def _counted_in_words(groups: Sequence[Group]) -> str:
    words = {pile.key: pile.words for pile in PILES}
    parts = [f"{in_words(group.count)} {words[group.key]}" for group in groups]
    whole = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{capital(whole)}."


def progress(user: User) -> list[Share]:
    """How far the documents are that still have open claims, earliest due first; one query.

    One more than ``ROWS_A_GROUP`` tells that there are more.
    """
    left = Exists(Claim.objects.undecided().filter(document=OuterRef("pk")))
    first = visible_to(user, Document.objects.filter(left, withdrawn_at__isnull=True)).order_by(
        "due_sort", "id"
    )[: ROWS_A_GROUP + 1]
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
