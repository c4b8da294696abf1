"""Sentences of a sheet and the text that they stand in: each one found there, or the text made of them. Pure text."""

import io
import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from claims.text.phrases import Span

LONGEST_SENTENCE = 5_000
NOT_THERE = "This sentence does not stand in the text."
NOT_ONCE = "This sentence stands in the text more than once; add the words around it."
TOO_LONG = f"This sentence has more than {LONGEST_SENTENCE:,} characters; give the part that holds the fact."
WORD = re.compile(r"\S+")
# One sign for one sign, so that places stay where they are.
ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
NO_BLANKS = "\u0e00"  # from Thai on, scripts that may write words without blanks between them
BUCKETS = 1 << 16
WORDS_TRIED = 50  # of a sentence, for the one that is rarest in the text
RARE = 1_000


class NotPlaced(ValueError):
    """A sentence stands nowhere in the text, more than once, or is too long to be looked up; the message says which."""


class Places:
    """A text in which sentences are looked up one after the other; blanks, quotation marks and dashes may differ.

    Words are indexed by their hash, so that a text is gone through once and not for every sentence.
    """

    def __init__(self, text: str) -> None:
        self.starts, self.plain_starts = array("I"), array("I")
        self.numbers: dict[int, array[int]] = defaultdict(lambda: array("I"))
        plain = io.StringIO()
        for number, word in enumerate(WORD.finditer(text.translate(ALIKE))):
            self.starts.append(word.start())
            self.plain_starts.append(plain.tell())
            self.numbers[_bucket(word[0])].append(number)
            plain.write(word[0] + " ")
        self.plain = plain.getvalue()[:-1]
        self.reached = 0

    def find(self, sentence: str) -> Span:
        """Where a sentence stands, in code points; after the one found before if it stands there once, else anywhere.

        Raises NotPlaced. Time is linear in the text at worst, and in the sentence where one of its words is rare.
        """
        if len(sentence) > LONGEST_SENTENCE:
            raise NotPlaced(TOO_LONG)
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
        return list(islice(self._whole(wanted, at), 2)) if wanted else []

    def _whole(self, wanted: str, at: int) -> Iterator[int]:
        """Raises NotPlaced when places inside words are longer together than the text: they overlap without end."""
        left = 2 * len(self.plain)
        for place in self._hits(wanted, at):
            if not (
                _one_word(self.plain[place - 1 : place], wanted[0]) or self._runs_on(place + len(wanted))
            ):
                yield place
            left -= len(wanted)
            if left < 0:
                raise NotPlaced(NOT_ONCE)

    def _hits(self, wanted: str, at: int) -> Iterator[int]:
        """Where ``wanted`` stands, in words or inside of them: tried at its rarest word, else everywhere."""
        inner = islice(WORD.finditer(wanted, wanted.find(" ") + 1, max(wanted.rfind(" "), 0)), WORDS_TRIED)
        known = [(self.numbers.get(_bucket(word[0]), ()), word.start()) for word in inner]
        numbers, offset = min(known, key=lambda each: len(each[0]), default=(None, 0))
        if numbers is None or len(numbers) > RARE:
            while (at := self.plain.find(wanted, at)) >= 0:
                yield at
                at += 1
            return
        places = (self.plain_starts[number] - offset for number in numbers)
        yield from (place for place in places if place >= at and self.plain.startswith(wanted, place))

    def _runs_on(self, end: int) -> bool:
        return _one_word(self.plain[end - 1], self.plain[end : end + 1])

    def _place(self, at: int) -> int:
        word = bisect_right(self.plain_starts, at) - 1
        return self.starts[word] + at - self.plain_starts[word]


def _bucket(word: str) -> int:
    return hash(word) % BUCKETS


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
