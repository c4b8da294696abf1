"""The rows of the claim list: for one person what they may know, in plain values and a constant number of queries.

A reviewer's row has the state of their own assignment and no status of the claim; so has an editor's row of a claim
that they review themselves, until every required review is in. Reads only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import DateTimeField, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Left

from claims.lifecycle import CLOSED, SETTLED, UNVEILED, AssignmentStatus, ClaimStatus, Role
from claims.models import Assignment, Claim, Review, User
from claims.models.document import FAR_FUTURE
from claims.vocabulary import Kind

LONGEST_WORDING = 400  # code points of a claim's text in a row; a whole document can stand in one claim
LONGEST_TITLE = 70
COLUMNS = (
    *("id", "document_id", "number", "status", "kind", "check_worthiness", "flags", "due_at", "due_sort"),
    "document__title",
)
DECIDED = (
    "current_decision__label",
    "current_decision__verdict__colour",
    "current_decision__verdict__shape",
)
OWN = ("id", "status", "returned_at", "due_at")


class Badge(NamedTuple):
    """A status of a claim or of an assignment: the name of its symbol, and its word."""

    name: str
    label: str


def badge_of_claim(status: str) -> Badge:
    """The sign of a claim's status."""
    return Badge(str(status), ClaimStatus(status).label)


def badge_of_state(state: str) -> Badge:
    """The sign of an ``Assignment.state``."""
    return Badge(str(state), "Returned" if state == "returned" else AssignmentStatus(state).label)


class Chip(NamedTuple):
    """A verdict: its label on its colour, with the name of its symbol."""

    label: str
    colour: str
    shape: str


@dataclass(slots=True)
class TableRow:
    """One claim as this person sees it: ``sign`` is its status, or their own state where they may know no more."""

    document: int
    number: int
    words: str
    title: str
    flags: list[str]
    kind: str
    worth: int
    sign: Badge | None = None
    verdict: Chip | None = None
    reviewers: Sequence[str] = ()
    due: Any = None
    done: bool = False

    def __getitem__(self, name: str) -> Any:
        """Templates ask for an item before they ask for an attribute, and being refused costs them time."""
        return getattr(self, name)


def with_own(user: User, claims: "QuerySet[Claim]", *, found: bool = False) -> "QuerySet[Claim]":
    """Claims with this person's own latest assignment on each: its key, state, due time, as ``own_…``.

    For a reviewer these are all they see, so that the list is walked along an index of their assignments. Who is
    also a reader sees claims without an own part: ``own_claim`` and ``own_due_sort`` are never null there either.
    Of claims that are ``found`` already each part is looked up: SQLite would walk along all of theirs once more.
    """
    newer = Assignment.objects.filter(claim=OuterRef("pk"), reviewer=user, id__gt=OuterRef("own_id"))
    mine = FilteredRelation("assignments", condition=Q(assignments__reviewer=user))
    claims = claims.annotate(own=mine, **{f"own_{name}": F(f"own__{name}") for name in OWN})
    if found or Role.READER in user.roles:
        never = Value(FAR_FUTURE, output_field=DateTimeField())
        claims = claims.annotate(own_claim=F("pk"), own_due_sort=Coalesce("own__due_sort", never))
    else:
        claims = claims.annotate(own_claim=F("own__claim_id"), own_due_sort=F("own__due_sort"))
        claims = claims.alias(own_reviewer=F("own__reviewer_id")).filter(own_reviewer=user.pk)
    return claims.filter(~Exists(newer))


def with_columns(user: User, claims: "QuerySet[Claim]") -> "QuerySet[Any, Any]":
    """Claims as named tuples of what a row shows and what a cursor needs; a reviewer's are those of ``with_own``."""
    own = (*(f"own_{name}" for name in OWN), "own_claim", "own_due_sort")
    columns = COLUMNS + (own if _has_own_part(user) else ()) + (() if _only_reviews(user) else DECIDED)
    columns += ("on_claim",) if "on_claim" in claims.query.annotations else ()
    return claims.annotate(wording=Left("text", LONGEST_WORDING)).values_list(*columns, "wording", named=True)


def whole_rows(user: User, keys: "QuerySet[Any]") -> "QuerySet[Any, Any]":
    """The claims with these keys as ``with_columns`` gives them."""
    claims = Claim.objects.filter(pk__in=keys)
    if _has_own_part(user):
        return with_columns(user, with_own(user, claims, found=True))
    return with_columns(user, claims.annotate(on_claim=F("pk")))


def table_rows(user: User, found: Sequence[Any]) -> list[TableRow]:
    """The rows of one page from the tuples of ``with_columns``; one query more for editors and for reviewers."""
    if Role.EDITOR in user.roles:
        return _for_editor(user, found)
    return _for_reviewer(found) if _has_own_part(user) else [_decided(each) for each in found]


def _only_reviews(user: User) -> bool:
    return not user.roles & {Role.EDITOR, Role.READER}


def _has_own_part(user: User) -> bool:
    return Role.REVIEWER in user.roles and Role.EDITOR not in user.roles


def _row(each: Any) -> TableRow:
    return TableRow(
        document=each.document_id,
        number=each.number,
        words=cut_words(each.wording),
        title=_cut(each.document__title),
        flags=each.flags,
        kind=Kind(each.kind).label,
        worth=each.check_worthiness,
    )


def cut_words(words: str) -> str:
    """A wording, cut between words where it is longer than a row can show."""
    return words if len(words) < LONGEST_WORDING else f"{words.rsplit(' ', 1)[0]} …"


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _decided(each: Any) -> TableRow:
    """With the approved verdict, which a settled claim hides from nobody who sees it."""
    row = _row(each)
    if each.current_decision__label:
        row.verdict = Chip(
            each.current_decision__label,
            each.current_decision__verdict__colour,
            each.current_decision__verdict__shape,
        )
    return row


def _for_editor(user: User, found: Sequence[Any]) -> list[TableRow]:
    assigned = _assigned([each.id for each in found])
    rows = []
    for each in found:
        row, status = _decided(each), ClaimStatus(each.status)
        on_it = assigned.get(each.id, [])
        own = next((assignment for assignment in on_it if assignment.reviewer_id == user.pk), None)
        if own and status not in UNVEILED:
            on_it = [own]  # others' work stays hidden, as ``permissions.unveiled`` says
        veiled = own and status not in UNVEILED | SETTLED
        row.sign = badge_of_state(own.state) if own and veiled else badge_of_claim(status)
        row.reviewers = [str(assignment.reviewer) for assignment in on_it]
        row.due, row.done = each.due_at, status in SETTLED
        rows.append(row)
    return rows


def _assigned(claims: Iterable[int]) -> dict[int, list[Assignment]]:
    """The live assignments of some claims; one query."""
    found: dict[int, list[Assignment]] = {}
    for assignment in Assignment.objects.live().filter(claim__in=claims).for_names():
        found.setdefault(assignment.claim_id, []).append(assignment)
    return found


def _for_reviewer(found: Sequence[Any]) -> list[TableRow]:
    verdicts = _own_verdicts([each.own_id for each in found])
    rows = []
    for each in found:
        row = _row(each) if each.own_id else _decided(each)
        row.done = each.status in SETTLED
        if each.own_id:
            state = Assignment(status=each.own_status, returned_at=each.own_returned_at).state
            row.sign, row.due = badge_of_state(state), each.own_due_at
            row.verdict = verdicts.get(each.own_id)
            row.done = each.own_status in CLOSED | {AssignmentStatus.SUBMITTED}
        rows.append(row)
    return rows


def _own_verdicts(assignments: Iterable[int]) -> dict[int, Chip]:
    """The verdict of the latest review of each of one's own assignments, draft or handed in; one query."""
    reviews = Review.objects.filter(assignment__in=assignments).order_by("number")
    verdict = ("verdict__label", "verdict__colour", "verdict__shape")
    found = {key: Chip(*signs) for key, *signs in reviews.values_list("assignment", *verdict)}
    return {key: sign for key, sign in found.items() if sign.label}
