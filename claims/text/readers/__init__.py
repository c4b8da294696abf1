"""The one door for files: bytes in, text and what the file says about itself out. One format a file behind it."""

import math
from dataclasses import replace

from claims.text.readers.encodings.mojibake import garbled
from claims.text.readers.formats import ENDINGS, FORMATS, Format, charset_of, format_of, misnamed
from claims.text.readers.reading import Reading, Unreadable

__all__ = [
    "ENDINGS",
    "FORMATS",
    "MAX_BYTES",
    "Format",
    "Reading",
    "Unreadable",
    "identify",
    "read",
    "refuse_too_large",
]

MAX_BYTES = 10_000_000

EMPTY = "This file is empty."
BLANK = "There is no text in this file, only blanks."
TOO_LARGE = "This file is {size}; the limit is {limit}."
TOO_DEEP = "This file is nested too deeply to read. Paste the text instead."


def identify(data: bytes, *, name: str = "", media_type: str = "", max_bytes: int = MAX_BYTES) -> Format:
    """The format of a file, without reading it; Unreadable with a sentence when it cannot be one that is read."""
    if not data:
        raise Unreadable(EMPTY)
    refuse_too_large(len(data), max_bytes)
    return format_of(data, name=name, media_type=media_type)


def read(data: bytes, *, name: str = "", media_type: str = "", max_bytes: int = MAX_BYTES) -> Reading:
    """The text of a file, normalised. Its content, ``name`` and ``media_type`` choose the format; plain when none does.

    Raises Unreadable, with a sentence for the person, when the bytes are empty, blank, too large, not text, damaged,
    locked, or in an encoding that cannot be made out. Formats that are ``isolated`` are meant to be read in a child
    process with limits; ``python -m claims.text.readers`` is that child's side.
    """
    form = identify(data, name=name, media_type=media_type, max_bytes=max_bytes)
    try:
        reading = form.read(data, charset=charset_of(media_type))
    except RecursionError:
        raise Unreadable(TOO_DEEP) from None
    if not reading.text.strip("\ufeff\ufffd\u200b \t\n") or reading.text.isspace():
        raise Unreadable(BLANK)
    warnings = dict.fromkeys((*misnamed(form, name), *reading.warnings, *garbled(reading.text)))
    return replace(reading, format=form.name, reader=form.version, warnings=tuple(warnings))


def refuse_too_large(size: int, max_bytes: int) -> None:
    """Raise Unreadable for more bytes than may be, before they are read."""
    if size > max_bytes:
        raise Unreadable(TOO_LARGE.format(size=spoken_size(size), limit=spoken_size(max_bytes)))


def spoken_size(size: int) -> str:
    """Bytes as a person says them, rounded up: more than a limit never reads like the limit. 10.1 MB, 3 kB."""
    if size < 100_000:
        return f"{math.ceil(size / 1000)} kB"
    return f"{math.ceil(size / 100_000) / 10:g} MB"
