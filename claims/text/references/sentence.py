"""One sentence as it is read for references: its tokens and noun phrases, and the capitalised names among them."""

from claims.text.references.nouns import Phrase, phrases
from claims.text.references.people import is_person, names_a_thing
from claims.text.references.tokens import NOUNS, QUOTES, Token
from claims.text.words.english_nouns import GROUPS

QUALIFIERS = frozenset(
    "dear former late old young new early many most all both some two three german french".split()
)


class Sentence:
    """Tokens and phrases with what stands around them; places are numbers of tokens."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.phrases = phrases(tokens)

    def words(self, first: int, last: int) -> str:
        """The document’s words from one token to another, on one line."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())

    def behind(self, phrase: Phrase, steps: int = 1) -> str:
        """The word so many tokens behind a phrase, in lower case; empty at the end."""
        place = phrase.last + steps
        return self.tokens[place].low if place < len(self.tokens) else ""

    def tag_behind(self, phrase: Phrase) -> str:
        """The tag of the token behind a phrase; empty at the end."""
        return self.tokens[phrase.last + 1].tag if phrase.last + 1 < len(self.tokens) else ""

    def head(self, phrase: Phrase) -> str:
        """The phrase’s last word, in lower case."""
        return self.tokens[phrase.last].low

    def begins_at(self, place: int) -> Phrase | None:
        """The noun phrase, not a pronoun, that begins at this token."""
        return next((each for each in self.phrases if each.first == place and not each.pronoun), None)

    def name_start(self, phrase: Phrase) -> int | None:
        """The first token of the capitalised words at the phrase’s end; None when it does not end with a name."""
        at = phrase.last
        opening = self.tokens[0].low
        if phrase.first == phrase.last == 0 and (opening in GROUPS or is_person(opening)):
            return None
        while at >= phrase.first and self._capital(at):
            at -= 1
        return at + 1 if at < phrase.last else None

    def _capital(self, at: int) -> bool:
        token = self.tokens[at]
        if token.tag in ("DT", "PRP$", "PDT", "IN"):
            return False
        if at == 0 and token.low in QUALIFIERS and len(self.tokens) > 1:
            return False
        plain = at == 0 and not token.tag.startswith("NNP") and not self._opens_name()
        return not plain and (token.text[:1].isupper() or token.text[:1] in QUOTES)

    def _opens_name(self) -> bool:
        """Whether a first word that is a common one elsewhere belongs to the name behind it: “Storm Alba”."""
        following = self.tokens[1].text if len(self.tokens) > 1 else ""
        noun = self.tokens[0].tag in NOUNS or names_a_thing([following])
        return noun and self.tokens[0].low not in QUALIFIERS and following[:1].isupper()
