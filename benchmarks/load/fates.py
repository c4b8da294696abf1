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
from django.utils import timezone

from benchmarks.load.histories import Histories
from benchmarks.load.inventing import SEED
from benchmarks.load.rows import Table
from claims.models import Assignment, Claim, ClaimSpan, Decision, Evidence, Policy, Review, User, Verdict
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
READ = (
    "id", "document_id", "number", "revision_id", "kind", "text", "quote", "speaker", "flags", "due_at", "version",
)  # fmt: skip
# What of a claim's own row changes on its way.
CHANGED = (
    "status", "version", "due_at", "confirmed_by_id", "current_decision_id",
    "status_before", "settled_reason", "settled_by_id",
)  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """The people of the desk."""

    editor: User
    other: User
    administrator: User
    reviewers: list[User]


class Fates:
    """The claims of a batch of documents and the rows that their way leaves."""

    def __init__(self, documents: list[int], batch: int, cast: Cast, today: datetime.datetime) -> None:
        self.chance = random.Random(f"{SEED}/fates/{batch}")
        self.cast, self.today = cast, today
        now = timezone.now()
        self.now, self.day = _time(now), connection.ops.adapt_datefield_value(today.date())
        self.histories = Histories(documents, now)
        self.tables = [Table(model) for model in (Assignment, Review, Evidence, Decision)]
        self.assignments, self.reviews, self.evidence, self.decisions = self.tables
        self.verdicts = list(Verdict.objects.filter(scale__name="Rating", number__isnull=False))
        self.policies = _policies()
        self.spans = _spans(documents)
        rows = Claim.objects.filter(document__in=documents).order_by("document", "number").values(*READ)
        self.claims = list(rows)
        self.changed: list[list[Any]] = []

    def store(self) -> int:
        """Give every claim its fate; returns how many rows were added."""
        fates = self.chance.choices(list(SHARES), weights=list(SHARES.values()), k=len(self.claims))
        for claim, fate in zip(self.claims, fates, strict=True):
            claim |= dict.fromkeys(CHANGED[3:5]) | {"status": "proposed", "settled_by_id": None}
            claim |= {"status_before": "", "settled_reason": ""}
            self._walk(claim, fate)
            if fate != "proposed":
                claim["due_at"] = _time(claim["due_at"])
                self.changed.append([claim[name] for name in (*CHANGED, "id")])
        added = sum(table.store() for table in self.tables)
        columns = ", ".join(f"{name} = %s" for name in CHANGED)
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE claims_claim SET {columns} WHERE id = %s", self.changed)
        return added + self.histories.store()

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
            due_at=_time(claim["due_at"]),
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
        said = [claim["revision_id"], self.spans[claim["id"]], claim["text"], claim["speaker"], claim["kind"]]
        return hashlib.sha256(json.dumps([*said, sorted(claim["flags"])]).encode()).hexdigest()


def _time(value: datetime.datetime | None) -> Any:
    return connection.ops.adapt_datetimefield_value(value)


def _policies() -> dict[str, str]:
    """What the desk asks for each kind of claim, as a decision freezes it."""
    rules = list(Policy.objects.filter(verdict=None))
    return {kind: json.dumps(requirement_for(rules, kind=kind, flags=[]).as_dict()) for kind in Kind}


def _spans(documents: list[int]) -> dict[int, list[list[int]]]:
    found: dict[int, list[list[int]]] = {}
    rows = ClaimSpan.objects.filter(claim__document__in=documents).order_by("claim", "position")
    for claim, start, end in rows.values_list("claim_id", "start", "end"):
        found.setdefault(claim, []).append([start, end])
    return found
