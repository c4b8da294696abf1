"""Sentences of a sheet and the text that they stand in: each one found there, or the text made of them. Pure text."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from claims.text.phrases import Span

NOT_THERE = "This sentence does not stand in the text."
NOT_ONCE = "This sentence stands in the text more than once; add the words around it."
WORD = re.compile(r"\S+")
# One sign for one sign, so that places stay where they are.
ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
NO_BLANKS = "\u0e00"  # from Thai on, scripts that may write words without blanks between them


class NotPlaced(ValueError):
    """A sentence stands nowhere in the text, or more than once; the message says which."""


class Places:
    """A text in which sentences are looked up one after the other; blanks, quotation marks and dashes may differ."""

    def __init__(self, text: str) -> None:
        words = list(WORD.finditer(text))
        self.plain = " ".join(word.group() for word in words).translate(ALIKE)
        self.starts = [word.start() for word in words]
        self.plain_starts: list[int] = []
        at = 0
        for word in words:
            self.plain_starts.append(at)
            at += len(word.group()) + 1
        self.reached = 0

    def find(self, sentence: str) -> Span:
        """Where a sentence stands, in code points; after the one found before if it stands there once, else anywhere.

        Raises NotPlaced. Time is linear in the text.
        """
        wanted = " ".join(sentence.split()).translate(ALIKE)
        found = self._two(wanted, self.reached) or self._two(wanted, 0)
        if not found:
            raise NotPlaced(NOT_THERE)
        if len(found) > 1:
            raise NotPlaced(NOT_ONCE)
        start, end = found[0], found[0] + len(wanted)
        self.reached = end
        return self._place(start), self._place(end - 1) + 1

    def _two(self, wanted: str, at: int) -> list[int]:
        """The first two places from ``at`` on where ``wanted`` stands as whole words."""
        found: list[int] = []
        while wanted and len(found) < 2 and (at := self.plain.find(wanted, at)) >= 0:
            if not (_one_word(self.plain[at - 1 : at], wanted[0]) or self._runs_on(at + len(wanted))):
                found.append(at)
            at += 1
        return found

    def _runs_on(self, end: int) -> bool:
        return _one_word(self.plain[end - 1], self.plain[end : end + 1])

    def _place(self, at: int) -> int:
        word = bisect_right(self.plain_starts, at) - 1
        return self.starts[word] + at - self.plain_starts[word]


def _one_word(before: str, after: str) -> bool:
    """Whether two signs beside each other are the inside of one word."""
    return before.isalnum() and after.isalnum() and max(before, after) < NO_BLANKS


def text_of(sentences: Iterable[str]) -> tuple[str, list[Span]]:
    """A text with each sentence as a paragraph, a repeated one once, and the span of each of ``sentences`` in it."""
    paragraphs: dict[str, Span] = {}
    spans: list[Span] = []
    at = 0
    for sentence in sentences:
        words = " ".join(sentence.split())
        if words not in paragraphs:
            paragraphs[words] = (at, at + len(words))
            at += len(words) + 2
        spans.append(paragraphs[words])
    return "\n\n".join(paragraphs), spans
