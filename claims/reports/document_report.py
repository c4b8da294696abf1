"""What a verdict report says: one frozen read model that every format prints. No queries and no layout here.

Offsets are code points of ``Report.text``, half-open. Times know their zone, dates are days.
``claims.reports.assembling`` fills it; confidential evidence arrives here already redacted.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from claims.vocabulary import (
    DocumentKind,
    EvidenceForm,
    EvidenceLevel,
    Flag,
    Kind,
    Shape,
    SkipReason,
    Stance,
    Weight,
)

Span = tuple[int, int]

DRAFT = "Draft, not issued"
SCOPE = "Text only; pictures and captions were not checked."
NOTICE = "Fully checked does not mean fit to publish."
CONFIDENTIAL = "confidential source, known to the desk"
ALONE = "not seen by a second person"

APPROVED, SKIPPED, RETIRED, OPEN = "approved", "skipped", "retired", "open"
# In our own drafts a verdict of any other shape asks for an outcome: changed, cut, or stands.
FINE = frozenset({Shape.TICK, Shape.THREE_QUARTERS, Shape.SMILE, Shape.BUBBLE})


@dataclass(frozen=True, slots=True)
class VerdictFacts:
    """A verdict in the words of the scale when it was approved; ``rating`` is its number, 5 being true, or none."""

    label: str
    meaning: str
    rating: int | None
    colour: str
    shape: str
    position: int


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One piece of evidence. Of a confidential one only number and stance are filled in.

    ``number`` counts within the claim, so that claim 5 has 5.1, 5.2 …; ``why`` says whether it counts, and why not.
    """

    number: int
    stance: Stance
    confidential: bool
    form: EvidenceForm | None = None
    level: EvidenceLevel | None = None
    title: str = ""
    publisher: str = ""
    origin: str = ""
    excerpt: str = ""
    locator: str = ""
    published: datetime.date | None = None
    accessed: datetime.date | None = None
    link: str = ""
    archive_link: str = ""
    file_sha256: str = ""
    saved_copy_sha256: str = ""
    counts: bool | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """One reviewer's submitted review on which a decision rests."""

    reviewer: str
    purpose: str
    verdict: str
    rationale: str
    as_of: datetime.date | None
    submitted_at: datetime.datetime
    exemption: str
    evidence: tuple[EvidenceFacts, ...]
    struck: int


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What an editor approved, with the reviews it rests on; in the order in which they were asked for."""

    verdict: VerdictFacts
    wording: str
    as_of: datetime.date | None
    recheck_on: datetime.date | None
    by: str
    at: datetime.datetime
    policy: str
    sole_sign_off: str
    reviews: tuple[ReviewFacts, ...]

    @property
    def evidence(self) -> list[EvidenceFacts]:
        """Every piece of every review, in the order of their numbers."""
        return [piece for review in self.reviews for piece in review.evidence]


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision that was ended: what had been approved, and why that no longer holds."""

    label: str
    wording: str
    by: str
    at: datetime.datetime
    ended_at: datetime.datetime
    weight: Weight
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One claim. ``standing`` is approved, skipped, retired or open: a report never says more of open work.

    ``looked_at``: an editor decided about it, so that it is no mere proposal.
    """

    number: int
    standing: str
    looked_at: bool
    text: str
    quote: str
    start: int
    end: int
    spans: tuple[Span, ...]
    kind: Kind
    flags: tuple[Flag, ...]
    speaker: str
    proposed_by_machine: bool
    confirmed_by: str
    decision: DecisionFacts | None = None
    settled_reason: SkipReason | None = None
    settled_words: str = ""
    settled_by: str = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Wording and speaker come from the machine, and nobody confirmed them."""
        return self.proposed_by_machine and not self.confirmed_by

    @property
    def approved(self) -> DecisionFacts | None:
        """The decision, while the claim is approved and not put aside."""
        return self.decision if self.standing == APPROVED else None

    @property
    def wording(self) -> str:
        """The claim as the report prints it."""
        return self.approved.wording if self.approved else self.text


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The document and the revision that was checked."""

    public_id: str
    title: str
    source: str
    author: str
    link: str
    date: datetime.date | None
    kind: DocumentKind
    language: str
    ours: bool
    revision: int
    sha256: str
    length: int
    reader: str
    extractor_version: str


@dataclass(frozen=True, slots=True)
class ScaleFacts:
    """The scale in use, its entries in order, and the ends of its numbers where it has any."""

    name: str
    question: str
    verdicts: tuple[VerdictFacts, ...]

    @property
    def ratings(self) -> list[int]:
        """Every number of the scale."""
        return [verdict.rating for verdict in self.verdicts if verdict.rating is not None]

    @property
    def best(self) -> int | None:
        """The number for what is true; none on a scale without numbers."""
        return max(self.ratings, default=None)


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """Where the document's history stood: the last event's number and hash, an anchor for ``verify_history``."""

    last_event: int
    last_hash: str
    at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table by verdict."""

    label: str
    count: int
    icon: str
    colour: str = ""


@dataclass(frozen=True)
class Report:
    """A whole report.

    ``unseen`` are the indexes of the sentences not yet looked at; ``hidden_corrections`` the claims whose earlier
    verdicts its reader may not see now.
    """

    document: DocumentFacts
    scale: ScaleFacts
    history: HistoryFacts
    text: str
    sentences: tuple[Span, ...]
    unseen: tuple[int, ...]
    claims: tuple[ClaimFacts, ...]
    hidden_corrections: tuple[int, ...] = ()

    def standing(self, word: str) -> list[ClaimFacts]:
        """The claims that stand there: approved, skipped, retired or open."""
        return self._by_standing.get(word, [])

    @cached_property
    def _by_standing(self) -> dict[str, list[ClaimFacts]]:
        found: dict[str, list[ClaimFacts]] = {}
        for claim in self.claims:
            found.setdefault(claim.standing, []).append(claim)
        return found

    @cached_property
    def decided(self) -> list[tuple[ClaimFacts, DecisionFacts]]:
        """Every approved claim with its decision, in the order of the text."""
        return [(claim, claim.approved) for claim in self.claims if claim.approved]

    @property
    def unaccounted(self) -> list[Span]:
        """The spans of the sentences not yet looked at."""
        return [self.sentences[index] for index in self.unseen]

    @cached_property
    def without_outcome(self) -> list[ClaimFacts]:
        """In our own drafts: wrong or unproven claims of which nobody recorded what became of them."""
        if not self.document.ours:
            return []
        return [claim for claim, decision in self.decided if decision.verdict.shape not in FINE]

    @property
    def complete(self) -> bool:
        """Fully checked: every sentence accounted for, no claim open, every wrong one of ours with an outcome."""
        return not (self.unaccounted or self.standing(OPEN) or self.without_outcome)

    @property
    def state(self) -> str:
        """What stands at the head of every page."""
        return DRAFT if self.complete else f"{DRAFT} · INCOMPLETE"

    @cached_property
    def figures(self) -> list[Figure]:
        """How many claims have each verdict, in the scale's order, then open, skipped and retired ones."""
        counts = Counter(decision.verdict for _, decision in self.decided)
        rows = [
            Figure(verdict.label, count, f"v-{verdict.shape}", verdict.colour)
            for verdict, count in sorted(counts.items(), key=lambda pair: (pair[0].position, pair[0].label))
        ]
        others = (
            (OPEN, "Open", "s-queued"),
            (SKIPPED, "Skipped, with a reason", "s-skipped"),
            (RETIRED, "Retired, with a reason", "s-retired"),
        )
        rows += [
            Figure(label, len(self.standing(word)), icon)
            for word, label, icon in others
            if self.standing(word)
        ]
        return rows
