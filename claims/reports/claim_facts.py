"""What a report says of one claim: verdict, evidence, reviews, decision, corrections, as frozen data. No queries here.

Offsets are code points of the report's text, half-open. Of confidential evidence only its number and stance arrive.
"""

import datetime
from dataclasses import dataclass

from claims.vocabulary import EvidenceForm, EvidenceLevel, Flag, Kind, SkipReason, Stance, Weight

Span = tuple[int, int]

CONFIDENTIAL = "confidential source, known to the desk"
ALONE = "not seen by a second person"

APPROVED, SKIPPED, RETIRED, OPEN = "approved", "skipped", "retired", "open"


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
    from_fact_sheet: bool = False

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
