"""Sentence boundaries: text to exact spans, by rules, in linear time. What a sentence says is not looked at here."""

import re

from claims.text.abbreviations import Abbreviations, abbreviations_for
from claims.text.lines import Span, blocks

CLOSERS = "\"'”’“‘»«›)\\]}」』）】〉》"
OPENERS = "\"'“‘„‚«»‹([{¿¡「『（—–-•*…"
# A run of end marks, what closes with it, and the blank after it. The blank may be empty so that a long run is
# taken in one step; possessive quantifiers keep the search linear.
END = re.compile(
    rf"(?P<mark>\.(?:[ \u00a0]\.){{2,}}+|[.!?…‽⁇⁈⁉؟۔।॥։።፧჻]++|(?P<wide>[。！？｡]++))"
    rf"(?P<close>[{CLOSERS}]*+(?:[ \u00a0\u202f][»)](?=\s|$))?+(?: ?\[\d{{1,3}}\])*+)(?P<blank>\s*+)"
)
LAST_WORD = re.compile(r"[^\s\"“”‘’'„«»()\[\]{},;—–/]+$")
NEXT_WORD = re.compile(r"[^\W_]+")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
INITIAL = re.compile(r"[^\W\d_]\.")
ROMAN = re.compile(r"[IVXLC]+\b")
BACK = 32
AHEAD = 48


def segment(text: str, language: str = "") -> list[Span]:
    """Spans of the sentences of ``text``: code points, half-open, trimmed, in order, covering all non-blank text.

    ``language`` is a two-letter code that chooses the abbreviations; English where it is empty or not known.
    """
    known = abbreviations_for(language)
    found: list[Span] = []
    for start, end in blocks(text):
        begin = start
        for match in END.finditer(text, start, end):
            if match.end() < end and _ends(text, match, begin, end, known):
                found.append((begin, match.start("blank")))
                begin = match.end()
        found.append((begin, end))
    return found


def _ends(text: str, match: re.Match[str], begin: int, end: int, known: Abbreviations) -> bool:
    """Whether the sentence that began at ``begin`` ends with this mark."""
    ahead = text[match.end() : min(end, match.end() + AHEAD)]
    if match["wide"]:
        return not (match["close"] and ahead[0] in "とっのがをにで、と")
    if not match["blank"]:
        return False
    following = ahead.lstrip(OPENERS + " ")[:1]
    if ahead[0] in ".!?…)»":
        return False
    if match["mark"] != ".":
        return not following.islower() and not (match["close"] and text[match.start() - 1] in "[(")
    if following.islower():
        return False
    if match["close"] and match["close"][0] not in ")]":
        return True
    word = LAST_WORD.search(text, max(begin, match.start() - BACK), match.start())
    return word is None or _ends_after_word(text, word, match, begin, ahead, known)


def _ends_after_word(
    text: str, word: re.Match[str], match: re.Match[str], begin: int, ahead: str, known: Abbreviations
) -> bool:
    """After one full stop: the word before it decides, then the word after it."""
    token = word.group()
    folded = token.lower()
    after = NEXT_WORD.search(ahead)
    following = after.group() if after else ""
    starter = following.lower() in known.starters
    if word.start() == begin and _numbers_item(token):
        return False
    if known.ordinals and token.isdigit() and len(token) <= 2:
        return starter
    if folded in known.numbered and (following[:1].isdigit() or ROMAN.match(following)):
        return False
    if folded in known.titles or len(token) == 1 and INITIAL.match(ahead):
        return False
    if token in ("A.M", "P.M"):
        return True
    if folded in known.others or DOTTED.fullmatch(token):
        return starter
    if len(token) == 1 and token.isalpha() and token.isupper():
        return starter and not ROMAN.fullmatch(following) or token == "I" and _after_verb(text, word)
    return True


def _numbers_item(token: str) -> bool:
    """``1`` or ``a`` at the start of a sentence numbers it."""
    return token.isdigit() and len(token) <= 3 or len(token) == 1 and token.isalpha()


def _after_verb(text: str, word: re.Match[str]) -> bool:
    """``you and I.`` is the pronoun, ``Albert I.`` an initial."""
    before = text[max(0, word.start() - 12) : word.start()].split()
    return bool(before) and before[-1].islower()
