"""Bytes of a sheet (.csv, .tsv, .xlsx) to rows of strings, as a person reads the cells. What they mean is unknown here.

``python -m claims.text.facts.table SHEET MAX_BYTES`` is the child's side: a file on standard input, JSON out.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from claims.text.characters import tidy
from claims.text.facts.delimited import delimited
from claims.text.readers.reading import Unreadable

VERSION = 1
MAX_ROWS = 2_000  # with something in them, below the rows with a title and the names of columns
HEAD_ROWS = 20
LAST_ROW = 20_000  # filled ones and empty ones above them

EMPTY = "This file is empty."
NO_ROWS = "There is nothing in this fact sheet."
TOO_LARGE = "This file is {size:.0f} MB; the limit is {limit:g} MB."
TOO_MANY = "This fact sheet has more than {:,} filled rows. Split it into smaller ones."
TOO_FAR = "This fact sheet is filled below row {:,}. Delete the empty rows, or split it into smaller ones."
OLD_OFFICE = "Old Excel files cannot be read. Save it as .xlsx or .csv."
LOCKED = "This fact sheet is locked with a password. Save it without one, or save it as .csv."
OTHER_SHEET = "OpenDocument spreadsheets cannot be read. Save it as .xlsx or .csv."
NOT_A_SHEET = "This is not a spreadsheet. Save it as .xlsx or .csv."
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
    """The rows of a file. ``sheet`` names the tab of a workbook; "" takes the first that is not hidden.

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


def trimmed(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows of tidied cells without the empty ones at the end of each row and of the sheet.

    Raises Unreadable for none and for too many, and goes no further then: empty ones at the end are never held.
    """
    found: list[list[str]] = []
    filled = 0
    for number, row in enumerate(map(_stripped, rows), start=1):
        if not row:
            continue
        filled += 1
        if filled > MAX_ROWS + HEAD_ROWS:
            raise Unreadable(TOO_MANY.format(MAX_ROWS))
        if number > LAST_ROW:
            raise Unreadable(TOO_FAR.format(LAST_ROW))
        found += [[] for _ in range(number - 1 - len(found))]
        found.append(row)
    if not found:
        raise Unreadable(NO_ROWS)
    return found


def _stripped(row: Sequence[str]) -> list[str]:
    cells = [tidy(cell).strip() if cell else "" for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _delimited(data: bytes, name: str) -> Table:
    try:
        read = delimited(data, name=name)
    except Unreadable as error:
        raise Unreadable(NOT_A_SHEET) from error
    media_type, ending = (
        ("text/tab-separated-values", "tsv") if read.separator == "\t" else ("text/csv", "csv")
    )
    return Table(trimmed(read.records), {}, read.warnings, media_type, ending)


def answer(data: bytes, sheet: str, max_bytes: int) -> dict[str, Any]:
    """``{"table": …}`` as ``Table.as_dict`` gives it, or ``{"unreadable": sentence}``."""
    try:
        return {"table": read_table(data, sheet=sheet, max_bytes=max_bytes).as_dict()}
    except Unreadable as refusal:
        return {"unreadable": str(refusal)}


if __name__ == "__main__":
    json.dump(answer(sys.stdin.buffer.read(), sys.argv[1], int(sys.argv[2])), sys.stdout)
