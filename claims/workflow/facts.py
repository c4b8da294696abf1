"""A fact sheet comes in: a document with the claims of its rows, notes, and what was found as the drafts of reviewers.

Everything is written in one short transaction; nothing is read, placed or guessed inside of it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import AssignmentStatus, Purpose, Standing, status_of
from claims.models import (
    Assignment,
    Claim,
    ClaimSpan,
    Document,
    Evidence,
    Note,
    Policy,
    Review,
    Revision,
    SavedFile,
    User,
    Verdict,
)
from claims.models.history import canonical, sha256
from claims.models.search import as_search_text
from claims.permissions import decide
from claims.text import VERSION, Extraction, extract, normalise
from claims.text.facts import Guess, RowError, guess
from claims.vocabulary import EvidenceForm, EvidenceLevel, ExtractionState, Kind, MadeBy, NoteAudience, Stance
from claims.workflow import keeping
from claims.workflow.arriving import ROWS_A_STATEMENT, Particulars, claim_rows, new_document, role_of
from claims.workflow.fact_sheets import FactSheet, Plan, PlannedRow, plan
from claims.workflow.reading import Incoming, Origin

NOTHING_GOOD = "No row of this sheet can be brought in."
ROWS_ARE_WRONG = "{} of this sheet cannot be brought in, so nothing was stored. {}"
SAYS_FALSE = frozenset({"false", "mostly false", "wrong", "incorrect"})
FALSE_UP_TO = 2  # of the numbers of a scale, 5 being true


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
    rows = [_Row(each, text, guess(each.fact, extraction.language), by) for each in _in_text_order(planned)]
    origin = sheet.text.origin if sheet.text else None
    kept = keeping.put_away(sheet.origin)
    incoming = Incoming(reading, origin)
    with new_document(incoming, extraction, by=by, about=about) as (revision, ledger):
        keeping.record(kept)
        _store(revision, rows, extraction, by)
        words = _what_came(rows, planned.errors, sheet.origin, kept)
        ledger.record("import facts", by=by, role=role_of(by), words=words)
    return Document.objects.select_related("current_revision").get(pk=revision.document_id)


def _good_enough(planned: Plan, keep_going: bool) -> None:
    if planned.errors and not keep_going:
        count = len(planned.errors)
        rows = "1 row" if count == 1 else f"{count} rows"
        sentence = ROWS_ARE_WRONG.format(rows, planned.errors[0])
        raise Incomplete(sentence, {"sheet": sentence})
    if not planned.rows:
        raise Incomplete(NOTHING_GOOD, {"sheet": NOTHING_GOOD})


def _in_text_order(planned: Plan) -> list[PlannedRow]:
    return sorted(planned.rows, key=lambda row: (*row.span, row.fact.row))


def _what_came(
    rows: "Sequence[_Row]", errors: Sequence[RowError], origin: Origin, kept: SavedFile
) -> dict[str, Any]:
    """What history says: counts that tell of no draft, and a digest that binds everything."""
    return {
        "claims": len(rows),
        "rows left out": len(errors),
        "sheet": {"sha256": kept.sha256, "size": kept.size, "name": origin.name},
        "digest": sha256(canonical([row.said() for row in rows])),
    }


def _store(revision: Revision, rows: "Sequence[_Row]", extraction: Extraction, by: User) -> None:
    """The rows of every table, each in statements of 500 rows."""
    document, columns = revision.document, [row.columns for row in rows]
    claims = claim_rows(document, revision, columns, extraction, list(Policy.objects.all()), by)
    for row, claim in zip(rows, claims, strict=True):
        row.stand_on(claim)
    _create(Claim, claims)
    _create(ClaimSpan, [row.passage() for row in rows])
    _create(Assignment, [row.assignment for row in rows if row.assignment])
    _create(Review, [row.review for row in rows if row.review])
    _create(Evidence, [piece for row in rows for piece in row.evidence()])
    _create(Note, [note for row in rows for note in row.notes()])
    Document.objects.filter(pk=document.pk).update(last_claim_number=len(claims))
    Revision.objects.filter(pk=revision.pk).update(
        extraction_state=ExtractionState.DONE, extractor_version=VERSION
    )


def _create(model: Any, things: Sequence[Any]) -> None:
    model.objects.bulk_create(things, batch_size=ROWS_A_STATEMENT)


class _Row:
    """The things of one row, made before they are stored."""

    def __init__(self, planned: PlannedRow, text: str, guessed: Guess, by: User) -> None:
        self.planned, self.fact, self.by = planned, planned.fact, by
        self.quote = text[slice(*planned.span)]
        self.columns = self._columns(guessed)
        self.now = timezone.now()
        self.claim: Claim | None = None
        self.assignment: Assignment | None = None
        self.review: Review | None = None

    def _columns(self, guessed: Guess) -> dict[str, Any]:
        """The claim's own columns. It is queued, not proposed: a person chose it."""
        fact, (start, end) = self.fact, self.planned.span
        return {
            "start": start,
            "end": end,
            "quote": self.quote,
            "text": fact.text,
            "confirmed_by": self.by,
            "kind": Kind(fact.kind.casefold()).value if fact.kind else guessed.kind.value,
            "kind_reason": f"set by {self.by}"[:200] if fact.kind else guessed.reason[:200],
            "speaker": fact.speaker,
            "check_worthiness": round(guessed.worth * 1000),
            "features": dict(guessed.features),
            "made_by": MadeBy.IMPORT,
            "search_text": as_search_text(fact.text, self.quote, fact.speaker),
        }

    def stand_on(self, claim: Claim) -> None:
        """Make what hangs on the claim: with a reviewer their assignment, and a draft of what they found."""
        self.claim = claim
        standings = []
        if self.planned.reviewer is not None:
            started = self.planned.has_findings
            status = AssignmentStatus.STARTED if started else AssignmentStatus.ASKED
            self.assignment = self._asked(claim, status)
            self.review = self._draft(claim, self.assignment) if started else None
            standings = [Standing(status)]
        claim.status = status_of(claim.required_reviews, standings)

    def _asked(self, claim: Claim, status: AssignmentStatus) -> Assignment:
        return Assignment(
            claim=claim,
            round=claim.round,
            reviewer=self.planned.reviewer,
            purpose=Purpose.REVIEW,
            status=status,
            by=self.by,
            at=self.now,
            due_at=claim.due_at,
        )

    def _draft(self, claim: Claim, assignment: Assignment) -> Review:
        """Version 0 where only evidence came: the verdict form was never filled in."""
        return Review(
            assignment=assignment,
            revision=claim.revision,
            verdict=self.planned.verdict,
            last_evidence_number=len(self.fact.sources),
            saved_at=self.now,
            version=int(self.planned.verdict is not None),
        )

    def passage(self) -> ClaimSpan:
        """Where the claim stands."""
        claim = self._stored()
        return ClaimSpan(
            claim=claim, revision_id=claim.revision_id, position=0, start=claim.start, end=claim.end
        )

    def evidence(self) -> Iterator[Evidence]:
        """Each source, for the draft."""
        for number, source in enumerate(self.fact.sources if self.review else (), start=1):
            yield Evidence(
                claim=self._stored(),
                review=self.review,
                number=number,
                stance=stance_of(self.planned.verdict),
                form=EvidenceForm.DOCUMENT,
                level=EvidenceLevel.SECONDARY,
                title=source.title,
                link=source.link,
                excerpt=source.excerpt,
                added_by=self.by,
                added_at=self.now,
            )

    def notes(self) -> Iterator[Note]:
        """What everybody on the claim may read, and for editors what nobody answers for yet."""
        for body, audience in zip(self.bodies(), NoteAudience, strict=True):
            if body:
                yield Note(claim=self._stored(), author=self.by, body=body, visible_to=audience, at=self.now)

    def bodies(self) -> tuple[str, str]:
        """The words of the note for the desk and of the one for editors: other columns may say what somebody found."""
        fact, left = self.fact, self.planned.has_findings and self.review is None
        page = f"Page or time: {fact.page.replace(chr(10), ', ')}." if fact.page else ""
        status = f"Status in the sheet: {fact.status}" if left and self.planned.verdict else ""
        source = f"Source in the sheet: {fact.source}" if left and fact.source else ""
        others = [f"{name}: {cell}" for name, cell in fact.others]
        return _lines(fact.notes, page), _lines(status, source, *others)

    def said(self) -> list[Any]:
        """Everything that is stored of the row, for the digest."""
        claim, planned = self._stored(), self.planned
        about = [claim.number, claim.start, claim.end, claim.text, claim.kind, claim.speaker, *self.bodies()]
        reviewer = str(planned.reviewer.public_id) if planned.reviewer else ""
        found = [
            reviewer,
            str(planned.verdict or ""),
            [[each.title, each.link] for each in self.fact.sources],
        ]
        return about + found

    def _stored(self) -> Claim:
        assert self.claim is not None
        return self.claim


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def stance_of(verdict: Verdict | None) -> str:
    """How the sources of a row bear on its claim: what was found false, they refute."""
    if verdict is None:
        return Stance.SUPPORTS.value
    low = verdict.number is not None and verdict.number <= FALSE_UP_TO
    return (Stance.REFUTES if low or verdict.label.casefold() in SAYS_FALSE else Stance.SUPPORTS).value
