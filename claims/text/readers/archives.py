"""Zip archives that a stranger packed: checked whole before a part is read. What the parts mean is not known here."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.readers.reading import Unreadable

MAX_ENTRIES = 2_000
MAX_UNPACKED = 100_000_000
MAX_PART = 25_000_000
MAX_RATIO = 200
# Below this size a part may be as dense as it likes.
SMALL = 1_000_000
PIECE = 65_536
XML_ENDINGS = (".xml", ".rels")
# Pictures of one colour pack better than any text; none is ever read here.
PICTURE_ENDINGS = (".bmp", ".emf", ".wmf", ".tif", ".tiff")
ZIP_START = b"PK\x03\x04"
ZIP_END = b"PK\x05\x06"
LOCAL_HEADER = struct.Struct("<4s22xHH")
LOCKED_FLAG = 0x1

CUT_OFF = "This file is damaged: the archive inside is cut off. Save or download it once more."
DAMAGED = "This file is damaged: the archive inside cannot be opened. Save or download it once more."
TOO_MANY = "This file holds {count} parts inside; an honest document has fewer than {limit}."
LOCKED = "This file is locked with a password. Save it without one, or paste the text."
OVERLAPPING = "This file holds the same bytes in more than one part; an honest document never does."
TOO_LARGE = "This file unpacks to more than {limit} MB; an honest document is smaller."
PART_TOO_LARGE = "This file unpacks to more than {limit} MB in one part; an honest document is smaller."
TOO_DENSE = "This file unpacks to more than {limit} times its size in one part; an honest document does not."
FALSE_SIZE = "This file says a false size for one of its parts; an honest document never does."
PACKED_ODDLY = "This file is packed in a way that documents are not. Save it once more, or paste the text."
TWICE = "This file holds one of its parts twice, so nobody can say which one is meant. Save it once more."

# What the library says of a directory it cannot follow.
BROKEN = (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError, struct.error)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: entries, bytes unpacked in all and in one XML part, and bytes out per byte in."""

    entries: int = MAX_ENTRIES
    unpacked: int = MAX_UNPACKED
    part: int = MAX_PART
    ratio: int = MAX_RATIO


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a packed part lies in the file, and what the directory says about it."""

    name: str
    start: int
    end: int
    method: int
    size: int
    check: int


class Archive:
    """A checked archive. Names that climb or are absolute are left out, and archives inside are never opened."""

    def __init__(self, data: bytes, entries: list[_Entry]) -> None:
        self._data = data
        self._entries = [entry for entry in entries if _is_inside(entry.name)]

    @property
    def names(self) -> list[str]:
        """The names of the parts, in the archive's order."""
        return [entry.name for entry in self._entries]

    def part(self, name: str) -> bytes | None:
        """The bytes of one part, or None without it; Unreadable when it is there twice."""
        found = [entry for entry in self._entries if entry.name == name]
        if len(found) > 1:
            raise Unreadable(TWICE)
        return b"".join(_pieces(self._data, found[0])) if found else None


def open_archive(data: bytes, *, limits: Limits | None = None) -> Archive:
    """The archive in ``data`` after every part was unpacked once in pieces of 64 KB and counted.

    Raises Unreadable for archives that are cut off, damaged, locked or made to do harm: too many entries, entries that
    share bytes (the flat bombs of D. Fifield, "A better zip bomb", WOOT 2019), false sizes, too much in all, too much
    or too dense in one part. The declared sizes are never trusted.
    """
    limits = limits or Limits()
    entries = _directory(data, limits)
    _refuse_overlaps(data, entries)
    left = limits.unpacked
    for entry in entries:
        left -= _measure(data, entry, left, limits)
    return Archive(data, entries)


def _directory(data: bytes, limits: Limits) -> list[_Entry]:
    if not data.startswith(ZIP_START):
        raise Unreadable(DAMAGED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
    except BROKEN:
        raise Unreadable(DAMAGED if ZIP_END in data[-PIECE:] else CUT_OFF) from None
    if len(listed) > limits.entries:
        raise Unreadable(TOO_MANY.format(count=len(listed), limit=limits.entries))
    if any(info.flag_bits & LOCKED_FLAG for info in listed):
        raise Unreadable(LOCKED)
    return [_entry(data, info) for info in listed if not info.is_dir()]


def _entry(data: bytes, info: zipfile.ZipInfo) -> _Entry:
    head = data[info.header_offset : info.header_offset + LOCAL_HEADER.size]
    if len(head) < LOCAL_HEADER.size or not head.startswith(ZIP_START):
        raise Unreadable(DAMAGED)
    _, name_length, extra_length = LOCAL_HEADER.unpack(head)
    start = info.header_offset + LOCAL_HEADER.size + name_length + extra_length
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable(PACKED_ODDLY)
    name = info.filename.replace("\\", "/")
    return _Entry(name, start, start + info.compress_size, info.compress_type, info.file_size, info.CRC)


def _refuse_overlaps(data: bytes, entries: list[_Entry]) -> None:
    end = 0
    for entry in sorted(entries, key=lambda each: (each.start, each.end)):
        if entry.start < end:
            raise Unreadable(OVERLAPPING)
        end = entry.end
    if end > len(data):
        raise Unreadable(CUT_OFF)


def _measure(data: bytes, entry: _Entry, left: int, limits: Limits) -> int:
    """The real size of a part; refused as soon as it passes a limit."""
    size = check = 0
    packed = max(1, entry.end - entry.start)
    dense = not entry.name.lower().endswith(PICTURE_ENDINGS)
    most = limits.part if entry.name.lower().endswith(XML_ENDINGS) else left
    for piece in _pieces(data, entry):
        size += len(piece)
        check = zlib.crc32(piece, check)
        if size > left:
            raise Unreadable(TOO_LARGE.format(limit=limits.unpacked // 1_000_000))
        if size > most:
            raise Unreadable(PART_TOO_LARGE.format(limit=limits.part // 1_000_000))
        if dense and size > SMALL and size > limits.ratio * packed:
            raise Unreadable(TOO_DENSE.format(limit=limits.ratio))
    if size != entry.size:
        raise Unreadable(FALSE_SIZE)
    if check != entry.check:
        raise Unreadable(DAMAGED)
    return size


def _pieces(data: bytes, entry: _Entry) -> Iterator[bytes]:
    """A part unpacked, at most 64 KB at a time."""
    if entry.method == zipfile.ZIP_STORED:
        yield from (data[at : min(at + PIECE, entry.end)] for at in range(entry.start, entry.end, PIECE))
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(entry.start, entry.end, PIECE):
            packed = data[at : min(at + PIECE, entry.end)]
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, PIECE)
                packed = unpacker.unconsumed_tail
        while piece := unpacker.decompress(b"", PIECE) if not unpacker.eof else b"":
            yield piece
    except zlib.error:
        raise Unreadable(DAMAGED) from None


def _is_inside(name: str) -> bool:
    return not name.startswith("/") and ":" not in name and ".." not in name.split("/")
