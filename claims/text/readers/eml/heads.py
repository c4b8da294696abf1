"""The first lines of a mail: subject, sender, day, parameters, however badly written. No body is read here."""

from __future__ import annotations

import datetime
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime

from claims.text.characters import tidy
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.reading import Unreadable

# Longer ones are attacks on the parser; a subject of this length is none.
LONGEST = 2_000
# What the standard library raises over heads and parameters that follow no rule.
BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


class ShortHeads(Compat32):
    """How a mail is parsed: as it is written, but for heads of a length that only an attack on the parser has."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the first 2 000 letters of a head."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST]


def head(message: Message, name: str) -> str:
    """A head on one line with its encoded words decoded, or ""; what cannot be decoded stays as it is written."""
    return _line(_decoded(_raw(message, name)))


def sender(message: Message) -> str:
    """The name of the first sender, else the address."""
    try:
        name, address = parseaddr(re.split(r"(?<=>),", _raw(message, "from"))[0])
    except BROKEN:
        return ""
    return _line(_decoded(name)) or _line(address)


def day(message: Message) -> datetime.date | None:
    """The day on which the mail was written, where it was written."""
    try:
        return parsedate_to_datetime(_raw(message, "date")).date()
    except BROKEN:
        return None


def parameter(part: Message, name: str) -> str:
    """A parameter of the content's type or disposition ("charset", "filename" …), or ""."""
    header = "content-disposition" if name == "filename" else "content-type"
    try:
        value = part.get_param(name, "", header)
        return _line(_decoded(collapse_rfc2231_value(value)))
    except BROKEN:
        return ""


def _raw(message: Message, name: str) -> str:
    """The first head of that name as it is written; bytes beyond ASCII are made out as those of a text are."""
    written = next((value for key, value in message.raw_items() if key.lower() == name), "")
    text = str(written)
    try:
        return decode(text.encode("ascii", "surrogateescape"))[0]
    except (UnicodeEncodeError, Unreadable):
        return text


def _decoded(written: str) -> str:
    """Encoded words (RFC 2047) to letters; neighbours in one charset are joined first: mailers cut letters."""
    if "=?" not in written:
        return written
    try:
        return "".join(_letters(words, charset) for words, charset in decode_header(written))
    except BROKEN:
        return written


def _letters(words: str | bytes, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    if charset is None:
        return words.decode("raw-unicode-escape", "replace")
    try:
        return decode(words, declared=charset)[0]
    except Unreadable:
        return words.decode("ascii", "replace")


def _line(words: str) -> str:
    return " ".join(tidy(words).split())
