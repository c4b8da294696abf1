"""The wording of a statement that stands alone: its words in order, on one line, with a capital and a full stop."""

import re
from collections.abc import Sequence

from claims.text.phrases import Span, Word
from claims.text.propositions.leads import without_lead
from claims.text.propositions.parts import Part
from claims.text.references import Reference

EDGES = " \t\n\r\u00a0,;:–—-"
FOOTNOTE = re.compile(
    r"(?:\s?\[[0-9a-z]{1,3}\]|[¹²³⁰⁴-⁹])+(?=[.!?…]*$)|(?<=[.!?…])(?:\s?\[[0-9a-z]{1,3}\]|[¹²³⁰⁴-⁹])+$"
)
BULLET = re.compile(r"^(?:[-–—•*·▪◦‣]|\(?[0-9]{1,3}[.)](?![0-9])|\(?[a-z]\))\s*(?=\S)")
NO_BLANK = frozenset((",", ";", ":", ".", "?", "!", "%", "’s", "'s", ")"))


def spans_of(text: str, words: Sequence[Word]) -> tuple[Span, ...]:
    """The passages that these words stand on, in the order of the document, joined where only blanks lie between."""
    merged: list[Span] = []
    for word in sorted(words, key=lambda each: (each.start, each.end)):
        if merged and word.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], word.end))
        elif merged and not text[merged[-1][1] : word.start].strip():
            merged[-1] = (merged[-1][0], word.end)
        else:
            merged.append((word.start, word.end))
    return tuple(merged)


def worded(text: str, parts: Sequence[Part], references: Sequence[Reference]) -> str:
    """The parts as one sentence."""
    said = ""
    run: Span | None = None
    for part in parts:
        if part.form:
            said, run = said + passage(text, run, references), None
            said += _glue(said, part.form) + part.form
            continue
        for at, word in enumerate(part.words):
            if run is not None and word.start >= run[1] and not text[run[1] : word.start].strip():
                run = (run[0], word.end)
                continue
            said, run = said + passage(text, run, references), None
            said += _glue(said, word.text)
            if said and not at and _lowered(part, references):
                said, run = said + word.text[:1].lower(), (word.start + 1, word.end)
            else:
                run = (word.start, word.end)
    return said + passage(text, run, references)


def _lowered(part: Part, references: Sequence[Reference]) -> bool:
    """Whether a phrase from the start of the sentence, said further on, begins with a small letter."""
    word = part.words[0]
    opens = part.first in ("DT", "PRP$", "PDT") and word.text[:1].isupper()
    return opens and all(each.start != word.start for each in references)


def _glue(said: str, following: str) -> str:
    return "" if not said or following in NO_BLANK or said[-1:] in "(‘“«" else " "


def passage(text: str, run: Span | None, references: Sequence[Reference]) -> str:
    """A passage of the document with its references replaced."""
    if run is None:
        return ""
    start, end = run
    said = ""
    for each in references:
        if start <= each.start and each.end <= end:
            said += text[start : each.start] + each.words
            start = each.end
    return said + text[start:end]


def sentence(words: str) -> str:
    """On one line, without what only leads in, with a capital and a full stop."""
    words = " ".join(words.split()).strip(EDGES)
    words = FOOTNOTE.sub("", words)
    words = without_lead(BULLET.sub("", words) or words)
    if words[:1].islower():
        words = words[:1].upper() + words[1:]
    if words and (words[-1].isalnum() or words[-1] in "%)’”»\"'" and not _closed(words)):
        words += "."
    return words


def _closed(words: str) -> bool:
    return words.rstrip("’”»\"')")[-1:] in tuple(".!?…")
