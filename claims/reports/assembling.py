"""Fills the read model of a report from the tables, in a constant number of queries.

Rows are read per document, never by lists of keys, so that 20,000 claims need the same queries as one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from claims.lifecycle import AssignmentStatus, ClaimStatus, Purpose
from claims.models import Chain, Claim, ClaimSpan, Decision, Document, Event, Review, User, Verdict
from claims.permissions import visible_to
from claims.reports import claim_facts
from claims.reports import document_report as facts
from claims.reports.coverage import SentenceState, Standing, coverage
from claims.reports.sources import Sources, evidence_of, sources_by_review
from claims.sufficiency import Requirement
from claims.vocabulary import DocumentKind, Flag, Kind, MadeBy, SkipReason, Weight

Row = Mapping[str, Any]
Evidence = tuple[claim_facts.EvidenceFacts, ...]
TRIES = 5
ROWS_A_FETCH = 2000
STANDINGS = {
    ClaimStatus.APPROVED.value: claim_facts.APPROVED,
    ClaimStatus.SKIPPED.value: claim_facts.SKIPPED,
    ClaimStatus.RETIRED.value: claim_facts.RETIRED,
}
CLAIM_COLUMNS = (
    "id", "number", "status", "text", "quote", "start", "end", "kind", "flags", "speaker", "made_by",
    "confirmed_by_id", "settled_reason", "settled_words", "settled_by_id", "first_sentence", "last_sentence",
)  # fmt: skip
REVIEW_COLUMNS = (
    "id", "assignment_id", "assignment__claim_id", "assignment__round", "assignment__reviewer_id",
    "assignment__purpose", "verdict_id", "rationale", "as_of", "submitted_at", "exemption",
)  # fmt: skip


def assemble(document: Document, *, viewer: User | None = None) -> facts.Report:
    """The report of a document as it stands now; ten queries, one more for a viewer.

    A ``viewer`` is not shown the ended decisions of a claim that they review themselves (blind); such claims are
    named in ``hidden_corrections``. When somebody makes a move while the rows are read, they are read anew.
    """
    for _ in range(TRIES):
        fresh = Document.objects.select_related("scale", "current_revision__body", "chain").get(
            pk=document.pk
        )
        report = _Reading(fresh, viewer).report()
        if Chain.objects.get(document=fresh).last_number == report.history.last_event:
            break
    return report


class _Reading:
    """One pass over the tables of one document."""

    def __init__(self, document: Document, viewer: User | None) -> None:
        self.document = document
        names = User.objects.only("id", "username", "first_name", "last_name", "display_name")
        self.people = {user.pk: str(user) for user in names.iterator()}
        self.entries = list(Verdict.objects.order_by("scale", "position"))
        self.verdicts = {entry.pk: _verdict(entry) for entry in self.entries}
        self.decisions: dict[int, list[Decision]] = {}
        self.hidden: set[int] = set()
        self._read_decisions(viewer)
        self.reviews = _reviews(document)
        self.sources = sources_by_review(document)
        self.spans = _spans(document)

    def _read_decisions(self, viewer: User | None) -> None:
        rows = Decision.objects.filter(claim__document=self.document)
        seen = set(visible_to(viewer, rows).values_list("pk", flat=True)) if viewer else None
        for decision in rows.order_by("claim", "number").iterator(chunk_size=ROWS_A_FETCH):
            if seen is None or decision.pk in seen:
                self.decisions.setdefault(decision.claim_id, []).append(decision)
            else:
                self.hidden.add(decision.claim_id)

    def report(self) -> facts.Report:
        revision, scale = self.document.current_revision, self.document.scale
        assert revision is not None
        rows = list(_claim_rows(self.document).iterator(chunk_size=ROWS_A_FETCH))
        return facts.Report(
            document=_document(self.document),
            scale=facts.ScaleFacts(
                scale.name,
                scale.question,
                tuple(self.verdicts[entry.pk] for entry in self.entries if entry.scale_id == scale.pk),
            ),
            history=_history(self.document),
            text=revision.body.text,
            sentences=tuple(revision.body.sentences),
            unseen=_unseen(revision.sentence_count, rows),
            claims=tuple(self._claim(row) for row in rows),
            hidden_corrections=tuple(row["number"] for row in rows if row["id"] in self.hidden),
        )

    def _claim(self, row: Row) -> claim_facts.ClaimFacts:
        decisions = self.decisions.get(row["id"], [])
        current = next((decision for decision in decisions if decision.ended_at is None), None)
        return claim_facts.ClaimFacts(
            number=row["number"],
            standing=STANDINGS.get(row["status"], claim_facts.OPEN),
            looked_at=row["status"] != ClaimStatus.PROPOSED,
            text=row["text"],
            quote=row["quote"],
            start=row["start"],
            end=row["end"],
            spans=tuple(self.spans.get(row["id"], ())),
            kind=Kind(row["kind"]),
            flags=tuple(Flag(flag) for flag in row["flags"]),
            speaker=row["speaker"],
            proposed_by_machine=row["made_by"] == MadeBy.MACHINE,
            from_fact_sheet=row["made_by"] == MadeBy.IMPORT,
            confirmed_by=self._name(row["confirmed_by_id"]),
            decision=self._decision(row, current) if current else None,
            settled_reason=SkipReason(row["settled_reason"]) if row["settled_reason"] else None,
            settled_words=row["settled_words"],
            settled_by=self._name(row["settled_by_id"]),
            corrections=tuple(self._correction(decision) for decision in decisions if decision.ended_at),
        )

    def _name(self, user: int | None) -> str:
        return self.people.get(user, "") if user else ""

    def _decision(self, row: Row, decision: Decision) -> claim_facts.DecisionFacts:
        return claim_facts.DecisionFacts(
            verdict=_frozen(self.verdicts[decision.verdict_id], decision),
            wording=decision.wording,
            as_of=decision.as_of,
            recheck_on=decision.recheck_on,
            by=self._name(decision.by_id),
            at=decision.at,
            policy=decision.policy.get("sentence", ""),
            sole_sign_off=decision.sole_sign_off,
            reviews=tuple(self._reviews_under(row, decision)),
        )

    def _reviews_under(self, row: Row, decision: Decision) -> Iterable[claim_facts.ReviewFacts]:
        """The reviews of the round on which the decision rests, in the order in which they were asked for."""
        requirement = Requirement(**{k: v for k, v in decision.policy.items() if k != "sentence"})
        of_claim = self.reviews.get(row["id"], [])
        round_ = next(
            review["assignment__round"] for review in of_claim if review["id"] == decision.review_id
        )
        first = 1
        for review in of_claim:
            if review["assignment__round"] == round_:
                sources = self.sources.get(review["id"], Sources())
                evidence = evidence_of(
                    sources.standing,
                    requirement,
                    claim=row["number"],
                    first=first,
                    kind=row["kind"],
                    speaker=row["speaker"],
                    publisher=self.document.source,
                )
                first += len(evidence)
                yield self._review(review, evidence, sources.struck)

    def _review(
        self, row: Row, evidence: tuple[claim_facts.EvidenceFacts, ...], struck: int
    ) -> claim_facts.ReviewFacts:
        return claim_facts.ReviewFacts(
            reviewer=self._name(row["assignment__reviewer_id"]),
            purpose=Purpose(row["assignment__purpose"]).value,
            verdict=self.verdicts[row["verdict_id"]].label,
            rationale=row["rationale"],
            as_of=row["as_of"],
            submitted_at=row["submitted_at"],
            exemption=row["exemption"],
            evidence=evidence,
            struck=struck,
        )

    def _correction(self, decision: Decision) -> claim_facts.Correction:
        assert decision.ended_at is not None
        return claim_facts.Correction(
            label=decision.label,
            wording=decision.wording,
            by=self._name(decision.by_id),
            at=decision.at,
            ended_at=decision.ended_at,
            weight=Weight(decision.ended_weight),
            reason=decision.ended_reason,
        )


def _unseen(sentences: int, rows: Sequence[Row]) -> tuple[int, ...]:
    """The indexes of the sentences not yet looked at."""
    standings = (Standing(row["status"], row["first_sentence"], row["last_sentence"]) for row in rows)
    states = coverage(sentences, standings).states
    return tuple(index for index, state in enumerate(states) if state is SentenceState.UNSEEN)


def _claim_rows(document: Document) -> "QuerySet[Claim, dict[str, Any]]":
    in_order = Claim.objects.filter(document=document).in_text_order()
    rows: QuerySet[Claim, dict[str, Any]] = in_order.values(*CLAIM_COLUMNS)
    return rows


def _reviews(document: Document) -> dict[int, list[Row]]:
    """Of each claim with a decision, the last submitted review of every assignment, by the claim's key."""
    rows = Review.objects.submitted().filter(
        assignment__claim__document=document,
        assignment__claim__current_decision__isnull=False,
        assignment__status=AssignmentStatus.SUBMITTED,
    )
    ordered = rows.order_by("assignment", "number").values(*REVIEW_COLUMNS)
    last = {row["assignment_id"]: row for row in ordered.iterator(chunk_size=ROWS_A_FETCH)}
    found: dict[int, list[Row]] = {}
    for row in last.values():
        found.setdefault(row["assignment__claim_id"], []).append(row)
    return found


def _spans(document: Document) -> dict[int, list[claim_facts.Span]]:
    """Every claim's passage in the current revision, by the claim's key."""
    rows = ClaimSpan.objects.filter(claim__document=document, revision=document.current_revision_id)
    found: dict[int, list[claim_facts.Span]] = {}
    for claim, start, end in rows.order_by("claim", "position").values_list("claim_id", "start", "end"):
        found.setdefault(claim, []).append((start, end))
    return found


def _verdict(entry: Verdict) -> claim_facts.VerdictFacts:
    return claim_facts.VerdictFacts(
        entry.label, entry.meaning, entry.number, entry.colour, entry.shape, entry.position
    )


def _frozen(entry: claim_facts.VerdictFacts, decision: Decision) -> claim_facts.VerdictFacts:
    """The scale's entry in the words that it had when the decision was made."""
    if (entry.label, entry.meaning) == (decision.label, decision.meaning):
        return entry
    return claim_facts.VerdictFacts(
        decision.label, decision.meaning, entry.rating, entry.colour, entry.shape, entry.position
    )


def _history(document: Document) -> facts.HistoryFacts:
    chain = document.chain
    at = Event.objects.filter(chain=chain, number=chain.last_number).values_list("at", flat=True).first()
    return facts.HistoryFacts(chain.last_number, chain.last_hash, at)


def _document(document: Document) -> facts.DocumentFacts:
    revision = document.current_revision
    assert revision is not None
    return facts.DocumentFacts(
        public_id=str(document.public_id),
        title=document.title,
        source=document.source,
        author=document.author,
        link=document.link,
        date=document.date,
        kind=DocumentKind(document.kind),
        language=document.language,
        ours=document.ours,
        revision=revision.number,
        sha256=revision.sha256,
        length=revision.length,
        reader=revision.reader,
        extractor_version=revision.extractor_version,
    )
