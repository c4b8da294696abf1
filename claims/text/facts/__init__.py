"""Rows of a fact sheet to facts, and to errors with their row's number. No file and no scale is known here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.text.facts.cited import LONGEST_LINK, MOST_SOURCES, Cited, cited
from claims.text.facts.columns import COLUMNS, SEVERAL, TO_CHECK, plain
from claims.text.facts.heading import Head, NoColumns, find_head
from claims.vocabulary import Kind

__all__ = [
    "COLUMNS",
    "Fact",
    "Facts",
    "Head",
    "NoColumns",
    "RowError",
    "facts_of",
    "to_check",
]

VERSION = 2
LONGEST_CELL = 100_000
LONGEST_SPEAKER = 300

TOO_MANY_SOURCES = "This row names more than {} sources."
TOO_LONG = "A cell of this row has more than {:,} characters. Shorten it."
NO_FACT = "This row has neither a sentence nor a fact. Add one, or move its words to the row they belong to."
LINK_TOO_LONG = "A link of this row has more than {:,} characters. Shorten it."
SPEAKER_TOO_LONG = "The speaker of this row has more than {} characters. Shorten it."
NOT_A_KIND = "“{}” is no kind of claim. Use one of: {}; or leave the cell empty."


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: the sentence it is about, the claim in its own words, and what else stands beside it ("" for nothing).

    ``others`` are the cells of columns that mean nothing here, each with the name over it; ``wrong`` says in sentences
    why the row cannot be used.
    """

    row: int
    sentence: str
    text: str
    status: str = ""
    sources: tuple[Cited, ...] = ()
    source: str = ""
    notes: str = ""
    page: str = ""
    speaker: str = ""
    kind: str = ""
    reviewer: str = ""
    others: tuple[tuple[str, str], ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row of the sheet cannot be used, in a sentence for each reason; the first row of a sheet is row 1."""

    row: int
    sentence: str

    def __str__(self) -> str:
        return f"Row {self.row}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet holds: the row that names its columns, and every filled row below it in their order."""

    head: Head
    rows: tuple[Fact, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The rows that can be used."""
        return tuple(fact for fact in self.rows if not fact.wrong)

    @property
    def errors(self) -> tuple[RowError, ...]:
        """What is wrong with the others."""
        return tuple(RowError(fact.row, " ".join(fact.wrong)) for fact in self.rows if fact.wrong)


def facts_of(
    rows: Sequence[Sequence[str]],
    *,
    named: Mapping[str, str] | None = None,
    broken: Mapping[int, str] | None = None,
) -> Facts:
    """The facts of a table whose cells are stripped. Raises NoColumns when no row names the columns.

    ``named`` says how the sheet calls a column, ``broken`` why a row cannot be read. Empty rows are passed over; a row
    without a sentence continues the one above it; one with nothing but a sentence claims what that says.
    """
    head, broken = find_head(rows, named), broken or {}
    facts: list[Fact] = []
    above = ""
    for number, row in enumerate(rows[head.row :], start=head.row + 1):
        if not any(row) and number not in broken:
            continue
        above = _joined(row, head.places.get("sentence", ()), "sentence") or above
        fact = _fact(number, row, head, above)
        wrong = (broken[number],) if number in broken else _wrong(fact, row)
        facts.append(replace(fact, wrong=tuple(wrong)))
    return Facts(head, tuple(facts))


def to_check(status: str) -> bool:
    """Whether a status says that nobody has checked the fact yet."""
    return not status or plain(status).rstrip(".!") in TO_CHECK


def _fact(number: int, row: Sequence[str], head: Head, above: str) -> Fact:
    cells = {name: _joined(row, head.places.get(name, ()), name) for name in COLUMNS}
    known = {place for places in head.places.values() for place in places}
    others = tuple((head.name(at), cell) for at, cell in enumerate(row) if cell and at not in known)
    own, fact = cells.pop("sentence"), " ".join(cells.pop("fact").split())
    sources = tuple(cited(cells["source"])) if len(cells["source"]) <= LONGEST_CELL else ()
    text = fact or " ".join(own.split())
    return Fact(number, above or fact, text, sources=sources, others=others, wrong=(), **cells)


def _joined(row: Sequence[str], places: Iterable[int], name: str) -> str:
    mark = "\n" if name in SEVERAL else " "
    return mark.join(row[place] for place in places if place < len(row) and row[place])


def _wrong(fact: Fact, row: Sequence[str]) -> Iterator[str]:
    """Everything why a row cannot be used."""
    if any(len(cell) > LONGEST_CELL for cell in row):
        yield TOO_LONG.format(LONGEST_CELL)
    if len(fact.sources) > MOST_SOURCES:
        yield TOO_MANY_SOURCES.format(MOST_SOURCES)
    if not fact.text:
        yield NO_FACT
    if any(len(source.link) > LONGEST_LINK for source in fact.sources):
        yield LINK_TOO_LONG.format(LONGEST_LINK)
    if len(fact.speaker) > LONGEST_SPEAKER:
        yield SPEAKER_TOO_LONG.format(LONGEST_SPEAKER)
    if fact.kind and fact.kind.casefold() not in list(Kind):
        yield NOT_A_KIND.format(fact.kind, ", ".join(Kind))
