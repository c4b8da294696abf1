"""Text that a library wrote to DOCX, ODT, EML or HTML and that is read back equals the text.

Control characters and lone surrogates cannot stand in XML: the libraries refuse to write them, and a file that holds
them all the same is damaged. Tabs and line ends inside a paragraph have signs of their own, tested where they are read.
"""

import io
import re
from email.message import EmailMessage

import docx
import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from claims.text.characters import tidy
from claims.text.readers import xml
from claims.text.readers.docx import read_docx
from claims.text.readers.eml import read_eml
from claims.text.readers.html import read_html
from claims.text.readers.odt import read_odt
from claims.text.readers.reading import Unreadable

# A block is a paragraph, the items of a list, or the rows of a table.
Block = str | list[str] | list[list[str]]

LINE_ENDS = "\x85\u2028\u2029"
LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters=LINE_ENDS + "\ufffe\uffff"
)
SAMPLES = [
    "62 million",
    "1. x",
    "- y",
    "a  b",
    "שלום עולם",
    "مرحبا",
    "👩‍🚒🇳🇴",
    "e\u0301a\u0323",
    "ﬁn\u00ad\u00a0d",
    "桥",
    "A | b",
    "x",
    "x",
]
SPOKEN = st.one_of(st.text(LETTERS, max_size=40), st.sampled_from(SAMPLES))
CELLS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(SPOKEN, min_size=width, max_size=width), min_size=1, max_size=4)
)
BLOCKS = st.lists(st.one_of(SPOKEN, st.lists(SPOKEN, min_size=1, max_size=4), CELLS), max_size=6)


def whole(words: str) -> str:
    return tidy(words).strip()


def in_a_row(cells: list[str]) -> str:
    """The cells but for empty ones at the end."""
    words = list(map(whole, cells))
    while words and not words[-1]:
        words.pop()
    return " | ".join(words).removeprefix(" ")


def expected(blocks: list[Block], *, touching: bool = False) -> str:
    """The text as it must come back: tidy, without what is blank. In Word, lists that touch are one."""
    written: list[str] = []
    listed = False
    for block in blocks:
        if isinstance(block, str):
            text, lists = whole(block), False
        elif isinstance(block[0], list):
            text, lists = "\n".join(filter(None, map(in_a_row, block))), False
        else:
            text, lists = "\n".join(f"- {whole(item)}" for item in block if whole(item)), True
        if text and lists and listed and touching:
            written[-1] += "\n" + text
        elif text:
            written.append(text)
        listed = bool(text) and lists or listed and lists
    return tidy("\n\n".join(written))


def as_docx(blocks: list[Block]) -> bytes:
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
        elif isinstance(block[0], list):
            table = made.add_table(rows=len(block), cols=len(block[0]))
            for cells, row in zip(table.rows, block, strict=True):
                for cell, words in zip(cells.cells, row, strict=True):
                    cell.text = words
        else:
            for item in block:
                made.add_paragraph(item, style="List Bullet")
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def as_odt(blocks: list[Block]) -> bytes:
    made = odfdo.Document("text")
    made.body.clear()
    for block in blocks:
        if isinstance(block, str):
            made.body.append(odfdo.Paragraph(block))
        elif isinstance(block[0], list):
            table = odfdo.Table("T", width=len(block[0]), height=len(block))
            for down, row in enumerate(block):
                for across, words in enumerate(row):
                    cell = odfdo.Cell()
                    cell.append(odfdo.Paragraph(words))
                    table.set_cell((across, down), cell)
            made.body.append(table)
        else:
            listed = odfdo.List()
            for item in block:
                listed.append(odfdo.ListItem(odfdo.Paragraph(item)))
            made.body.append(listed)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def as_html(blocks: list[Block]) -> bytes:
    body = etree.Element("body")
    for block in blocks:
        if isinstance(block, str):
            etree.SubElement(body, "p").text = block
        elif isinstance(block[0], list):
            table = etree.SubElement(body, "table")
            for row in block:
                line = etree.SubElement(table, "tr")
                for words in row:
                    etree.SubElement(line, "td").text = words
        else:
            listed = etree.SubElement(body, "ul")
            for item in block:
                etree.SubElement(listed, "li").text = item
    return b"<!doctype html><html>" + etree.tostring(body, method="html", encoding="ascii") + b"</html>"


@settings(deadline=None, max_examples=60)
@given(BLOCKS)
def test_word_files_come_back(blocks: list[Block]) -> None:
    assert read_docx(as_docx(blocks)).text == expected(blocks, touching=True)


@settings(deadline=None, max_examples=60)
@given(BLOCKS)
def test_open_texts_come_back(blocks: list[Block]) -> None:
    assert read_odt(as_odt(blocks)).text == expected(blocks)


@settings(deadline=None)
@given(st.lists(SPOKEN, min_size=1, max_size=6))
def test_mails_come_back(paragraphs: list[str]) -> None:
    message = EmailMessage()
    message["Subject"] = "Quay"
    message.set_content("\n\n".join(["Beginning.", *paragraphs]))
    kept = [whole(each) for each in ["Beginning.", *paragraphs]]
    assert read_eml(message.as_bytes()).text == tidy("\n\n".join(filter(None, kept)))


@settings(deadline=None)
@given(BLOCKS)
def test_simple_pages_come_back(blocks: list[Block]) -> None:
    """HTML folds blanks in a row into one."""
    folded = [_folded(block) for block in ["Beginning.", *blocks]]
    assert read_html(as_html(folded)).text == expected(folded)


def _folded(block: Block) -> Block:
    if isinstance(block, str):
        return re.sub(" +", " ", block).strip(" ")
    return [_folded(each) for each in block]


@pytest.mark.parametrize("letter", ["\x01", "\x0b", "\ud800", "\ufffe"])
def test_letters_that_xml_cannot_hold_are_refused_by_the_library_and_by_the_reader(letter: str) -> None:
    with pytest.raises((ValueError, UnicodeEncodeError)):
        etree.Element("a").text = letter
    with pytest.raises(Unreadable) as refusal:
        xml.parse(f"<a>&#{ord(letter)};</a>".encode())
    assert str(refusal.value) == xml.DAMAGED
