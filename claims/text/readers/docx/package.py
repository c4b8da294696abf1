"""The parts of a Word file and how they hang together (ISO/IEC 29500-2). What stands in them is not read here."""

from __future__ import annotations

import posixpath

from claims.text.readers.archives import Archive
from claims.text.readers.reading import Unreadable
from claims.text.readers.xml import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
NOT_WORD = "This is not a Word file, whatever its name says. Open it in its own program, and paste the text."

# The strict form of the standard has its own names for the same things.
STRICT = "{http://purl.oclc.org/ooxml/"
LOOSE = "{http://schemas.openxmlformats.org/"


class Package:
    """A checked archive whose parts are found by the roles they have, as their names are free."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._whole = self._relations("")
        self._main = self._whole.get("officeDocument", MAIN)
        self._parts = self._relations(self._main)

    def body(self) -> Element:
        """The body of the main document; Unreadable when there is none."""
        document = self._parsed(self._main)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            raise Unreadable(NOT_WORD)
        return body

    def part(self, role: str) -> Element | None:
        """The root of the part with this role for the main document ("styles", "footnotes" …), or None."""
        name = self._parts.get(role)
        return self._parsed(name) if name else None

    def properties(self) -> Element | None:
        """The root of what the file says about itself, or None."""
        return self._parsed(self._whole.get("core-properties", "docProps/core.xml"))

    def _parsed(self, name: str) -> Element | None:
        data = self._archive.part(name)
        return None if data is None else _loosened(parse(data))

    def _relations(self, name: str) -> dict[str, str]:
        """The first part of each role that another part points at; links out of the file are none."""
        folder, _, last = name.rpartition("/")
        data = self._archive.part(posixpath.join(folder, "_rels", last + ".rels"))
        found: dict[str, str] = {}
        for relation in [] if data is None else parse(data):
            role = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(role, target.lstrip("/"))
        return found


def _loosened(root: Element) -> Element:
    """The tree with the usual names instead of the strict ones: one form for all who read it."""
    if not root.tag.startswith(STRICT):
        return root
    for element in root.iter():
        element.tag = _loose(element.tag)
        for name, value in element.items():
            if name.startswith(STRICT):
                del element.attrib[name]
                element.set(_loose(name), value)
    return root


def _loose(name: str) -> str:
    """``{…/ooxml/wordprocessingml/main}p`` as ``{…/wordprocessingml/2006/main}p``."""
    if not name.startswith(STRICT):
        return name
    family, _, rest = name.removeprefix(STRICT).partition("/")
    return f"{LOOSE}{family}/2006/{rest}"
