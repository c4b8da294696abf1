"""Word files to their final text, with what was done to them in words."""

import datetime
import io

import docx
import pytest

from claims.text.readers.docx import LOCKED, ole_refusal, read_docx
from claims.text.readers.docx.package import NOT_WORD
from claims.text.readers.reading import Unreadable
from claims.text.readers.xml import ENTITIES
from tests.text.readers.packed import NAMES, paragraph, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{paragraph("First note.")}</w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Second note.")}{paragraph("Its end.")}</w:footnote>'
)
REFER = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:{}Reference w:id="{}"/></w:r></w:p>'


def test_what_a_file_says_about_itself() -> None:
    made = docx.Document()
    made.add_paragraph("The quay cost 62 million.")
    made.core_properties.title, made.core_properties.author = "The  quay", "Liv Berg"
    made.core_properties.created = datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC)
    made.core_properties.language = "nb-NO"
    packed = io.BytesIO()
    made.save(packed)
    reading = read_docx(packed.getvalue())
    assert (reading.title, reading.author, reading.language) == ("The quay", "Liv Berg", "nb")
    assert (reading.date, reading.format, reading.warnings) == (datetime.date(2026, 3, 1), "docx", ())
    assert reading.text == "The quay cost 62 million."


def test_tracked_changes_are_accepted_and_counted() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">It cost </w:t></w:r>'
        '<w:del w:id="1"><w:r><w:delText>40</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>62</w:t></w:r></w:ins><w:r><w:t> million.</w:t></w:r></w:p>'
    )
    reading = read_docx(word(body))
    assert (reading.text, reading.warnings) == ("It cost 62 million.", ("2 tracked changes were accepted.",))


def test_comments_are_left_out_and_counted() -> None:
    body = '<w:p><w:r><w:t>Words.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    reading = read_docx(word(body))
    assert (reading.text, reading.warnings) == ("Words.", ("1 comment was left out.",))


def test_footnotes_stand_at_the_end_in_the_order_of_the_text() -> None:
    body = (
        REFER.format("One", "footnote", 2)
        + REFER.format("Two", "footnote", 1)
        + REFER.format("Three", "footnote", 2)
    )
    reading = read_docx(word(body, footnotes=NOTES))
    assert reading.text.split("\n\n") == [
        "One[1]", "Two[2]", "Three[1]", "[1] Second note.\nIts end.", "[2] First note.",
    ]  # fmt: skip
    assert reading.warnings == ("2 footnotes were moved to the end.",)


def test_footnotes_and_endnotes_are_counted_in_one_row() -> None:
    ends = f'<w:endnote w:id="1">{paragraph("At the end.")}</w:endnote>'
    body = (
        REFER.format("One", "footnote", 1)
        + REFER.format("Two", "endnote", 1)
        + REFER.format("No", "footnote", 9)
    )
    reading = read_docx(word(body, footnotes=NOTES, endnotes=ends))
    assert reading.text == "One[1]\n\nTwo[2]\n\nNo\n\n[1] First note.\n\n[2] At the end."
    assert reading.warnings == ("2 notes were moved to the end.",)


def test_what_is_hidden_struck_or_inserted_is_told() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Chapter one 3')}</w:sdtContent></w:sdt>"
    )
    body = contents + paragraph("Seen. ") + paragraph("Unseen.", run="<w:vanish/>")
    body += paragraph("Struck.", run="<w:strike/>") + "<w:altChunk/>" + "<w:p><w:r><c:chart/></w:r></w:p>"
    reading = read_docx(word(body))
    assert reading.text == "Seen.\n\nStruck."
    assert reading.warnings == (
        "The table of contents was left out.",
        "1 chart was left out.",
        "1 inserted file was left out.",
        "Hidden words were left out.",
        "Struck-through words were kept.",
    )


@pytest.mark.parametrize(
    ("stream", "sentence"),
    [
        ("EncryptedPackage", LOCKED),
        ("WordDocument", "This is an old Word file. Save it as .docx, or paste the text."),
        ("Workbook", "This is an old Excel file. Save it as .xlsx, or paste the text."),
        ("Other", "This is a file of an old Office program. Save it in a newer format, or paste the text."),
    ],
)
def test_files_of_the_old_kind_are_refused_by_what_they_are(stream: str, sentence: str) -> None:
    data = OLE + stream.encode("utf-16-le")
    assert ole_refusal(data) == sentence
    with pytest.raises(Unreadable) as refusal:
        read_docx(data)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"xl/workbook.xml": "<a/>"}, NOT_WORD),
        ({"word/document.xml": f"<w:document {NAMES}/>"}, NOT_WORD),
        ({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, ENTITIES),
        ({"word/document.xml": "<a/>", "_rels/.rels": "<!DOCTYPE a><a/>"}, ENTITIES),
    ],
)
def test_what_is_no_word_file_is_refused(parts: dict[str, bytes | str], sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_docx(zipped(parts))
    assert str(refusal.value) == sentence


def test_deep_tables_and_boxes_do_no_harm() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 75 + paragraph("Deep.") + "</w:tc></w:tr></w:tbl>" * 75
    assert read_docx(word(deep)).text == "Deep."
