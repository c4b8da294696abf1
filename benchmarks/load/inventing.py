"""Texts of a synthetic desk: the same seed gives the same words, documents and claims in every process. No Django."""

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from claims.text import Candidate, Extraction
from claims.vocabulary import Kind

SEED = 2026
WORDS = 6000
REVIEWERS = 32
CLAIMS_A_DOCUMENT, SENTENCES_A_DOCUMENT, LONG_SENTENCES = 50, 40, 20_000
# What the search rows ask for: a word of every fifth claim, one of a few in a million, and words that fold.
COMMON, RARE = "harbour", "quillwort"
FOLDED = ("Straßenzoll", "İzmir", "Ёлкино", "Café", "Ångström", "cœur")
SPEAKERS = ("", "the port authority", "Ms Odéra", "the İzmir office", "Mr Groß", "Ёлкин", "the mayor")
SOURCES = ("Coast Courier", "Évening Post", "Straßenblatt", "İskele", "Ёж", "Harbour Radio")
VERBS = ("cost", "carried", "lost", "took in", "sold", "needs", "reached", "employed")
UNITS = ("crowns", "tonnes", "people", "houses", "per cent", "kilometres", "ferries", "permits")
KINDS = tuple(Kind)
SYLLABLES = [
    a + b for a in "b d f g k l m n p r s t v z br st tr kl".split() for b in "a e i o u au ei".split()
]


@dataclass(frozen=True)
class Size:
    """How large a desk is: ``claims`` over ``documents``, one of them with ``long_claims`` in ``long_sentences``."""

    claims: int

    @property
    def documents(self) -> int:
        return max(self.claims // CLAIMS_A_DOCUMENT, 2)

    @property
    def long_sentences(self) -> int:
        return LONG_SENTENCES if self.claims >= LONG_SENTENCES // 2 else self.claims

    @property
    def long_claims(self) -> int:
        return min(self.claims // 10, self.long_sentences)

    @property
    def reviewers(self) -> int:
        """As many as write at once at a large desk, a few at a small one."""
        return min(max(self.claims // 100, 2), REVIEWERS)

    def of_document(self, number: int) -> tuple[int, int]:
        """Sentences and claims of a document; number 0 is the long one."""
        if number == 0:
            return self.long_sentences, self.long_claims
        each, more = divmod(self.claims - self.long_claims, self.documents - 1)
        return SENTENCES_A_DOCUMENT, each + (number <= more)


@dataclass(frozen=True)
class Invented:
    """One text with its claims, and what an editor would say about it; hours are counted from a midnight."""

    number: int
    title: str
    source: str
    author: str
    text: str
    extraction: Extraction
    days_ago: int
    due_in_hours: int | None

    @property
    def is_restricted(self) -> bool:
        """A few documents are hidden from readers."""
        return self.number % 50 == 7


def invent(number: int, size: Size) -> Invented:
    """Document ``number`` (from 0) of a desk of this size."""
    chance = random.Random(f"{SEED}/document/{number}")
    sentence_count, claim_count = size.of_document(number)
    lines = [_sentence(chance, number, place) for place in range(sentence_count)]
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    candidates = _candidates(chance, lines, spans, claim_count)
    due = chance.randrange(-400, 4000) if chance.random() < 0.7 else None
    return Invented(
        number=number,
        title=f"{' '.join(_words(chance, 4)).capitalize()}, part {number + 1}",
        source=chance.choice(SOURCES),
        author=" ".join(_words(chance, 2)).title(),
        text="\n".join(lines),
        extraction=Extraction("en", tuple(spans), tuple(candidates)),
        days_ago=chance.randrange(900),
        due_in_hours=due,
    )


def _sentence(chance: random.Random, document: int, place: int) -> str:
    a, b, c, d, e, f, g = _words(chance, 7)
    figure, year = chance.randrange(2, 90_000), chance.randrange(1970, 2027)
    return (
        f"The {a} {b} of {c.capitalize()} {chance.choice(VERBS)} {figure} {chance.choice(UNITS)} in {year}, "
        f"{d} {e} {f} {g}, number {document}.{place}."
    )


def _candidates(
    chance: random.Random, lines: list[str], spans: list[tuple[int, int]], count: int
) -> list[Candidate]:
    """``count`` claims spread over the sentences; a second one in a sentence begins at its comma."""
    found: list[Candidate] = []
    last = -1
    for place in range(count):
        index = place * len(lines) // count
        start, end = spans[index]
        shift = lines[index].index(", ") + 2 if index == last else 0
        quote, last = lines[index][shift:], index
        pieces = ((start + shift, end),)
        if not shift and chance.random() < 0.05:
            cut = lines[index].index(" of ")
            pieces = ((start, start + cut), (start + cut + 4, end))
        found.append(_candidate(chance, start + shift, end, pieces, quote))
    return found


def _candidate(
    chance: random.Random, start: int, end: int, pieces: tuple[tuple[int, int], ...], quote: str
) -> Candidate:
    worth = chance.randrange(1001) / 1000
    return Candidate(
        start=start,
        end=end,
        spans=pieces,
        quote=quote,
        text=quote[0].upper() + quote[1:],
        kind=chance.choice(KINDS),
        kind_reason="A figure stands in it.",
        speaker=chance.choice(SPEAKERS),
        speaker_span=None,
        check_worthiness=worth,
        features={"figures": worth},
    )


def _words(chance: random.Random, count: int) -> list[str]:
    words, weights = vocabulary()
    return chance.choices(words, cum_weights=weights, k=count)


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words from common to rare (Zipf: the n-th as often as 1 in n) with running sums of their weights."""
    chance = random.Random(f"{SEED}/words")
    made: dict[str, None] = {COMMON: None}
    while len(made) < WORDS:
        made["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    words = list(made)
    weights = [1 / place for place in range(2, WORDS + 2)]
    weights[0] = sum(weights) / 30  # seven draws a sentence: about every fifth sentence has it
    for word in FOLDED:
        words.append(word)
        weights.append(sum(weights) / 5000)
    words.append(RARE)
    weights.append(sum(weights) / 1_000_000)
    return words, list(accumulate(weights))
