"""Which row of a fact sheet names its columns, and where each stands. What a heading means is in ``columns``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.text.facts.columns import COLUMNS, SEVERAL, Meaning, meaning, plain, without_brackets

LOOKED_AT = 20  # filled rows in which the names of the columns are looked for
LONGEST_NAME = 80  # of a heading without its brackets; longer words are a sentence of the sheet
NO_HEAD = "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which."
NO_SUCH_COLUMN = "There is no column “{}” in this fact sheet. Its columns are: {}."
NOT_A_COLUMN = "“{}” is no column that facts have: {}."
BELOW_FACTS = (
    "Row {} seems to name the columns, but row {} above it has as many cells. If that row names them, say which "
    "column is which; if not, delete it or move it down."
)
PASSED = "Row {} stands above the names of the columns and was passed over."
SEVERAL_PASSED = "Rows {} stand above the names of the columns and were passed over."
TOLD = "Row {} names the columns: {}."
FOR_EDITORS = " In a note for editors: {}."


class NoColumns(ValueError):
    """The sheet does not name its columns; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Head:
    """The row with the names (1 is the first), its cells, and for each column of facts where it stands.

    ``passed`` are the rows above it that are no title: with more than one cell, or below another that names columns.
    """

    row: int
    names: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    passed: tuple[int, ...] = ()

    def name(self, place: int) -> str:
        """What stands over a column; “Column F” where nothing does."""
        named = self.names[place] if place < len(self.names) else ""
        return named or f"Column {letters(place)}"

    def told(self) -> str:
        """Which column was taken for what, in a sentence or two."""
        meant = {place: column for column, places in self.places.items() for place in places}
        names = {place: " ".join(name.split()) for place, name in enumerate(self.names) if name}
        known = [
            names[place] if plain(names[place]) == column else f"{names[place]} → {column}"
            for place, column in sorted(meant.items())
        ]
        others = [name for place, name in names.items() if place not in meant]
        told = TOLD.format(self.row, ", ".join(known))
        return told + FOR_EDITORS.format(", ".join(others)) if others else told

    def warnings(self) -> tuple[str, ...]:
        """Which rows above it were passed over, in a sentence."""
        if len(self.passed) > 1:
            *first, last = map(str, self.passed)
            return (SEVERAL_PASSED.format(f"{', '.join(first)} and {last}"),)
        return tuple(PASSED.format(row) for row in self.passed)


def find_head(rows: Sequence[Sequence[str]], named: Mapping[str, str] | None = None) -> Head:
    """The row that names most columns, a sentence or a fact among them; of two the first. It never stands below a fact:
    not below a row with as many cells, nor, where an earlier row names columns too, below what that may be the head of.
    ``named`` says column → its own name, and counts before everything else.

    Raises NoColumns with a sentence when there is none, or when a name in ``named`` is not in it.
    """
    named = named or {}
    for name in named:
        if name not in COLUMNS:
            raise NoColumns(NOT_A_COLUMN.format(name, ", ".join(COLUMNS)))
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)][:LOOKED_AT]
    heads = _candidates(filled, named)
    clear = _above_facts([head for head in heads if not _as_full(head, filled)], filled)
    best = max(clear or heads, key=lambda head: len(head.places), default=None)
    if best is None:
        raise NoColumns(NO_HEAD)
    lost = [words for name, words in named.items() if not _is_over(words, best, name)]
    if lost:
        raise NoColumns(NO_SUCH_COLUMN.format(lost[0], ", ".join(filter(None, best.names))))
    if not clear:
        raise NoColumns(BELOW_FACTS.format(best.row, _as_full(best, filled)[0]))
    first = clear[0].row
    passed = [number for number, row in filled if number < best.row and (_cells(row) > 1 or number > first)]
    return replace(best, passed=tuple(passed))


def letters(place: int) -> str:
    """How a sheet calls a column: 0 is A, 26 is AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _candidates(filled: Sequence[tuple[int, Sequence[str]]], named: Mapping[str, str]) -> list[Head]:
    """The rows that look like names of columns; where some hold names that were given, those with most of these."""
    heads = [Head(number, tuple(row), _places(row, named)) for number, row in filled]
    heads = [head for head in heads if head.places.keys() & {"sentence", "fact"}]
    given = [sum(_is_over(words, head, name) for name, words in named.items()) for head in heads]
    return [head for head, count in zip(heads, given, strict=True) if count == max(given)]


def _places(row: Sequence[str], named: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Where each column stands; nowhere in a row of sentences. A name that was given comes before any synonym."""
    given = {plain(words): Meaning(name, -1) for name, words in named.items()}
    meant = [given.get(plain(cell)) or meaning(cell) for cell in row]
    too_long = any(len(without_brackets(cell)) > LONGEST_NAME and plain(cell) not in given for cell in row)
    if too_long or not any(each.sure for each in meant if each):
        return {}
    found: dict[str, list[tuple[int, int]]] = {}
    for place, each in enumerate(meant):
        if each and (each.rank == -1 or each.column not in named):
            found.setdefault(each.column, []).append((each.rank, place))
    return {
        name: tuple(sorted(place for _, place in ranked)) if name in SEVERAL else (min(ranked)[1],)
        for name, ranked in found.items()
    }


def _as_full(head: Head, filled: Sequence[tuple[int, Sequence[str]]]) -> list[int]:
    """The rows above a head with as many cells as it has."""
    return [number for number, row in filled if number < head.row and _cells(row) >= _cells(head.names)]


def _above_facts(heads: list[Head], filled: Sequence[tuple[int, Sequence[str]]]) -> list[Head]:
    """The first head, and those below it with nothing but heads between; below a title that looks like one, titles."""
    if not heads:
        return []
    rows, first = {head.row for head in heads}, heads[0]
    below = [(number, row) for number, row in filled if number > first.row and number not in rows]
    facts = [number for number, row in below if max(_cells(row), _cells(first.names)) > 1]
    return [head for head in heads if not facts or head.row < facts[0]]


def _cells(row: Sequence[str]) -> int:
    return sum(map(bool, row))


def _is_over(words: str, head: Head, name: str) -> bool:
    return any(plain(head.names[place]) == plain(words) for place in head.places.get(name, ()))
