"""Archives that do harm are refused before a part is read."""

import random
import struct
import zipfile
import zlib

import pytest

from claims.text.readers import archives
from claims.text.readers.archives import Limits, open_archive
from claims.text.readers.reading import Unreadable
from tests.text.readers.packed import zipped

NOISE = bytes(range(256)) * 40
# No packer makes these smaller.
DENSE = random.Random(7).randbytes(300_000)
HONEST = {"a.xml": b"<a/>" * 10, "folder/b.bin": NOISE}


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as refusal:
        open_archive(data, limits=limits)
    return str(refusal.value)


def test_parts_come_back_as_they_were_packed() -> None:
    archive = open_archive(zipped(HONEST))
    assert {name: archive.part(name) for name in archive.names} == HONEST
    assert archive.part("c.xml") is None


def test_parts_that_are_not_packed_smaller_are_read_too(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.bin", NOISE * 20)
    assert open_archive((tmp_path / "a.zip").read_bytes()).part("a.bin") == NOISE * 20


@pytest.mark.parametrize(
    ("parts", "limits", "sentence"),
    [
        ({f"{at}.xml": b"" for at in range(2001)}, None, archives.TOO_MANY.format(count=2001, limit=2000)),
        ({"a.xml": DENSE * 90}, None, archives.PART_TOO_LARGE.format(limit=25)),
        ({"a.bin": b"\0" * 59_000_000}, None, archives.TOO_DENSE.format(limit=200)),
        (
            {f"{at}.bin": DENSE for at in range(4)},
            Limits(unpacked=1_000_000),
            archives.TOO_LARGE.format(limit=1),
        ),
        ({"a.xml": b"\0" * 1_100_000}, None, archives.TOO_DENSE.format(limit=200)),
        ({"a.xml": NOISE}, Limits(part=1_000), archives.PART_TOO_LARGE.format(limit=0)),
    ],
)
def test_bombs_are_refused(parts: dict[str, bytes | str], limits: Limits | None, sentence: str) -> None:
    assert refused(zipped(parts), limits) == sentence


def test_a_picture_of_one_colour_is_no_bomb() -> None:
    assert open_archive(zipped({"a.bmp": b"\xff" * 3_000_000})).names == ["a.bmp"]


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = zipped({"bomb.xml": b"\0" * 30_000_000})
    assert open_archive(zipped({"inner.zip": inner})).part("inner.zip") == inner


@pytest.mark.parametrize("declared", [0, 5, 10_239, 10_241, 2**32 - 2])
def test_a_size_that_lies_is_refused(declared: int) -> None:
    data = zipped({"a.xml": NOISE})
    at = data.index(b"PK\x01\x02") + 24
    assert refused(data[:at] + struct.pack("<I", declared) + data[at + 4 :]) == archives.FALSE_SIZE


def test_a_checksum_that_is_wrong_is_damage() -> None:
    data = zipped({"a.xml": NOISE})
    at = data.index(b"PK\x01\x02") + 16
    assert refused(data[:at] + struct.pack("<I", 7) + data[at + 4 :]) == archives.DAMAGED


def test_entries_that_share_bytes_are_refused() -> None:
    """The flat bomb: one packed kernel, many entries in the directory that point at it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = packer.compress(NOISE) + packer.flush()
    facts = (20, 0, 8, 0, 0, zlib.crc32(NOISE), len(kernel), len(NOISE), 5)
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", *facts, 0) + b"a.xml"
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, *facts, 0, 0, 0, 0, 0, 0) + b"a.xml"
    size = len(entry) * 3
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 3, 3, size, len(local) + len(kernel), 0)
    assert refused(local + kernel + entry * 3 + end) == archives.OVERLAPPING


def test_a_locked_entry_is_refused() -> None:
    data = bytearray(zipped({"a.xml": NOISE}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == archives.LOCKED


@pytest.mark.parametrize("cut", [30, 100, 500_000])
def test_a_truncated_archive_is_named_so(cut: int) -> None:
    assert refused(zipped({"a.bin": DENSE, "b.bin": DENSE})[:cut]) == archives.CUT_OFF


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7" + zipped(HONEST), b"plain words"])
def test_what_does_not_begin_as_an_archive_is_none(data: bytes) -> None:
    assert refused(data) == archives.DAMAGED


def test_names_that_climb_or_are_absolute_are_left_out() -> None:
    names = ["../a.xml", "a/../../b.xml", "/c.xml", "C:/d.xml", "..\\e.xml", "word\\f.xml"]
    assert open_archive(zipped(dict.fromkeys(names, b"x"))).names == ["word/f.xml"]


def test_a_part_that_is_there_twice_is_refused_when_it_is_asked_for() -> None:
    data = zipped({"a.xml": b"one", "b.xml": b"two"}).replace(b"b.xml", b"a.xml")
    archive = open_archive(data)
    with pytest.raises(Unreadable) as refusal:
        archive.part("a.xml")
    assert str(refusal.value) == archives.TWICE


def test_another_way_of_packing_is_refused(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", NOISE)
    assert refused((tmp_path / "a.zip").read_bytes()) == archives.PACKED_ODDLY
