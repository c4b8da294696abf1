"""OpenDocument texts (.odt, .fodt) to their final text, notes at the end. Pictures and links are never followed."""

from __future__ import annotations

from claims.text.characters import tidy
from claims.text.readers.archives import Archive, open_archive
from claims.text.readers.blocks import counted
from claims.text.readers.front_matter import read_day
from claims.text.readers.odt.body import STRUCK, Body
from claims.text.readers.odt.styles import OFFICE, TEXT, Styles
from claims.text.readers.reading import Reading, Unreadable
from claims.text.readers.xml import Element, parse

VERSION = 1
LIBRARY = ""

LOCKED = "This OpenDocument file is locked with a password. Save it without one, or paste the text."
NOT_TEXT = (
    "This is an OpenDocument file without a text, a spreadsheet or slides perhaps. Paste the text instead."
)
HIDDEN = "Hidden words were left out."
SHORTENED = "A table repeats its cells more often than can be shown; each of these stands there once."

META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
CHANGES = (f"{TEXT}insertion", f"{TEXT}deletion")


def read_odt(data: bytes, *, charset: str = "") -> Reading:
    """The text of an OpenDocument text as it stands with all tracked changes accepted; Unreadable with a sentence."""
    content, roots = _parts(data)
    root = content.find(f"{OFFICE}body/{OFFICE}text")
    if root is None:
        raise Unreadable(NOT_TEXT)
    styles = Styles(roots)
    body = Body(styles)
    text = body.read(root)
    facts = _facts(roots)
    return Reading(
        text=tidy(text),
        title=facts.get(f"{DUBLIN}title", ""),
        author=facts.get(f"{META}initial-creator", "") or facts.get(f"{DUBLIN}creator", ""),
        date=read_day(facts.get(f"{META}creation-date", "")) or read_day(facts.get(f"{DUBLIN}date", "")),
        language=facts.get(f"{DUBLIN}language", "")[:2].lower(),
        format="odt",
        warnings=_warnings(body, sum(1 for _ in root.iter(*CHANGES))),
    )


def _parts(data: bytes) -> tuple[Element, list[Element]]:
    """The root with the text, and all roots; a flat file (.fodt) is one root for all."""
    if not data.startswith(b"PK"):
        root = parse(data)
        return root, [root]
    archive = open_archive(data)
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise Unreadable(LOCKED)
    content = _parsed(archive, "content.xml")
    if content is None:
        raise Unreadable(NOT_TEXT)
    others = (_parsed(archive, name) for name in ("styles.xml", "meta.xml"))
    return content, [content, *(other for other in others if other is not None)]


def _parsed(archive: Archive, name: str) -> Element | None:
    data = archive.part(name)
    return None if data is None else parse(data)


def _facts(roots: list[Element]) -> dict[str, str]:
    """What the file says about itself, by the names of the elements; each a single line."""
    return {
        element.tag: " ".join(tidy(element.text or "").split())
        for root in roots
        for meta in root.iterchildren(f"{OFFICE}meta")
        for element in meta
    }


def _warnings(body: Body, changes: int) -> tuple[str, ...]:
    word = body.moved.pop() if len(body.moved) == 1 else "note"
    return (
        counted(changes, "1 tracked change was accepted.", "{} tracked changes were accepted.")
        + counted(body.comments, "1 comment was left out.", "{} comments were left out.")
        + counted(body.notes, f"1 {word} was moved to the end.", "{} " + f"{word}s were moved to the end.")
        + counted(
            body.contents, "The table of contents was left out.", "{} tables of contents were left out."
        )
        + ((HIDDEN,) if body.hidden else ())
        + ((STRUCK,) if body.struck else ())
        + ((SHORTENED,) if body.shortened else ())
    )
