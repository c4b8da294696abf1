"""What the rules for claims say of the words of a fact: kind and check-worthiness. Nothing is known of rows here."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.text.check_worthiness import CEILINGS
from claims.text.extraction import extract
from claims.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Guess:
    """What the rules for claims say of a fact: its kind and why, its check-worthiness from 0 to 1 with its shares."""

    kind: Kind
    reason: str
    worth: float
    features: Mapping[str, float]


class Guesses:
    """Guesses in one language; words that many rows share, as their sentence, are looked at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.known: dict[str, Guess] = {}

    def of(self, text: str, sentence: str) -> Guess:
        """Kind and worth by the rules of extraction: of a fact's words, of its sentence where they state nothing."""
        own = self._best(text)
        return (
            own
            if own.kind not in CEILINGS or sentence == text
            else max(own, self._best(sentence), key=lambda each: each.worth)
        )

    def _best(self, words: str) -> Guess:
        if words not in self.known:
            found = max(extract(words, self.language).candidates, key=lambda each: each.check_worthiness)
            self.known[words] = Guess(found.kind, found.kind_reason, found.check_worthiness, found.features)
        return self.known[words]
