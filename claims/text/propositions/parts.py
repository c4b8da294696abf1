"""Parts: noun phrases, verb groups, prepositions, connectors and marks (chunks, Abney 1991). No text is read here."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.text.phrases import Word

NOUN = frozenset(("NN", "NNS", "NNP", "NNPS"))
DETERMINERS = frozenset(("DT", "PDT", "PRP$"))
ADJECTIVES = frozenset(("JJ", "JJR", "JJS"))
FINITE = frozenset(("MD", "VBZ", "VBP", "VBD"))
EXAMPLES = frozenset(("such as", "including", "e.g.", "for example", "for instance"))
NEGATIONS = frozenset(
    "not never no neither nor none nobody nothing without cannot hardly rarely seldom few little".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that belong together: ``kind`` says as what, ``form`` is what is written in their place if not they.

    Kinds: np, vp, prep, rel (a relative pronoun), that, sub (a conjunction that subordinates), cc, adj, adv, paren,
    quote (speech), beside (“however”), and the marks as they are.
    """

    kind: str
    words: tuple[Word, ...] = ()
    tags: tuple[str, ...] = ()
    form: str = ""
    low: str = field(init=False, compare=False)  # its words in small letters
    finite: bool = field(init=False, compare=False)  # a verb group that makes a clause of its own

    def __post_init__(self) -> None:
        """Keep what the rules ask for again and again."""
        words = self.form or " ".join(word.text for word in self.words)
        object.__setattr__(self, "low", words.lower())
        object.__setattr__(self, "finite", self.kind == "vp" and not FINITE.isdisjoint(self.tags))

    @property
    def first(self) -> str:
        """Its first tag."""
        return self.tags[0] if self.tags else ""

    @property
    def main(self) -> str:
        """The tag of the last verb of a verb group."""
        return next((tag for tag in reversed(self.tags) if tag.startswith(("VB", "MD"))), "")

    @property
    def negated(self) -> bool:
        """Whether it denies: not, never, no, neither."""
        words = self.low.replace("’", "'").split()
        return any(word in NEGATIONS or word.endswith("n't") for word in words)

    @property
    def plural(self) -> bool:
        """Whether a noun phrase names several."""
        return (
            bool(self.tags)
            and self.tags[-1] in ("NNS", "NNPS")
            or self.low in ("they", "we", "these", "those")
        )


def opens_clause(parts: Sequence[Part], at: int) -> bool:
    """Whether a subject and its finite verb stand here, with nothing but phrases between."""
    if at >= len(parts) or parts[at].kind not in ("np", "adj"):
        return False
    for part in parts[at + 1 : at + 8]:
        if part.finite:
            return True
        if part.kind not in ("np", "prep", "adv", "paren", "cc", "adj") or part.low == "but":
            return False
    return False
