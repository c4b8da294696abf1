"""Plain text and transcripts: kept as they are but for the normal form."""

from claims.text.characters import tidy
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.reading import Reading

VERSION = 1
LIBRARY = ""


def read_plain(data: bytes, *, charset: str = "") -> Reading:
    """The text itself; plain text says nothing certain about its title, author or date."""
    text, warnings = decode(data, declared=charset)
    return Reading(text=tidy(text), format="plain", warnings=warnings)
