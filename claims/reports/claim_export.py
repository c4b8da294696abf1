"""Many claims as a table to take away: CSV or JSON Lines, each with its document, decision and reviewers. Reads only.

In constant memory, but for eight bytes a claim: the keys are read first, then the rows 500 at a time, so that no
transaction stays open while a slow reader saves the file.
"""

import csv
import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from django.db.models import TextField
from django.db.models.functions import Cast

from claims.lifecycle import SETTLED, UNVEILED
from claims.models import Assignment, Claim, User
from claims.permissions import visible_to
from claims.reports.csv import BYTE_ORDER_MARK, Echo, safe
from claims.vocabulary import MadeBy

if TYPE_CHECKING:
    from claims.models.claim import ClaimQuerySet

ROWS_A_QUERY = 500
COLUMNS = (
    "document", "document_title", "document_source", "number", "status", "claim", "quote", "start", "end", "kind",
    "flags", "speaker", "machine_guess", "check_worthiness", "due", "reviewers", "verdict", "wording", "as_of",
    "recheck_on", "approved_by", "approved_at", "settled_reason", "settled_words", "added_at",
)  # fmt: skip
READ = (
    "pk", "document_id", "document__title", "document__source", "number", "status", "text", "quote", "start", "end",
    "kind", "flags_text", "speaker", "made_by", "confirmed_by_id", "check_worthiness", "due_text",
    "current_decision__label", "current_decision__wording", "as_of_text", "recheck_on_text",
    "current_decision__by_id", "approved_at_text", "settled_reason", "settled_words", "added_at_text",
)  # fmt: skip
# Read as text: the same on every database, and much quicker than to make a thing of each and then a text again.
AS_TEXT = {
    "flags_text": "flags",
    "due_text": "due_at",
    "as_of_text": "current_decision__as_of",
    "recheck_on_text": "current_decision__recheck_on",
    "approved_at_text": "current_decision__at",
    "added_at_text": "added_at",
}
DECIDER = READ.index("current_decision__by_id")
NO_FLAGS = "[]"
# What people typed; only there a spreadsheet may find a formula.
TYPED = [
    COLUMNS.index(name)
    for name in ("document_title", "document_source", "claim", "quote", "speaker", "reviewers", "verdict",
                 "wording", "approved_by", "settled_words")
]  # fmt: skip
LISTED = [COLUMNS.index("flags"), COLUMNS.index("reviewers")]
GUESS = COLUMNS.index("machine_guess")
DECISION = 6  # how many of them are of the decision
Row = list[Any]


def rows(claims: "ClaimQuerySet", viewer: User | None = None) -> Iterator[Row]:
    """The values of ``COLUMNS`` for each claim, by document and number; lists and ``None`` are left as they are.

    ``claims`` are those that ``viewer`` sees (nobody: the command, which sees all). A claim that the viewer reviews
    tells its status, its other reviewers and its decision only once every required review is in.
    """
    names = {user.pk: str(user) for user in User.objects.all()}
    keys = claims.order_by("document", "number").values_list("pk", flat=True)
    wanted = iter(array("q", keys.iterator(chunk_size=20 * ROWS_A_QUERY)))
    texts = {name: Cast(column, TextField()) for name, column in AS_TEXT.items()}
    seen = (
        visible_to(viewer, Claim.objects.all()) if viewer else Claim.objects.all()
    )  # asked again: it may take long
    while some := list(islice(wanted, ROWS_A_QUERY)):
        reviewers = _reviewers(some)
        found = seen.filter(pk__in=some).order_by("document", "number").annotate(**texts)
        portion = list(found.values_list(*READ))
        _learn(names, chain(*reviewers.values(), (values[DECIDER] for values in portion)))
        for values in portion:
            yield _row(values, reviewers[values[0]], names, viewer.pk if viewer else None)


def _learn(names: dict[int, str], people: Iterable[int | None]) -> None:
    """Look up those whose names are not known yet: they came while the file is written."""
    if new := {each for each in people if each is not None} - names.keys():
        names |= {user.pk: str(user) for user in User.objects.filter(pk__in=new)}


def _reviewers(claims: Sequence[int]) -> dict[int, list[int]]:
    """Who is on each claim in its current round, first asked first."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    live = Assignment.objects.live().filter(claim__in=claims).order_by("pk")
    for claim, reviewer in live.values_list("claim_id", "reviewer_id"):
        found[claim].append(reviewer)
    return found


def _row(values: Sequence[Any], on_it: list[int], names: dict[int, str], viewer: int | None) -> Row:
    (
        _, document, title, source, number, status, text, quote, start, end,
        kind, flags, speaker, made_by, confirmed_by, worth, due, *decision, reason, words, added,
    ) = values  # fmt: skip
    if viewer in on_it and status not in UNVEILED:
        on_it, decision = [viewer], [None] * DECISION
        status = status if status in SETTLED else None
    label, wording, as_of, recheck_on, by, at = decision
    guess = made_by == MadeBy.MACHINE and confirmed_by is None
    return [
        document, title, source, number, status, text, quote, start, end, kind,
        [] if flags == NO_FLAGS else json.loads(flags), speaker, guess, worth / 1000, due and _time(due),
        [names[each] for each in on_it], label, wording, as_of, recheck_on,
        by and names[by], at and _time(at), reason, words, _time(added),
    ]  # fmt: skip


def _time(text: str) -> str:
    """A time as the database writes it, in UTC, as exports do: 2026-03-13T09:12:00Z."""
    return f"{text[:10]}T{text[11:19]}Z"


def as_csv(found: Iterator[Row]) -> Iterator[str]:
    """The file in chunks of rows, as a report's CSV is written; what is listed stands with "; " between."""
    writer = csv.writer(Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    yield from _in_chunks(writer.writerow(_cells(row)) for row in found)


def _cells(row: Row) -> Row:
    for place in LISTED:
        row[place] = "; ".join(row[place])
    row[GUESS] = "yes" if row[GUESS] else ""
    for place in TYPED:
        row[place] = safe(row[place])
    return row


def as_json_lines(found: Iterator[Row]) -> Iterator[str]:
    """The file in chunks of lines, an object a claim; what is not there is null."""
    dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    yield from _in_chunks(f"{dump(dict(zip(COLUMNS, row, strict=True)))}\n" for row in found)


def _in_chunks(lines: Iterator[str]) -> Iterator[str]:
    for first in lines:
        yield "".join(chain([first], islice(lines, ROWS_A_QUERY - 1)))


@dataclass(frozen=True)
class Format:
    """How the table becomes a file."""

    media_type: str
    stream: Callable[[Iterator[Row]], Iterator[str]]


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", as_csv),
    "jsonl": Format("application/x-ndjson", as_json_lines),
}


def stream(claims: "ClaimQuerySet", form: str, viewer: User | None = None) -> Iterator[bytes]:
    """The file in UTF-8; ``form`` is csv or jsonl."""
    return (chunk.encode() for chunk in FORMATS[form].stream(rows(claims, viewer)))
