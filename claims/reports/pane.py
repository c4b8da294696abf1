"""The document beside one claim: the text around its passage, cut into pieces, and how each passage looks. Reads only.

A reviewer's pane tells of other claims their number and nothing else; an editor's tells where they stand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from claims.lifecycle import LIVE, UNVEILED, ClaimStatus, Role
from claims.models import Assignment, Claim, ClaimSpan, RevisionText, User
from claims.permissions import visible_to
from claims.reports.marking import Mark, Piece, cut, paragraphs
from claims.vocabulary import Kind

LINES_EITHER_SIDE = 40
CHARACTERS_EITHER_SIDE = 20_000


@dataclass(frozen=True)
class Pane:
    """What the page draws: paragraphs of pieces, a mark for each passage, and the claims before and after."""

    paragraphs: Sequence[Sequence[Piece]]
    marks: dict[int, Mark]
    is_part: bool
    blind: bool
    previous: int | None = None
    next: int | None = None
    statuses: Sequence[ClaimStatus] = field(default_factory=tuple)


def pane(claim: Claim, user: User, address: Callable[[int], str]) -> Pane:
    """The text around ``claim`` as ``user`` may see it; ``address`` gives a claim's page by its number."""
    text = RevisionText.objects.get(revision=claim.revision_id).text
    start, end = window(text, claim.start, claim.end)
    neighbours = _neighbours(claim, user, (start, end))
    numbers = {row["pk"]: row["number"] for row in neighbours}
    spans: dict[int, list[tuple[int, int]]] = {}
    inside = ClaimSpan.objects.filter(revision=claim.revision_id, start__lt=end, end__gt=start)
    for pk, first, last in inside.order_by("start").values_list("claim", "start", "end"):
        span = (max(first, start) - start, min(last, end) - start)
        spans.setdefault(numbers[pk], []).append(span)
    pieces = cut(text[start:end], spans.items())
    order = [row["number"] for row in neighbours]
    at = order.index(claim.number)
    blind = Role.EDITOR not in user.roles
    shown = [row for row in neighbours if row["number"] in spans]
    return Pane(
        paragraphs=paragraphs(pieces),
        marks={row["number"]: _mark(row, claim.number, address) for row in shown},
        is_part=(start, end) != (0, len(text)),
        blind=blind,
        previous=order[at - 1] if at else _number(_before(claim, start)),
        next=order[at + 1] if at + 1 < len(order) else _number(_after(claim, end, len(text))),
        statuses=() if blind else _statuses(shown, claim.number),
    )


def window(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around ``start:end`` that the pane shows: 40 lines either side, at most 20,000 code points."""
    first, last = start, end - 1
    for _ in range(LINES_EITHER_SIDE + 1):
        first = text.rfind("\n", 0, first)
        if first < 0:
            break
    for _ in range(LINES_EITHER_SIDE + 1):
        last = text.find("\n", last + 1)
        if last < 0:
            last = len(text)
            break
    first = _at_word(text, max(first + 1, start - CHARACTERS_EITHER_SIDE), start)
    return first, min(last, end + CHARACTERS_EITHER_SIDE)


def _at_word(text: str, first: int, start: int) -> int:
    """The next beginning of a word, so that a window of one long line does not begin inside one."""
    if first == 0 or text[first - 1].isspace():
        return first
    space = text.find(" ", first, start)
    return space + 1 if space >= 0 else first


def _before(claim: Claim, start: int) -> QuerySet[Claim]:
    """Claims that end before the stretch begins, the nearest first: its claim is the first one in it."""
    rows = Claim.objects.filter(revision=claim.revision_id, start__lt=claim.start)
    return rows.order_by("-start", "-end", "-number") if start else rows.none()


def _after(claim: Claim, end: int, length: int) -> QuerySet[Claim]:
    """Claims that begin behind the stretch, the nearest first."""
    rows = Claim.objects.filter(revision=claim.revision_id, start__gte=end).in_text_order()
    return rows if end < length else rows.none()


def _number(rows: QuerySet[Claim]) -> int | None:
    return rows.values_list("number", flat=True).first()


def _neighbours(claim: Claim, user: User, stretch: tuple[int, int]) -> list[dict[str, Any]]:
    """The claims in a stretch, in text order: whether the page opens for this person, and what may be said."""
    start, end = stretch
    rows = Claim.objects.filter(revision=claim.revision_id, start__lt=end, end__gt=start)
    own = Assignment.objects.filter(
        claim=OuterRef("pk"), round=OuterRef("round"), reviewer=user, status__in=LIVE
    )
    seen = visible_to(user, Claim.objects.filter(pk=OuterRef("pk")))
    found = rows.annotate(
        opens=Exists(seen),
        own=Exists(own),
        colour=F("current_decision__verdict__colour"),
        shape=F("current_decision__verdict__shape"),
        label=F("current_decision__label"),
    )
    columns = ("pk", "number", "status", "kind", "opens", "own", "colour", "shape", "label")
    editor = Role.EDITOR in user.roles
    return [
        row | {"told": editor and (row["status"] in UNVEILED or not row["own"])}
        for row in found.in_text_order().values(*columns)
    ]


def _mark(row: dict[str, Any], current: int, address: Callable[[int], str]) -> Mark:
    number = row["number"]
    if number == current:
        return Mark(number, "current", f"Claim {number}, this claim")
    url = address(number) if row["opens"] else ""
    if not row["told"]:
        return Mark(number, "neighbour", f"Claim {number}", url=url)
    status = ClaimStatus(row["status"])
    said = row["label"].lower() if row["label"] else status.label.lower()
    label = f"Claim {number}, {said}, {Kind(row['kind']).label.lower()}"
    if row["colour"]:
        return Mark(number, status, label, icon=f"v-{row['shape']}", colour=row["colour"], url=url)
    return Mark(number, status, label, icon=f"s-{status}", url=url)


def _statuses(rows: Sequence[dict[str, Any]], current: int) -> list[ClaimStatus]:
    """The statuses that the key below the text has to explain, in the lifecycle's order."""
    told = {row["status"] for row in rows if row["told"] and row["number"] != current}
    return [status for status in ClaimStatus if status in told]
