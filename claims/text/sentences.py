"""Sentence boundaries: text to exact spans, by rules, in linear time. What a sentence says is not looked at here."""

import re
from functools import cache

from claims.text.abbreviations import Abbreviations, abbreviations_for
from claims.text.lines import Span, blocks
from claims.text.loose_ends import pieces

CLOSERS = "\"'”’“‘»«›)\\]}」』）】〉》"
WIDE = "。！？｡።፧။។"
OPENERS = "\"'“‘„‚«»‹([{¿¡「『（—–-•*…`"
BULLETS = "•⁃◦▪·*-– \t("
# Marks that end a sentence in one language only: the Armenian full stop typed as a colon, the Greek question mark.
MARKS = {"hy": ":", "el": ";"}
LAST_WORD = re.compile(r"[^\s\"“”‘’'„«»()\[\]{},;—–/]+$")
NEXT_WORD = re.compile(r"[^\W_]+")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
FIRST_PART = re.compile(r"(?:^|[\W\d_])([^\W\d_]\.)[ \u00a0]$")
# „…, 1998 г. В 2 т.“: the year of a reference, not of an event („в 1998 г.“).
CITED = re.compile(r",[ \u00a0]\d{4}[ \u00a0][гр]$")
INITIAL = re.compile(r"[^\W\d_]\.")
ROMAN = re.compile(r"[IVXLC]+\b")
FULL_STOP_AND_ELLIPSIS = re.compile(r"\.[ \u00a0]\.[ \u00a0]\.[ \u00a0]\w")
# What cannot open a sentence: another mark, a closing bracket, a slash, the sign before a number.
GOES_ON = re.compile(r"(?![.…]{1,4}[^\W_])[.!?…,)»/№%]|[`'\"]{1,2}[ ]?[.,)(]")
AUTHOR_SPEAKS = re.compile(r"[—–-][ \u00a0]")
TAGS = re.compile(r"#\w+(?:\s+#\w|\s*$)")
ELLIPSIS = re.compile(r"\.\.|…|\.[!?]|[!?]\.")
ADDRESS = re.compile(r"https?:|www\.")
JOINED = re.compile(r"[^\W\d_]{2,}\b")
CONJUNCTIONS = frozenset("and or nor und oder et ou y o и или і та або".split())
BACK = 32
AHEAD = 48
QUOTE = 300


def segment(text: str, language: str = "") -> list[Span]:
    """Spans of the sentences of ``text``: code points, half-open, trimmed, in order, covering all non-blank text.

    ``language`` is a two-letter code that chooses the abbreviations; English where it is empty or not known.
    """
    known = abbreviations_for(language)
    marks = _marks(language)
    found: list[Span] = []
    for block in blocks(text):
        for start, end in pieces(text, block, known):
            begin = start
            for match in marks.finditer(text, start, end):
                if match.end() < end and _ends(text, match, begin, end, known):
                    found.append((begin, match.start("blank")))
                    begin = match.end()
            found.append((begin, end))
    return found


@cache
def _marks(language: str) -> re.Pattern[str]:
    """A run of end marks, what closes with it, and the blank after it.

    The blank may be empty so that a long run is taken in one step; possessive quantifiers keep the search linear.
    """
    marks = ".!?…‽⁇⁈⁉؟۔।॥։" + MARKS.get(language, "")
    return re.compile(
        rf"(?P<mark>[{marks}{WIDE}](?:(?<=\s\.)(?:[ \u00a0]\.){{2,}}+|(?<=[{WIDE}])[{WIDE}]*+|[{marks}]*+))"
        rf"(?P<close>(?:[{CLOSERS}]|&\#39;|&quot;)*+(?:[ \u00a0\u202f][»)](?=\s|$))?+(?: ?\[\d{{1,3}}\])*+)"
        r"(?P<blank>\s*+)"
    )


def _ends(text: str, match: re.Match[str], begin: int, end: int, known: Abbreviations) -> bool:
    """Whether the sentence that began at ``begin`` ends with this mark."""
    ahead = text[match.end() : min(end, match.end() + AHEAD)]
    if match["mark"][0] in WIDE:
        return _ends_wide(text, match, begin, ahead)
    if not match["blank"]:
        return _runs_together(text, match, ahead, known)
    if ahead[0] == "#" and TAGS.match(ahead):
        return False
    if GOES_ON.match(ahead):
        return match["mark"] == "." and FULL_STOP_AND_ELLIPSIS.match(ahead) is not None
    if _has_no_words(ahead) or _inside_quotation(text, match, begin, ahead, known):
        return False
    following = ahead.lstrip(OPENERS + " ")[:1]
    if following.islower():
        small = ahead[0].islower() or ahead[0] in "([" and match["mark"] == "."
        return small and _ends_before_small(text, match, begin, ahead, known)
    if match["mark"] != ".":
        return _ends_after_marks(text, match, begin)
    if match["close"] and match["close"][0] not in ")]":
        return True
    word = LAST_WORD.search(text, max(begin, match.start() - BACK), match.start())
    return word is None or _ends_after_word(text, word, match, begin, ahead, known)


def _ends_wide(text: str, match: re.Match[str], begin: int, ahead: str) -> bool:
    """The marks of scripts without blanks, but not in a title 《…》 and not before a particle behind a quotation."""
    back = max(begin, match.start() - QUOTE)
    if text.rfind("《", back, match.start()) > text.rfind("》", back, match.start()) and "》" in ahead:
        return False
    return not (match["close"] and ahead[0] in "とっのがをにで、と")


def _runs_together(text: str, match: re.Match[str], ahead: str, known: Abbreviations) -> bool:
    """``in time.The next``: the blank was forgotten. After one full stop only before a word that begins sentences."""
    at = match.start()
    if match["close"] or not (
        ahead[0].isupper() and text[at - 1].islower() and text[max(0, at - 2)].islower()
    ):
        return False
    word = JOINED.match(ahead)
    if word is None:
        return False
    roman = len(word[0]) > 2 and ROMAN.fullmatch(word[0]) is not None
    sure = match["mark"] != "." and (known.tuned or "!" in match["mark"] or "?" in match["mark"])
    return roman or word[0][1:].islower() and (sure or word[0].lower() in known.starters)


def _has_no_words(ahead: str) -> bool:
    """Only signs, or the number of a note, up to the end of the piece: they stay with what was said."""
    return len(ahead) < AHEAD and (not any(map(str.isalnum, ahead)) or len(ahead) < 4 and ahead.isdigit())


def _inside_quotation(text: str, match: re.Match[str], begin: int, ahead: str, known: Abbreviations) -> bool:
    """``«… – said she. – …»``: between dashes the author speaks; ``"… / … / …"``: verses."""
    if " / " in ahead and text[begin] in '"“«„':
        return True
    back = max(begin, match.start() - QUOTE)
    if known.quotations == "whole":
        return text.rfind("„", back, match.start()) > text.rfind("“", back, match.end())
    if known.quotations != "author" or AUTHOR_SPEAKS.match(ahead) is None:
        return False
    return text.rfind("«", back, match.start()) > text.rfind("»", back, match.end())


def _ends_after_marks(text: str, match: re.Match[str], begin: int) -> bool:
    """After a question mark, an exclamation mark or an ellipsis, before a capital letter."""
    if match["close"] and text[match.start() - 1] in "[(":
        return False
    if match.start() == begin or text[max(begin, match.start() - 2) : match.start()] == ": ":
        return False  # “BERG: ... Excuse me”: an ellipsis opens the sentence
    spaced = match["mark"][1:2].isspace()
    return not spaced or match.start() > begin and len(match["mark"]) > 5


def _ends_before_small(text: str, match: re.Match[str], begin: int, ahead: str, known: Abbreviations) -> bool:
    """Before a small letter, as in posts: after a whole word that is no abbreviation, never after an ellipsis."""
    if ADDRESS.match(ahead):
        return True
    following = NEXT_WORD.search(ahead)
    if match["close"] or following is None or following[0] in CONJUNCTIONS or ELLIPSIS.search(match["mark"]):
        return False
    word = LAST_WORD.search(text, max(begin, match.start() - BACK), match.start())
    token = word[0] if word else ""
    if match["mark"] == ".":
        return _is_whole_word(token, known)
    # “She works at Yahoo! in Oslo”: the mark belongs to the name.
    named = match["mark"] == "!" and token.istitle() and word is not None and word.start() > begin
    return bool(token) and not named


def _is_whole_word(token: str, known: Abbreviations) -> bool:
    """Long enough to be no abbreviation that the lists forgot; those of languages that are not tuned forget many."""
    if not token.isalpha() or token.lower() in known or not known.tuned:
        return False
    small = token.islower()
    return len(token) >= known.shortest and (small or len(token) > 5 and token.istitle())


def _ends_after_word(
    text: str, word: re.Match[str], match: re.Match[str], begin: int, ahead: str, known: Abbreviations
) -> bool:
    """After one full stop: the word before it decides, then the word after it."""
    token = word.group().lstrip(BULLETS)
    if len(token) > 2 and token.isalpha() and token.lower() not in known and not ROMAN.fullmatch(token):
        return True
    part = FIRST_PART.search(text, max(begin, word.start() - 4), word.start())
    joined = part[1] + token if part else token
    after = NEXT_WORD.search(ahead)
    following = after.group() if after else ""
    starter = following.lower() in known.starters
    if word.start() - begin < 4 and _numbers_item(token) and not text[begin : word.start()].strip(BULLETS):
        return False
    if known.ordinals and (token.isdigit() and len(token) <= 2 or len(token) > 1 and ROMAN.fullmatch(token)):
        return starter
    kind = known.kind(token, joined)
    if kind == "numbered" and (following[:1].isdigit() or ROMAN.match(following)):
        return False
    if kind == "ender" or token in ("A.M", "P.M"):
        return True
    if kind == "title" or len(token) == 1 and INITIAL.match(ahead):
        return False
    if kind == "other" or DOTTED.fullmatch(token):
        return starter and CITED.search(text, max(begin, word.start() - 8), word.end()) is None
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
