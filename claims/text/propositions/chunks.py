"""Words with their tags to parts, from left to right, by the tags that may follow each other."""

from claims.text.phrases import POSSESSIVE, Word
from claims.text.propositions.parts import ADJECTIVES, DETERMINERS, NOUN, Part

INSIDE = NOUN | {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS"}
BE = frozenset(
    "am is are was were be been being isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't".split()
)
HAVE = frozenset("has have had having hasn’t haven’t hadn’t hasn't haven't hadn't".split())
RELATIVES = frozenset(("which", "who", "whom", "whose", "that"))
SUBORDINATORS = frozenset(
    "because although though while whereas if unless until whether when where once whenever wherever lest".split()
)
COMPLEX = frozenset(  # prepositions of several words (Quirk et al. 1985, 9.10–9.11)
    (
        "according to, due to, because of, such as, as of, instead of, rather than, prior to, thanks to, as opposed to,"
        " along with, together with, depending on, regardless of, apart from, aside from, next to, out of, as for,"
        " in addition to, as part of, in terms of, on behalf of, as a result of, in front of, with respect to"
    ).split(", ")
) | {"including", "excluding", "concerning", "regarding", "following", "e.g."}
BEGINNINGS = frozenset(each.split()[0] for each in COMPLEX)
CONJUNCTIONS = frozenset("and but or nor yet".split())


class Chunker:
    """Reads words and tags from left to right."""

    def __init__(self, words: list[Word], found: list[str]) -> None:
        self.words, self.tags = words, found
        self.result: list[Part] = []

    def parts(self) -> list[Part]:
        """All parts."""
        at = 0
        while at < len(self.words):
            kind, end = self._at(at)
            self.result.append(Part(kind, tuple(self.words[at:end]), tuple(self.tags[at:end])))
            at = end
        return self.result

    def _at(self, at: int) -> tuple[str, int]:
        """The kind of the part that begins here, and where it ends."""
        word, tag = self.words[at].text, self.tags[at]
        low = word.lower()
        if tag in ("QUOTE", "BESIDE"):
            return tag.lower(), at + 1
        if not (word[0].isalnum() or tag in NOUN or tag.startswith(("VB", "MD")) or word in "$€£"):
            return self._mark(word), at + 1
        if low == "as" and [each.text for each in self.words[at + 1 : at + 3]] == ["well", "as"]:
            return "cc", at + 3
        for length in (3, 2, 1) if low in BEGINNINGS else ():
            if " ".join(each.text.lower() for each in self.words[at : at + length]) in COMPLEX:
                return "prep", at + length
        if low in CONJUNCTIONS and tag not in NOUN:
            return "cc", at + 1
        if low in RELATIVES and (tag.startswith("W") or low == "that"):
            return self._relative(at)
        end = self._verbs(at)
        if end > at:
            return "vp", end
        if low in SUBORDINATORS:
            return "sub", at + 1
        return self._nominal(at)

    def _mark(self, word: str) -> str:
        if word[0] == "," and len(word) > 1:
            return "beside"
        return "paren" if word[0] in "([" else word

    def _relative(self, at: int) -> tuple[str, int]:
        """That: a pronoun after a noun and before a verb, a conjunction before a noun, or a determiner."""
        low = self.words[at].text.lower()
        if low != "that":
            return "rel", at + 1
        before = self.result[-1].kind if self.result else ""
        after = self.tags[at + 1] if at + 1 < len(self.tags) else ""
        if before in ("np", "paren") and (after.startswith(("VB", "MD", "RB", "PRP"))):
            return "rel", at + 1
        if before in ("vp", "adj") or after in ("DT", "PRP", "NNS", "NNP", "PRP$", "EX"):
            return "that", at + 1
        return "np", max(at + 1, self._noun_end(at))

    def _nominal(self, at: int) -> tuple[str, int]:
        tag = self.tags[at]
        end = self._noun_end(at)
        if end > at:
            return "np", end
        if tag in ADJECTIVES or tag in ("DT", "PRP$") or self._degree(at):
            return self._adjective(at)
        if tag in ("IN", "TO"):
            return "prep", at + 1
        if tag.startswith(("RB", "W")):
            return "adv", at + 1
        return {"VBN": "vp", "VBG": "vp", "PRP": "np", "EX": "np", "CD": "np"}.get(tag, "adv"), at + 1

    def _adjective(self, at: int) -> tuple[str, int]:
        end = at
        while end < len(self.tags) and (
            self.tags[end] in ADJECTIVES | {"VBN", "DT", "PRP$"} or self.tags[end].startswith("RB")
        ):
            end += 1
        while end > at + 1 and self.tags[end - 1].startswith("RB"):
            end -= 1
        seen = self.tags[at:end]
        if any(tag in ADJECTIVES or tag == "VBN" for tag in seen):
            following = self.tags[end] if end < len(self.tags) else ""
            noun = (
                self.tags[at] in ("DT", "PRP$")
                and self.words[at].text not in ("all", "both")
                and following not in ("CC", ",")
            )
            return ("np" if noun else "adj"), max(end, at + 1)
        return ("np" if self.tags[at] == "DT" else "adv"), at + 1

    def _degree(self, at: int) -> bool:
        after = self.tags[at + 1] if at + 1 < len(self.tags) else ""
        return self.tags[at].startswith("RB") and after in ADJECTIVES

    def _noun_end(self, at: int) -> int:
        """Where the noun phrase that begins here ends; ``at`` itself when none does."""
        if self.tags[at] in ("PRP", "EX"):
            return at + 1
        end, last, place = len(self.tags), at, at
        while place < end:
            tag = self.tags[place]
            if tag in NOUN or tag in ("CD", "POS") or self.words[place].text in "&%$€£":
                last = place + 1
            elif not self._continues(at, place, last):
                break
            place += 1
        return last

    def _continues(self, at: int, place: int, last: int) -> bool:
        """Whether a word that is no noun may stand inside the phrase."""
        tag = self.tags[place]
        before = self.tags[place - 1] if place > at else ""
        after = self.tags[place + 1] if place + 1 < len(self.tags) else ""
        if tag == ",":
            return before == "CD" and after == "CD" and len(self.words[place + 1].text) == 4
        owned = last == place and self.words[place - 1].text.endswith(POSSESSIVE)
        named = before == "CD" or before == "NNP" and self.words[place - 1].text[0].isupper()
        if (
            last > at
            and not owned
            and not (tag in ADJECTIVES and named and (after in NOUN or after in ADJECTIVES))
        ):
            return False
        if tag in DETERMINERS:
            return place == at or before in DETERMINERS
        if tag in ADJECTIVES:
            return True
        if tag.startswith("RB"):
            return (
                after in NOUN
                and (owned or before in DETERMINERS)
                or after in ADJECTIVES
                or after in ("VBN", "VBG")
                and (place > at or self._opens_phrase(at))
            )
        first = tag == "VBN" or not at or self.words[at - 1].text in ("among", "between", "across")
        modified = place > at or first and self._opens_phrase(at)
        return tag in ("VBN", "VBG") and modified and (after in NOUN or after in ADJECTIVES)

    def _opens_phrase(self, at: int) -> bool:
        """A participle first in its phrase: at the start, behind a verb or a preposition (“attracting qualified …”)."""
        if not at or self.tags[at - 1] in ("VBG", "IN", "VB", "VBZ", "VBP"):
            return True
        return self.tags[at - 1] == "VBD" and self.words[at - 1].text.lower() not in BE | HAVE

    def _verbs(self, at: int) -> int:
        """Where the verb group that begins here ends, adverbs before the verb included."""
        place = at
        while place < len(self.tags) and self.tags[place].startswith("RB"):
            place += 1
        if place < len(self.tags) and self.tags[place] == "TO":
            after = self._skip(place + 1)
            if after < len(self.tags) and self.tags[after] in ("VB", "VBP"):
                return self._group(after)
            return at
        if place >= len(self.tags) or not self.tags[place].startswith(("VB", "MD")):
            return at
        if self.tags[place] in ("VBN", "VBG") and self._noun_end(place) > place:
            return at
        return self._group(place)

    def _group(self, place: int) -> int:
        """From the first verb on: what its kind asks for next, adverbs between."""
        while True:
            low = self.words[place].text.lower()
            after = self._skip(place + 1)
            tag = self.tags[after] if after < len(self.tags) else ""
            wanted = (
                self.tags[place] == "MD"
                and tag == "VB"
                or low in HAVE
                and tag in ("VBN", "VBD")
                or low in BE
                and tag in ("VBN", "VBD", "VBG")
                or low in ("do", "does", "did", "don’t", "don't", "doesn’t", "doesn't", "didn’t", "didn't")
                and tag in ("VB", "VBP")
            )
            if not wanted:
                negation = self.words[place + 1].text.lower() if place + 1 < len(self.words) else ""
                return place + 2 if negation in ("not", "never") else place + 1
            place = after

    def _skip(self, place: int) -> int:
        while place < len(self.tags) and (
            self.tags[place].startswith("RB") or self.words[place].text in ("all", "both", "each")
        ):
            place += 1
        return place
