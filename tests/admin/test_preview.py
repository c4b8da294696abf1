"""The preview of a text that was read: nothing is stored before, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from claims.models import Document, SavedFile
from claims.workflow import keeping
from tests.admin.conftest import errors_of, words_of
from tests.admin.test_adding import ADD, TEXT, a_file, rows, typed


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_a_preview_shows_what_would_come_in_and_stores_nothing(editor: Client):
    before = rows()
    data = "---\nauthor: Ida Berg\n---\n# Quay\n\nIt cost 62 million crowns. It opened in 2026.\n".encode(
        "utf-16"
    )
    page = editor.post(ADD, typed(title="", preview="Preview", upload=a_file(data, "quay.md")), follow=True)
    assert page.redirect_chain[0][0].startswith(f"{ADD}?waiting=")
    shown, form = page.context["preview"], page.context["adminform"].form
    assert (page.status_code, errors_of(page), rows()) == (200, [], before)
    assert (shown["text"], shown["sentences"], shown["claims"]) == (
        "Quay\n\nIt cost 62 million crowns. It opened in 2026.",
        "3 sentences",
        "3 claims",
    )
    assert (form["title"].value(), form["author"].value(), form["source"].value()) == (
        "Quay",
        "Ida Berg",
        "Coast Courier",
    )
    assert "3 claims to propose. Read from quay.md" in words_of(page)
    token = form["waiting"].value()
    assert editor.post(ADD, typed(title="The new quay", author="", waiting=token)).status_code == 302
    document = Document.objects.get()
    assert (document.title, document.author) == ("The new quay", "Ida Berg")
    kept = SavedFile.objects.get(sha256=document.current_revision.origin_sha256)
    assert kept.size == len(data)
    assert default_storage.listdir("waiting") == ([], [])


def preview(client: Client, **more: Any) -> Any:
    """The page to which the button Preview leads."""
    return client.post(ADD, typed(preview="Preview", **more), follow=True)


def test_a_preview_warns_of_what_was_mended(editor: Client):
    page = preview(editor, upload=a_file("Die Brücke für 4 Mio. €. ".encode() * 9 + b"\xff"))
    warning = "Some bytes are not valid UTF-8; they are shown as \ufffd."
    assert page.context["preview"]["warnings"] == (warning,)
    assert warning in words_of(page)


def test_a_preview_that_is_gone_keeps_what_was_typed(editor: Client, as_: Callable[[str], Client]):
    others = preview(as_("elias"), text=TEXT).context["adminform"].form["waiting"].value()
    for token in (others, "made up"):
        page = editor.post(ADD, typed(title="Quay", waiting=token))
        form = page.context["adminform"].form
        assert errors_of(page) == [keeping.GONE]
        assert (form["title"].value(), form["waiting"].value()) == ("Quay", None)
        assert keeping.GONE in words_of(editor.get(ADD, {"waiting": token}, follow=True))
    assert Document.objects.count() == 0


def test_who_chooses_another_text_keeps_the_particulars(editor: Client):
    token = preview(editor, text=TEXT).context["adminform"].form["waiting"].value()
    first = editor.post(ADD, typed(title="Mended", due_at="2026-03-13T12:00", waiting=token, back="1"))
    form = first.context["adminform"].form
    assert (form["title"].value(), form["due_at"].value()) == ("Mended", "2026-03-13T12:00")
    assert form["text"].value() == TEXT
    assert (errors_of(first), "preview" in first.context, Document.objects.count()) == ([], False, 0)


@pytest.mark.parametrize("waiting", ["of a file", "gone"])
def test_who_chooses_another_text_finds_no_words_that_they_did_not_paste(editor: Client, waiting: str):
    token = preview(editor, upload=a_file(TEXT.encode())).context["adminform"].form["waiting"].value()
    page = editor.post(ADD, typed(waiting=token if waiting == "of a file" else "made up", back="1"))
    assert (errors_of(page), page.context["adminform"].form["text"].value()) == ([], None)


def test_a_new_text_wins_over_the_one_that_waits(editor: Client):
    token = preview(editor, text=TEXT).context["adminform"].form["waiting"].value()
    assert editor.post(ADD, typed(text="Prices rose by 4 percent.", waiting=token)).status_code == 302
    assert Document.objects.get().current_revision.text == "Prices rose by 4 percent."
