"""The parts of a Word file, wherever they lie and in whichever form of the standard."""

import pytest

from claims.text.readers.archives import open_archive
from claims.text.readers.docx import read_docx
from claims.text.readers.docx.package import NOT_WORD, Package, W
from claims.text.readers.reading import Unreadable
from tests.text.readers.packed import PACKAGE, paragraph, word, zipped

STRICT = "http://purl.oclc.org/ooxml"
RELATIONS = '<Relationships xmlns="{}"><Relationship Type="{}" Target="{}"{}/></Relationships>'


def test_the_strict_form_is_read_like_the_usual_one() -> None:
    document = (
        f'<w:document xmlns:w="{STRICT}/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict.</w:t>'
        '<w:br w:type="page"/><w:t>Words.</w:t></w:r></w:p></w:body></w:document>'
    )
    role = f"{STRICT}/officeDocument/relationships/officeDocument"
    parts = {
        "_rels/.rels": RELATIONS.format(PACKAGE, role, "/word/document2.xml", ""),
        "word/document2.xml": document,
    }
    assert read_docx(zipped(parts)).text == "Strict.\n\nWords."


def test_a_part_is_found_by_its_role() -> None:
    package = Package(open_archive(word(paragraph("Words."), styles="")))
    found = package.part("styles")
    assert found is not None
    assert found.tag == f"{W}styles"
    assert (package.part("numbering"), package.properties()) == (None, None)


@pytest.mark.parametrize(
    ("target", "mode"), [("http://127.0.0.1/a.xml", ' TargetMode="External"'), ("../../a.xml", "")]
)
def test_a_link_that_leads_out_of_the_file_is_not_followed(target: str, mode: str) -> None:
    parts = {"_rels/.rels": RELATIONS.format(PACKAGE, "x/officeDocument", target, mode), "b.xml": "<a/>"}
    with pytest.raises(Unreadable) as refusal:
        Package(open_archive(zipped(parts))).body()
    assert str(refusal.value) == NOT_WORD
