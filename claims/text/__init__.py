"""Pure text work: bytes to text, text to sentences and claim candidates. No Django, no database, no network."""

from claims.text.candidates import VERSION, Candidate, Extraction
from claims.text.characters import normalise, tidy
from claims.text.extraction import extract
from claims.text.readers import ENDINGS, Format, Reading, Unreadable, identify, read, refuse_too_large
from claims.text.sentences import segment
from claims.text.turns import plain_name

__all__ = [
    "ENDINGS",
    "VERSION",
    "Candidate",
    "Extraction",
    "Format",
    "Reading",
    "Unreadable",
    "extract",
    "identify",
    "normalise",
    "plain_name",
    "read",
    "refuse_too_large",
    "segment",
    "tidy",
]
