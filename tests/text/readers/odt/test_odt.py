"""OpenDocument texts: what they say about themselves, what is told, what is refused."""

import datetime

import pytest

from claims.text.readers.odt import LOCKED, NOT_TEXT, read_odt
from claims.text.readers.reading import Unreadable
from claims.text.readers.xml import ENTITIES
from tests.text.readers.packed import flat, open_text, zipped

META = (
    "<dc:title>The  quay</dc:title><meta:initial-creator>Liv Berg</meta:initial-creator><dc:creator>Bo</dc:creator>"
    "<meta:creation-date>2026-03-01T08:00:00</meta:creation-date><dc:language>nb-NO</dc:language>"
)
CHANGES = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
    "<text:changed-region><text:insertion/></text:changed-region>"
    "<text:changed-region><text:format-change/></text:changed-region></text:tracked-changes>"
)
NOTE = (
    '<text:note text:note-class="{}"><text:note-citation>9</text:note-citation><text:note-body><text:p>{}</text:p>'
    "</text:note-body></text:note>"
)


def test_what_a_file_says_about_itself() -> None:
    reading = read_odt(open_text("<text:p>Words.</text:p>", meta=META))
    assert (reading.title, reading.author, reading.language) == ("The quay", "Liv Berg", "nb")
    assert (reading.date, reading.format, reading.text) == (datetime.date(2026, 3, 1), "odt", "Words.")


def test_a_flat_file_is_read_too() -> None:
    assert read_odt(flat("<text:p>Words.</text:p>").encode()).text == "Words."


def test_tracked_changes_are_accepted_and_counted() -> None:
    body = (
        CHANGES + "<text:p>It cost <text:change/><text:change-start/>62<text:change-end/> million.</text:p>"
    )
    reading = read_odt(open_text(body))
    assert (reading.text, reading.warnings) == ("It cost 62 million.", ("2 tracked changes were accepted.",))


def test_notes_stand_at_the_end_and_comments_are_left_out() -> None:
    body = (
        f"<text:p>One{NOTE.format('footnote', 'First.')}<office:annotation><dc:creator>Bo</dc:creator>"
        f"<text:p>No.</text:p></office:annotation>, two{NOTE.format('footnote', 'Second.')}</text:p>"
    )
    reading = read_odt(open_text(body))
    assert reading.text == "One[1], two[2]\n\n[1] First.\n\n[2] Second."
    assert reading.warnings == ("1 comment was left out.", "2 footnotes were moved to the end.")


def test_footnotes_and_endnotes_are_notes() -> None:
    body = f"<text:p>a{NOTE.format('footnote', 'b')}{NOTE.format('endnote', 'c')}</text:p>"
    assert read_odt(open_text(body)).warnings == ("2 notes were moved to the end.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (zipped({"content.xml": "noise", "META-INF/manifest.xml": "<manifest:encryption-data/>"}), LOCKED),
        (zipped({"mimetype": "application/epub+zip"}), NOT_TEXT),
        (zipped({"content.xml": "<a/>"}), NOT_TEXT),
        (zipped({"content.xml": "<!DOCTYPE a><a/>"}), ENTITIES),
        (flat("").replace("office:text>", "office:spreadsheet>").encode(), NOT_TEXT),
    ],
)
def test_what_is_no_open_text_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_odt(data)
    assert str(refusal.value) == sentence
