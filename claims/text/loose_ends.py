"""Ends without an end mark inside a line: signs of mails, posts and comments. Full stops are not looked at here.

A mail that lost its line breaks, a run of comments, a numbered list typed in one row: the parts are told by
smileys, addresses, ruled lines, time stamps, hashtags and numbers that count up.
"""

import re
from collections.abc import Iterator

from claims.text.abbreviations import Abbreviations
from claims.text.inline_lists import FIRST, items
from claims.text.lines import Span

# Ticks and pointing hands are left out: they open an item.
EMOJI = "\U0001f000-\U0001f445\U0001f44a-\U0001faff\u2600-\u2704\u2706-\u2712\u2715-\u279f\u2b50\u2b55\u203c\u2049"
JOINERS = "\u200d\ufe0f"
# The first sign is one of a set, so that the search is quick. Everything that is taken is taken whole, and what
# follows is asked afterwards, so that it stays linear.
SIGN = re.compile(
    rf"[{EMOJI}:;=)@_~*\-\#,.](?:"
    rf"(?P<emoji>(?<=[{EMOJI}])[{EMOJI}{JOINERS}]*+[)(!?.]*+)"
    r"|(?P<address>(?<=:)//\S*+|(?<=[\w.+-]@)\S*+)"
    r"|(?P<stamp>(?<=\d:)\d\d(?::\d\d)?(?:\ [AP]M)?\b)"
    r"|(?P<smiley>(?<=[:;])['\-]?[)(DPp][)(]*+|(?<==)[)(]++)"
    r"|(?P<closed>(?<=\))\)*+)"
    r"|(?P<rule>(?:(?<=_)_{3,}+|(?<==)={3,}+|(?<=~)~{3,}+|(?<=-)-{3,}+|(?<=\*)\*{2,}+)(?!\S))"
    r"|(?P<parting>(?<=egards,)|(?<=incerely,)|(?<=Thanks,)|(?<=Cheers,)|(?<=Hello,)|(?<=\bHi,))"
    r"|(?P<tags>(?<=\#)\w++(?:\s++\#\w++)++)"
    r"|(?P<semicolon>(?<=;)(?<!&\#39;)(?<!&quot;)(?<!&amp;))"
    r"|(?P<note>(?:(?<=[^\W\d_][^\W\d_]\.)|(?<=\w\)\.))[\"”’)]?\ \d{1,3}(?=\ ))"
    r")"
)
NUMBERING = re.compile(r"(?:^|[\s•⁃])\(?(?:\d{1,3}|[^\W\d_])\.?$")
BLANK = re.compile(r"\s*+")
DATE = re.compile(r"(?<!\S)\d{1,2}/\d{1,2}/\d{2,4}\s\d{1,2}$")
# The label of a picture or a table, before its caption.
LABEL = re.compile(
    r"(?:Fig(?:ure|\.)|Table|Abb(?:ildung|\.)|Tab(?:elle|leau|la)|Рис\.|Таблица|Таблиця) \d+(?:[.-]\d+)*+\s+"
)
WORD = re.compile(r"[^\W\d_]+")
LAST_LETTERS = re.compile(r"[^\W\d_]+$")
BACK = 200
FEW = 30


def pieces(text: str, block: Span, known: Abbreviations) -> Iterator[Span]:
    """Half-open spans that no sentence crosses, in order, together everything but blanks of one block."""
    begin, end = block
    label = LABEL.match(text, begin, end)
    if not label and SIGN.search(text, begin, end) is None and FIRST.match(text, begin, end) is None:
        yield block
        return
    cuts = {*items(text, block, known.ordinals), *_cuts(text, block, known)}
    if label and label.end() < end and text[label.end()].isupper():
        cuts.add(label.end())
    for cut in sorted(cuts):
        last = cut
        while last > begin and text[last - 1].isspace():
            last -= 1
        if begin < last:
            yield begin, last
            begin = cut
    yield begin, end


def _cuts(text: str, block: Span, known: Abbreviations) -> Iterator[int]:
    """Where a new piece begins."""
    begin, end = block
    for match in SIGN.finditer(text, begin, end):
        after = BLANK.match(text, match.end(), end)
        ahead = after.end() if after else end
        if ahead >= end or begin == match.start():
            continue
        kind = match.lastgroup or ""
        blank = ahead > match.end()
        if kind == "rule":
            if text[match.start() - 1].isspace():
                yield match.start()
                yield ahead
        elif blank and RULES[kind](text, match, begin, ahead, known):
            yield ahead
        if kind == "stamp":
            yield from _before_stamp(text, match, begin)


def _opens(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """A capital letter or somebody’s handle follows."""
    return text[ahead].isupper() or text[ahead] == "@"


def _unopened(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """``thanks) See you``: more brackets close than were opened, and they number no item."""
    if not _opens(text, match, begin, ahead, known):
        return False
    before = text[max(begin, match.start() - BACK) : match.start()]
    opened = before.rfind("(") > before.rfind(")") or before.count("(") > before.count(")")
    return not opened and (len(match[0]) > 1 or NUMBERING.search(before[-8:]) is None)


def _after_address(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """An address without a mark behind it, and a capital letter or another address follows."""
    last = match[0][-1]
    if match[0][0] == "@" and "." not in match[0]:
        return False
    return (last.isalnum() or last in "/>") and (text[ahead].isupper() or text.startswith("http", ahead))


def _after_stamp(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    return text[ahead].isupper() and _date_of(text, match, begin) is not None


def _date_of(text: str, match: re.Match[str], begin: int) -> int | None:
    """Where the date begins that stands before this time."""
    back = max(begin, match.start() - FEW)
    found = DATE.search(text[back : match.start()])
    return back + found.start() if found else None


def _before_stamp(text: str, match: re.Match[str], begin: int) -> Iterator[int]:
    """``Anna Berg 04/26/2001 07:17 AM``: who wrote and when are two lines; ``on 04/26/2001 …`` is one."""
    date = _date_of(text, match, begin)
    if date is not None and date > begin:
        words = text[max(begin, date - FEW) : date].split()
        if words and (words[-1][0].isupper() or words[-1][-1] == ">"):
            yield date


def _after_semicolon(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """Behind a semicolon a capital letter begins an item, where it is a word that begins sentences.

    Where nouns and “I” have no capital letter, any word will do between long items; a list of names has short ones.
    """
    word = WORD.match(text, ahead)
    if word is None or not word[0][0].isupper():
        return False
    if word[0] != "I" and word[0].lower() in known.starters:
        return True
    back = max(begin, match.start() - BACK)
    item = text[max(back, text.rfind(";", back, match.start()) + 1) : match.start()]
    return known.small_nouns and len(item.split()) > 5 and text.find(";", ahead, ahead + FEW) < 0


def _after_note(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """``… minority rights. 4 Even though``: the number of a footnote between two sentences."""
    word = WORD.match(text, ahead)
    before = LAST_LETTERS.search(text, max(begin, match.start() - FEW), match.start())
    if word is None or before is not None and before[0].lower() in known:
        return False
    return word[0][0].isupper() and word[0].lower() in known.starters


def _after_tags(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    return text[ahead].isupper()


def _after_parting(text: str, match: re.Match[str], begin: int, ahead: int, known: Abbreviations) -> bool:
    """``Regards, Anna`` are two lines; ``Hi, Anna`` is one, and ``Hi, I am late`` two."""
    word = WORD.match(text, ahead)
    if word is None or not word[0][0].isupper():
        return False
    greets = text[match.start() - 2 : match.start()] in ("Hi", "lo")
    return not greets or word[0].lower() in known.starters


RULES = {
    "emoji": _opens,
    "smiley": _opens,
    "closed": _unopened,
    "address": _after_address,
    "stamp": _after_stamp,
    "parting": _after_parting,
    "tags": _after_tags,
    "semicolon": _after_semicolon,
    "note": _after_note,
}
