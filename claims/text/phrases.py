"""Words with their places, and the noun phrases that name somebody. No claim is made here."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.text.words import Words

Span = tuple[int, int]

TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|Col|Lt|Capt|Sgt|St|Hr|Fr|Mme|Mlle|Sr|Sra)\.(?=\s)"
WORD = re.compile(rf"{TITLE}|[^\W\d_]\.(?=\s+[^\W\d_])|[^\W_](?:[\w’'.\-‑]*\w)?|[^\w\s]|_")
ELISION = re.compile(r"^(?:l|d|qu|s|n|j|c|m|t)['’]")
SHORTENED = re.compile(r"['’](?:s|ll|ve|d|m|re|t)$")
POSSESSIVE = ("’s", "'s")
LINKS = frozenset("of for at from in de du des del von für от из з із при".split())
MOST = 12
PARTY = 8  # words in brackets behind a name


class Word(NamedTuple):
    """A word or a punctuation mark with its place in the document."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Lower case, without elision (l’agence), possessive s and shortened verb (I’ll)."""
        low = self.text.lower()
        return low if low.isalpha() else SHORTENED.sub("", ELISION.sub("", low))

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, elision aside."""
        return self.text[0].isupper() or ELISION.sub("", self.text)[:1].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends with a possessive s."""
        return self.text.endswith(POSSESSIVE)

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum()


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words and marks between two offsets, in order."""
    return list(_words(text, start, end))


@lru_cache(maxsize=4)  # several rules ask for the words of the same sentence in turn
def _words(text: str, start: int, end: int) -> list[Word]:
    return [Word(match.group(), *match.span()) for match in WORD.finditer(text, start, end)]


def before_brackets(words: list[Word], last: int) -> int:
    """The word before the brackets that close at ``last``, as a party behind a name: ``Berg (Greens) said``."""
    if last < 0 or words[last].text != ")":
        return last
    return next((at - 1 for at in range(last - 1, max(-1, last - PARTY), -1) if words[at].text == "("), last)


def behind_brackets(words: list[Word], first: int) -> int:
    """The word behind the brackets that open at ``first``; ``first`` where none do."""
    if first >= len(words) or words[first].text != "(":
        return first
    near = range(first + 1, min(len(words), first + PARTY))
    return next((at + 1 for at in near if words[at].text == ")"), first)


@dataclass(frozen=True)
class Phrases:
    """Finds noun phrases that name a speaker, in the words of one sentence."""

    words: list[Word]
    lists: Words

    def before(self, index: int) -> Span | None:
        """The phrase that ends just before ``index``: the subject of a reporting verb there."""
        last = self._skip_back(before_brackets(self.words, self._skip_back(index - 1)))
        if last < 0:
            return None
        word = self.words[last]
        if word.text == ",":
            return self._before_comma(last)
        if word.folded in self.lists.pronouns:
            return word.start, word.end
        return self._collect_back(last)

    def after(self, index: int) -> Span | None:
        """The phrase that begins just after ``index``: the inverted subject, or who follows “according to”, “by”."""
        first = index + 1
        if first < len(self.words) and self.words[first].folded in self.lists.pronouns:
            return self.words[first].start, self.words[first].end
        found = self._collect_forward(first)
        return self._named_behind(found) or found

    def _named_behind(self, found: Span | None) -> Span | None:
        """``said the company’s head, Liv Berg,``: the name in apposition."""
        if found is None:
            return None
        at = next((place for place, word in enumerate(self.words) if word.start >= found[1]), len(self.words))
        if at >= len(self.words) or self.words[at].text != ",":
            return None
        last = at
        while last + 1 < len(self.words) and self.is_name(self.words[last + 1]):
            last += 1
        closed = last + 1 < len(self.words) and self.words[last + 1].mark
        described = any(self._person(word) for word in self.words if found[0] <= word.start < found[1])
        return (
            (self.words[at + 1].start, self.words[last].end)
            if last > at + 1 and closed and described
            else None
        )

    def _skip_back(self, index: int) -> int:
        while index >= 0:
            word = self.words[index]
            adverb = self.lists.code == "en" and word.text.endswith("ly")
            if not (adverb or word.folded in self.lists.between or word.folded in self.lists.be):
                break
            index -= 1
        return index

    def _before_comma(self, comma: int) -> Span | None:
        """``…, Anna Berg, said`` names her last; ``Anna Berg, head of the institute, said`` first."""
        near = self._collect_back(comma - 1)
        if near is not None and self._is_full_name(near):
            return near
        for index in range(comma - 1, max(-1, comma - MOST - 2), -1):
            if self.words[index].text == ",":
                return self._collect_back(index - 1)
        return None

    def _is_full_name(self, span: Span) -> bool:
        inside = [word for word in self.words if span[0] <= word.start < span[1]]
        return len(inside) > 1 and all(self.is_name(word) for word in inside)

    def is_name(self, word: Word) -> bool:
        """A capitalised word that is not one of those that only begin sentences."""
        return word.capital and word.folded not in self.lists.not_names

    def _person(self, word: Word) -> bool:
        return word.folded in self.lists.people

    def _collect_back(self, last: int) -> Span | None:
        if last < 0 or self.words[last].possessive:
            return None
        head = self.words[last]
        if not (self.is_name(head) or self._person(head)):
            return None
        first = self._extend_back(last)
        first = self._owner(first)
        return self.words[first].start, head.end

    def _extend_back(self, index: int) -> int:
        """Further names, a title, or up to two plain words before a speaking noun."""
        plain = 2 if self._person(self.words[index]) else 0
        while index > 0:
            word = self.words[index - 1]
            if word.mark or word.possessive:
                break
            if self.is_name(word) or self._person(word):
                plain = 2 if self._person(word) else plain
            elif word.folded in self.lists.small and index > 1 and self._joins(index):
                index -= 1
            elif plain and self._plain(word):
                plain -= 1
            else:
                break
            index -= 1
        return index

    def _joins(self, index: int) -> bool:
        before, after = self.words[index - 2], self.words[index]
        joined = self.is_name(before) or self._person(before)
        return joined and not before.possessive and self.is_name(after)

    def _plain(self, word: Word) -> bool:
        """A lower-case word that may describe: no function word, no verb of saying."""
        low = word.folded
        lists = self.lists
        outside = lists.not_names | lists.be | lists.between | lists.said | lists.articles | lists.small
        return (
            word.text.isalpha()
            and not word.capital
            and low not in outside
            and not lists.patterns["verbs"].fullmatch(low)
        )

    def _owner(self, first: int) -> int:
        """``a spokesman for the ministry``: back over the link to the noun that speaks, with its article."""
        index = first - 1
        if index >= 0 and self.words[index].folded in self.lists.articles:
            index -= 1
        if index > 0 and self.words[index].folded in LINKS and self._person(self.words[index - 1]):
            return self._owner(self._extend_back(index - 1))
        if (
            first > 0
            and self._person(self.words[first])
            and self.words[first - 1].folded in self.lists.articles
        ):
            return first - 1
        return first

    def _collect_forward(self, first: int) -> Span | None:
        index = first
        if index < len(self.words) and self.words[index].folded in self.lists.articles:
            index += 1
        begin, last, spoke = index, -1, False
        while index < min(len(self.words), first + MOST):
            word = self.words[index]
            if self.is_name(word) or self._person(word):
                last, spoke = index, spoke or self._person(word)
            elif not (self._may_link(index, last, spoke=spoke) or self._leads_to_person(index, last)):
                break
            index += 1
        if last < 0:
            return None
        begin = first if not self.words[begin].capital else begin
        return self.words[begin].start, self.words[last].end

    def _may_link(self, index: int, last: int, *, spoke: bool) -> bool:
        word = self.words[index]
        low = word.folded
        if last < 0 or index + 1 >= len(self.words):
            return False
        following = self.words[index + 1]
        if low in LINKS and spoke and last == index - 1:
            return following.capital or following.folded in self.lists.articles or self._person(following)
        if low in self.lists.articles and spoke:
            return self.is_name(following) or self._person(following)
        return low in self.lists.small and last == index - 1 and self.is_name(following)

    def _leads_to_person(self, index: int, last: int) -> bool:
        """A plain word before a speaking noun or a name, at most two, and only at the beginning."""
        if last >= 0 and not self.words[last].possessive and not self._person(self.words[last]):
            return False
        for word in self.words[index : index + 3]:
            if self._person(word) or self.is_name(word):
                return True
            if word.mark or not self._plain(word):
                return False
        return False
