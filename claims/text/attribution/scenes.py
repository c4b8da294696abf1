"""One sentence as the rules of attribution see it: words, their parts of speech, and which stand in quotation marks."""

from dataclasses import dataclass, field
from functools import cached_property

from claims.text.names import NameBook
from claims.text.phrases import Phrases, Span, Word, words_in
from claims.text.quotations import Quotation
from claims.text.tagging import tags
from claims.text.words import Words

LONG = 4  # words; shorter quotations are names or single expressions, not speech
FARTHEST = 2_000  # characters of one sentence that are looked at; longer ones are no prose
FINITE = ("VBD", "VBZ", "VBP", "MD")
FINITE_BE = frozenset("is are was were".split())
SCARE = frozenset("\"“”„«»‘’'")
QUANTIFIERS = frozenset(
    "others many some most half both several few one all none neither another each two three".split()
)
BEFORE_NUMBERS = frozenset("nearly almost about roughly more than least some fewer less only".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later late early".split()
)


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be somebody's words and not a name or an expression."""
    beginning = text[quotation.start + 1 : min(quotation.end - 1, quotation.start + 200)]
    ending = text[max(quotation.start + 1, quotation.end - 3) : quotation.end - 1].rstrip()[-1:]
    if quotation.depth or is_title(beginning):
        return False
    return len(beginning.split()) >= LONG or ending in tuple(".,!?…")


def _low(word: str) -> str:
    """In small letters with a straight apostrophe; abbreviations that look like pronouns stay."""
    return word if word in ("WHO", "IT", "US") else word.lower().replace("’", "'")


def is_title(words: str) -> bool:
    """``The Long Way to the Capitol``: two long words or more, each with a capital letter, and no end of a sentence."""
    long = [word for word in words.split() if len(word.strip(",.;:’'")) > 3]
    capital = all(word[:1].isupper() for word in long) and words[:1].isupper()
    return capital and len(long) > 1 and words.rstrip()[-1:] not in tuple(".!?…")


@dataclass(frozen=True)
class Scene:
    """A sentence with its speech: quotations that are somebody's words."""

    text: str
    span: Span
    lists: Words
    speech: tuple[Quotation, ...]
    names: NameBook = field(default_factory=NameBook)

    @cached_property
    def words(self) -> list[Word]:
        """The words and marks of the sentence, as far as it is looked at."""
        return words_in(self.text, self.span[0], min(self.span[1], self.span[0] + FARTHEST))

    @cached_property
    def low(self) -> list[str]:
        """The words in small letters, with straight apostrophes."""
        return [_low(word.text) for word in self.words]

    @cached_property
    def tags(self) -> list[str]:
        """Penn tags in English; in other languages "" for each word."""
        if self.lists.code != "en":
            return [""] * len(self.words)
        return tags([word.text for word in self.words])

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word stands inside speech, its marks included."""
        found, place = [], 0
        for word in self.words:
            while place < len(self.speech) and self.speech[place].end <= word.start:
                place += 1
            found.append(place < len(self.speech) and self.speech[place].start <= word.start)
        return found

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases that name somebody."""
        return Phrases(self.words, self.lists)

    def __len__(self) -> int:
        return len(self.words)

    def finite(self, at: int) -> bool:
        """A finite verb outside speech."""
        if self.quoted[at]:
            return False
        if self.tags[at] in FINITE or self.low[at] in FINITE_BE or self.low[at].endswith("n't"):
            return True
        return self._past(at)

    def _past(self, at: int) -> bool:
        """A form that the tagger takes for a participle or an infinitive: it has an object and no auxiliary."""
        if at and self.tags[at] == "NNS":
            return self.low[at - 1] in ("he", "she", "it")
        if at and self.tags[at] == "VB":
            return self.tags[at - 1] in ("NNS", "NNPS", "NNP")
        if at and self.tags[at] == "NN" and self.low[at - 1] in ("they", "we", "you"):
            return True
        if self.tags[at] != "VBN" or not at:
            return False
        if self.low[at - 1] in ("that", "who", "which"):
            return True
        following = at + 1 if at + 1 < len(self) else at
        object_behind = self.tags[following] in ("DT", "PRP", "PRP$") or self.low[following] == "that"
        return object_behind and self.tags[at - 1].startswith(("NN", "PRP", ","))

    def any_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb stands at ``start`` or behind it, before ``end``."""
        return any(self.finite(at) for at in range(max(0, start), min(end, len(self))))

    def nominal(self, at: int) -> bool:
        """A noun, a name, a number or a word that stands for one."""
        if self.words[at].possessive:
            return False
        named = self.tags[at].startswith(("NN", "PRP", "CD", "FW")) and self.tags[at] != "PRP$"
        return named or self.low[at] in QUANTIFIERS

    def modifier(self, at: int) -> bool:
        """A word that may stand before a noun in its phrase."""
        tag, following = self.tags[at], self.tags[at + 1] if at + 1 < len(self) else ""
        if tag.startswith(("DT", "JJ", "PRP$", "POS", "CD", "PDT")) or self.words[at].possessive:
            return True
        if at and tag.startswith("VB") and self.tags[at - 1] in ("DT", "PRP$"):
            return following.startswith("NN")
        if tag in ("VBG", "VBN"):
            return following.startswith(("NN", "JJ"))
        return tag.startswith("RB") and self.low[at] in BEFORE_NUMBERS

    def mark(self, at: int) -> bool:
        """Punctuation."""
        return self.words[at].mark

    def after_quotation(self, at: int) -> bool:
        """Whether a quotation that is speech ends just before this word."""
        return at > 0 and self.quoted[at - 1] and not self.quoted[at]

    def quotation_from(self, at: int) -> bool:
        """Whether speech begins at this word."""
        return at < len(self) and self.quoted[at] and (at == 0 or not self.quoted[at - 1])
