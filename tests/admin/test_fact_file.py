"""The sheet that a document came from: kept for editors, and only for those from whom no review is hidden."""

from collections.abc import Callable

from django.test import Client

from claims.admin.fact_file import kept_sheet
from claims.models import Document, User
from claims.workflow import assigning
from claims.workflow.fact_sheets import read_sheet
from claims.workflow.facts import bring_in_facts
from claims.workflow.intake import Particulars

SHEET = b"Sentence,Fact,Status,Source\nThe quay cost 62 million crowns.,,False,A book\n,Vessby has a quay,,\n"


def page_of(document: Document, last: str) -> str:
    return f"/admin/claims/document/{document.pk}/{last}/"


def brought_in(cast: dict[str, User]) -> Document:
    """Two claims that carl holds, one with his draft."""
    sheet = read_sheet(SHEET, name="facts.csv")
    about = Particulars(title="The quay")
    return bring_in_facts(sheet, by=cast["edith"], about=about, reviewer=cast["carl"])


def test_an_editor_saves_the_sheet(as_: Callable[[str], Client], cast: dict[str, User]):
    document, editor = brought_in(cast), as_("edith")
    kept = editor.get(page_of(document, "fact-sheet"))
    assert (b"".join(kept.streaming_content), kept["Content-Type"]) == (SHEET, "text/csv")
    assert kept["Content-Disposition"] == 'attachment; filename="the-quay.csv"'
    assert page_of(document, "fact-sheet") in editor.get(page_of(document, "change")).content.decode()


def test_blind_an_editor_who_reviews_a_claim_of_it_does_not(
    as_: Callable[[str], Client], cast: dict[str, User]
):
    document, blind = brought_in(cast), as_("rolf")
    claim = document.claims.order_by("number")[0]
    assert kept_sheet(document, cast["rolf"]) is not None
    assigning.assign(claim, to=cast["rolf"], by=cast["edith"])
    assert (kept_sheet(document, cast["rolf"]), kept_sheet(document, cast["edith"]) is None) == (None, False)
    assert blind.get(page_of(document, "fact-sheet")).status_code == 404
    assert "fact-sheet" not in blind.get(page_of(document, "change")).content.decode()


def test_a_document_of_another_origin_has_none(as_: Callable[[str], Client], document: Document):
    editor = as_("edith")
    assert editor.get(page_of(document, "fact-sheet")).status_code == 404
    assert "fact-sheet" not in editor.get(page_of(document, "change")).content.decode()


def test_an_administrator_saves_none(as_: Callable[[str], Client], cast: dict[str, User]):
    assert as_("ada").get(page_of(brought_in(cast), "fact-sheet")).status_code == 403
