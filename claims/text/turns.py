"""Turns of a transcript: ``NAME: text`` lines and how far each speaker's words reach. No sentence rules here."""

import re
from collections import Counter
from dataclasses import dataclass

# Capitals, or up to five words that begin with a capital, then a colon and a blank.
WORD = r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w.’'-]*)"
LABEL = re.compile(rf"[ \t]*(?P<name>{WORD}(?:[ \t]+(?:{WORD}|de|van|von|der|of|the|and|&|\d+)){{0,4}})(?:[ \t]*\([^()\n]{{1,40}}\))?:[ \t]")
LINE = re.compile(r"^" + LABEL.pattern, re.MULTILINE)

NOT_NAMES = frozenset(
    "note notes update updated correction source sources photo picture image caption figure table example warning summary"
    " background contact read more see also editor’s editor's ps nb http https fact claim verdict rating date title author"
    " anmerkung hinweis quelle foto bild fazit fuente nota foto actualización remarque примечание источник фото"
    " примітка джерело".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: the label's span without its colon, where the words begin, and where the next turn begins."""

    name: str
    label: tuple[int, int]
    words: int
    end: int


def turns(text: str) -> list[Turn]:
    """The turns in order; none when the labels look like chance (``Note:``) and not like a transcript."""
    labels = [match for match in LINE.finditer(text) if match["name"].split()[0].lower() not in NOT_NAMES]
    if not _is_transcript(text, labels):
        return []
    ends = [match.start() for match in labels[1:]] + [len(text)]
    return [
        Turn(match["name"], match.span("name"), match.end(), end) for match, end in zip(labels, ends, strict=True)
    ]


def _is_transcript(text: str, labels: list[re.Match[str]]) -> bool:
    """At least two labels, and they return, are all in capitals, or open most paragraphs."""
    if len(labels) < 2:
        return False
    names = Counter(match["name"] for match in labels)
    if all(name.isupper() for name in names):
        return True
    paragraphs = len([part for part in re.split(r"\n\s*\n", text) if part.strip()])
    lines = len([line for line in text.split("\n") if line.strip()])
    returning = max(names.values()) > 1
    return len(labels) * 2 >= lines or (returning and len(labels) * 4 >= paragraphs)
