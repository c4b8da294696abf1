"""What each row of a fact sheet becomes, made before anything is stored: claim, passage, draft, sources and notes.

Private to this folder; ``facts`` stores it.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from claims.lifecycle import AssignmentStatus, Purpose, Role, Standing, status_of
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
    User,
    Verdict,
)
from claims.models.search import as_search_text
from claims.text import Extraction
from claims.text.facts.guessing import Guess, Guesses
from claims.text.phrases import Span
from claims.vocabulary import EvidenceForm, EvidenceLevel, Kind, MadeBy, NoteAudience, Stance
from claims.workflow.arriving import claim_rows
from claims.workflow.fact_sheets import Plan, PlannedRow

SAYS_FALSE = frozenset({"false", "mostly false", "wrong", "incorrect"})
FALSE_UP_TO = 2  # of the numbers of a scale, 5 being true


def rows_of(
    planned: Plan, text: str, extraction: Extraction, *, due_at: datetime.datetime | None, by: User
) -> "list[Row]":
    """The things of every row, in the order of the text; ``belong_to`` puts each on its stored revision."""
    guesses, passages = Guesses(extraction.language), _Passages(text)
    ordered = sorted(planned.rows, key=lambda row: (*row.span, row.fact.row))
    rows = [Row(each, passages, guesses.of(each.fact.text, each.fact.sentence), by) for each in ordered]
    document = Document(due_at=due_at)
    claims = claim_rows(
        document, Revision(), [row.columns for row in rows], extraction, list(Policy.objects.all()), by
    )
    for row, claim in zip(rows, claims, strict=True):
        row.stand_on(claim)
    return rows


class _Passages:
    """The words of each span and how they are searched for, made once for all rows that share it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[Span, tuple[str, str]] = {}

    def of(self, span: Span) -> tuple[str, str]:
        """The quote, and its search tokens."""
        if span not in self.known:
            quote = self.text[slice(*span)]
            self.known[span] = quote, as_search_text(quote)
        return self.known[span]


class Row:
    """The things of one row, made before they are stored."""

    def __init__(self, planned: PlannedRow, passages: _Passages, guessed: Guess, by: User) -> None:
        self.planned, self.fact, self.by = planned, planned.fact, by
        self.quote, self.searched = passages.of(planned.span)
        self.columns = self._columns(guessed)
        self.now = timezone.now()
        self.claim: Claim
        self.passage: ClaimSpan
        self.assignment: Assignment | None = None
        self.review: Review | None = None
        self.evidence: list[Evidence] = []
        self.notes: list[Note] = []

    def _columns(self, guessed: Guess) -> dict[str, Any]:
        """The claim's own columns. It is queued, not proposed: a person chose it."""
        fact, (start, end) = self.fact, self.planned.span
        return {
            "start": start,
            "end": end,
            "quote": self.quote,
            "text": fact.text,
            "confirmed_by": None if Role.SYSTEM in self.by.roles else self.by,
            "kind": Kind(fact.kind.casefold()).value if fact.kind else guessed.kind.value,
            "kind_reason": f"set by {self.by}"[:200] if fact.kind else guessed.reason[:200],
            "speaker": fact.speaker,
            "check_worthiness": round(guessed.worth * 1000),
            "features": dict(guessed.features),
            "made_by": MadeBy.IMPORT,
            "search_text": as_search_text(fact.text, self.searched, fact.speaker),
        }

    def stand_on(self, claim: Claim) -> None:
        """Make what hangs on the claim: with a reviewer their assignment, and a draft of what they found."""
        self.claim = claim
        self.passage = ClaimSpan(claim=claim, position=0, start=claim.start, end=claim.end)
        standings = []
        if self.planned.reviewer is not None:
            started = self.planned.has_findings
            status = AssignmentStatus.STARTED if started else AssignmentStatus.ASKED
            self.assignment = self._asked(claim, status)
            self.review = self._draft(claim, self.assignment) if started else None
            standings = [Standing(status)]
        claim.status = status_of(claim.required_reviews, standings)
        self.evidence, self.notes = list(self._evidence()), list(self._notes())

    def belong_to(self, revision: Revision) -> None:
        """Put the stored document and revision in the place of the ones that things were made on."""
        self.claim.document, self.claim.revision = revision.document, revision
        self.passage.revision = revision
        if self.review:
            self.review.revision = revision

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
            verdict=self.planned.verdict,
            last_evidence_number=len(self.fact.sources),
            saved_at=self.now,
            version=int(self.planned.verdict is not None),
        )

    def _evidence(self) -> Iterator[Evidence]:
        """Each source, for the draft."""
        for number, source in enumerate(self.fact.sources if self.review else (), start=1):
            yield Evidence(
                claim=self.claim,
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

    def _notes(self) -> Iterator[Note]:
        """What everybody on the claim may read, and for editors what nobody answers for yet."""
        for body, audience in zip(self.bodies(), NoteAudience, strict=True):
            if body:
                yield Note(claim=self.claim, author=self.by, body=body, visible_to=audience, at=self.now)

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
        claim, reviewer = self.claim, self.planned.reviewer
        about = [claim.number, claim.start, claim.end, claim.text, claim.kind, claim.speaker, *self.bodies()]
        found = [str(reviewer.public_id) if reviewer else "", str(self.planned.verdict or "")]
        sources = [[each.title, each.link, each.excerpt] for each in self.fact.sources]
        return [*about, *found, stance_of(self.planned.verdict), sources]


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def stance_of(verdict: Verdict | None) -> str:
    """How the sources of a row bear on its claim: what was found false, they refute."""
    if verdict is None:
        return Stance.SUPPORTS.value
    low = verdict.number is not None and verdict.number <= FALSE_UP_TO
    return (Stance.REFUTES if low or verdict.label.casefold() in SAYS_FALSE else Stance.SUPPORTS).value
