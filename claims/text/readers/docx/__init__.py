"""Word files (.docx, .docm) to their final text, notes at the end. Macros, pictures and links are never followed."""

from __future__ import annotations

import datetime

from claims.text.characters import tidy
from claims.text.readers.archives import open_archive
from claims.text.readers.blocks import counted
from claims.text.readers.docx.body import Body
from claims.text.readers.docx.changes import accept_changes
from claims.text.readers.docx.lists import Lists
from claims.text.readers.docx.package import Package, W
from claims.text.readers.docx.styles import Styles
from claims.text.readers.front_matter import read_day
from claims.text.readers.reading import Reading, Unreadable
from claims.text.readers.xml import Element

VERSION = 1
LIBRARY = ""

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "This Word file is locked with a password. Save it without one, or paste the text."
OLD = "This is an old {kind} file. Save it as {ending}, or paste the text."
OLD_OFFICE = "This is a file of an old Office program. Save it in a newer format, or paste the text."
# What the streams inside the old format are called, and how a person calls the file.
OLE_STREAMS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", OLD.format(kind="Word", ending=".docx")),
    ("Workbook", OLD.format(kind="Excel", ending=".xlsx")),
    ("PowerPoint Document", OLD.format(kind="PowerPoint", ending=".pptx")),
    ("__substg1.0_", "This is a mail in Outlook’s own format. Save it as .eml, or paste the text."),
)
# What programs write when nobody wrote a title.
TEMPLATE_TITLES = frozenset({"", "word document", "document", "untitled", "microsoft word document"})
HIDDEN = "Hidden words were left out."
STRUCK = "Struck-through words were kept."

DUBLIN = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def read_docx(data: bytes, *, charset: str = "") -> Reading:
    """The text of a Word file as it stands after all tracked changes are accepted; Unreadable with a sentence."""
    if data.startswith(OLE_START):
        raise Unreadable(ole_refusal(data))
    package = Package(open_archive(data))
    root = package.body()
    notes = {kind: package.part(kind + "s") for kind in ("footnote", "endnote")}
    comments = len({each.get(f"{W}id") for each in root.iter(f"{W}commentReference")})
    changes = sum(accept_changes(part) for part in (root, *notes.values()) if part is not None)
    styles = Styles(package.part("styles"))
    body = Body(styles, Lists(package.part("numbering")), _by_number(notes))
    text = body.read(root)
    facts = _facts(package.properties())
    return Reading(
        text=tidy(text),
        title="" if facts.get("title", "").casefold() in TEMPLATE_TITLES else facts["title"],
        author=facts.get("creator", ""),
        date=_last_day(facts),
        language=facts.get("language", "")[:2].lower(),
        format="docx",
        warnings=_warnings(body, changes, comments),
    )


def _last_day(facts: dict[str, str]) -> datetime.date | None:
    """The later of the days on which the file was made and changed: a template was made long before its text."""
    days = filter(None, (read_day(facts.get(name, "")) for name in ("created", "modified")))
    return max(days, default=None)


def ole_refusal(data: bytes) -> str:
    """Why an OLE file (the old binary Office format, also the shell of an encrypted DOCX) is not read."""
    for stream, sentence in OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return sentence
    return OLD_OFFICE


def _by_number(parts: dict[str, Element | None]) -> dict[tuple[str, str], Element]:
    """The notes by kind and number; the lines that divide them from the text are none."""
    return {
        (kind, note.get(f"{W}id", "")): note
        for kind, part in parts.items()
        if part is not None
        for note in part.iterchildren(W + kind)
        if note.get(f"{W}type", "normal") == "normal"
    }


def _facts(properties: Element | None) -> dict[str, str]:
    """What the file says about itself by the plain names of the elements; each a single line."""
    if properties is None:
        return {}
    return {
        element.tag.rpartition("}")[2]: " ".join(tidy(element.text or "").split())
        for element in properties
        if element.tag.startswith((DUBLIN, TERMS))
    }


def _warnings(body: Body, changes: int, comments: int) -> tuple[str, ...]:
    one, many = _notes_words(body)
    return (
        counted(changes, "1 tracked change was accepted.", "{} tracked changes were accepted.")
        + counted(comments, "1 comment was left out.", "{} comments were left out.")
        + counted(len(body.moved), f"1 {one} was moved to the end.", "{} " + f"{many} were moved to the end.")
        + counted(
            body.contents, "The table of contents was left out.", "{} tables of contents were left out."
        )
        + counted(body.charts, "1 chart was left out.", "{} charts were left out.")
        + counted(body.inserted, "1 inserted file was left out.", "{} inserted files were left out.")
        + ((HIDDEN,) if body.hidden else ())
        + ((STRUCK,) if body.struck else ())
    )


def _notes_words(body: Body) -> tuple[str, str]:
    kinds = {kind for kind, _ in body.moved}
    word = kinds.pop() if len(kinds) == 1 else "note"
    return word, word + "s"
