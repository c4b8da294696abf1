"""Delimited text (.csv, .tsv) to records, one at a time, in any encoding, with any separator. None is judged here."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from claims.text.readers.encodings.decoding import decode
from claims.text.readers.reading import Unreadable

SEPARATORS = ",;\t|"
SAMPLE = 200_000
SAMPLE_ROWS = 100
LAST = "\x00the end"  # a record of its own, unless a quotation mark before it was never closed
LONGEST_CELL = 20_000_000
csv.field_size_limit(LONGEST_CELL)  # of the whole process; set nowhere else

OPEN_QUOTE = "Row {} opens a quotation mark that is never closed. Close it, or save the file anew."
NOT_CELLS = "Row {} cannot be taken apart into cells. Shorten its longest cell, or save the file anew."


@dataclass(frozen=True, slots=True)
class Delimited:
    """The records of a file, to be gone through once, what stands between their cells, and warnings in sentences."""

    records: Iterator[list[str]]
    separator: str
    warnings: tuple[str, ...]


def delimited(data: bytes, *, name: str = "") -> Delimited:
    """The records of a file, the first being row 1; an empty line is ``[]``. Cells stay as they are written.

    Raises Unreadable for bytes that are no text. Going through ``records`` raises it, with the row in its sentence, for
    a quotation mark that is never closed, at the end, and for a cell of more than 20 million characters.
    """
    text, warnings = decode(data)
    separator, text = _separator(text, name)
    return Delimited(records(io.StringIO(text, newline=""), separator), separator, warnings)


def records(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """The records of lines as they come, each when the next is known: the last must not have swallowed the rest."""
    rows = _reader(chain(lines, [LAST]), separator)
    number, waiting = 0, [LAST]
    try:
        for row in rows:
            if number:
                yield waiting
            number, waiting = number + 1, row
    except csv.Error as error:
        if number:
            yield waiting
        raise Unreadable(NOT_CELLS.format(number + 1)) from error
    if waiting != [LAST]:
        raise Unreadable(OPEN_QUOTE.format(number))


def _reader(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=separator, skipinitialspace=True)


def _separator(text: str, name: str) -> tuple[str, str]:
    """What stands between cells: as Excel's first line ``sep=;`` says, as the name says, else what fits best."""
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    mark = first.strip(" \r")
    if mark.lower().startswith("sep=") and mark[4:] in tuple(SEPARATORS):
        return mark[4:], rest
    if name.lower().endswith((".tsv", ".tab")):
        return "\t", text
    return separator_of(text[:SAMPLE]), text


def separator_of(sample: str) -> str:
    """What most likely stands between the cells of the first rows."""
    return max(SEPARATORS, key=lambda each: _regularity(sample, each))


def _regularity(sample: str, separator: str) -> int:
    """How many cells of the first rows stand in rows of the usual width."""
    rows = islice(_reader(io.StringIO(sample, newline=""), separator), SAMPLE_ROWS)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)
