"""Words of one sentence with their parts of speech, cut so that a possessive s and a number are one token each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.text.phrases import Span, Word, words_in
from claims.text.tagging import tags
from claims.text.words.english_nouns import IRREGULAR

SHORT = re.compile(r"(?:it|he|she|that|there|here|what|who|let|where|how|this)['’]s$", re.IGNORECASE)
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
VERBS = ("MD", "VBD", "VBZ", "VBP", "VBN", "VB")
BEHIND_A_VERB = ("DT", "PRP", "PRP$", "CD")
QUOTES = frozenset('"“”„«»')
APOSTROPHES = frozenset("'’‘‚")
MARKS = QUOTES | APOSTROPHES
NOUNS = ("NN", "NNS", "NNP", "NNPS")


class Token(NamedTuple):
    """A word or mark with its place in the document and its Penn tag (POS for a possessive s)."""

    text: str
    start: int
    end: int
    tag: str

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.lower()


def tokens(text: str, start: int, end: int, titles: Sequence[Span] = ()) -> list[Token]:
    """The tokens between two offsets, in order, without quotation marks; each span of ``titles`` is one name."""
    pieces: list[Word] = []
    for word in _with_figures(text, start, end):
        title = next((each for each in titles if each[0] <= word.start < each[1]), None)
        if title is not None:
            if word.start == title[0]:
                pieces.append(Word(text[title[0] : title[1]], *title))
        elif word.possessive and len(word.text) > 2 and not SHORT.match(word.text):
            pieces.append(Word(word.text[:-2], word.start, word.end - 2))
            pieces.append(Word(word.text[-2:], word.end - 2, word.end))
        else:
            pieces.append(word)
    found = tags([piece.text if len(piece.text.split()) == 1 else "Title" for piece in pieces])
    mended = [_mended(pieces, found, at) for at in range(len(pieces))]
    return [
        Token(piece.text, piece.start, piece.end, tag)
        for piece, tag in zip(pieces, mended, strict=True)
        if piece.text not in QUOTES and (tag == "POS" or piece.text not in APOSTROPHES)
    ]


def _with_figures(text: str, start: int, end: int) -> list[Word]:
    """The words, with 40,000 as one."""
    found: list[Word] = []
    for word in words_in(text, start, end):
        if found and word.start < found[-1].end:
            continue
        figure = FIGURE.match(text, word.start, end) if word.text[0].isdigit() else None
        found.append(Word(figure.group(), *figure.span()) if figure else word)
    return found


def _mended(words: list[Word], found: list[str], at: int) -> str:
    """What a tag must be because of its neighbours."""
    word, tag = words[at], found[at]
    before, after = (found[at - 1] if at else ""), (found[at + 1] if at + 1 < len(words) else "")
    if word.text[0] in MARKS and len(word.text) > 2:
        return "NNP"
    if tag == "POS" or word.text in APOSTROPHES:
        return "POS" if _owns(words, before, at) else "''"
    if _owns(words, before, at):
        return "POS"
    if SHORT.match(word.text):
        return "PRP"
    if not word.text.islower():
        unknown = tag == "FW" or (tag == "JJ" and after in ("VBD", "VBZ"))
        return "NNP" if unknown and word.text[0].isupper() else tag
    if tag == "NNS" and _states(words, found, at):
        return "VBZ"
    if tag == "NN" and _told(words, found, at):
        return "VBD"
    return _counted(found, at)


def _states(words: list[Word], found: list[str], at: int) -> bool:
    """Whether a “plural” is a verb: “who smuggles”, “a beetle that lives in”, “it surges”, “the ferry links the”."""
    before, after = found[at - 1], found[at + 1] if at + 1 < len(words) else ""
    low = words[at - 1].text.lower()
    if before in ("WP", "WDT") or (before == "PRP" and low not in ("her", "you")):
        return True
    if low == "that":
        return found[at - 2] in NOUNS and after in (*BEHIND_A_VERB, "IN", "TO")
    ending = at + 1 < len(words) and words[at + 1].text.endswith("ing")
    return before in ("NN", "NNP") and (after in BEHIND_A_VERB or ending)


def _told(words: list[Word], found: list[str], at: int) -> bool:
    """Whether a “noun” is a verb: “larvae feed on”, “they work”, “Varga shot it”."""
    before, after = found[at - 1], found[at + 1] if at + 1 < len(words) else ""
    low = words[at - 1].text.lower()
    if low in IRREGULAR and after == "IN":
        return True
    alone = before == "PRP" or (before in ("NNS", "NNP") and after in ("PRP", "PRP$"))
    return alone and low not in ("her", "it", "you")


def _counted(found: list[str], at: int) -> str:
    """A “verb” is a noun behind a figure (“600 rivets”), and at the end behind an article’s noun (“a silver watch”)."""
    tag, before, earlier = found[at], found[at - 1] if at else "", found[at - 2] if at > 1 else ""
    if tag == "VBZ" and (before == "CD" or (before == "NN" and earlier == "CD")):
        return "NNS"
    ends = at + 1 < len(found) and found[at + 1] in (".", ",")
    return "NN" if tag in ("VB", "VBP") and before == "NN" and earlier == "DT" and ends else tag


def _owns(words: list[Word], before: str, at: int) -> bool:
    """Whether the word is a possessive s, or the apostrophe behind a plural."""
    text = words[at].text
    if at == 0 or words[at - 1].end != words[at].start:
        return False
    if text in ("'s", "’s"):
        return True
    follows = at + 1 < len(words) and words[at + 1].text[:1].isalpha()
    return (
        text in ("'", "’")
        and before in ("NNS", "NNPS", "NNP")
        and words[at - 1].text.endswith("s")
        and follows
    )
