"""Texts with attributions marked by hand: ``[S1 Anna Berg] [Q1 said] [C1 it rose].`` to text and spans.

S is the source, Q the cue, C the content; the number ties them together within one text.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
Marked = tuple[Span | None, Span, Span]
CASES = Path(__file__).resolve().parent.parent / "tests" / "text" / "attribution" / "cases"
MARK = re.compile(r"\[([SQC])(\d+) |\]")


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and its attributions (source, cue, content) in reading order of the contents."""

    title: str
    language: str
    text: str
    attributions: tuple[Marked, ...]


def marked_texts(half: str) -> list[MarkedText]:
    """All texts of ``tuned`` (the rules were tuned on them) or ``kept`` (written before and kept back)."""
    parts = re.split(r"^=== (.+) (\w\w)\n", (CASES / f"{half}.txt").read_text(encoding="utf-8"), flags=re.M)
    found = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return [parsed(title, language, body.strip()) for title, language, body in found]


def parsed(title: str, language: str, body: str) -> MarkedText:
    """One text; ValueError when a mark has no partner."""
    text, spans = _unmarked(body)
    contents = [(span, number) for span, role, number in spans if role == "C"]
    one = {(role, number): span for span, role, number in spans if role != "C"}
    loose = {number for _, _, number in spans} ^ {number for _, number in contents}
    if loose or any(("Q", number) not in one for _, number in contents):
        raise ValueError(f"{title}: a mark without cue or content: {sorted(loose)}")
    rows = [(one.get(("S", number)), one["Q", number], span) for span, number in sorted(contents)]
    return MarkedText(title, language, text, tuple(rows))


def _unmarked(body: str) -> tuple[str, list[tuple[Span, str, str]]]:
    pieces: list[str] = []
    spans: list[tuple[Span, str, str]] = []
    opened: list[tuple[int, str, str]] = []
    seen: dict[str, int] = defaultdict(int)
    position = length = 0
    for mark in MARK.finditer(body):
        pieces.append(body[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if mark.group() == "]":
            start, role, number = opened.pop()
            spans.append(((start, length), role, number))
            seen[role + number] += 1
        else:
            opened.append((length, mark[1], mark[2]))
    if opened or any(times > 1 for mark, times in seen.items() if mark[0] != "C"):
        twice = [mark for mark, times in seen.items() if mark[0] != "C" and times > 1]
        raise ValueError(f"a mark is open or stands twice: {[*opened, *twice]} in {body[:40]}")
    return "".join([*pieces, body[position:]]), spans
