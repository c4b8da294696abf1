"""Unlabelled dialogue: short lines of several people, one below the other. Who speaks is not told here."""

import re
from itertools import groupby

from claims.text.lines import ITEM, blocks
from claims.text.phrases import Span

LONGEST = 30  # words; a longer line is told, not said in passing
FEWEST = 3  # lines
SPOKEN = re.compile(
    r"\b(?:I|i|I['’](?:m|ll|ve|d)|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our|[Yy]ou['’]re|[Yy]eah|okay)\b"
    r"|^(?:[Yy]es|[Nn]o|[Ww]ell|[Oo]h|[Hh]i|[Hh]ey|[Hh]ello|[Tt]hanks|[Ss]orry|[Rr]ight)\b"
    r"|\?$|[–—]$"
)
DASH = re.compile(r"^[–—-]\s*")
QUOTED = re.compile('[“”«»„"]')


def spoken(text: str) -> list[Span]:
    """The lines of all dialogues in order: runs of short lines, the first, the last and most of which sound
    spoken and none of which is quoted.

    Where they are more than two thirds of a text, all of it is one dialogue.
    """
    found: list[Span] = []
    lines = [(span, _short(text[span[0] : span[1]])) for span in blocks(text)]
    for short, run in groupby(lines, key=lambda line: line[1]):
        spans = [span for span, _ in run]
        said = [at for at, (start, end) in enumerate(spans) if short and _said(text[start:end])]
        spans = spans[said[0] : said[-1] + 1] if said else []
        if len(spans) >= FEWEST and len(said) * 2 > len(spans):
            found += spans
    return [span for span, _ in lines] if len(found) * 3 > len(lines) * 2 else found


def _short(line: str) -> bool:
    """Whether a line may be one of a dialogue: not long, nothing quoted, no item of a list but one with a dash."""
    plain = not ITEM.match(line) or DASH.match(line) is not None
    return plain and QUOTED.search(line) is None and len(line.split()) <= LONGEST


def _said(line: str) -> bool:
    return SPOKEN.search(DASH.sub("", line)) is not None
