"""The document beside one claim: the text around its passage, cut into pieces, and how each passage looks. Reads only.

A reviewer's pane tells of other claims their number and nothing else; an editor's tells where they stand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Greatest, Substr

from claims.lifecycle import LIVE, UNVEILED, ClaimStatus, Role
from claims.models import Claim, Decision, User
from claims.permissions import visibility
from claims.reports.marking import Mark, Piece, cut, paragraphs
from claims.vocabulary import Kind

LINES_EITHER_SIDE = 40
CHARACTERS_EITHER_SIDE = 20_000
CHARACTERS_A_LINE, LINES_OF_A_SHORT_TEXT = 60, 24  # about what a desk's screen shows at once


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

    @property
    def is_short(self) -> bool:
        """Whether the text leaves room below it, where the notes can follow."""
        lengths = (sum(len(piece.text) for piece in paragraph) for paragraph in self.paragraphs)
        lines = sum(
            length // CHARACTERS_A_LINE + 2 for length in lengths
        )  # with the space between paragraphs
        return lines <= LINES_OF_A_SHORT_TEXT


def with_text(claims: QuerySet[Claim]) -> QuerySet[Any]:
    """Claims with as much of the text as their pane can show, and one code point before it: ``around``."""
    first = Greatest(F("start") - CHARACTERS_EITHER_SIDE, Value(1))
    length = F("end") + CHARACTERS_EITHER_SIDE - first + 1
    return claims.annotate(around=Substr("revision__body__text", first, length))


def _around(claim: Claim) -> tuple[str, int]:
    """The words of ``with_text``, read here unless they came with the claim, and where in the text they begin."""
    if "around" not in claim.__dict__:
        claim.__dict__["around"] = with_text(Claim.objects.filter(pk=claim.pk)).get().around
    return claim.__dict__["around"], max(claim.start - CHARACTERS_EITHER_SIDE - 1, 0)


def pane(claim: Claim, user: User, address: Callable[[int], str]) -> Pane:
    """The text around ``claim`` as ``user`` may see it; ``address`` gives a claim's page by its number."""
    text, skipped = _around(claim)
    start, end = (skipped + at for at in window(text, claim.start - skipped, claim.end - skipped))
    length = claim.revision.length
    neighbours, passages = _neighbours(claim, user, (start, end))
    spans = {
        number: [(max(first, start) - start, min(last, end) - start) for first, last in inside]
        for number, inside in passages.items()
    }
    pieces = cut(text[start - skipped : end - skipped], spans.items())
    order = [row["number"] for row in neighbours]
    at = order.index(claim.number)
    blind = Role.EDITOR not in user.roles
    shown = [row for row in neighbours if row["number"] in spans]
    decided = _decided(shown)
    return Pane(
        paragraphs=paragraphs(pieces),
        marks={row["number"]: _mark(row, claim.number, address, decided) for row in shown},
        is_part=(start, end) != (0, length),
        blind=blind,
        previous=order[at - 1] if at else _number(_before(claim, start)),
        next=order[at + 1] if at + 1 < len(order) else _number(_after(claim, end, length)),
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


def _neighbours(
    claim: Claim, user: User, stretch: tuple[int, int]
) -> tuple[list[dict[str, Any]], dict[int, list[tuple[int, int]]]]:
    """The claims in a stretch in text order, with what may be said of each; and their passages in it, by number."""
    start, end = stretch
    mine = Q(assignments__reviewer=user, assignments__status__in=LIVE)
    found = Claim.objects.filter(revision=claim.revision_id, start__lt=end, end__gt=start).annotate(
        opens=visibility(user, Claim),
        own=FilteredRelation("assignments", condition=mine),
        passage=FilteredRelation("spans", condition=Q(spans__revision=claim.revision_id)),
    )
    columns = ("number", "status", "kind", "opens", "current_decision", "round", "own__round")
    rows = found.order_by("start", "end", "number", "passage__start", "own__round")
    neighbours: dict[int, dict[str, Any]] = {}
    passages: dict[int, dict[tuple[int, int], None]] = {}
    for *columns_of_claim, first, last in rows.values_list(*columns, "passage__start", "passage__end"):
        row = dict(zip(columns, columns_of_claim, strict=True))
        neighbours[row["number"]] = row  # of several rounds the last one counts
        if last is not None and first < end and last > start:
            passages.setdefault(row["number"], {})[first, last] = None
    for row in neighbours.values():
        on_it = row["own__round"] == row["round"]
        row["told"] = Role.EDITOR in user.roles and (row["status"] in UNVEILED or not on_it)
    return list(neighbours.values()), {number: list(inside) for number, inside in passages.items()}


def _decided(rows: Sequence[dict[str, Any]]) -> dict[int, tuple[str, str, str]]:
    """The label, symbol and colour of each decision that may be told, by its key; one query at most."""
    wanted = [row["current_decision"] for row in rows if row["told"] and row["current_decision"]]
    signs = ("label", "verdict__shape", "verdict__colour")
    found = Decision.objects.filter(pk__in=wanted).values_list("pk", *signs) if wanted else ()
    return {key: (label, shape, colour) for key, label, shape, colour in found}


def _mark(
    row: dict[str, Any],
    current: int,
    address: Callable[[int], str],
    decided: Mapping[int, tuple[str, str, str]],
) -> Mark:
    number = row["number"]
    if number == current:
        return Mark(number, "current", f"Claim {number}, this claim")
    url = address(number) if row["opens"] else ""
    if not row["told"]:
        return Mark(number, "neighbour", f"Claim {number}", url=url)
    status, kind = ClaimStatus(row["status"]), Kind(row["kind"]).label.lower()
    if row["current_decision"] in decided:
        said, shape, colour = decided[row["current_decision"]]
        label = f"Claim {number}, {said.lower()}, {kind}"
        return Mark(number, status, label, icon=f"v-{shape}", colour=colour, url=url)
    return Mark(
        number, status, f"Claim {number}, {status.label.lower()}, {kind}", icon=f"s-{status}", url=url
    )


def _statuses(rows: Sequence[dict[str, Any]], current: int) -> list[ClaimStatus]:
    """The statuses that the key below the text has to explain, in the lifecycle's order."""
    told = {row["status"] for row in rows if row["told"] and row["number"] != current}
    return [status for status in ClaimStatus if status in told]
