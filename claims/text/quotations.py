"""Quotations: pairs of quotation marks inside one block of text, nested ones included. Who speaks is not asked here."""

import re
from dataclasses import dataclass

MARKS = re.compile("[\"'“”„«»‹›‘’‚「」『』]")
# What an opening mark may close with. German closes with “ what English opens with it.
PAIRS = {
    "“": "”“",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
SINGLE_ENDS = '.,!?;:…”"'
PLURAL = re.compile(r"[^\W\d_]s$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks (start, end) and its words (inner); depth 0 is the outermost."""

    start: int
    end: int
    depth: int

    @property
    def inner(self) -> tuple[int, int]:
        """The span between the marks."""
        return self.start + 1, self.end - 1


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations between ``start`` and ``end`` by their opening marks; single marks are left out.

    A closing single mark that is also the apostrophe counts as an apostrophe between letters, before a number,
    and after a plural s where a later mark closes better.
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for match in MARKS.finditer(text, start, end):
        at, mark = match.start(), match.group()
        level = _closes(text, at, mark, stack, start, end)
        if level is not None:
            found.append(Quotation(stack[level][0], at + 1, level))
            del stack[level:]
        elif mark in PAIRS and _opens(text, at, mark, start, end):
            stack.append((at, mark))
    if stack and stack[0][1] == "“" and _goes_on(text, end):
        found.append(Quotation(stack[0][0], end - len(text[start:end]) + len(text[start:end].rstrip()), 0))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a mark again: then the last one of this was left open on purpose."""
    return text[end : end + 20].lstrip().startswith("“")


def _around(text: str, at: int, start: int, end: int) -> tuple[str, str]:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before, after


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    before, after = _around(text, at, start, end)
    if mark in "\"'“‘":
        return not before.isalnum() and not after.isspace()
    if mark == "»":
        return before.isspace() or before in "(„“"
    return True


def _closes(text: str, at: int, mark: str, stack: list[tuple[int, str]], start: int, end: int) -> int | None:
    """The place in the stack of the opening mark that this mark closes, or None."""
    before, after = _around(text, at, start, end)
    single = mark in "'’‘"
    if single and (after.isalnum() or before.isspace()):
        return None
    if mark in '"“' and before.isspace() and after.isalnum():
        return None
    for level in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in PAIRS[stack[level][1]] and at > stack[level][0] + 1:
            if single and _possessive(text, at, mark, after, end):
                return None
            return level
    return None


def _possessive(text: str, at: int, mark: str, after: str, end: int) -> bool:
    """``the drivers’ union said,’``: after a plural s, where a later mark closes behind punctuation."""
    if (
        not after.isspace()
        or not PLURAL.search(text[max(0, at - 2) : at])
        or not text[at + 2 : at + 3].islower()
    ):
        return False
    window = text[at + 1 : min(end, at + 400)]
    opening = window.find("‘") if mark == "’" else -1
    for match in re.finditer(mark, window):
        if 0 <= opening < match.start():
            return False
        if window[match.start() - 1] in SINGLE_ENDS:
            return True
    return False
