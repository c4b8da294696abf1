"""Workbooks (.xlsx) to rows of strings: results of formulas, links behind words. What they mean is unknown here."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from claims.text.facts.number_formats import shown
from claims.text.readers.archives import Archive, open_archive
from claims.text.readers.reading import Unreadable
from claims.text.readers.xml import DOCUMENT_TYPES, ENTITIES, parse

LIBRARY = "openpyxl"
MOST_FAULTS = 20  # that are told of one row
LAST_ROW = 1_048_576  # of the format
HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LINK_FORMULA = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
LINKS = ("http://", "https://")

NOT_A_WORKBOOK = "This is not an Excel file. Save the fact sheet as .xlsx or .csv."
DAMAGED = "This workbook is damaged and cannot be read. Open it, and save it anew as .xlsx or .csv."
NO_SUCH_SHEET = "There is no tab “{}” in this workbook; there are: {}."
NO_SHEET = "This workbook has no tab with cells."
ONE_OF_MANY = "Only the tab “{}” was read; the workbook also has: {}."
NO_VALUE = "Cell {} holds a formula without its result. Open the fact sheet, save it, and bring it in again."
SHOWS_ERROR = "Cell {} shows an error ({}). Mend it, or empty the cell."


@dataclass(frozen=True, slots=True)
class Read:
    """Rows of cells as they are shown, the first being row 1; rows with a cell that has no words; what was left out."""

    rows: list[list[str]]
    broken: dict[int, str]
    warnings: tuple[str, ...]


def read_workbook(data: bytes, sheet: str = "") -> Read:
    """One sheet of a workbook, "" for the first that is not hidden. Hidden rows and columns are read like others.

    Raises Unreadable with a sentence. The archive is checked before the library sees it.
    """
    archive = open_archive(data)
    if "xl/workbook.xml" not in archive.names:
        raise Unreadable(NOT_A_WORKBOOK)
    parts = (archive.part(name) or b"" for name in archive.names if name.endswith((".xml", ".rels")))
    if any(mark in part for part in parts for mark in DOCUMENT_TYPES):
        raise Unreadable(ENTITIES)
    try:
        with warnings.catch_warnings():  # the library complains of whatever it leaves out
            warnings.simplefilter("ignore")
            return _read(data, archive, sheet)
    except (MemoryError, Unreadable):
        raise
    except Exception as error:  # the library meets broken files with whatever it stumbles over
        raise Unreadable(DAMAGED) from error


def _read(data: bytes, archive: Archive, wanted: str) -> Read:
    from openpyxl import load_workbook  # noqa: PLC0415 - start-up cost

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    page = _chosen(values.worksheets, wanted)
    others = [each.title for each in values.worksheets if each is not page]
    said = (ONE_OF_MANY.format(page.title, ", ".join(others)),) if others and not wanted else ()
    path = page._worksheet_path.strip("/")
    formulas = None
    if HAS_FORMULA.search(archive.part(path) or b""):
        formulas = load_workbook(io.BytesIO(data), read_only=True)[page.title]
    links = _links(archive, path)
    rows: list[list[str]] = []
    broken: dict[int, str] = {}
    for number, (row, behind) in enumerate(_pairs(page, formulas), start=1):
        wrong = " ".join(islice(filter(None, map(_fault, row, behind)), MOST_FAULTS))
        if wrong:
            broken[number] = wrong
        rows.append([_words(cell, formula, links) for cell, formula in zip(row, behind, strict=True)])
    return Read(rows, broken, said)


def _chosen(pages: list[Any], wanted: str) -> Any:
    if not pages:
        raise Unreadable(NO_SHEET)
    if not wanted:
        return next((page for page in pages if page.sheet_state == "visible"), pages[0])
    for page in pages:
        if page.title.strip().casefold() == wanted.strip().casefold():
            return page
    raise Unreadable(NO_SUCH_SHEET.format(wanted, ", ".join(page.title for page in pages)))


def _pairs(page: Any, formulas: Any) -> Iterator[tuple[Any, Any]]:
    """Each row of values beside the same row of formulas, itself without any; whatever size the file claims to have."""
    page.reset_dimensions()
    if formulas is not None:
        formulas.reset_dimensions()
    behind = iter(formulas.iter_rows()) if formulas is not None else None
    for number, row in enumerate(page.iter_rows()):
        if number >= LAST_ROW:
            raise Unreadable(DAMAGED)
        yield row, (next(behind) if behind is not None else row)


def _fault(cell: Any, formula: Any) -> str:
    """Why a cell cannot be read as a person reads it; "" when it can."""
    if cell.value is None and formula.value is not None and formula.data_type == "f":
        return NO_VALUE.format(formula.coordinate)
    if cell.data_type == "e" and isinstance(cell.value, str):
        return SHOWS_ERROR.format(cell.coordinate, cell.value)
    return ""


def _words(cell: Any, formula: Any, links: dict[str, str]) -> str:
    """What the cell shows, and the link behind it where the words do not hold it."""
    if cell.value is None:
        return ""
    words = shown(cell.value, cell.number_format)
    linked = LINK_FORMULA.match(formula.value) if isinstance(formula.value, str) else None
    link = linked[1] if linked else links.get(cell.coordinate, "")
    return f"{words} {link}" if link.lower().startswith(LINKS) and link not in words else words


def _links(archive: Archive, path: str) -> dict[str, str]:
    """The address of a cell (“D7”) → the link that lies behind its words."""
    folder, _, name = path.rpartition("/")
    relations = archive.part(f"{folder}/_rels/{name}.rels")
    if relations is None or b"hyperlink" not in relations:
        return {}
    targets = {each.get("Id"): each.get("Target") or "" for each in parse(relations)}
    page = parse(archive.part(path) or b"")
    found = {}
    for each in page.iterfind(".//{*}hyperlink"):
        cell, target = (each.get("ref") or "").partition(":")[0], targets.get(each.get(RELATION), "")
        place = each.get("location") or ""
        found[cell] = f"{target}#{place}" if target and place else target
    return found
