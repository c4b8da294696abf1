"""What comes in is read: pasted words, a file, or the page behind a link. Nothing is stored here.

What can hide an attack (web pages, Word, PDF, OpenDocument, mail) is read in a child process with limits.
"""

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from claims.errors import Incomplete
from claims.outside import fetching, sandbox
from claims.text import (
    ENDINGS,
    Format,
    Reading,
    Unreadable,
    extract,
    identify,
    normalise,
    read,
    refuse_too_large,
    tidy,
)
from claims.text.facts.delimited import records, separator_of

__all__ = [
    "ENDINGS",
    "Incoming",
    "Origin",
    "Preview",
    "Unreadable",
    "child_answer",
    "preview",
    "read_file",
    "read_link",
    "read_words",
    "records",
    "refuse_size",
    "separator_of",
    "tidy",
]

log = logging.getLogger(__name__)
PLACES = threading.BoundedSemaphore(settings.READERS_AT_ONCE)

TOO_MUCH_TEXT = (
    "The text in this file is longer than {:g} MB. Split it, or bring in the part that is to be checked."
)
NO_READER = "The reader could not be started. Try again in a moment."
ALL_BUSY = "Other files are being read. Try again in a moment."

LINKS_ARE_OFF = (
    "Import by link is switched off on this desk. Save the page and bring in the file, or paste its text."
)


@dataclass(frozen=True)
class Origin:
    """The file that a text was read from, as it came in; ``link`` and ``address`` when it was fetched.

    ``media_type`` and ``ending`` are those of the format it was read as; its name's own where that is one of them.
    """

    data: bytes
    name: str = ""
    media_type: str = ""
    ending: str = ""
    link: str = ""
    address: str = ""


@dataclass(frozen=True)
class Incoming:
    """A text that was read and is not stored: the reading, and its file unless the words were pasted."""

    reading: Reading
    origin: Origin | None = None


@dataclass(frozen=True)
class Preview:
    """What would be proposed if the text came in as it is: numbers of sentences and claims, and the language found."""

    sentences: int
    claims: int
    language: str


def read_words(words: str) -> Incoming:
    """Pasted words; raises ``Incomplete`` with a sentence when there are none or too many."""
    try:
        return Incoming(_here(normalise(words).encode("utf-8")))
    except Incomplete as error:
        raise _refused(str(error).replace("This file", "This text")) from error


def read_file(data: bytes, *, name: str = "", media_type: str = "") -> Incoming:
    """A file of any format; raises ``Incomplete`` with a sentence when it cannot be read."""
    form = _identified(data, name, media_type)
    reading = (_in_a_child if form.isolated else _here)(data, name, media_type)
    return Incoming(reading, Origin(data, name, form.media_types[0], form.ending_for(name)))


def read_link(link: str, *, fetch: Callable[..., fetching.Page] = fetching.fetch) -> Incoming:
    """The page or file behind a link; raises ``Incomplete`` when it cannot be had, must not be, or cannot be read."""
    if not settings.LINK_IMPORT:
        raise Incomplete(LINKS_ARE_OFF, {"link": LINKS_ARE_OFF})
    limits = fetching.FetchLimits(bytes=settings.DOCUMENT_MAX_BYTES, seconds=settings.FETCH_SECONDS)
    try:
        page = fetch(link, limits=limits)
    except fetching.Refused as error:
        raise Incomplete(str(error), {"link": str(error)}) from error
    media_type = f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type
    incoming = read_file(page.data, name=page.name, media_type=media_type)
    assert incoming.origin is not None
    reading = replace(incoming.reading, link=incoming.reading.link or page.address)
    return Incoming(reading, replace(incoming.origin, link=page.link, address=page.address))


def preview(reading: Reading, *, language: str = "") -> Preview:
    """Break the text into claims, as intake would, and count."""
    found = extract(normalise(reading.text), language or reading.language or None)
    return Preview(
        len(found.sentences), len(found.candidates), language or reading.language or found.language
    )


def refuse_size(size: int) -> None:
    """Raise ``Incomplete`` for a file of so many bytes that it would be refused, before it is read."""
    try:
        refuse_too_large(size, settings.DOCUMENT_MAX_BYTES)
    except Unreadable as error:
        raise _refused(str(error)) from error


def _identified(data: bytes, name: str, media_type: str) -> Format:
    try:
        return identify(data, name=name, media_type=media_type, max_bytes=settings.DOCUMENT_MAX_BYTES)
    except Unreadable as error:
        raise _refused(str(error)) from error


def _here(data: bytes, name: str = "", media_type: str = "") -> Reading:
    try:
        return read(data, name=name, media_type=media_type, max_bytes=settings.DOCUMENT_MAX_BYTES)
    except Unreadable as error:
        raise _refused(str(error)) from error


def _in_a_child(data: bytes, name: str, media_type: str) -> Reading:
    arguments = (name, media_type, str(settings.DOCUMENT_MAX_BYTES))
    answer = child_answer("claims.text.readers", data, arguments)
    try:
        reading = Reading.from_dict(answer["reading"])
    except (KeyError, TypeError, ValueError) as error:  # whatever drove the child drives its answer too
        raise _refused(sandbox.BROKE_OFF) from error
    if len(reading.text.encode()) > settings.DOCUMENT_MAX_BYTES:
        raise _refused(TOO_MUCH_TEXT.format(settings.DOCUMENT_MAX_BYTES / 1e6))
    return reading


def child_answer(module: str, data: bytes, arguments: Sequence[str]) -> dict[str, Any]:
    """What one of our modules makes of ``data`` in a child process with limits; ``Incomplete`` when it refuses."""
    limits = sandbox.Limits(
        seconds=settings.READER_SECONDS,
        cpu_seconds=settings.READER_CPU_SECONDS,
        memory_bytes=settings.READER_MEMORY_BYTES,
        output_bytes=settings.READER_OUTPUT_BYTES,
        open_files=settings.READER_OPEN_FILES,
    )
    with _a_place():
        try:
            told = sandbox.run(module, data, arguments=arguments, limits=limits)
        except sandbox.Stopped as error:
            if error.reason == sandbox.Reason.CRASH:
                log.warning("A reader broke off: %s", error.trace)
            raise _refused(str(error)) from error
        except OSError as error:
            log.warning("No reader could be started: %s", error)
            raise _refused(NO_READER) from error
    try:
        answer = json.loads(told)
    except (ValueError, RecursionError) as error:
        raise _refused(sandbox.BROKE_OFF) from error
    if not isinstance(answer, dict) or "unreadable" in answer:
        raise _refused(str(answer["unreadable"]) if isinstance(answer, dict) else sandbox.BROKE_OFF)
    return answer


@contextmanager
def _a_place() -> Iterator[None]:
    """One of the few places for readers: each may take a gigabyte, and a desk has more threads than that."""
    if not PLACES.acquire(timeout=settings.READER_SECONDS):
        raise _refused(ALL_BUSY)
    try:
        yield
    finally:
        PLACES.release()


def _refused(sentence: str) -> Incomplete:
    return Incomplete(sentence, {"text": sentence})
