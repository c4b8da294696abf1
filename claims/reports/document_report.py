"""What a verdict report says: one frozen read model that every format prints. No queries and no layout here.

Offsets are code points of ``Report.text``, half-open. Times know their zone, dates are days.
``claims.reports.assembling`` fills it; confidential evidence arrives here already redacted.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from claims.reports.claim_facts import (
    OPEN,
    RETIRED,
    SKIPPED,
    ClaimFacts,
    DecisionFacts,
    Span,
    VerdictFacts,
)
from claims.vocabulary import DocumentKind, Shape

DRAFT = "Draft, not issued"
SCOPE = "Text only; pictures and captions were not checked."
NOTICE = "Fully checked does not mean fit to publish."
# In our own drafts a verdict of any other shape asks for an outcome: changed, cut, or stands.
FINE = frozenset({Shape.TICK, Shape.THREE_QUARTERS, Shape.SMILE, Shape.BUBBLE})


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

    @property
    def counted(self) -> str:
        """The count in figures."""
        return f"{self.count:,}"


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
