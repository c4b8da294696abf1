"""A sentence of a document as parts: its words, with quotations and brackets as one of them, tagged and grouped."""

import re
from collections.abc import Sequence

from claims.text.attribution import is_speech
from claims.text.phrases import Span, Word, words_in
from claims.text.propositions.chunks import Chunker
from claims.text.propositions.grouping import settled
from claims.text.propositions.leads import LEADS
from claims.text.propositions.parts import Part
from claims.text.quotations import Quotation
from claims.text.tagging import tags

CONTRACTED = re.compile(
    r"^(it|he|she|that|there|who|what|we|you|they|i)(['’](?:s|re|ve|m|ll|d))$", re.IGNORECASE
)
SHORT = {"s": "VBZ", "re": "VBP", "ve": "VBP", "m": "VBP", "ll": "MD", "d": "MD"}
# A title or name straight before a year in brackets: “The Salt Road (1974)”, “Songs We Sang at Noon (2001–2003)”.
DATED = re.compile(
    r"(?<![\w'’])[A-Z0-9][\w'’&:.-]*(?:[ ](?:[A-Z0-9][\w'’&:.-]*|&|of|the|at|by|to|a|an))*"
    r"(?=[ ]\((?:1[6-9]|20)[0-9]{2}(?:[–-](?:[0-9]{2}|[0-9]{4}|present))?\))"
)
OPENING = re.compile(
    r"(?:(?:In|On|At|By|For|From|With|After|Before|Since|The|A|An|Of|To|And|But|As|Like)[ ])"
)
BESIDE = re.compile(
    r",\s+(?:however|for example|for instance|in turn|on the other hand|therefore|in fact|moreover|furthermore"
    r"|nevertheless|too|of course|meanwhile|respectively)(?=,)"
)


def parts_of(text: str, span: Span, quoted: Sequence[Quotation]) -> list[Part]:
    """The sentence at ``span`` as parts, in order; a quotation is one word of it."""
    words = _words(text, span, quoted)
    lead = LEADS.match(text[span[0] : span[1]])
    if lead:
        first = span[0] + lead.end()
        words = [
            Word(lead.group().rstrip(), span[0], first),
            *(word for word in words if word.start >= first),
        ]
    inside = {word.start for word in words if _is_quotation(word, quoted)}
    dated = frozenset(_dated(text, span))
    names = {word.start for word in words if (word.start, word.end) in dated}
    asked = ["Name" if word.start in inside | names else word.text for word in words]
    found = ["BESIDE", *tags(asked[1:])] if lead else tags(asked)
    for at, word in enumerate(words):
        if word.text[0] in "'’" and word.text[1:] in SHORT and at and word.start == words[at - 1].end:
            found[at] = SHORT[word.text[1:]]
        elif word.start in names:
            found[at] = "NNP"
        elif word.start in inside:
            found[at] = "QUOTE" if _speech(text, word, quoted) else "NNP"
        elif word.text[0] in "([" or len(word.text) > 1 and word.text[0] == ",":
            found[at] = word.text[0]
        elif len(word.text) == 1 and not word.text.isalnum() and word.text not in "&%$€£":
            found[at] = word.text
    return settled(Chunker(words, found).parts())


def _words(text: str, span: Span, quoted: Sequence[Quotation]) -> list[Word]:
    """The words, with each outermost quotation, bracket and aside as one of them."""
    closed: list[Span] = []
    for each in quoted:
        if each.depth == 0 and not (each.start <= span[0] and each.end >= span[1]):
            closed.append((max(each.start, span[0]), min(each.end, span[1])))
    for match in BESIDE.finditer(text, *span):
        closed.append(match.span())
    closed += _dated(text, span)
    for match in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", text[span[0] : span[1]]):
        closed.append((span[0] + match.start(), span[0] + match.end()))
    result: list[Word] = []
    at = span[0]
    for start, end in sorted(closed):
        if start >= at and end > start:
            result += _plain(text, at, start)
            result.append(Word(text[start:end], start, end))
            at = end
    return result + _plain(text, at, span[1])


def _dated(text: str, span: Span) -> list[Span]:
    """The titles and names before a year in brackets; the first word of the sentence may belong to none."""
    found = []
    for match in DATED.finditer(text, *span):
        opening = OPENING.match(text, *match.span()) if match.start() == span[0] else None
        start = opening.end() if opening else match.start()
        if " " in text[start : match.end()] and (text[start].isupper() or text[start].isdigit()):
            found.append((start, match.end()))
    return found


def _plain(text: str, start: int, end: int) -> list[Word]:
    """Words, with “it’s” as two of them."""
    result: list[Word] = []
    for word in words_in(text, start, end):
        match = CONTRACTED.match(word.text)
        if word.text == "." and result and result[-1].end == word.start and word.end < end:
            result[-1] = Word(result[-1].text + ".", result[-1].start, word.end)
        elif _thousands(result, word):
            result[-2:] = [Word(f"{result[-2].text},{word.text}", result[-2].start, word.end)]
        elif match is None:
            result.append(word)
        else:
            middle = word.start + match.end(1)
            result += [Word(match[1], word.start, middle), Word(match[2], middle, word.end)]
    return result


def _thousands(before: Sequence[Word], word: Word) -> bool:
    """Whether a comma joins this word to the figure before: “20,000”."""
    if len(before) < 2 or before[-1].text != "," or not word.text[:3].isdigit():
        return False
    return (
        before[-1].end == word.start and before[-2].end == before[-1].start and before[-2].text[-1].isdigit()
    )


def _is_quotation(word: Word, quoted: Sequence[Quotation]) -> bool:
    return any(each.depth == 0 and each.start <= word.start < word.end <= each.end for each in quoted) and (
        len(word.text) > 2 and not word.text[0].isalnum() or any(each.start == word.start for each in quoted)
    )


def _speech(text: str, word: Word, quoted: Sequence[Quotation]) -> bool:
    return any(each.start <= word.start and word.end <= each.end and is_speech(text, each) for each in quoted)
