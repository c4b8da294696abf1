"""Footnotes: which lines at the foot of a PDF page they are, their numbers, and the raised signs that call them."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.text.readers.pdf.hyphens import Joiner
from claims.text.readers.pdf.lines import Line

# Notes are smaller than this share of the text's size, in the lower part of a page; their lines are at most so many
# heights of a letter apart.
SMALLER = 0.95
LOWER = 0.5
APART = 1.5
MARK = r"\d{1,3}|[*†‡§]{1,3}|[a-z]"
NOTE = re.compile(rf"\ue000({MARK})\ue001\s*|({MARK})[.)]?\s+")
CALL = re.compile("\ue000(.*?)\ue001")
UP = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# What stands before a raised sign: so many characters are looked at. After a measure of length, 2 and 3 are powers.
BEFORE = 40
MEASURE = re.compile(r"\d\s?(?:[kcdm]?m|ft)$")


@dataclass(slots=True)
class Note:
    """A footnote: the sign that calls it, and its lines."""

    sign: str
    lines: list[Line]


def split_notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Note]]:
    """The lines of a page without its footnotes, and these; ``body`` is the size of the text.

    Footnotes are the small last lines of a column, from the first that begins with a sign which is raised somewhere
    in the text above. A second line with the same sign belongs to the note before it.
    """
    kept: list[Line] = []
    notes: dict[str, Note] = {}
    calls = _calls(lines)
    for _, group in groupby(lines, key=lambda line: line.region):
        column = list(group)
        start = _first_note(column, calls, body)
        kept += column[:start]
        sign = ""
        for line in column[start:]:
            called = sign_of(line)
            if not sign or called in calls and called not in notes:
                sign = called
            notes.setdefault(sign, Note(sign, [])).lines.append(line)
    return kept, list(notes.values())


def note_lines(lines: Sequence[Line], body: float) -> Iterator[Line]:
    """The lines low on a page that look like its footnotes, whatever stands below them."""
    calls = _calls(lines)
    before: Line | None = None
    for line in lines:
        small = line.size <= SMALLER * body and line.depth > LOWER and not line.row
        follows = before is not None and 0 < line.base - before.base <= APART * line.size
        before = line if small and (sign_of(line) in calls or follows) else None
        if before:
            yield line


def _calls(lines: Iterable[Line]) -> set[str]:
    """The signs that are raised within or at the end of a line."""
    return {found[1] for line in lines for found in CALL.finditer(line.text) if found.start()}


def _first_note(column: Sequence[Line], calls: Container[str], body: float) -> int:
    """Where the notes of a column begin: its length when it has none."""
    start = len(column)
    for number in range(len(column) - 1, -1, -1):
        if column[number].size > SMALLER * body or column[number].row:
            break
        if sign_of(column[number]) in calls:
            start = number
    return start


def sign_of(line: Line) -> str:
    """The number or sign that a line begins with as a footnote does, or ""."""
    found = NOTE.match(line.text)
    return (found[1] or found[2]) if found else ""


def number_notes(pages: Sequence[Sequence[Note]]) -> list[dict[str, str]]:
    """For each page, what is written for the signs of its notes.

    Where numbers start anew on a page, so that two notes have the same, they are counted through the document.
    """
    numbers = [note.sign for notes in pages for note in notes if note.sign.isdigit()]
    anew = len(set(numbers)) < len(numbers)
    written: list[dict[str, str]] = []
    count = 0
    for notes in pages:
        written.append({})
        for note in notes:
            counted = anew and note.sign.isdigit()
            count += counted
            written[-1][note.sign] = str(count) if counted else note.sign
    return written


def note_text(note: Note, sign: str) -> str:
    """A footnote in one paragraph, this sign in front as in the text: “[2] …”."""
    first = note.lines[0]
    first.text = NOTE.sub("", first.text, count=1)
    settle_signs(note.lines, {})
    return f"[{sign}] {Joiner(()).join(line.text for line in note.lines)}"


def settle_signs(lines: Iterable[Line], noted: Mapping[str, str]) -> None:
    """Write raised signs as text: “m²” and “1st” where they belong to the word, “[2]” where they call a footnote.

    ``noted`` holds the signs of the page's notes, and what is written for them.
    """
    for line in lines:
        if "\ue000" in line.text:
            line.text = CALL.sub(lambda found: _written(found, noted), line.text)


def _written(found: re.Match[str], noted: Mapping[str, str]) -> str:
    sign = found[1]
    before = found.string[max(found.start() - BEFORE, 0) : found.start()]
    if sign in ("2", "3") and MEASURE.search(before):
        return sign.translate(UP)
    if sign in noted:
        return f"[{noted[sign]}]"
    word = re.split(r"\W", before)[-1]
    if sign.isdigit() and (len(word) > 3 and word.isalpha() or not word):
        return f"[{sign}]"
    return sign.translate(UP)
