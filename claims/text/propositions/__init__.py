"""One sentence to one proposition or more, each with the spans it stands on and a text that stands alone.

English sentences are read as parts (``parts.py``) and rewritten by rules, one construction a module; other languages
split at semicolons. No word is invented but function words and another form of a verb.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.text.phrases import Span, Word
from claims.text.propositions.adjectives import adjectives
from claims.text.propositions.appositions import behind_object, behind_subject, titles
from claims.text.propositions.clauses import at_opening, at_semicolons, side_by_side
from claims.text.propositions.examples import after_colon, examples, named_behind_colon
from claims.text.propositions.fronts import dated, fronted
from claims.text.propositions.introduced import MARK, introduces, items
from claims.text.propositions.lists import enumerations
from claims.text.propositions.participles import added_participle, inserted_clause, with_participle
from claims.text.propositions.parts import Part
from claims.text.propositions.predicates import verb_phrases
from claims.text.propositions.reading import parts_of
from claims.text.propositions.relatives import added_clause, described, restricted, with_preposition
from claims.text.propositions.statement import Statement
from claims.text.propositions.wording import EDGES, passage, sentence, spans_of, worded
from claims.text.quotations import Quotation
from claims.text.references import Reference, needed
from claims.text.words import Words

__all__ = ["Proposition", "introduction", "listed", "propositions"]

FEWEST = 4
FARTHEST = 5_000  # characters; a longer sentence is no prose and stays whole
LONGEST = 200  # parts; a longer sentence is a list of its own kind and stays whole
MOST = 24  # statements of one sentence; a list that holds more stays whole
RULES: tuple[Callable[[Statement], list[Statement]], ...] = (
    after_colon,
    named_behind_colon,
    at_semicolons,
    at_opening,
    side_by_side,
    fronted,
    inserted_clause,
    behind_subject,
    with_participle,
    added_clause,
    with_preposition,
    examples,
    verb_phrases,
    added_participle,
    behind_object,
    dated,
    described,
    restricted,
    enumerations,
    adjectives,
)


@dataclass(frozen=True, slots=True)
class Proposition:
    """The spans of one proposition in order, its stand-alone text, and how it stands to the sentence.

    ``aside`` when it is the document's remark beside what somebody says; ``defines`` for an apposition.
    """

    spans: tuple[Span, ...]
    text: str
    aside: bool = False
    defines: bool = False

    @property
    def start(self) -> int:
        """Where the envelope begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the envelope ends."""
        return self.spans[-1][1]


def propositions(
    text: str, span: Span, quoted: Sequence[Quotation], lists: Words, references: Sequence[Reference] = ()
) -> list[Proposition]:
    """The propositions of the sentence at ``span``, in the order of their first span; never none.

    ``references`` are those of this sentence, in order; what a piece itself has named keeps its pronoun.
    """
    if span[1] - span[0] > FARTHEST:
        return [_whole(text, span, ())]
    if lists.code != "en":
        return _at_semicolons(text, span, quoted, references)
    parts = parts_of(text, span, quoted)
    if len(parts) > LONGEST:
        return [_whole(text, span, references)]
    statements = rewritten(Statement(tuple(parts)))
    statements += titles(text, parts)
    if len(statements) < 2:
        return [_whole(text, span, references)]
    found = [_proposition(text, statement, references) for statement in statements]
    return sorted(dict.fromkeys(found), key=lambda each: (each.start, each.end))


def introduction(text: str, span: Span, quoted: Sequence[Quotation], lists: Words) -> tuple[Part, ...]:
    """The parts of an English sentence that introduces a list on lines of their own; () for any other."""
    if lists.code != "en" or text[span[1] - 1 : span[1]] != ":" or span[1] - span[0] > LONGEST:
        return ()
    parts = tuple(parts_of(text, span, quoted))
    return parts if introduces(parts) else ()


def listed(
    text: str,
    opening: tuple[Part, ...],
    span: Span,
    quoted: Sequence[Quotation],
    references: Sequence[Reference] = (),
) -> list[Proposition] | None:
    """The propositions of an item below its introduction; [] where it says more than that it is one of them, None
    where no item begins here. ``references`` are those of the introduction.
    """
    mark = MARK.match(text, *span)
    line = text[text.rfind("\n", 0, span[0]) + 1 : span[0]]
    if mark is None and not MARK.match(line + "x"):
        return None
    begin = mark.end() if mark else span[0]
    found = []
    for statement in items(opening, parts_of(text, (begin, span[1]), quoted)):
        own = [word for part in statement.parts for word in part.words if word.start >= begin]
        said = sentence(worded(text, statement.parts, references))
        found.append(Proposition(spans_of(text, own), said, defines=statement.defines))
    return found


def rewritten(statement: Statement) -> list[Statement]:
    """The statement by the rules, each result again, until none applies."""
    done: list[Statement] = []
    waiting = [statement]
    while waiting:
        given = waiting.pop()
        made = next((found for rule in RULES if (found := rule(given))), [])
        if made and len(done) + len(waiting) + len(made) <= MOST:
            waiting += reversed([each for each in made if each.parts])
        else:
            done.append(given)
    return done


def _proposition(text: str, statement: Statement, references: Sequence[Reference]) -> Proposition:
    words: list[Word] = []
    for part in statement.parts:
        if part.kind != "," and (part.kind != "." or words and words[-1].end == part.words[0].start):
            words += part.words
    spans = spans_of(text, words)
    said = sentence(worded(text, statement.parts, needed(references, spans)))
    return Proposition(spans, said, statement.aside, statement.defines)


def _whole(text: str, span: Span, references: Sequence[Reference]) -> Proposition:
    """The span as it stands, trimmed."""
    start, end = _trim(text, *span)
    if start >= end:
        start, end = span
    spans = ((start, end),)
    said = passage(text, (start, end), needed(references, spans))
    return Proposition(spans, sentence(said) or said)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _at_semicolons(
    text: str, span: Span, quoted: Sequence[Quotation], references: Sequence[Reference]
) -> list[Proposition]:
    """Pieces between semicolons outside quotations, where each has words enough."""
    inside = [(each.start, each.end) for each in quoted if each.depth == 0]
    cuts = [
        at
        for at in range(*span)
        if text[at] == ";" and not any(start < at < end - 1 for start, end in inside)
    ]
    pieces = list(pairwise([span[0], *cuts, span[1]]))
    if any(len(text[start:end].split()) < FEWEST for start, end in pieces):
        pieces = [span]
    return [_whole(text, piece, references) for piece in pieces]
