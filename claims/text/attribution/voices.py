"""The names and last speakers of one document: whom a mention or a pronoun stands for. No sentence is read here."""

from dataclasses import dataclass, field, replace

from claims.text.names import NameBook
from claims.text.words import Words

NEAR = 4  # sentences over which a pronoun reaches back
TITLES = {"mr.": "he", "sir": "he", "lord": "he", "king": "he", "mrs.": "she", "ms.": "she", "queen": "she"}
Heard = tuple[str, int]  # a name and the sentence it was heard in
NOBODY: Heard = ("", -NEAR - 1)


@dataclass
class Voices:
    """Names and last speakers of one document, in reading order."""

    lists: Words
    names: NameBook
    last: Heard = NOBODY
    last_plural: Heard = NOBODY
    genders: dict[str, str] = field(default_factory=dict)  # name → he or she, where the text has shown it
    last_of: dict[str, Heard] = field(default_factory=dict)  # he or she → the last name that it may stand for
    known_of: dict[str, Heard] = field(default_factory=dict)  # he or she → the last name that it stood for

    def name(self, mention: str, position: int, sentence: int) -> str:
        """The name to show for a mention at ``position``; remembers it for the pronouns that follow."""
        low = mention.lower()
        if low in self.lists.pronouns:
            return self._meant(low, sentence) or mention
        full = self.names.full(mention, position)
        if full[:1].isupper() and mention.split()[-1][:1].isupper():
            self._remember(full, sentence)
        else:
            self.last_plural = (full, sentence)
        return full

    def copy(self) -> "Voices":
        """The same memory, to look ahead with."""
        return replace(
            self, genders=dict(self.genders), last_of=dict(self.last_of), known_of=dict(self.known_of)
        )

    def _remember(self, name: str, sentence: int) -> None:
        self.last = (name, sentence)
        shown = self.genders.get(name) or TITLES.get(name.split()[0].lower(), "")
        for pronoun in (shown,) if shown else ("he", "she"):
            self.last_of[pronoun] = self.last

    def _meant(self, pronoun: str, sentence: int) -> str:
        """The name that a pronoun stands for; whoever is “she” once is not “he” later."""
        if pronoun in self.lists.plural_pronouns:
            name, heard = self.last_plural
        elif pronoun in ("he", "she"):
            name, heard = self.last_of.get(pronoun, NOBODY)
        else:
            name, heard = self.last
        if not name or sentence - heard > NEAR:
            return ""
        other = {"he": "she", "she": "he"}.get(pronoun, "")
        if other:
            self.genders[name] = pronoun
            self.known_of[pronoun] = (name, heard)
            if self.last_of.get(other, NOBODY)[0] == name:
                self.last_of[other] = self.known_of.get(other, NOBODY)
        return name
