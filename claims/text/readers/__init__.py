"""The one door for files: bytes in, text and what the file says about itself out. One format a file behind it."""

from collections.abc import Callable

from claims.text.readers.html import read_html
from claims.text.readers.markdown import read_markdown
from claims.text.readers.plain import read_plain
from claims.text.readers.reading import Reading, Unreadable
from claims.text.readers.signatures import refusal

__all__ = ["MAX_BYTES", "Reading", "Unreadable", "read"]

MAX_BYTES = 10_000_000

Reader = Callable[[bytes], Reading]
BY_ENDING: dict[str, Reader] = {
    "htm": read_html,
    "html": read_html,
    "xhtml": read_html,
    "md": read_markdown,
    "markdown": read_markdown,
    "txt": read_plain,
    "text": read_plain,
}
BY_MEDIA_TYPE: dict[str, Reader] = {
    "application/xhtml+xml": read_html,
    "text/html": read_html,
    "text/markdown": read_markdown,
    "text/x-markdown": read_markdown,
}
HTML_STARTS = (b"<!doctype html", b"<html")

EMPTY = "This file is empty."
BLANK = "There is no text in this file, only blanks."
TOO_LARGE = "This file is {size} MB; the limit is {limit} MB."


def read(data: bytes, *, name: str = "", media_type: str = "", max_bytes: int = MAX_BYTES) -> Reading:
    """The text of a file, normalised. ``name`` and ``media_type`` choose the format; plain text when neither does.

    Raises Unreadable, with a sentence for the person, when the bytes are empty, blank, too large, not text, or in an
    encoding that cannot be made out.
    """
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > max_bytes:
        raise Unreadable(TOO_LARGE.format(size=_megabytes(len(data)), limit=_megabytes(max_bytes)))
    reason = refusal(data)
    if reason:
        raise Unreadable(reason)
    reading = _reader(data, name, media_type)(data)
    if not reading.text.strip("\ufeff\ufffd\u200b \t\n") or reading.text.isspace():
        raise Unreadable(BLANK)
    return reading


def _reader(data: bytes, name: str, media_type: str) -> Reader:
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in BY_ENDING:
        return BY_ENDING[ending]
    kind = media_type.partition(";")[0].strip().lower()
    if kind in BY_MEDIA_TYPE:
        return BY_MEDIA_TYPE[kind]
    if not ending and data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS):
        return read_html
    return read_plain


def _megabytes(size: int) -> str:
    """Megabytes as a person says them: 50, or 0.3 below one."""
    amount = size / 1_000_000
    return f"{amount:.0f}" if amount >= 10 or amount == int(amount) else f"{amount:.1f}"
