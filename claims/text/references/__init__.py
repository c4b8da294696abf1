"""What pronouns and short references stand for, sentence by sentence: “he”, “its”, “the company”, “Douglas”.

English only: other languages have no tags, and nothing is found. A pronoun stays when two readings fit. The
parts: tokens, nouns (phrases and their roles), people (words), memory, naming, empty (“it rains”), choosing, wording.
"""

import re
from dataclasses import replace

from claims.text.attribution import is_speech
from claims.text.phrases import Span
from claims.text.quotations import Quotation
from claims.text.references.choosing import CLASSES, Chooser
from claims.text.references.empty import stands_for_nothing
from claims.text.references.memory import Memory, Mention, Referent, small_words
from claims.text.references.naming import LONGEST, Namer
from claims.text.references.nouns import Phrase
from claims.text.references.sentence import Sentence
from claims.text.references.tokens import NOUNS, VERBS, Token, tokens
from claims.text.references.wording import Reference, needed
from claims.text.words import Words

__all__ = ["Reference", "References", "needed"]

FARTHEST = 5_000  # characters; a longer sentence is no prose
BULLET = re.compile(r"(?:[-–—•*·▪◦‣]|\(?\d{1,3}[.)])\s{1,4}(?=[^\W\d_])")
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
OWNING = frozenset(("his", "its", "their"))


class References:
    """Reads the sentences of a document in order and remembers who and what they mention."""

    def __init__(self, text: str, lists: Words) -> None:
        self.text, self.lists = text, lists
        self.memory = Memory(small=small_words(text) if lists.code == "en" else frozenset())

    def forget(self) -> None:
        """Pronouns do not reach behind this point."""
        self.memory.forget()

    def read(self, index: int, sentence: Span, quoted: list[Quotation]) -> list[Reference]:
        """The references of the sentence with this number, in order; ``quoted`` are the quotations that touch it."""
        if self.lists.code != "en" or sentence[1] - sentence[0] > FARTHEST:
            return []
        titles = [(each.start, each.end) for each in quoted if self._title(each)]
        speech = [
            (each.start, each.end)
            for each in quoted
            if is_speech(self.text, each) and (each.start, each.end) not in titles
        ]
        words = [
            token
            for token in tokens(self.text, _behind_bullet(self.text, sentence), sentence[1], titles)
            if not any(start <= token.start < end for start, end in speech)
        ]
        return _Sentence(self, index, words).read() if words else []

    def _title(self, quotation: Quotation) -> bool:
        """Whether a quotation is the name of something: “The Salt Road”."""
        inner = self.text[quotation.start + 1 : min(quotation.end - 1, quotation.start + 100)]
        words = inner.split()
        if quotation.depth or not 0 < len(words) <= LONGEST or inner[-1] in ".,!?…":
            return False
        return inner[0].isupper() and all(word[0].isupper() for word in words if len(word) > 3)


def _behind_bullet(text: str, sentence: Span) -> int:
    """Where the words of a list item begin: its first one opens the sentence."""
    bullet = BULLET.match(text, *sentence)
    return bullet.end() if bullet is not None else sentence[0]


class _Sentence:
    """The walk through one sentence: each phrase is named, each pronoun chosen for, in order."""

    def __init__(self, document: References, index: int, words: list[Token]) -> None:
        self.memory, self.index, self.words = document.memory, index, words
        self.sentence = Sentence(document.text, words)
        self.found = self.sentence.phrases
        self.namer = Namer(self.sentence, self.memory)
        self.relations = self.namer.relations
        self.mentions: list[Mention] = []
        self.chooser = Chooser(self.mentions, self.memory, index)
        self.references: list[Reference] = []
        self.roles: dict[int, Phrase] = {}  # “his spokeswoman”, by where her name follows

    def read(self) -> list[Reference]:
        owner: Referent | None = None
        for at, phrase in enumerate(self.found):
            owner = self._pronoun(phrase) if phrase.pronoun else self._phrase(at, owner)
        if not any(token.tag in VERBS for token in self.words):
            return []  # a heading, a name: pronouns seldom refer to it, nor does it refer
        self.memory.keep(self.index, self.mentions)
        return self.references

    def _pronoun(self, phrase: Phrase) -> Referent | None:
        token = self.words[phrase.first]
        pronoun = CLASSES[token.low]
        if token.low == "it" and stands_for_nothing(self.words, phrase.first):
            self._mention(phrase, None, pronoun=pronoun)
            return None
        owns = token.low in OWNING or (token.low == "her" and self._owns(phrase))
        plain = "main" if phrase.main else "subject" if phrase.subject else "object"
        parallel = pronoun in ("it", "they") and (owns or plain == "subject") and self._goes_on(phrase)
        chosen = self.chooser.choose(pronoun, role="owner" if owns else plain, parallel=parallel)
        if chosen is not None and chosen.words:
            chosen.learn("thing" if pronoun == "it" else "", pronoun if pronoun in ("m", "f") else "")
            if not token.low.endswith(("self", "selves")):
                words = chosen.possessive if owns else chosen.words
                self._refer(token.start, token.end, words, chosen)
        self._mention(phrase, chosen, pronoun=pronoun)
        return chosen

    def _goes_on(self, phrase: Phrase) -> bool:
        """Whether the main subject is one phrase before its verb, and this pronoun no part of “the oil it has”."""
        main = next((each for each in self.found if each.main), None)
        verb = next((at for at, token in enumerate(self.words) if token.tag in FINITE), 0)
        if main is None or not main.last < verb < phrase.first:
            return False
        joined = any(token.tag == "CC" for token in self.words[main.first : verb])
        return not joined and self.words[phrase.first - 1].tag not in NOUNS

    def _owns(self, phrase: Phrase) -> bool:
        """Whether this “her” is possessive: a noun phrase begins with it, and not with a figure."""
        behind = self.words[phrase.first + 1] if phrase.first + 1 < len(self.words) else None
        begins = any(each.first == phrase.first and not each.pronoun for each in self.found)
        return begins and behind is not None and behind.tag != "CD"

    def _phrase(self, at: int, owner: Referent | None) -> Referent | None:
        phrase = self.found[at]
        if self.relations.predicate(phrase):
            return None
        name = self.relations.name_of(at)
        if name is not None:
            self.roles[name.first] = phrase
            return None
        naming = self.namer.name(at, owner)
        if naming is None:
            return None
        referent = naming.referent
        if naming.short:
            bare = self.words[phrase.last].tag == "NNS" and not referent.words.startswith("the ")
            words = "the " + referent.words if bare and not referent.named else referent.words
            self._refer(self.words[phrase.first].start, self.words[phrase.last].end, words, referent)
        role = self.roles.get(phrase.first)
        if role is not None:
            self.namer.learn_role(referent, self.sentence.head(role))
            phrase = Phrase(phrase.first, phrase.last, role.governor, role.subject, role.main)
        self._mention(phrase, referent, defines=phrase.main and bool(self.relations.defined_by(at)))
        self._join(at)
        return referent

    def _join(self, at: int) -> None:
        """``Nora Ekblad and her sister``: both together may be “they”; neither alone is the subject any more."""
        second = self.found[at]
        first = next((each for each in reversed(self.found[:at]) if each.last == second.first - 2), None)
        if first is None or self.words[second.first - 1].low != "and":
            return
        opens = self.words[first.first - 1].text if first.first else ""
        place = next(
            (n for n, each in enumerate(self.mentions) if each.span[1] == self.words[first.last].end), -1
        )
        if opens == "," or place < 0 or second.last - first.first > LONGEST:
            return
        span = (self.words[first.first].start, self.words[second.last].end)
        both = Referent(self.sentence.words(first.first, second.last), plural=True, last=span)
        self.mentions[place] = replace(self.mentions[place], main=False, subject=False)
        self.mentions[-1] = replace(self.mentions[-1], main=False, subject=False)
        self.mentions.append(Mention(both, span, first.governor, first.subject or first.main, first.main))

    def _refer(self, start: int, end: int, words: str, referent: Referent) -> None:
        if referent.last is not None:
            self.references.append(Reference(start, end, words, referent.last))

    def _mention(
        self, phrase: Phrase, referent: Referent | None, *, pronoun: str = "", defines: bool = False
    ) -> None:
        span = (self.words[phrase.first].start, self.words[phrase.last].end)
        if referent is not None:
            referent.last = span
        fresh = self.words[phrase.first].low in ("a", "an")
        self.mentions.append(
            Mention(referent, span, phrase.governor, phrase.subject, phrase.main, pronoun, fresh, defines)
        )
