"""Make a screenshot small: the same PNG (8-bit RGB or RGBA) with 256 colours. Only the standard library."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BYTES_A_PIXEL = {2: 3, 6: 4}  # PNG's colour types
EXACT = 48  # colours that are kept whatever they are near to
FAR = 160  # squared distance, 0 to 3 * 255 ** 2


def with_palette(png: bytes) -> bytes:
    """The picture in 256 of its colours, every other one as the nearest of them."""
    parts = list(_chunks(png))
    width, height, _, kind = struct.unpack(">IIBB", parts[0][1][:10])
    size = BYTES_A_PIXEL[kind]
    packed = zlib.decompress(b"".join(data for name, data in parts if name == b"IDAT"))
    rows = [
        [bytes(row[at : at + 3]) for at in range(0, len(row), size)]
        for row in _rows(packed, width * size, size)
    ]
    counted = Counter(colour for row in rows for colour in row)
    palette = _palette([colour for colour, _ in counted.most_common()])
    index = {colour: _nearest(colour, palette) for colour in counted}
    lines = b"".join(b"\0" + bytes(index[colour] for colour in row) for row in rows)
    return SIGNATURE + b"".join(
        _chunk(name, data)
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(palette)),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(packed: bytes, length: int, size: int) -> Iterator[bytearray]:
    """The rows with their filters undone (PNG specification, section 9)."""
    above = bytearray(length)
    for start in range(0, len(packed), length + 1):
        row = bytearray(packed[start + 1 : start + 1 + length])
        _undo(packed[start], row, above, size)
        yield row
        above = row


def _undo(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    for at in range(len(row) if kind else 0):
        left, corner = (row[at - size], above[at - size]) if at >= size else (0, 0)
        up = above[at]
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner) if kind == 4 else 0)[kind]
        row[at] = (row[at] + guess) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    goal = left + up - corner
    return min((left, up, corner), key=lambda value: abs(goal - value))


def _palette(by_frequency: list[bytes]) -> list[bytes]:
    """The most frequent colours, and then those that are far from all before: a rare red stays red."""
    palette = by_frequency[:EXACT]
    for colour in by_frequency[EXACT:]:
        if len(palette) < 256 and min(_distance(colour, known) for known in palette) > FAR:
            palette.append(colour)
    return palette


def _nearest(colour: bytes, palette: list[bytes]) -> int:
    return min(range(len(palette)), key=lambda at: _distance(colour, palette[at]))


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
