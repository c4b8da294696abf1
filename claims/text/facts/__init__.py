"""Rows of a fact sheet to facts, and to errors with their row's number. No file and no scale is known here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.text.check_worthiness import CEILINGS
from claims.text.extraction import extract
from claims.text.facts.cited import LONGEST_LINK, Cited, cited
from claims.text.facts.columns import COLUMNS, SEVERAL, Head, NoColumns, find_head
from claims.vocabulary import Kind

__all__ = ["COLUMNS", "Fact", "Facts", "Guess", "NoColumns", "RowError", "facts_of", "guess", "to_check"]

VERSION = 1
LONGEST_CELL = 100_000
LONGEST_SPEAKER = 300
TO_CHECK = frozenset(
    (
        "to check; to do; todo; tbd; tbc; open; unchecked; not checked; new; pending; ?; -; –; —; n/a; offen; "
        "ungeprüft; zu prüfen; à vérifier; ouvert; por verificar; pendiente; sin verificar; "
        "не проверено; проверить; открыто"
    ).split("; ")
)

TOO_LONG = "A cell of this row has more than {:,} characters. Shorten it."
NO_FACT = "This row has neither a sentence nor a fact. Add one, or move its words to the row they belong to."
LINK_TOO_LONG = "A link of this row has more than {:,} characters. Shorten it."
SPEAKER_TOO_LONG = "The speaker of this row has more than {} characters. Shorten it."
NOT_A_KIND = "“{}” is no kind of claim. Use one of: {}; or leave the cell empty."


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: the sentence it is about, the claim in its own words, and what else stands beside it ("" for nothing).

    ``others`` are the cells of columns that mean nothing here, each with the name over it.
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


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row of the sheet cannot be used, in a sentence; the first row of a sheet is row 1."""

    row: int
    sentence: str

    def __str__(self) -> str:
        return f"Row {self.row}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet holds: its facts and errors in the order of its rows, and the row that names its columns."""

    head: Head
    facts: tuple[Fact, ...]
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """What the rules for claims say of a fact: its kind and why, its check-worthiness from 0 to 1 with its shares."""

    kind: Kind
    reason: str
    worth: float
    features: Mapping[str, float]


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
    head = find_head(rows, named)
    facts: list[Fact] = []
    errors: list[RowError] = []
    above = ""
    for number, row in enumerate(rows[head.row :], start=head.row + 1):
        if not any(row) and number not in (broken or {}):
            continue
        above = _joined(row, head.places.get("sentence", ()), "sentence") or above
        fact = _fact(number, row, head, above)
        wrong = (broken or {}).get(number) or _wrong(fact, row)
        if wrong:
            errors.append(RowError(number, wrong))
        else:
            facts.append(fact)
    return Facts(head, tuple(facts), tuple(errors))


def to_check(status: str) -> bool:
    """Whether a status says that nobody has checked the fact yet."""
    return not status or " ".join(status.casefold().split()).rstrip(".!") in TO_CHECK


def guess(fact: Fact, language: str) -> Guess:
    """Kind and worth by the rules of extraction: of the fact's own words, of its sentence where they state nothing."""
    own = _best(fact.text, language)
    return (
        own
        if own.kind not in CEILINGS or fact.sentence == fact.text
        else max(own, _best(fact.sentence, language), key=lambda each: each.worth)
    )


def _best(words: str, language: str) -> Guess:
    found = max(extract(words, language).candidates, key=lambda each: each.check_worthiness)
    return Guess(found.kind, found.kind_reason, found.check_worthiness, found.features)


def _fact(number: int, row: Sequence[str], head: Head, above: str) -> Fact:
    cells = {name: _joined(row, head.places.get(name, ()), name) for name in COLUMNS}
    known = {place for places in head.places.values() for place in places}
    others = tuple((head.name(at), cell) for at, cell in enumerate(row) if cell and at not in known)
    own, fact = cells.pop("sentence"), " ".join(cells.pop("fact").split())
    sources = tuple(cited(cells["source"])) if len(cells["source"]) <= LONGEST_CELL else ()
    text = fact or " ".join(own.split())
    return Fact(number, above or fact, text, sources=sources, others=others, **cells)


def _joined(row: Sequence[str], places: Iterable[int], name: str) -> str:
    mark = "\n" if name in SEVERAL else " "
    return mark.join(row[place] for place in places if place < len(row) and row[place])


def _wrong(fact: Fact, row: Sequence[str]) -> str:
    """Why a row cannot be used; "" when it can."""
    if any(len(cell) > LONGEST_CELL for cell in row):
        return TOO_LONG.format(LONGEST_CELL)
    if not fact.text:
        return NO_FACT
    if any(len(source.link) > LONGEST_LINK for source in fact.sources):
        return LINK_TOO_LONG.format(LONGEST_LINK)
    if len(fact.speaker) > LONGEST_SPEAKER:
        return SPEAKER_TOO_LONG.format(LONGEST_SPEAKER)
    if fact.kind and fact.kind.casefold() not in list(Kind):
        return NOT_A_KIND.format(fact.kind, ", ".join(Kind))
    return ""
