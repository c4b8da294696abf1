"""What is put for a pronoun or a short name, and where it is needed. What they stand for is decided elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.phrases import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """The words to put for the pronoun or short name at ``start`` to ``end`` (code points of the document).

    ``source`` is the last mention of the same before it. The words begin with a small letter unless they are a name.
    """

    start: int
    end: int
    words: str
    source: Span


def needed(references: Sequence[Reference], spans: Sequence[Span]) -> list[Reference]:
    """Those inside these spans; what the spans have named before keeps its pronoun."""
    return [each for each in references if _within(each, spans) and not _named(each, spans)]


def _within(reference: Reference, spans: Sequence[Span]) -> bool:
    return any(start <= reference.start and reference.end <= end for start, end in spans)


def _named(reference: Reference, spans: Sequence[Span]) -> bool:
    source = reference.source
    return any(start <= source[0] and source[1] <= end for start, end in spans)
