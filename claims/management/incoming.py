"""What a command's line names: files, folders, links, standard input, and lists of documents. Stores nothing."""

import datetime
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from claims.errors import Incomplete
from claims.vocabulary import DocumentKind
from claims.workflow.arriving import LONGEST_LINK, Particulars
from claims.workflow.reading import (
    ENDINGS,
    Incoming,
    Unreadable,
    read_file,
    read_link,
    read_words,
    records,
    refuse_size,
    separator_of,
    tidy,
)

LINKS = ("http://", "https://")
LISTS = (".csv", ".jsonl")
SAMPLE = 200_000
COLUMNS = ("text", "title", "source", "author", "link", "date", "kind", "language")

NO_SUCH_FILE = "There is no file or folder of this name."
NOTHING_HERE = "This folder holds no file that can be read."
NOT_A_LIST = "This list needs a column “text”; it may have {}."
NOT_AN_OBJECT = "This line is not an object with “text” in it."
NOT_JSON = "This line is not JSON."
NO_TEXT_IN_ROW = "This row has no text."
NOT_UTF8 = "This list is not UTF-8. Save it as UTF-8."
NOT_A_LINK = "“{}” is not a link that begins with https:// or http:// and has at most 1,000 characters."
NOT_A_DATE = "“{}” is not a date such as 2026-03-12."
NOT_A_KIND = "“{}” is not a kind of document: {}."


@dataclass(frozen=True)
class Item:
    """One document to come: how a person finds it again, and where its words are. ``row`` is a line of a list."""

    path: str
    file: Path | None = None
    row: dict[str, Any] | None = None
    broken: str = ""

    def read(self) -> Incoming:
        """Read it; raises ``Incomplete`` with a sentence, or OSError."""
        if self.broken:
            raise Incomplete(self.broken)
        if self.row is not None:
            return self._of_row()
        if self.path == "-":
            return read_file(sys.stdin.buffer.read(settings.DOCUMENT_MAX_BYTES + 1))
        if self.file is None:
            return read_link(self.path)
        refuse_size(self.file.stat().st_size)
        return read_file(self.file.read_bytes(), name=printable(self.file.name))

    def _of_row(self) -> Incoming:
        words = str((self.row or {}).get("text") or "")
        if not words.strip():
            raise Incomplete(NO_TEXT_IN_ROW)
        return read_words(words)

    def particulars(self) -> Particulars:
        """What a list says of a document beside its text; raises ``Incomplete`` for a date or kind it cannot be."""
        said: dict[str, Any] = {
            key: tidy(str(self.row[key])).strip() for key in COLUMNS[1:] if self.row and self.row.get(key)
        }
        link = said.get("link", "")
        if link and (not link.lower().startswith(LINKS) or len(link) > LONGEST_LINK):
            raise Incomplete(NOT_A_LINK.format(link[:80]))
        said["kind"] = said.get("kind", DocumentKind.ARTICLE.value).lower()
        if said["kind"] not in list(DocumentKind):
            raise Incomplete(NOT_A_KIND.format(said["kind"], ", ".join(DocumentKind)))
        return Particulars(**said | {"date": _day(said.get("date", ""))})


def items(paths: Iterable[str]) -> Iterator[Item]:
    """Every document that the paths name, in order, one at a time: a folder's files by name, a list's rows by line."""
    for path in paths:
        file = Path(path)
        if path == "-" or path.lower().startswith(LINKS):
            yield Item(path)
        elif file.is_dir():
            yield from _of_folder(file)
        elif file.suffix.lower() in LISTS and file.is_file():
            yield from _of_list(file)
        else:
            yield Item(printable(path), file)


def count(paths: Iterable[str]) -> int | None:
    """How many documents the paths name; ``None`` when a list would have to be read to know."""
    total = 0
    for path in paths:
        file = Path(path)
        if file.suffix.lower() in LISTS:
            return None
        total += sum(1 for _ in _files(file)) if file.is_dir() else 1
    return total


def _of_folder(folder: Path) -> Iterator[Item]:
    found = False
    for file in _files(folder):
        found = True
        yield Item(printable(str(file)), file)
    if not found:
        yield Item(str(folder), broken=NOTHING_HERE)


def printable(name: str) -> str:
    """A name of a file as it can be shown and stored: bytes that are no UTF-8 become a sign."""
    return name.encode("utf-8", "replace").decode("utf-8")


def passed_over(paths: Iterable[str]) -> Iterator[Path]:
    """The files in the folders among the paths whose ending says that they cannot be read."""
    for path in paths:
        if Path(path).is_dir():
            yield from (each for each in _all_files(Path(path)) if not _readable(each))


def _files(folder: Path) -> Iterator[Path]:
    return filter(_readable, _all_files(folder))


def _readable(file: Path) -> bool:
    return file.suffix.lower().lstrip(".") in ENDINGS


def _all_files(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those inside it, hidden ones aside, in the order of names."""
    for each in sorted(folder.iterdir()):
        if each.name.startswith("."):
            continue
        if each.is_dir() and not each.is_symlink():
            yield from _all_files(each)
        elif each.is_file():
            yield each


def _of_list(file: Path) -> Iterator[Item]:
    rows = _of_jsonl if file.suffix.lower() == ".jsonl" else _of_csv
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            yield from rows(file, lines)
    except UnicodeDecodeError:
        yield Item(str(file), broken=NOT_UTF8)


def _of_csv(file: Path, lines: IO[str]) -> Iterator[Item]:
    separator = separator_of(lines.read(SAMPLE))
    lines.seek(0)
    rows = records(lines, separator)
    names = [name.strip(" \ufeff").lower() for name in next(rows, [])]
    if "text" not in names:
        yield Item(str(file), broken=NOT_A_LIST.format(", ".join(COLUMNS[1:])))
        return
    try:
        for number, row in enumerate(rows, start=2):
            if any(row):
                yield Item(f"{file}, row {number}", row=dict(zip(names, row, strict=False)))
    except Unreadable as error:
        yield Item(str(file), broken=str(error))


def _of_jsonl(file: Path, lines: Iterable[str]) -> Iterator[Item]:
    for number, line in enumerate(lines, start=1):
        line = line.lstrip("\ufeff")
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            yield Item(f"{file}, line {number}", broken=NOT_JSON)
            continue
        if isinstance(row, dict) and isinstance(row.get("text"), str):
            yield Item(f"{file}, line {number}", row=row)
        else:
            yield Item(f"{file}, line {number}", broken=NOT_AN_OBJECT)


def _day(written: str) -> datetime.date | None:
    if not written:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise Incomplete(NOT_A_DATE.format(written)) from None
