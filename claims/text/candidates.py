"""What extraction gives back: candidates on their exact spans, and the whole result in the shape that is printed."""

from dataclasses import dataclass, field
from typing import Any

from claims.text.phrases import Span
from claims.vocabulary import Kind

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed claim. Offsets are code points, half-open; ``quote`` is the text from ``start`` to ``end``.

    ``spans`` are the pieces it stands on, in order, without overlap, inside the envelope; ``speaker`` is "" for the
    document's own statement, and ``speaker_span`` may lie outside the envelope (a transcript's label), as may
    ``cue_span``, the word that says so. ``features`` are the shares of the score.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    quote: str
    text: str
    kind: Kind
    kind_reason: str
    speaker: str
    speaker_span: Span | None
    check_worthiness: float
    cue: str = ""
    features: dict[str, float] = field(default_factory=dict)
    cue_span: Span | None = None

    def as_dict(self) -> dict[str, Any]:
        """The shape that ``extract_claims`` prints."""
        return {
            "start": self.start,
            "end": self.end,
            "spans": [list(span) for span in self.spans],
            "quote": self.quote,
            "text": self.text,
            "kind": str(self.kind),
            "kind_reason": self.kind_reason,
            "speaker": self.speaker,
            "speaker_span": list(self.speaker_span) if self.speaker_span else None,
            "cue": list(self.cue_span) if self.cue_span else None,
            "check_worthiness": self.check_worthiness,
        }


@dataclass(frozen=True, slots=True)
class Extraction:
    """The sentences of a text and the candidates in reading order; each sentence has one candidate or more.

    ``attributions`` are (source, cue, content): who says it (None: not named), the words that say so, what is said.
    """

    language: str
    sentences: tuple[Span, ...]
    candidates: tuple[Candidate, ...]
    attributions: tuple[tuple[Span | None, Span, Span], ...] = ()

    def as_dict(self, id: object = None) -> dict[str, Any]:
        """The shape that ``extract_claims`` prints for one document."""
        return {
            "id": id,
            "language": self.language,
            "sentences": [list(span) for span in self.sentences],
            "claims": [candidate.as_dict() for candidate in self.candidates],
            "attributions": [
                {"source": list(source) if source else None, "cue": list(cue), "content": list(content)}
                for source, cue, content in self.attributions
            ],
        }
