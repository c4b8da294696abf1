"""The words of a piece of a sentence, with its references put in. What they stand for is decided elsewhere."""

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


def worded(text: str, spans: Sequence[Span], references: Sequence[Reference]) -> list[str]:
    """The words of each span on one line. What the piece itself has named before keeps its pronoun."""
    return [_one(text, span, [each for each in references if _needed(each, span, spans)]) for span in spans]


def _needed(reference: Reference, span: Span, spans: Sequence[Span]) -> bool:
    inside = span[0] <= reference.start and reference.end <= span[1]
    source = reference.source
    named = any(start <= source[0] and source[1] <= end for start, end in spans)
    return inside and not named


def _one(text: str, span: Span, references: Sequence[Reference]) -> str:
    parts, at = [], span[0]
    for reference in references:
        parts += [text[at : reference.start], reference.words]
        at = reference.end
    return " ".join("".join([*parts, text[at : span[1]]]).split())
