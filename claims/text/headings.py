"""Headings, by-lines and credits: lines that are no statement. Their words are not looked into further here."""

import re

from claims.text.lines import ITEM
from claims.text.phrases import Span
from claims.text.words import Words

MOST_WORDS = 14
DATELINE = re.compile(r"^(?:©|\(c\)|https?://|www\.)", re.IGNORECASE)
REST_IS_BLANK = re.compile(r"[^\S\n]*+(?:\n|\Z)")


def is_heading(text: str, span: Span) -> bool:
    """A short line of its own without an end mark that is no list item and no row of a table."""
    line = text[span[0] : span[1]]
    if not _own_line(text, span) or len(line.split()) > MOST_WORDS or "|" in line or "\t" in line:
        return False
    if line.startswith("#"):
        return True
    return not ITEM.match(line) and line.rstrip("\"'”’»)")[-1:] not in tuple(".!?…。！？؟।;,:")


def is_byline(text: str, span: Span, lists: Words) -> bool:
    """``By Anna Berg``, ``Photo: …``, a copyright line: short, on its own line, opened by a word of the list."""
    line = text[span[0] : span[1]]
    if not _own_line(text, span) or len(line.split()) > MOST_WORDS:
        return False
    if DATELINE.match(line):
        return True
    opening = lists.patterns["bylines"].match(line)
    if opening is None:
        return False
    rest = line[opening.end() :].lstrip()
    if rest.startswith(":"):
        return True
    return rest[:1].isupper() and line[-1:] not in ".!?" and len(rest.split()) <= 6


def _own_line(text: str, span: Span) -> bool:
    """Nothing else stands on the line of this span; looks only at the blanks beside it, however long the line is."""
    begin = span[0]
    while begin and text[begin - 1] != "\n" and text[begin - 1].isspace():
        begin -= 1
    return (begin == 0 or text[begin - 1] == "\n") and REST_IS_BLANK.match(text, span[1]) is not None
