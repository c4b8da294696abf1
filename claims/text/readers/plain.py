"""Plain text and transcripts: kept as they are but for the normal form."""

from claims.text.characters import normalise
from claims.text.readers.decoding import decode
from claims.text.readers.reading import Reading


def read_plain(data: bytes) -> Reading:
    """The text itself; plain text says nothing certain about its title, author or date."""
    text, warnings = decode(data)
    return Reading(text=normalise(text), format="plain", warnings=warnings)
