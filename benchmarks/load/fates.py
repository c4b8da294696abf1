"""What became of the proposed claims: assignments, reviews, evidence, decisions and their history, past the verbs.

No verb reviews or approves in bulk, so these rows are put in by hand; the history is chained and verifies all the same.
"""

import datetime
import hashlib
import json
import random
from dataclasses import dataclass
from typing import Any

from django.db import connection

from benchmarks.load.arrivals import Arrivals, as_time
from benchmarks.load.inventing import SEED
from benchmarks.load.rows import Table
from claims.models import Assignment, Decision, Evidence, Policy, Review, User, Verdict
from claims.sufficiency import requirement_for
from claims.vocabulary import Kind

# Of a hundred claims.
SHARES = {
    "proposed": 40,
    "queued": 15,
    "assigned": 10,
    "in_review": 5,
    "submitted": 5,
    "approved": 15,
    "skipped": 10,
}
ASSIGNMENT = {"assigned": "asked", "in_review": "started", "submitted": "submitted", "approved": "submitted"}
REASONS = ("opinion", "prediction", "out_of_scope")
PIECES = 2
RATIONALE = "The yearbook gives the same figure for the same year, and the office confirmed it by telephone."


@dataclass(frozen=True)
class Cast:
    """The people of the desk."""

    editor: User
    other: User
    administrator: User
    reviewers: list[User]


class Fates:
    """What becomes of the claims that have arrived; their columns are changed before they are stored."""

    def __init__(self, arrived: Arrivals, batch: int, cast: Cast) -> None:
        self.chance = random.Random(f"{SEED}/fates/{batch}")
        self.cast, self.claims, self.histories = cast, arrived.claims, arrived.histories
        self.today, self.now = arrived.today, arrived.now
        self.day = connection.ops.adapt_datefield_value(arrived.today.date())
        self.tables = [Table(model) for model in (Assignment, Review, Evidence, Decision)]
        self.assignments, self.reviews, self.evidence, self.decisions = self.tables
        self.verdicts = list(Verdict.objects.filter(scale__name="Rating", number__isnull=False))
        self.policies = _policies()

    def store(self) -> None:
        """Give every claim its fate and write the rows that it leaves beside the claim's own."""
        fates = self.chance.choices(list(SHARES), weights=list(SHARES.values()), k=len(self.claims))
        for claim, fate in zip(self.claims, fates, strict=True):
            self._walk(claim, fate)
        for table in self.tables:
            table.store()

    def _walk(self, claim: dict[str, Any], fate: str) -> None:
        """From the proposal to where the claim ends."""
        editor = self.cast.editor
        if fate == "queued":
            self._move(claim, "queue", editor, to=fate)
        elif fate == "skipped":
            reason = self.chance.choice(REASONS)
            claim |= {"status_before": "proposed", "settled_reason": reason, "settled_by_id": editor.pk}
            self._move(claim, "skip", editor, to=fate, reason=reason)
        elif fate in ASSIGNMENT:
            self._assign(claim, fate)

    def _assign(self, claim: dict[str, Any], fate: str) -> None:
        reviewer = self.chance.choice(self.cast.reviewers)
        if self.chance.random() < 0.5:
            claim["due_at"] = self.today + datetime.timedelta(hours=self.chance.randrange(-300, 1500))
        assignment = self.assignments.add(
            claim_id=claim["id"],
            round=1,
            reviewer_id=reviewer.pk,
            status=ASSIGNMENT[fate],
            by_id=self.cast.editor.pk,
            at=self.now,
            due_at=as_time(claim["due_at"]),
            submitted_at=self.now if ASSIGNMENT[fate] == "submitted" else None,
        )
        told = {"assignment": assignment, "reviewer": str(reviewer.public_id)}
        self._move(claim, "assign", self.cast.editor, to="assigned", **told)
        if fate != "assigned":
            self._review(claim, fate, assignment, reviewer)

    def _review(self, claim: dict[str, Any], fate: str, assignment: int, reviewer: User) -> None:
        done, verdict = fate != "in_review", self.chance.choice(self.verdicts)
        review = self.reviews.add(
            assignment_id=assignment,
            revision_id=claim["revision_id"],
            verdict_id=verdict.pk,
            rationale=RATIONALE,
            as_of=self.day,
            claim_digest=self._digest(claim) if done else "",
            last_evidence_number=PIECES,
            saved_at=self.now,
            submitted_at=self.now if done else None,
            version=2 if done else 1,
        )
        for number in range(1, PIECES + 1):
            self._evidence(claim, review, number, reviewer)
        told: dict[str, Any] = {"assignment": assignment, "role": "reviewer", "review": {"number": 1}}
        self._move(claim, "start", reviewer, to="in_review", **told)
        if done:
            self._move(claim, "submit", reviewer, to="submitted", **told)
        if fate == "approved":
            self._approve(claim, review, verdict)

    def _evidence(self, claim: dict[str, Any], review: int, number: int, reviewer: User) -> None:
        place = f"{claim['document_id']}/{claim['number']}/{number}"
        self.evidence.add(
            claim_id=claim["id"],
            review_id=review,
            number=number,
            stance="supports",
            form="data",
            level="primary",
            title=f"Yearbook of the coast, table {place}",
            link=f"https://yearbook.example/{place}",
            publisher=f"Office {number}",
            origin=f"Statistical office {number}",
            excerpt=claim["quote"],
            added_by_id=reviewer.pk,
            added_at=self.now,
        )

    def _approve(self, claim: dict[str, Any], review: int, verdict: Verdict) -> None:
        by = self.cast.other
        decision = self.decisions.add(
            claim_id=claim["id"],
            number=1,
            review_id=review,
            verdict_id=verdict.pk,
            wording=claim["text"],
            as_of=self.day,
            label=verdict.label,
            meaning=verdict.meaning,
            policy=self.policies[claim["kind"]],
            by_id=by.pk,
            at=self.now,
        )
        claim |= {"confirmed_by_id": by.pk, "current_decision_id": decision}
        self._move(claim, "approve", by, to="approved", verdict=verdict.label)

    def _move(
        self,
        claim: dict[str, Any],
        action: str,
        by: User,
        *,
        to: str,
        role: str = "editor",
        assignment: int | None = None,
        **words: Any,
    ) -> None:
        words |= {"before": {"status": claim["status"]}, "after": {"status": to}}
        claim["status"] = to
        claim["version"] += action != "start"
        self.histories.record(claim["document_id"], action, by, role, words, claim["id"], assignment)

    def _digest(self, claim: dict[str, Any]) -> str:
        """What ``Claim.digest`` says, without a query for each claim."""
        spans = [list(span) for span in claim["spans"]]
        said = [claim["revision_id"], spans, claim["text"], claim["speaker"], claim["kind"], []]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _policies() -> dict[str, str]:
    """What the desk asks for each kind of claim, as a decision freezes it."""
    rules = list(Policy.objects.filter(verdict=None))
    return {kind: json.dumps(requirement_for(rules, kind=kind, flags=[]).as_dict()) for kind in Kind}
