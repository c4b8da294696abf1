"""Who and what a document has mentioned so far: referents with what is known of them, and the mentions of late."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.text.phrases import Span
from claims.text.references.people import is_person, is_title, names_a_thing

KEPT = 4  # sentences
SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")
CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?![\w’'-])")


def small_words(text: str) -> frozenset[str]:
    """The words that a text writes in small letters, and never with a capital inside a sentence."""
    return frozenset(SMALL.findall(text)) - {word.lower() for word in CAPITAL.findall(text)}


@dataclass(eq=False)
class Referent:
    """Somebody or something. ``words`` name it where its mention is taken away; empty when no words would.

    ``kind`` is person, thing or nothing; ``gender`` m, f or nothing; ``heads`` the nouns it was called by.
    """

    words: str
    kind: str = ""
    gender: str = ""
    plural: bool = False
    named: bool = False
    name: str = ""  # the capitalised words of its fullest name
    heads: set[str] = field(default_factory=set)
    counted: bool = False  # “400 savers”: hardly what “they” means, unless it is the subject
    last: Span | None = None  # its latest mention

    @property
    def possessive(self) -> str:
        """The words with a possessive s; behind a plural s only the apostrophe."""
        return self.words + ("’" if self.plural and self.words.endswith("s") else "’s")

    def learn(self, kind: str = "", gender: str = "") -> None:
        """Take what a mention tells; what is known stays."""
        self.kind = self.kind or ("person" if gender else kind)
        self.gender = self.gender or gender


@dataclass(frozen=True, slots=True)
class Mention:
    """A referent at a place; None when it is a pronoun that nothing was found for (then ``pronoun`` tells which)."""

    referent: Referent | None
    span: Span
    governor: str = ""
    subject: bool = False
    main: bool = False
    pronoun: str = ""
    fresh: bool = False  # “a farm”: mentioned for the first time
    defines: bool = False  # the subject of “X is a …”


@dataclass
class Memory:
    """The mentions of the last sentences, and all names of the document."""

    sentences: deque[tuple[int, list[Mention]]] = field(default_factory=lambda: deque(maxlen=KEPT))
    full: dict[str, Referent] = field(default_factory=dict)
    short: dict[str, list[Referent]] = field(default_factory=dict)
    called: dict[str, list[Referent]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()  # words that the document writes in small letters only

    def forget(self) -> None:
        """A pronoun does not look back behind this point; names stay known."""
        self.sentences.clear()

    def lately(self) -> Iterator[Referent]:
        """What the last sentences mention, each as often as it is mentioned."""
        for _, mentions in self.sentences:
            yield from (each.referent for each in mentions if each.referent is not None)

    def near(self, referent: Referent) -> bool:
        """Whether one of the last three sentences mentions it."""
        return any(each.referent is referent for _, mentions in [*self.sentences][-3:] for each in mentions)

    def keep(self, index: int, mentions: list[Mention]) -> None:
        """Close a sentence."""
        if mentions:
            self.sentences.append((index, mentions))

    def before(self, index: int) -> Iterator[tuple[int, list[Mention]]]:
        """The sentences before this one, the nearest first, each with how far back it is."""
        for at, mentions in reversed(self.sentences):
            if index - at > KEPT:
                return
            yield index - at, mentions

    def name(self, words: str, *, single: bool) -> Referent | None:
        """The referent that a name stands for: the same name, or the only full name that it is part of."""
        known = self.full.get(words)
        if known is not None:
            return known
        parts = words.split()
        title = parts[0] if len(parts) == 2 and is_title(parts[0]) else ""
        if not single and not title:
            return None
        found = self.short.get(parts[-1], [])
        if len(found) != 1:
            return None
        return found[0] if not title or found[0].kind == "person" else None

    def add(self, referent: Referent, words: str) -> None:
        """Keep a name; its first and last words stand for it later, when it may be a person’s."""
        self.full[words] = referent
        parts = words.split()
        last = max(
            (at for at, part in enumerate(parts[:-1]) if is_title(part) or is_person(part.lower())),
            default=-1,
        )
        parts = parts[last + 1 :]
        if not 0 < len(parts) <= 3 or len(words.split()) < 2 or names_a_thing(parts):
            return
        for part in dict.fromkeys((parts[:1] + parts[-1:]) if len(parts) > 1 else parts):
            others = self.short.setdefault(part, [])
            if referent.kind == "thing" and any(each.name.endswith(" " + part) for each in others):
                continue  # the Holt Bridge is called so after Anna Holt, who stays the only Holt
            if len(others) < 2 and referent not in others:
                others.append(referent)

    def call(self, referent: Referent, head: str) -> None:
        """Keep that a name is called by a noun: “the bridge”."""
        if head not in referent.heads:
            referent.heads.add(head)
            others = self.called.setdefault(head, [])
            others += [referent] if len(others) < 2 else []
