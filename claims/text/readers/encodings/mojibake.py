"""Signs that a text was once saved in a wrong encoding. It is only told, never mended: a mend may be wrong as well."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import cache

GARBLED = (
    "This text looks garbled (“{sample}” and the like): it was saved once in a wrong encoding. "
    "Get the original, or correct it before checking."
)
SAMPLE = 50_000
SHOWN = 12
# What UTF-8 was read as: one letter became two or three of these.
MISREAD = ("cp1252", "cp1251", "mac_roman", "koi8_r", "latin-1", "cp1250", "cp850")
BEYOND = re.compile(r"[^\x00-\x7f]{1,60}")
LONG = 3
# The quotation marks and dashes of UTF-8 read as Windows-1252: no language writes this.
SURE = "â€"
# Windows-1251 read as Windows-1252, and KOI8-R and Windows-1251 read as each other: whole words of odd letters.
ACCENTS = re.compile("[À-ÖØ-öø-ÿ]{5,}")
SWAPPED = re.compile(r"\b[а-яё][А-ЯЁ]{2,}\b")


def garbled(text: str) -> tuple[str, ...]:
    """A warning with a sample of what looks garbled, or none. Only the first 50 000 letters are looked at.

    Letters beyond ASCII that stand together are turned back into the bytes of each encoding; where most of them are
    valid UTF-8 all of it was UTF-8 once: honest words are that about once in ten thousand.
    """
    sample = "" if text.isascii() else next(_samples(text[:SAMPLE]), "")
    return (GARBLED.format(sample=sample[:SHOWN]),) if sample else ()


def _samples(text: str) -> Iterator[str]:
    runs = BEYOND.findall(text)
    for codec in MISREAD:
        found = [run for run in runs if _was_utf8(run, codec)]
        sure = [run for run in found if run.startswith(SURE)]
        most = 2 * len(found) >= max(2, len(runs)) and (len(found) > 1 or len(found[0]) >= LONG)
        if sure or most:
            yield (sure or found)[0]
    for pattern, least in ((ACCENTS, 3), (SWAPPED, 2)):
        words = pattern.findall(text)
        if len(words) >= least:
            yield words[0]


def _was_utf8(run: str, codec: str) -> bool:
    """Whether the bytes of these letters are UTF-8, but perhaps for a last letter that was cut."""
    values = [_bytes_of(codec).get(letter) for letter in run]
    if None in values:
        return False
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(bytes(filter(None, values))) != ""
    except UnicodeDecodeError:
        return False


@cache
def _bytes_of(codec: str) -> dict[str, int]:
    """Each letter beyond ASCII with its byte; bytes without one stand for themselves, as many programs have it."""
    return {bytes([byte]).decode(codec, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
