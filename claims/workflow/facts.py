"""A fact sheet comes in: a document with the claims of its rows, notes, and what was found as the drafts of reviewers.

Everything is written in one short transaction; nothing is read, placed, guessed or made inside of it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

from claims.errors import Forbidden, Incomplete
from claims.models import Assignment, Claim, ClaimSpan, Document, Evidence, Note, Review, Revision, User
from claims.models.history import canonical, salted_digest
from claims.permissions import decide
from claims.text import extract, normalise
from claims.workflow import keeping
from claims.workflow.arriving import Particulars, new_document, role_of
from claims.workflow.fact_rows import Row, rows_of
from claims.workflow.fact_sheets import FactSheet, Plan, plan
from claims.workflow.reading import Incoming

ROWS_A_STATEMENT = 500
NOTHING_GOOD = "No row of this fact sheet can be brought in."
ROWS_ARE_WRONG = "{} of this fact sheet cannot be brought in, so nothing was stored. {}"
QUOTES_TOO_LONG = (
    "The sentences of all rows together are {:.3g} MB; the limit is {:g} MB. "
    "Give the part of each sentence that holds the fact, or split the fact sheet."
)


def bring_in_facts(
    sheet: FactSheet,
    *,
    by: User,
    about: Particulars | None = None,
    reviewer: User | None = None,
    keep_going: bool = False,
) -> Document:
    """Store a document with the claims of a sheet. ``reviewer`` found what rows without one of their own say.

    The text's own file is kept as its origin. The sheet never is that: whoever sees a document may save its origin,
    and the sheet holds what reviewers found. It is kept beside, and history names it.

    With an error in any row nothing is stored, unless ``keep_going`` takes the good rows. Raises ``Incomplete``.
    """
    answer = decide(by, "bring in")
    if not answer:
        raise Forbidden(answer.reason)
    about = about or Particulars()
    planned = plan(sheet, about=about, reviewer=reviewer)
    _good_enough(planned, keep_going)
    if any(row.reviewer for row in planned.rows) and not (answer := decide(by, "assign")):
        raise Forbidden(answer.reason)
    reading, text = planned.reading, normalise(planned.reading.text)
    extraction = extract(text, about.language or reading.language or None)
    rows = rows_of(planned, text, extraction, due_at=about.due_at, by=by)
    said = canonical([row.said() for row in rows])
    origin = sheet.text.origin if sheet.text else None
    kept = keeping.put_away(sheet.origin)
    incoming = Incoming(reading, origin)
    with new_document(incoming, extraction, by=by, about=about, claims=len(rows)) as (revision, ledger):
        _store(revision, rows)
        words = {
            "claims": len(rows),
            "rows left out": len(planned.errors),
            "sheet": {"name": normalise(sheet.origin.name), "kept as": keeping.record(kept, sheet.origin).pk},
            "digest": _bound(said, revision.document),
        }
        ledger.record("import facts", by=by, role=role_of(by), words=words)
    return Document.objects.select_related("current_revision").get(pk=revision.document_id)


def _good_enough(planned: Plan, keep_going: bool) -> None:
    """Raises ``Incomplete`` for the first reason not to store a plan."""
    sentence = next(_faults(planned, keep_going), "")
    if sentence:
        raise Incomplete(sentence, {"sheet": sentence})


def _faults(planned: Plan, keep_going: bool) -> Iterator[str]:
    if planned.errors and not keep_going:
        count = len(planned.errors)
        rows = "1 row" if count == 1 else f"{count} rows"
        yield ROWS_ARE_WRONG.format(rows, planned.errors[0])
    if not planned.rows:
        yield NOTHING_GOOD
    size, limit = sum(row.span[1] - row.span[0] for row in planned.rows), settings.DOCUMENT_MAX_BYTES
    if size > limit:
        yield QUOTES_TOO_LONG.format(size / 1e6, limit / 1e6)


def _bound(said: str, document: Document) -> str:
    """A digest of everything that was stored, as proof for whoever runs the site.

    Its salt is made of the site's secret and the document: a reviewer who reads history and guesses what their fellow
    found cannot try the guess, nor bring it in themselves and compare.
    """
    salt = salted_hmac("claims.import facts", str(document.pk), algorithm="sha256").hexdigest()
    return salted_digest(salt, said)


def _store(revision: Revision, rows: Sequence[Row]) -> None:
    """The rows of every table, each in statements of 500 rows."""
    for row in rows:
        row.belong_to(revision)
    _create(Claim, [row.claim for row in rows])
    _create(ClaimSpan, [row.passage for row in rows])
    _create(Assignment, [row.assignment for row in rows if row.assignment])
    _create(Review, [row.review for row in rows if row.review])
    _create(Evidence, [piece for row in rows for piece in row.evidence])
    _create(Note, [note for row in rows for note in row.notes])


def _create(model: Any, things: Sequence[Any]) -> None:
    model.objects.bulk_create(things, batch_size=ROWS_A_STATEMENT)
