"""Bytes of a sheet (.csv, .tsv, .xlsx) to rows of strings, as a person reads the cells. What they mean is unknown here.

``python -m claims.text.facts.table SHEET MAX_BYTES`` is the child's side: a file on standard input, JSON out.
"""

import csv
import io
import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any

from claims.text.characters import tidy
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.reading import Unreadable

VERSION = 1
MAX_ROWS = 5_000  # with something in them, below the rows with a title and the names of columns
HEAD_ROWS = 20
SEPARATORS = ",;\t|"
SAMPLE = 200_000
SAMPLE_ROWS = 100
LAST = "\x00the end"  # a record of its own, unless a quotation mark before it was never closed
csv.field_size_limit(2**31 - 1)

EMPTY = "This file is empty."
NO_ROWS = "There is nothing in this sheet."
TOO_LARGE = "This file is {size:.0f} MB; the limit is {limit:g} MB."
TOO_MANY = "This sheet has more than {:,} filled rows. Split it into smaller ones."
OLD_OFFICE = "Old Excel files cannot be read. Save it as .xlsx or .csv."
LOCKED = "This sheet is locked with a password. Save it without one, or save it as .csv."
OTHER_SHEET = "OpenDocument sheets cannot be read. Save it as .xlsx or .csv."
NOT_A_SHEET = "This is not a sheet. Save it as .xlsx or .csv."
OPEN_QUOTE = "Row {} opens a quotation mark that is never closed. Close it, or save the sheet anew."
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_DOCUMENT = b"opendocument.spreadsheet"
# Office encrypts a file as a stream of this name in an old-style container.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, the first being row 1; ``broken`` names rows with a cell that cannot be read, and why.

    A row is as long as its last filled cell; an empty one is ``[]``; after the last filled row nothing follows.
    """

    rows: list[list[str]]
    broken: dict[int, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    media_type: str = "text/csv"
    ending: str = "csv"

    def as_dict(self) -> dict[str, Any]:
        """Plain data that JSON can hold; ``from_dict`` makes the same table of it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Table":
        """The inverse of ``as_dict``, also after a way through JSON."""
        broken = {int(number): sentence for number, sentence in data["broken"].items()}
        return cls(**data | {"broken": broken, "warnings": tuple(data["warnings"])})


def is_packed(data: bytes) -> bool:
    """Whether these bytes are a zip, as .xlsx is, and so must be read in a child process with limits."""
    return data.startswith(ZIP)


def read_table(data: bytes, *, name: str = "", sheet: str = "", max_bytes: int = 10_000_000) -> Table:
    """The rows of a file. ``sheet`` names the sheet of a workbook; "" takes the first that is not hidden.

    Cells are tidied and stripped. Raises Unreadable, with a sentence for the person, for what is no sheet, is locked
    or damaged, has no such sheet, nothing in it, or too many filled rows.
    """
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > max_bytes:
        raise Unreadable(TOO_LARGE.format(size=len(data) / 1e6, limit=max_bytes / 1e6))
    if data.startswith(OLE):
        raise Unreadable(LOCKED if ENCRYPTED in data else OLD_OFFICE)
    if not is_packed(data):
        return _delimited(data, name)
    if OPEN_DOCUMENT in data[:1000]:
        raise Unreadable(OTHER_SHEET)
    from claims.text.facts.workbook import read_workbook  # noqa: PLC0415 - start-up cost

    read = read_workbook(data, sheet)
    return Table(trimmed(read.rows), read.broken, read.warnings, OFFICE, "xlsx")


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Rows of tidied cells without the empty ones at the end of each row and of the sheet."""
    found = [_stripped(row) for row in rows]
    filled = sum(map(bool, found))
    if not filled:
        raise Unreadable(NO_ROWS)
    if filled > MAX_ROWS + HEAD_ROWS:
        raise Unreadable(TOO_MANY.format(MAX_ROWS))
    while not found[-1]:
        found.pop()
    return found


def _stripped(row: list[str]) -> list[str]:
    cells = [tidy(cell).strip() if cell else "" for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _delimited(data: bytes, name: str) -> Table:
    try:
        text, warnings = decode(data)
    except Unreadable as error:
        raise Unreadable(NOT_A_SHEET) from error
    separator, text = _separator(text, name)
    rows = list(_records(f"{text}\n{LAST}", separator))
    if rows.pop() != [LAST]:
        raise Unreadable(OPEN_QUOTE.format(len(rows) + 1))
    media_type, ending = ("text/tab-separated-values", "tsv") if separator == "\t" else ("text/csv", "csv")
    return Table(trimmed(rows), {}, warnings, media_type, ending)


def _separator(text: str, name: str) -> tuple[str, str]:
    """What stands between cells: as Excel's first line ``sep=;`` says, as the name says, else what fits best."""
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and first.strip()[4:] in tuple(SEPARATORS):
        return first.strip()[4:], rest
    if name.lower().endswith((".tsv", ".tab")):
        return "\t", text
    return max(SEPARATORS, key=lambda each: _regularity(text[:SAMPLE], each)), text


def _regularity(sample: str, separator: str) -> int:
    """How many cells of the first rows stand in rows of the usual width."""
    widths = Counter(len(row) for row in islice(_records(sample, separator), SAMPLE_ROWS) if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def _records(text: str, separator: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)


def answer(data: bytes, sheet: str, max_bytes: int) -> dict[str, Any]:
    """``{"table": …}`` as ``Table.as_dict`` gives it, or ``{"unreadable": sentence}``."""
    try:
        return {"table": read_table(data, sheet=sheet, max_bytes=max_bytes).as_dict()}
    except Unreadable as refusal:
        return {"unreadable": str(refusal)}


if __name__ == "__main__":
    json.dump(answer(sys.stdin.buffer.read(), sys.argv[1], int(sys.argv[2])), sys.stdout)
