"""One sentence to one proposition or more, each with the spans it stands on and a text that stands alone.

Splits only where it is safe, in English: an own subject and a finite verb on both sides, or a subject at the
start of the sentence. Other languages split at semicolons. No word is invented but for a function word (is)
and another form of a verb.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.text.phrases import Span, Word, words_in
from claims.text.quotations import Quotation
from claims.text.references import Reference, worded
from claims.text.words import Words

CONNECTORS = frozenset(("and", "but", "while", "whereas", "yet", "as", "where", "when"))
SUBJECTS = frozenset(
    "the a an this that these those it he she they we i you his her its their our my there many some most"
    " several".split()
)
OWNERS = frozenset(("his", "her", "its", "their"))
FEWEST = 4
FARTHEST = 5_000  # characters; a longer sentence is no prose and stays whole
NEAR_VERB = 7
LONGEST_SUBJECT = 9
LEADS = re.compile(
    r"^(?:However|Moreover|Furthermore|Nevertheless|Nonetheless|Meanwhile|In addition|Also|Besides|Still|But|And|"
    r"Allerdings|Jedoch|Außerdem|Cependant|Toutefois|Sin embargo|Además|Однако|Кроме того|Однак|Проте|Крім того)"
    r"(?:,\s+|\s+(?=[^\W\d_]))(?=\S)"
)
WITH_COMMA_ONLY = ("Still", "But", "And", "Also", "Besides")
EDGES = " \t\n\r\u00a0,;:–—-"


@dataclass(frozen=True, slots=True)
class Proposition:
    """The spans of one proposition in order, its stand-alone text, and how it stands to the sentence.

    ``aside`` when it is the document's remark beside what somebody says; ``defines`` for an apposition.
    """

    spans: tuple[Span, ...]
    text: str
    aside: bool = False
    defines: bool = False

    @property
    def start(self) -> int:
        """Where the envelope begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the envelope ends."""
        return self.spans[-1][1]


def propositions(
    text: str, span: Span, quoted: list[Quotation], lists: Words, references: Sequence[Reference] = ()
) -> list[Proposition]:
    """The propositions of the sentence at ``span``, in the order of their first span; never none.

    ``references`` are what its pronouns stand for.
    """
    if span[1] - span[0] > FARTHEST:
        return [_proposition(text, [span])]
    words = [word for word in words_in(text, *span) if not _inside(word, quoted)]
    if len(words) < 2 * FEWEST:
        return [_proposition(text, [span], references)]
    splitter = _Splitter(text, span, words, lists, references)
    found = splitter.split() if lists.code == "en" else []
    return sorted(found or splitter.at_semicolons(), key=lambda each: (each.start, each.end))


def _inside(word: Word, quoted: list[Quotation]) -> bool:
    return any(
        quotation.start < word.start < quotation.end - 1 for quotation in quoted if quotation.depth == 0
    )


def _proposition(
    text: str, spans: list[Span], references: Sequence[Reference] = (), *, before: str = "", glue: str = " "
) -> Proposition:
    """A proposition from spans; its text is theirs on one line, with a capital and a full stop."""
    kept = tuple(span for span in (_trim(text, *each) for each in spans) if span[0] < span[1])
    kept = kept or tuple(spans)
    words = glue.join(worded(text, kept, references))
    words = _without_lead(words)
    if words[:1].islower():
        words = words[:1].upper() + words[1:]
    if words and (words[-1].isalnum() or words[-1] in "%)’”»\"'" and not _closed(words)):
        words += "."
    return Proposition(kept, before + words)


def _closed(words: str) -> bool:
    return words.rstrip("’”»\"')")[-1:] in tuple(".!?…")


def _without_lead(words: str) -> str:
    lead = LEADS.match(words)
    if lead is None or lead.group().strip() in WITH_COMMA_ONLY and len(words.split()) < FEWEST:
        return words
    return words[lead.end() :]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


class _Splitter:
    """The rules, over the words of one sentence that stand outside quotations."""

    def __init__(
        self, text: str, span: Span, words: list[Word], lists: Words, references: Sequence[Reference]
    ) -> None:
        self.text, self.span, self.words, self.lists = text, span, words, lists
        self.references = references

    def _made(self, spans: list[Span], *, glue: str = " ") -> Proposition:
        return _proposition(self.text, spans, self.references, glue=glue)

    def at_semicolons(self) -> list[Proposition]:
        """Pieces between semicolons where each has words enough."""
        cuts = [word.start for word in self.words if word.text == ";"]
        edges = [self.span[0], *cuts, self.span[1]]
        pieces = list(pairwise(edges))
        if any(len(self.text[start:end].split()) < FEWEST for start, end in pieces):
            return [self._made([self.span])]
        return [self._made([piece]) for piece in pieces]

    def split(self) -> list[Proposition]:
        """The rules for English: tails and coordination from the end, then what is inserted after the subject."""
        found: list[Proposition] = []
        begin, end = self.span
        for index in range(len(self.words) - 1, FEWEST - 1, -1):
            cut = self._cut(index, end)
            if cut is not None:
                found.append(cut)
                end = self.words[index].start
        return [*self._inserted((begin, end)), *reversed(found)]

    def _cut(self, index: int, end: int) -> Proposition | None:
        """The piece from this word to ``end`` when the sentence may be cut here."""
        word, rest = self.words[index], [each for each in self.words[index + 1 :] if each.start < end]
        comma = self.words[index - 1].text == ","
        left = self.words[:index]
        if word.text == ";" and len(rest) >= FEWEST and self._finite(left) and self._states(rest):
            return self._made([(rest[0].start, end)])
        if not rest or not self._finite(left) or self._conditional():
            return None
        if comma and word.text in OWNERS and self._participle(rest):
            return replace(self._made([(word.start, end)]), aside=True)
        if comma and word.text == "with":
            return self._with(rest, end)
        if comma and word.text in ("which", "who"):
            return self._listed_names(index, rest, end)
        return self._clause(index, rest, end, comma=comma)

    def _clause(self, index: int, rest: list[Word], end: int, *, comma: bool) -> Proposition | None:
        """``, and the council …``: a connector, an own subject and a finite verb soon after."""
        word = self.words[index]
        if word.text not in CONNECTORS or len(rest) < FEWEST or not self._subject(rest[0]):
            return None
        reports = self._reports(rest)
        if (
            word.text == "when"
            and not (comma and reports)
            or not comma
            and not (word.text == "as" and reports)
        ):
            return None
        if word.text == "as" and comma and rest[0].text in ("a", "an"):
            return None
        reach = rest if word.text == "where" else self._before_comma(rest)[:NEAR_VERB]
        return self._made([(rest[0].start, end)]) if self._finite(reach[1:]) else None

    def _with(self, rest: list[Word], end: int) -> Proposition | None:
        """``, with analysts suggesting …``: the participle becomes the verb."""
        for place, word in enumerate(rest[1:4], start=1):
            verb = self.lists.participles.get(word.text.lower())
            if verb:
                piece = self._made([(rest[0].start, end)])
                number = verb if rest[place - 1].text.endswith("s") else verb + "s"
                return replace(piece, text=piece.text.replace(word.text, number, 1))
        return None

    def _listed_names(self, index: int, rest: list[Word], end: int) -> Proposition | None:
        """``…, including Oslo and Riga, which have …``: the names are the subject."""
        first = index - 2
        while first > 0 and (self.words[first].capital or self.words[first].text == "and"):
            first -= 1
        names = self.words[first + 1 : index - 1]
        plural = any(word.text == "and" for word in names)
        if self.words[first].text != "including" or not plural or rest[0].text not in ("have", "are", "were"):
            return None
        return self._made([(names[0].start, names[-1].end), (rest[0].start, end)])

    def _inserted(self, span: Span) -> list[Proposition]:
        """The sentence up to its tails, with the insertion behind its first subject taken out as its own piece."""
        words = [word for word in self.words if word.start < span[1]]
        comma = next((at for at, word in enumerate(words[: LONGEST_SUBJECT + 1]) if word.text == ","), 0)
        whole = self._made([span])
        if not comma or comma + 3 >= len(words) or not self._starts_sentence(words[:comma]):
            return [whole]
        close = next((at for at in range(comma + 3, len(words) - 1) if self._closes(words, at)), 0)
        head = words[comma + 1].text
        if not close or head not in ("which", "who", "a", "an"):
            return [whole]
        subject = (span[0], words[comma - 1].end)
        subject = (subject[0], max(subject[1], self._quote_end(words[comma - 1], words[comma])))
        main = self._made([subject, (words[close + 1].start, span[1])])
        return [main, self._insertion(words, comma, close, subject)]

    def _quote_end(self, last: Word, comma: Word) -> int:
        """The subject's end, closing marks before the comma included."""
        return comma.start if not self.text[last.end : comma.start].strip() else last.end

    def _insertion(self, words: list[Word], comma: int, close: int, subject: Span) -> Proposition:
        head = words[comma + 1]
        if head.text in ("which", "who"):
            return self._made([subject, (words[comma + 2].start, words[close].start)])
        piece = self._made([subject, (head.start, words[close].start)], glue=" is ")
        return replace(piece, defines=True)

    def _starts_sentence(self, subject: list[Word]) -> bool:
        """Whether these first words are a subject: an article or a name first, and no verb."""
        first = subject[0]
        opens = (
            first.folded in self.lists.articles or first.folded not in self.lists.not_names and first.capital
        )
        return opens and not self._finite(subject)

    def _closes(self, words: list[Word], at: int) -> bool:
        """A comma with the sentence's verb behind it."""
        return words[at].text == "," and self._auxiliary(words[at + 1])

    def _auxiliary(self, word: Word) -> bool:
        return self.lists.patterns["verbs"].fullmatch(word.text) is not None

    def _finite(self, words: list[Word]) -> bool:
        return any(
            self._auxiliary(word)
            or word.text in self.lists.said
            or (word.text.endswith("ed") and len(word.text) > 4 and not word.capital)
            for word in words
        )

    def _states(self, words: list[Word]) -> bool:
        """Behind a semicolon a subject is sign enough, or any finite verb."""
        return self._subject(words[0]) or self._finite(words)

    def _subject(self, word: Word) -> bool:
        low = word.text.lower()
        return low in SUBJECTS or low in self.lists.people or word.capital and not self._auxiliary(word)

    def _reports(self, rest: list[Word]) -> bool:
        """``as officials announce``: a speaking noun and its verb at once."""
        return len(rest) > 1 and rest[0].folded in self.lists.people and rest[1].text in self.lists.said

    def _before_comma(self, words: list[Word]) -> list[Word]:
        comma = next((at for at, word in enumerate(words) if word.text == ","), len(words))
        return words[:comma]

    def _participle(self, rest: list[Word]) -> bool:
        return any(word.text.endswith("ing") and len(word.text) > 4 for word in rest[1:4])

    def _conditional(self) -> bool:
        """Sentences that open with a condition stay whole: their halves say something else."""
        return self.words[0].text in ("If", "Unless", "Whether", "Had", "Should")
