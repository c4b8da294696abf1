"""The texts of this folder with what is put into them, and the page that lists each case as a person judged it.

``python -m tests.text.references.cases`` writes docs/reference-cases.md anew: judgements that still apply stay, a new
case gets “?” until somebody has read it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from claims.text import segment
from claims.text.lines import blocks
from claims.text.phrases import Span
from claims.text.quotations import quotations
from claims.text.references import Reference, References
from claims.text.words import words_for

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "reference-cases.md"
MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
ROW = re.compile(r"^\| (\d+) \| (.*) \| (right|wrong|\?) \|$", re.MULTILINE)
TABLE = "| text | sentence, with what was put there | judged |\n|---|---|---|\n"


@dataclass(frozen=True)
class Text:
    """One text; ``alone`` are the pronouns that its writer marked as without a safe reading."""

    number: int
    words: str
    alone: tuple[Span, ...]


def texts() -> list[Text]:
    """The texts in order, marks taken out."""
    found = []
    for name in ("texts.md", "later_texts.md"):
        parts = re.split(r"^## (\d+)\. .*$", (HERE / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
        found += [
            _text(int(number), body.strip()) for number, body in zip(parts[1::2], parts[2::2], strict=True)
        ]
    return found


def _text(number: int, marked: str) -> Text:
    words, alone, at = "", [], 0
    for mark in MARK.finditer(marked):
        words += marked[at : mark.start()]
        if not mark[2]:
            alone.append((len(words), len(words) + len(mark[1])))
        words += mark[1]
        at = mark.end()
    return Text(number, words + marked[at:], tuple(alone))


def references(text: str, code: str = "en") -> list[Reference]:
    """All references of a text, in order."""
    reader = References(text, words_for(code))
    quoted = [each for block in blocks(text) for each in quotations(text, *block)]
    found = []
    for index, span in enumerate(segment(text, code)):
        found += reader.read(
            index, span, [each for each in quoted if each.start < span[1] and each.end > span[0]]
        )
    return found


def rows() -> list[tuple[int, str]]:
    """Text number and sentence of every case, as the page shows it."""
    found = []
    for text in texts():
        sentences = segment(text.words, "en")
        for each in references(text.words):
            start, end = next(span for span in sentences if span[0] <= each.start < span[1])
            said = text.words[each.start : each.end]
            line = f"{text.words[start : each.start]}**{said} → {each.words}**{text.words[each.end : end]}"
            found.append((text.number, " ".join(line.split())))
    return found


def judged() -> list[tuple[int, str, str]]:
    """The rows of the page."""
    return [
        (int(number), line, verdict)
        for number, line, verdict in ROW.findall(PAGE.read_text(encoding="utf-8"))
    ]


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    known = {(number, line): verdict for number, line, verdict in judged()}
    table = "".join(f"| {number} | {line} | {known.get((number, line), '?')} |\n" for number, line in rows())
    PAGE.write_text(page[: page.index(TABLE)] + TABLE + table, encoding="utf-8")
