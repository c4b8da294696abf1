"""What a sentence says that a phrase is: “X is a bridge”, “X, a maker of lamps,”, “the mayor, Anna Holt,”."""

from claims.text.references.nouns import Phrase
from claims.text.references.people import is_person
from claims.text.references.sentence import Sentence

INDEFINITE = frozenset(("a", "an"))
ARTICLES = INDEFINITE | {"the"}
BE = frozenset("is was are were became remains".split())
LINKING = ("NNP", "NNPS", "IN", "DT", "NN", "JJ", "CD")
INSERTED = 14  # tokens


class Relations:
    """Asks one sentence; ``at`` is the number of a phrase."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.tokens, self.found = sentence, sentence.tokens, sentence.phrases

    def defined_by(self, at: int) -> str:
        """The head of what the phrase is said to be: “bridge” for “X (1932) is a steel bridge”."""
        phrase = self.found[at]
        place = self._behind_brackets(phrase.last + 1) + 1
        other = self.sentence.begins_at(place)
        if other is None or phrase.governor or not phrase.main or not self._beside_be(place):
            return ""
        return self.sentence.head(other) if self.tokens[place].low in ARTICLES else ""

    def _behind_brackets(self, place: int) -> int:
        """Behind ``(1874–1931)`` or ``, also known as quicksand,``."""
        opening = self.tokens[place].text if place < len(self.tokens) else ""
        closing = {"(": ")", ",": ","}.get(opening)
        if closing is None:
            return place
        reach = range(place + 1, min(place + INSERTED, len(self.tokens) - 1))
        return next((at + 1 for at in reach if self.tokens[at].text == closing), place)

    def _beside_be(self, first: int) -> bool:
        """Whether “is” stands directly before this token in the document."""
        before = self.tokens[first - 1]
        return before.low in BE and self.sentence.text[before.end : self.tokens[first].start].isspace()

    def _named_equal(self, at: int) -> Phrase | None:
        """``the oldest judge was William Douglas``"""
        phrase = self.found[at]
        name = next((each for each in self.found[at + 1 :] if self._beside_be(each.first)), None)
        if not phrase.main or name is None or self.sentence.name_start(name) != name.first:
            return None
        between = self.tokens[phrase.last + 1 : name.first - 1]
        plain = all(token.tag in LINKING for token in between)
        described = self.tokens[phrase.last].tag == "NN" and self.sentence.name_start(phrase) is None
        return name if plain and described else None

    def predicate(self, phrase: Phrase) -> bool:
        """Whether the phrase says what the subject is, and so is nothing new."""
        place = phrase.first - 1
        if self._apposition(phrase):
            return True
        while place > 0 and self.tokens[place].tag in ("RB", "RBR"):
            place -= 1
        article = self.tokens[phrase.first].low in ARTICLES
        return article and place > 0 and self.tokens[place].low in BE | {"be", "been"}

    def _apposition(self, phrase: Phrase) -> bool:
        """``The system, a new missile platform, …``: said of the phrase before."""
        before = phrase.first - 2
        beside = self.tokens[before + 1].text == "," and any(each.last == before for each in self.found)
        opens = self.tokens[phrase.first].low in INDEFINITE
        return before >= 0 and opens and beside and self.sentence.behind(phrase) in (",", ".", "of")

    def tells_of_a_person(self, at: int) -> bool:
        """“X, who …”, “X was born”, “X (born …)”."""
        phrase = self.found[at]
        follows, then = self.sentence.behind(phrase), self.sentence.behind(phrase, 2)
        who = follows == "who" or (
            follows == "," and then == "who" and self.sentence.name_start(phrase) is not None
        )
        return who or follows == "born" or (follows in ("was", "(") and then == "born")

    def apposed(self, at: int) -> str:
        """The head of “, a maker of street lamps,” behind a name."""
        phrase = self.found[at]
        other = self.found[at + 1] if at + 1 < len(self.found) else None
        if other is None or self.sentence.behind(phrase, 1) != "," or other.first != phrase.last + 2:
            return ""
        return self.tokens[other.last].low if self.tokens[other.first].low in INDEFINITE else ""

    def name_of(self, at: int) -> Phrase | None:
        """The later phrase that names what this one describes."""
        return self._named_behind(at) or self._named_equal(at)

    def _named_behind(self, at: int) -> Phrase | None:
        """``his spokeswoman, Hanna Voss,``"""
        if at + 1 >= len(self.found):
            return None
        role, name = self.found[at], self.found[at + 1]
        opens = self.tokens[role.first]
        owned = opens.tag in ("PRP$", "POS") or opens.low in ARTICLES or is_person(self.tokens[role.last].low)
        beside = name.first == role.last + 2 and self.tokens[role.last + 1].text == ","
        closed = self.sentence.behind(name, 1) in (",", ".", "") and self.sentence.behind(name, 2) not in (
            "and",
            "or",
        )
        capital = self.sentence.name_start(name) == name.first and self.sentence.name_start(role) is None
        return (
            name if owned and beside and closed and capital and self.tokens[role.last].tag == "NN" else None
        )
