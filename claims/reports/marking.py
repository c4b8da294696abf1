"""A text cut into flat pieces, so that passages which overlap, nest or coincide can be marked without nesting.

Offsets are code points, half-open. Joining every piece's text gives the text back, blank lines included.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same passages throughout.

    ``numbers`` are the passages that cover it, ``begins`` those whose first span begins here (their chip stands
    before it), ``sentence`` the index of the sentence it lies in, or ``None`` between sentences.
    """

    start: int
    end: int
    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    sentence: int | None = None


# How a piece under several passages looks: like the first of these that one of them has.
LOOKS = (
    "current",
    "waiting",
    "disputed",
    "submitted",
    "with-reviewers",
    "in_review",
    "assigned",
    "on_hold",
    "queued",
    "proposed",
    "approved",
    "skipped",
    "retired",
    "neighbour",
)


@dataclass(frozen=True)
class Mark:
    """How one passage is shown: ``look`` is one of ``LOOKS``, ``label`` what a screen reader says.

    ``icon`` and ``colour`` (of a verdict) stand in the chip; ``url`` is where the chip leads, if anywhere.
    """

    number: int
    look: str
    label: str
    icon: str = ""
    colour: str = ""
    url: str = ""


class Sentences(NamedTuple):
    """Sentences side by side, and the number of the first one."""

    spans: Sequence[Span]
    first: int = 0


def cut(
    text: str,
    passages: Iterable[tuple[int, Sequence[Span]]],
    sentences: Sequence[Span] = (),
    first_sentence: int = 0,
) -> list[Piece]:
    """Cut ``text`` at every border of a passage, a sentence or a line; linear in pieces and covers.

    ``passages`` are pairs of a number and its spans; ``sentences`` are counted from ``first_sentence``. Spans outside
    the text are a programming error (ValueError).
    """
    passages = [(number, list(spans)) for number, spans in passages]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    first = {min(spans)[0]: [] for _, spans in passages if spans}  # type: dict[int, list[int]]
    for number, spans in passages:
        for start, end in spans:
            if not 0 <= start < end <= len(text):
                raise ValueError(f"span {start}:{end} is not in a text of {len(text)}")
            opens.setdefault(start, []).append(number)
            closes.setdefault(end, []).append(number)
        if spans:
            first[min(spans)[0]].append(number)
    return _pieces(text, opens, closes, first, Sentences(sentences, first_sentence))


def _pieces(
    text: str,
    opens: dict[int, list[int]],
    closes: dict[int, list[int]],
    first: dict[int, list[int]],
    sentences: Sentences,
) -> list[Piece]:
    borders = {0, len(text), *opens, *closes, *(offset for span in sentences.spans for offset in span)}
    borders |= {i + 1 for i, character in enumerate(text) if character == "\n"}
    starts = [start for start, _ in sentences.spans]
    ordered = sorted(borders)
    covering: list[int] = []
    found = []
    for start, end in pairwise(ordered):
        for number in closes.get(start, ()):
            covering.remove(number)
        covering.extend(opens.get(start, ()))
        index = bisect_right(starts, start) - 1
        inside = index >= 0 and start < sentences.spans[index][1]
        begins = tuple(sorted(first.get(start, ())))
        numbers = tuple(sorted(set(covering)))
        found.append(
            Piece(start, end, text[start:end], numbers, begins, sentences.first + index if inside else None)
        )
    return found


def paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Group pieces into paragraphs: a piece that ends in a line break closes one; blank ones join the one before."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if found[-1] and found[-1][-1].text.endswith("\n") and piece.text.strip():
            found.append([])
        found[-1].append(piece)
    return [paragraph for paragraph in found if paragraph]
