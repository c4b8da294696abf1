"""Which line breaks end a sentence: text to blocks, each a paragraph or a line. Sentences end elsewhere."""

import re
from collections.abc import Iterator

from claims.text.stamps import is_timing
from claims.text.turns import LABEL, VOICE, is_name_line

Span = tuple[int, int]

ITEM = re.compile(r"[ \t]*(?:[-*+•‣⁃–—·▪◦●○■]\s|\(?\d{1,3}[.)]\)?\s|\(?[A-Za-z][.)]\s|#{1,6}\s|>|\|)")
ENDS = re.compile(r"[.!?…:;。！？؟۔।։።](?:[\"'”’»›)\]」』）]|\[\d{1,3}\])*$")
# Text wrapped by hand or by a mail program is no wider than this; longer lines are paragraphs.
WRAP = 100
HEADING = 0.6
STAMPED = 120  # characters; a longer line says something
FIRST_WORD = re.compile(r"\S+")


def blocks(text: str) -> Iterator[Span]:
    """Half-open spans inside which a line break is only a blank; in order, trimmed, together all non-blank text."""
    for paragraph in _paragraphs(text):
        width = max(end - start for start, end in paragraph)
        begin, last = paragraph[0]
        alone = _alone(text, begin, last)
        for start, end in paragraph[1:]:
            before, alone = alone, _alone(text, start, end)
            if before or alone or not _goes_on(text, (begin, last), (start, end), width):
                yield begin, last
                begin = start
            last = end
        yield begin, last


def _alone(text: str, start: int, end: int) -> bool:
    """A line of time stamps, or of a name and a stamp: no sentence runs into it or out of it."""
    return end - start <= STAMPED and (is_timing(text, start, end) or is_name_line(text[start:end]))


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Runs of lines that are not blank; each line trimmed."""
    lines: list[Span] = []
    position = 0
    while position <= len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        bare = line.strip()
        if bare:
            start = position + len(line) - len(line.lstrip())
            lines.append((start, start + len(bare)))
        elif lines:
            yield lines
            lines = []
        position = end + 1
    if lines:
        yield lines


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether the sentence may run on from the lines before into this line."""
    start, end = line
    head = text[start : min(end, start + 80)]
    if ITEM.match(head) or LABEL.match(head) or VOICE.match(head):
        return False
    begin = text.rfind("\n", 0, before[1]) + 1
    length = before[1] - max(begin, before[0])
    first = FIRST_WORD.match(head)
    room = length + 1 + (first.end() if first else 0)
    wrapped = width <= WRAP and room > width
    tail = text[max(before[0], before[1] - 12) : before[1]]
    if ENDS.search(tail):
        return wrapped and tail[-1] not in ":;" and length > HEADING * width
    if head[0].islower() or tail[-1] in ",–—-" and not head[0].isdigit():
        return True
    return wrapped and length > HEADING * width and before[1] - before[0] > 30
