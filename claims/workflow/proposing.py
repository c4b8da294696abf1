"""The machine's candidates as claims and passages: made outside of any transaction, stored a thousand at a time.

Private to this folder; ``intake`` stores them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claims.models import Claim, ClaimSpan, Policy, Revision, User, rows
from claims.models.history import canonical, sha256
from claims.models.search import as_search_text
from claims.text import VERSION, Candidate, Extraction, plain_name
from claims.vocabulary import MadeBy
from claims.workflow.arriving import SentenceIndex, required

CLAIMS_A_STEP = 1000
# The columns in which the claims of one text differ, as ``_columns`` gives them; before them stands the key.
NAMES = (
    "number", "start", "end", "quote", "first_sentence", "last_sentence", "text", "kind", "kind_reason",
    "speaker", "speaker_start", "speaker_end", "cue", "check_worthiness", "features", "required_reviews",
    "search_text",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """Some claims in the order of the text: the columns of each, and its passages."""

    claims: list[tuple[Any, ...]]
    spans: list[Sequence[tuple[int, int]]]


class Proposals:
    """The claims that will be proposed for one text."""

    def __init__(self, extraction: Extraction, rules: Sequence[Policy]) -> None:
        self.extraction = extraction
        self.sentences = SentenceIndex(extraction.sentences)
        kinds = {candidate.kind for candidate in extraction.candidates}
        self.reviews = {kind: required(rules, kind) for kind in sorted(kinds)}
        self.count = len(extraction.candidates)
        self.are_many = self.count > CLAIMS_A_STEP
        self.words = {
            "claims": self.count,
            "digest": sha256(canonical(extraction.as_dict())),
            "extractor": VERSION,
        }

    def steps(self) -> Iterator[Step]:
        """What is stored in one go, made when it is asked for; none when the text has no claim."""
        numbered = enumerate(self.extraction.candidates, start=1)
        for some in rows.portions(numbered, CLAIMS_A_STEP):
            yield Step(
                [self._columns(number, candidate) for number, candidate in some],
                [candidate.spans for _, candidate in some],
            )

    def _columns(self, number: int, candidate: Candidate) -> tuple[Any, ...]:
        start, end = candidate.start, candidate.end
        speaker = plain_name(candidate.speaker)
        return (
            number,
            start,
            end,
            candidate.quote,
            *self.sentences.of(start, end),
            candidate.text,
            candidate.kind.value,
            candidate.kind_reason[:200],
            speaker[:300],
            *(candidate.speaker_span or (None, None)),
            candidate.cue[:100],
            round(candidate.check_worthiness * 1000),
            dict(candidate.features),
            self.reviews[candidate.kind],
            as_search_text(*dict.fromkeys((candidate.text, candidate.quote, speaker))),
        )


def add(step: Step, revision: Revision, by: User) -> None:
    """Store some claims and their passages; in a transaction."""
    like = Claim(
        document=revision.document,
        revision=revision,
        due_at=revision.document.due_at,
        made_by=MadeBy.MACHINE,
        added_by=by,
        added_at=revision.added_at,
    )
    keys = rows.new_keys(Claim, len(step.claims))
    claims = ((key, *columns) for key, columns in zip(keys, step.claims, strict=True))
    rows.add_alike(like, ("id", *NAMES), claims)
    passages = (
        (key, position, start, end)
        for key, spans in zip(keys, step.spans, strict=True)
        for position, (start, end) in enumerate(spans)
    )
    rows.add_alike(ClaimSpan(revision=revision), ("claim", "position", "start", "end"), passages)
