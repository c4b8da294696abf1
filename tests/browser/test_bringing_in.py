"""An editor drops a Word file and a PDF into admin, corrects what the preview shows, and finds the claims."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from docx import Document as WordFile
from playwright.sync_api import Page, expect
from reportlab.platypus import Paragraph, SimpleDocTemplate

from claims.models import Document, SavedFile
from tests.browser.test_the_whole_loop import Desk, desk

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINES = (
    "The ferry company of Vessby carried 1.2 million passengers in 2025.",
    "The harbour master, Jonas Brae, said that every third ferry was late.",
)


def word() -> bytes:
    """Two paragraphs and a table, with a title in its properties that is not the right one."""
    made, written = WordFile(), io.BytesIO()
    made.core_properties.title = "Draft 7"
    for line in LINES:
        made.add_paragraph(line)
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Route", "Passengers", "Vessby to Hallin", "412,000"), strict=True):
        cell.text = words
    made.save(written)
    return written.getvalue()


def pdf() -> bytes:
    """The same two sentences as one paragraph in a narrow column, so that both are broken at line ends."""
    written = io.BytesIO()
    paper = SimpleDocTemplate(written, leftMargin=200, rightMargin=200, title="Draft 7")
    paper.build([Paragraph(" ".join(LINES))])
    return written.getvalue()


def drop(page: Page, path: Path) -> None:
    """Choose the file on the page Add, and look at the preview."""
    page.get_by_role("link", name="Admin").first.click()
    page.locator("#content").get_by_role("link", name="Documents").click()
    page.locator(".object-tools").get_by_role("link", name="Add document").click()
    page.get_by_label("Or choose a file").set_input_files(path)
    page.get_by_role("button", name="Preview", exact=True).click()


@pytest.mark.parametrize(("name", "build"), [("ferry.docx", word), ("ferry.pdf", pdf)])
def test_a_file_is_dropped_corrected_and_broken_into_claims(
    desk: Desk, tmp_path: Path, name: str, build: Callable[[], bytes]
) -> None:
    data, path = build(), tmp_path / name
    path.write_bytes(data)
    page = desk.log_in("edith")
    drop(page, path)
    shown = page.get_by_role("region", name="The text as it would come in")
    expect(shown).to_contain_text(LINES[0])
    expect(shown).to_contain_text(LINES[1])
    if name.endswith("docx"):
        expect(shown).to_contain_text("Vessby to Hallin | 412,000")
    expect(page.locator(".preview")).to_contain_text(f"Read from {name}")
    expect(page.get_by_label("Title")).to_have_value("Draft 7")
    assert Document.objects.count() == 0
    page.get_by_label("Title").fill("Ferries of Vessby")
    page.get_by_role("button", name="Bring it in", exact=True).click()
    expect(page.get_by_role("heading", name="Ferries of Vessby")).to_be_visible()
    for line in LINES:
        expect(page.get_by_role("main")).to_contain_text(line)
    document = Document.objects.get()
    quotes = [claim.quote for claim in document.claims.order_by("number")]
    assert LINES[0] in quotes
    assert len(quotes) == document.last_claim_number >= 2
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the original file").click()
    assert Path(saved.value.path()).read_bytes() == data
    assert saved.value.suggested_filename == f"ferries-of-vessby{path.suffix}"
    with default_storage.open(SavedFile.objects.get().path) as kept:
        assert kept.read() == data
