"""The file behind a revision: who sees the document saves it, as it came in, and never as a page of ours."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from claims.models import Document, SavedFile, User
from claims.workflow import assigning
from claims.workflow.reading import Origin
from tests import factories

DATA = b"<html><script>alert(1)</script><p>The quay cost 62 million crowns.</p></html>"


@pytest.fixture
def document(edith: User) -> Document:
    return factories.make_document(
        edith, title="The quay: a review/2026", origin=Origin(DATA, "x.html", "text/html", "html")
    )


def address(document: Document, revision: int = 1) -> str:
    return f"/documents/{document.pk}/revisions/{revision}/file/"


def test_an_editor_saves_the_file_as_it_came_in(document: Document, client: Client, edith: User):
    client.force_login(edith)
    answer = client.get(address(document))
    assert answer.getvalue() == DATA
    assert answer["Content-Disposition"] == 'attachment; filename="the-quay-a-review2026.html"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("text/html", "nosniff")
    assert "no-store" in answer["Cache-Control"]


def test_the_page_of_the_document_leads_to_it(document: Document, client: Client, edith: User):
    client.force_login(edith)
    assert f'href="{address(document)}"' in client.get(f"/documents/{document.pk}/").content.decode()
    pasted = factories.make_document(edith)
    assert "/file/" not in client.get(f"/documents/{pasted.pk}/").content.decode()
    assert client.get(address(pasted)).status_code == 404


def test_a_reviewer_saves_it_while_they_see_the_document(
    document: Document, client: Client, cast: dict[str, User]
):
    client.force_login(cast["carl"])
    assert client.get(address(document)).status_code == 404
    assignment = assigning.assign(document.claims.first(), to=cast["carl"], by=cast["edith"])
    assert client.get(address(document)).getvalue() == DATA
    assigning.decline(assignment, by=cast["carl"], reason="No time.")
    assert client.get(address(document)).status_code == 404


def test_another_revision_or_a_lost_file_is_not_there(document: Document, client: Client, edith: User):
    client.force_login(edith)
    assert client.get(address(document, 2)).status_code == 404
    default_storage.delete(SavedFile.objects.get().path)
    assert client.get(address(document)).status_code == 404
