"""XML from strangers to a tree, or a refusal: no entities, no document type, no network, no endless depth."""

from __future__ import annotations

from typing import Any

from claims.text.readers.reading import Unreadable

Element = Any

ENTITIES = "This file declares entities of its own, which an honest document never does."
TOO_DEEP = "This file is nested too deeply for a document. Paste the text instead."
DAMAGED = (
    "This file is damaged: the text inside cannot be read. Save or download it once more, or paste the text."
)
DOCUMENT_TYPES = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
MOST = 32_767
OUT_OF_MEMORY = 2  # libxml2's XML_ERR_NO_MEMORY


def parse(data: bytes) -> Element:
    """The root element; Unreadable when a document type is declared, or when this is no well-formed XML.

    The document type is looked for before anything is parsed, so that nothing can expand, and once more afterwards
    for encodings in which the search is blind. Comments and processing instructions are left out.
    """
    from lxml import etree  # noqa: PLC0415 - start-up cost

    if any(mark in data for mark in DOCUMENT_TYPES):
        raise Unreadable(ENTITIES)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if error.code == OUT_OF_MEMORY:
            raise  # no fault of the file: whoever set the limit says so
        raise Unreadable(TOO_DEEP if "depth" in str(error) else DAMAGED) from None
    except ValueError:
        raise Unreadable(DAMAGED) from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(DAMAGED if root is None else ENTITIES)
    return root


def _parser() -> Any:
    from lxml import etree  # noqa: PLC0415 - start-up cost

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def whole(written: str | None, otherwise: int) -> int:
    """A number that an attribute holds, between 0 and 32 767; ``otherwise`` when it holds none."""
    digits = (written or "").strip()
    return min(int(digits), MOST) if digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise
