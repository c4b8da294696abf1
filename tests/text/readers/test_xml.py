"""XML from strangers."""

import pytest

from claims.text.readers import xml
from claims.text.readers.reading import Unreadable

LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>"
FILE = "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (LAUGHS.encode(), xml.ENTITIES),
        (LAUGHS.encode("utf-16"), xml.ENTITIES),
        (FILE.encode(), xml.ENTITIES),
        (b"<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>", xml.ENTITIES),
        (b"<?xml version='1.0' encoding='IBM037'?>" + LAUGHS.encode(), xml.ENTITIES),
        (b"<a>" * 5_000 + b"</a>" * 5_000, xml.TOO_DEEP),
        (b"<a>&nbsp;</a>", xml.DAMAGED),
        (b"<a>&#1;</a>", xml.DAMAGED),
        (b"<a><b></a>", xml.DAMAGED),
        (b"<a", xml.DAMAGED),
        (b"", xml.DAMAGED),
        (b"words", xml.DAMAGED),
    ],
)
def test_what_is_hostile_or_damaged_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        xml.parse(data)
    assert str(refusal.value) == sentence


def test_comments_and_instructions_are_left_out() -> None:
    root = xml.parse("\ufeff<?xml version='1.0'?><a>Größe<!-- no --><?no no?></a>".encode())
    assert (root.tag, root.text, len(root)) == ("a", "Größe", 0)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7),
        (" 12 ", 12),
        (None, 3),
        ("", 3),
        ("-4", 3),
        ("x", 3),
        ("²", 3),
        ("99999", 32_767),
        ("9" * 5_000, 3),
    ],
)
def test_whole_numbers_of_attributes(written: str | None, number: int) -> None:
    assert xml.whole(written, 3) == number
