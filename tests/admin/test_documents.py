"""The document list with its counts, and a document's particulars; its text is never changed here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Document, Event, Scale, User
from claims.workflow import triage
from tests import factories
from tests.admin.conftest import errors_of, words_of

LIST = "/admin/claims/document/"
S = ClaimStatus


def page_of(document: Document) -> str:
    return f"{LIST}{document.pk}/change/"


def typed(document: Document, **more: Any) -> dict[str, Any]:
    given = {"title": document.title, "source": document.source, "kind": document.kind, "language": "en"}
    return {**given, "scale": document.scale_id, **more}


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_the_list_counts_claims_by_progress(claim_in: Callable[..., Claim], edith: User, editor: Client):
    document = factories.make_document(edith, title="Harbour", editor=edith)
    claims = list(document.claims.order_by("number"))
    triage.skip(claims[0], by=edith, reason="opinion")
    triage.queue(claims[1], by=edith)
    (row,) = editor.get(LIST).context["cl"].result_list
    assert dict(row.counts) == {"skipped": 1, "queued": 1, "proposed": 1}
    page = editor.get(LIST)
    assert "Harbour Article en No due date 3 3 1 0 1 1" in words_of(page)
    address = f"/admin/claims/claim/?document={document.pk}&amp;status=triage"
    assert page.content.decode().count(f'href="{address}"') == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "coast courier"}, ["Bridge", "Harbour"]),
        ({"q": "HARB"}, ["Harbour"]),
        ({"progress": "triage"}, ["Bridge"]),
        ({"progress": "settled"}, ["Harbour"]),
        ({"progress": "open"}, ["Bridge"]),
        ({"due": "none"}, ["Bridge", "Harbour"]),
        ({"due": "overdue"}, []),
        ({"kind__exact": "transcript"}, []),
    ],
)
def test_filters_and_search_narrow_the_list(
    query: dict[str, str], found: list[str], edith: User, editor: Client
):
    settled = factories.make_document(edith, title="Harbour")
    for claim in settled.claims.all():
        triage.skip(claim, by=edith, reason="out_of_scope")
    factories.make_document(edith, "The bridge opened in 1931.", title="Bridge")
    rows = editor.get(LIST, query).context["cl"].result_list
    assert sorted(document.title for document in rows) == found


def test_particulars_change_through_the_verb(document: Document, editor: Client, edith: User):
    answer = editor.post(
        page_of(document), typed(document, title="New title", due_at="2031-03-13T12:00", editor=edith.pk)
    )
    assert answer.status_code == 302
    document.refresh_from_db()
    assert (document.title, document.editor) == ("New title", edith)
    event = Event.objects.get(action="edit document")
    assert sorted(event.body.words["changed"]) == ["due_at", "editor", "title"]
    assert Document.objects.search("new title").count() == 1


def test_a_verbs_refusal_stands_at_its_field_and_nothing_typed_is_lost(
    document: Document, edith: User, editor: Client
):
    triage.queue(document.claims.first(), by=edith)
    other = Scale.objects.exclude(pk=document.scale_id).get()
    page = editor.post(page_of(document), typed(document, scale=other.pk, title="Typed"))
    assert (page.status_code, errors_of(page)) == (
        200,
        ["The scale stays: claims of this document are already past triage."],
    )
    assert page.context["adminform"].form["title"].value() == "Typed"
    assert Document.objects.get().title == document.title


def test_the_text_is_shown_and_not_offered_for_change(document: Document, editor: Client):
    page = editor.get(page_of(document))
    assert "The harbour of Vessby handled 4.1 million tonnes" in words_of(page)
    assert "text" not in page.context["adminform"].form.fields
    editor.post(page_of(document), typed(document, text="Other words."))
    assert document.current_revision.text == factories.ARTICLE


def test_someone_who_left_stays_the_responsible_editor(document: Document, elias: User, editor: Client):
    Document.objects.filter(pk=document.pk).update(editor=elias)
    User.objects.filter(pk=elias.pk).update(is_active=False)
    assert editor.post(page_of(document), typed(document, editor=elias.pk)).status_code == 302
    assert Document.objects.get().editor == elias


def test_only_editors_can_be_responsible(document: Document, carl: User, editor: Client):
    page = editor.post(page_of(document), typed(document, editor=carl.pk))
    assert errors_of(page) == ["Select a valid choice. That choice is not one of the available choices."]


def test_a_long_text_makes_the_list_no_longer(edith: User, editor: Client):
    read = []
    for length in (1, 3000):
        factories.make_document(edith, "The quay cost 5 million crowns. " * length, title="Quay")
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        read.append(len([query for query in queries if "revisiontext" in query["sql"]]))
    assert read == [0, 0]
