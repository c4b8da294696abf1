"""Which words of one text differ from another. Pure; the parts of the answer join to the first text again."""

import re
from difflib import SequenceMatcher
from itertools import groupby

WORDS = re.compile(r"\S+\s*|\s+")
Part = tuple[str, bool]
# Beyond this much there is nothing to point at: the texts are simply two texts.
MOSTLY = 0.6
# The comparison grows with the square of the words; nobody reads the marks of a longer text.
MOST_WORDS = 5000


def differing(text: str, other: str) -> list[Part]:
    """``text`` in parts, each with whether its words do not stand in ``other`` in this order (difflib, by words).

    Where one of them has more than ``MOST_WORDS`` words, ``text`` is one part without a mark.
    """
    words, others = WORDS.findall(text), WORDS.findall(other)
    if max(len(words), len(others)) > MOST_WORDS:
        return [(text, False)]
    matcher = SequenceMatcher(None, [_plain(w) for w in words], [_plain(w) for w in others], autojunk=False)
    same: set[int] = set()
    for block in matcher.get_matching_blocks():
        same.update(range(block.a, block.a + block.size))
    marked = [(word, index not in same) for index, word in enumerate(words)]
    runs = groupby(marked, lambda pair: pair[1])
    return _without_blanks_behind([("".join(word for word, _ in run), changed) for changed, run in runs])


def _without_blanks_behind(parts: list[Part]) -> list[Part]:
    """The same text, each blank behind marked words moved to what follows, so that no line is drawn below it."""
    found: list[Part] = []
    carried = ""
    for words, changed in parts:
        kept = words.rstrip() if changed else words
        if carried + kept:
            found.append((carried + kept, changed))
        carried = words[len(kept) :]
    return [*found, (carried, False)] if carried else found


def _plain(word: str) -> str:
    return word.strip().strip(".,;:!?‘’“”'\"()").casefold()


def filled_in(text: str, quote: str) -> list[Part]:
    """The stand-alone text with the words that were filled in; none when it says it mostly in other words."""
    parts = differing(text, quote)
    new = sum(len(words) for words, changed in parts if changed)
    return parts if new <= MOSTLY * len(text) else [(text, False)]
