"""A long text in sections that a page can show, each a run of whole sentences. Reads no database.

Offsets are code points, half-open; the sections of a text lie side by side and join to the whole.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.reports.marking import Span

SENTENCES_A_SECTION = 500  # about half a megabyte of HTML when each has a claim
LOOK_BACK = 100  # so many sentences a border may move forward to stand at the beginning of a line


@dataclass(frozen=True)
class Section:
    """One section: its number from 1, how many there are, its stretch of the text, and its first sentence (0-based)."""

    number: int
    total: int
    start: int
    end: int
    first: int = 0

    @property
    def is_part(self) -> bool:
        """Whether there is more text than this."""
        return self.total > 1

    @property
    def before(self) -> int:
        """The number of the section before, 0 for none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the section after, 0 for none."""
        return self.number + 1 if self.number < self.total else 0

    def inside(self, start: int, end: int) -> Span:
        """What of a span lies in this section, counted from its beginning."""
        return max(start, self.start) - self.start, min(end, self.end) - self.start


def sections(text: str, sentences: Sequence[Span]) -> list[Section]:
    """The sections of a text, one for a short one; linear in its sentences."""
    firsts = [0]
    while len(sentences) - firsts[-1] > SENTENCES_A_SECTION:
        firsts.append(_border(text, sentences, firsts[-1] + SENTENCES_A_SECTION))
    starts = [0, *(sentences[first][0] for first in firsts[1:]), len(text)]
    return [
        Section(place + 1, len(firsts), starts[place], starts[place + 1], first)
        for place, first in enumerate(firsts)
    ]


def whole(text: str) -> Section:
    """All of a text as one section, for a page that shows all of it."""
    return Section(1, 1, 0, len(text))


def _border(text: str, sentences: Sequence[Span], wanted: int) -> int:
    """The last sentence up to the wanted one that begins a line, if one is near; else the wanted one."""
    for index in range(wanted, wanted - LOOK_BACK, -1):
        if "\n" in text[sentences[index - 1][1] - 1 : sentences[index][0]]:
            return index
    return wanted


def at_offset(found: Sequence[Section], offset: int) -> Section:
    """The section in which this place of the text lies."""
    return found[max(bisect_right([section.start for section in found], offset) - 1, 0)]


def at_sentence(found: Sequence[Section], index: int) -> Section:
    """The section in which this sentence begins."""
    return found[max(bisect_right([section.first for section in found], index) - 1, 0)]
