"""Bring a document in by paste or upload: what is stored, what is refused, and that nothing typed is lost."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from claims.admin.adding import NOT_BOTH
from claims.models import Document, User
from tests import factories
from tests.admin.conftest import errors_of, words_of

ADD = "/admin/claims/document/add/"
TEXT = factories.ARTICLE


def typed(**more: Any) -> dict[str, Any]:
    """What stands in the form when an editor presses the button."""
    given = {
        "title": "Harbour",
        "source": "Coast Courier",
        "author": "",
        "kind": "article",
        "scale": 1,
        "text": "",
    }
    return given | more


def a_file(content: bytes, name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/plain")


def rows() -> dict[str, int]:
    """How many rows every table has; sessions live in a table of their own and may change."""
    models = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
    return {model._meta.label: model._default_manager.count() for model in models}


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_a_pasted_text_becomes_a_document_with_its_claims(editor: Client, edith: User):
    answer = editor.post(ADD, typed(text=TEXT, due_at="2026-03-13T12:00", restricted="on"))
    document = Document.objects.get()
    assert (document.title, document.source, document.added_by) == ("Harbour", "Coast Courier", edith)
    assert (document.restricted, document.due_at) == (
        True,
        datetime.datetime(2026, 3, 13, 12, tzinfo=datetime.UTC),
    )
    assert document.current_revision.text == TEXT
    assert document.claims.count() == document.last_claim_number > 0
    assert answer.status_code == 302


def test_the_message_counts_sentences_and_claims(editor: Client):
    editor.post(ADD, typed(text=TEXT))
    document = Document.objects.get()
    page = editor.get("/admin/")
    count = document.claims.count()
    assert [str(message) for message in page.context["messages"]] == [
        f"“Harbour” was brought in. 3 sentences, {count} claims proposed."
    ]


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        (
            "harbour.txt",
            TEXT.encode(),
            "The harbour of Vessby handled 4.1 million tonnes of freight in 2025.",
        ),
        ("harbour.md", b"# The quay of Vessby\n\n" + TEXT.encode(), "The quay of Vessby"),
    ],
)
def test_an_uploaded_file_gives_what_the_form_leaves_empty(
    name: str, content: bytes, title: str, editor: Client
):
    assert editor.post(ADD, typed(title="", upload=a_file(content, name))).status_code == 302
    assert Document.objects.get().title == title


def test_an_uploaded_page_gives_its_title_author_and_date(editor: Client):
    body = "".join(
        f"<p>{line} It was a long day at the quay, and many people came.</p>"
        for line in TEXT.split("\n")
        if line
    )
    page = (
        '<html lang="en"><head><title>Quay opens</title><meta name="author" content="Ada Holm">'
        f'<meta property="article:published_time" content="2026-03-03"></head><body><article><h1>Quay opens</h1>{body}'
        "</article></body></html>"
    )
    editor.post(ADD, typed(title="", upload=a_file(page.encode(), "quay.html")))
    document = Document.objects.get()
    assert (document.title, document.author, document.date) == (
        "Quay opens",
        "Ada Holm",
        datetime.date(2026, 3, 3),
    )


def test_the_same_text_twice_is_noticed_and_brought_in_when_asked_again(editor: Client, edith: User):
    first = factories.make_document(edith, title="First")
    before = rows()
    page = editor.post(ADD, typed(title="Second", text=TEXT))
    assert [twin.pk for twin in page.context["twins"]] == [first.pk]
    assert f"/admin/claims/document/{first.pk}/change/" in page.content.decode()
    form = page.context["adminform"].form
    assert (form["title"].value(), page.context["preview"]["text"]) == ("Second", TEXT)
    assert rows() == before
    assert (
        editor.post(ADD, typed(title="Second", waiting=form["waiting"].value(), again="1")).status_code == 302
    )
    assert sorted(Document.objects.values_list("title", flat=True)) == ["First", "Second"]


def test_a_file_noticed_as_known_waits_for_the_second_press(editor: Client, edith: User):
    factories.make_document(edith, title="First")
    page = editor.post(ADD, typed(title="", upload=a_file(TEXT.encode())))
    form = page.context["adminform"].form
    assert (
        editor.post(ADD, typed(title="Again", waiting=form["waiting"].value(), again="1")).status_code == 302
    )
    again = Document.objects.get(title="Again").current_revision
    assert (again.text, again.origin_sha256 != "") == (TEXT, True)


def test_a_file_waits_when_another_field_is_wrong(editor: Client):
    page = editor.post(
        ADD, typed(date="soon", upload=a_file(b"# Quay\n\n" + TEXT.encode(), "quay.md"), title="")
    )
    form = page.context["adminform"].form
    assert errors_of(page) == ["Enter a valid date."]
    assert form["title"].value() == "Quay"
    assert page.context["preview"]["text"].split() == ["Quay", *TEXT.split()]
    assert Document.objects.count() == 0
    assert editor.post(ADD, typed(title="Quay", waiting=form["waiting"].value())).status_code == 302


def test_a_link_is_offered_where_the_desk_opens_links(editor: Client, settings: Any):
    assert "page_link" not in editor.get(ADD).content.decode()
    closed = editor.post(ADD, typed(page_link="https://example.org/story"))
    settings.LINK_IMPORT = True
    assert "page_link" in editor.get(ADD).content.decode()
    inside = editor.post(ADD, typed(page_link="http://127.0.0.1/story"))
    both = editor.post(ADD, typed(page_link="http://127.0.0.1/story", text=TEXT))
    told = [errors_of(page) for page in (closed, inside, both)]
    assert told[0] == ["Paste a text or choose a file."]
    assert errors_of(editor.post(ADD, typed())) == ["Paste a text, choose a file or name a link."]
    assert "private" in told[1][0]
    assert told[2] == [NOT_BOTH]
    assert Document.objects.count() == 0


BAD = {
    "nothing": ({}, "Paste a text or choose a file."),
    "blank paste": ({"text": " \n\t "}, "Paste a text or choose a file."),
    "empty file": ({"upload": b""}, "This file is empty."),
    "blank file": ({"upload": b" \n \n"}, "There is no text in this file, only blanks."),
    "binary file": ({"upload": bytes(range(256)) * 40}, "This is not a text file. Paste the text instead."),
    "picture": (
        {"upload": b"\x89PNG\r\n\x1a\n" + b"\x00" * 50},
        "Images hold no text to read. Add the text itself.",
    ),
    "old file": (
        {"upload": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)},
        "This is a file of an old Office program. Save it in a newer format, or paste the text.",
    ),
    "both": ({"text": TEXT, "upload": TEXT.encode()}, NOT_BOTH),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_in_one_sentence_and_nothing_is_stored(case: str, editor: Client):
    given, sentence = BAD[case]
    files = {name: a_file(data) for name, data in given.items() if isinstance(data, bytes)}
    before = rows()
    page = editor.post(ADD, typed(author="Ingrid", **{**given, **files}))
    assert (page.status_code, errors_of(page)) == (200, [sentence])
    assert page.context["adminform"].form["author"].value() == "Ingrid"
    assert rows() == before


def test_a_file_of_50_mb_is_refused_without_reading_it(editor: Client):
    before = rows()
    page = editor.post(ADD, typed(upload=a_file(b"word " * 10_000_000)))
    assert errors_of(page) == ["This file is 50 MB; the limit is 10 MB."]
    assert rows() == before


def test_a_paste_that_is_too_large_is_called_a_text(editor: Client, settings: Any):
    settings.DOCUMENT_MAX_BYTES = 1_000_000
    page = editor.post(ADD, typed(text="word " * 250_000))
    assert errors_of(page) == ["This text is 1.3 MB; the limit is 1 MB."]


def test_a_paste_of_50_mb_is_answered_in_a_sentence(editor: Client):
    before = rows()
    page = editor.post(ADD, typed(text="word " * 10_000_000))
    assert page.status_code == 413
    assert "larger than the desk accepts" in words_of(page)
    assert rows() == before


def test_broken_encoding_is_mended_or_refused(editor: Client):
    broken = "Die Brücke kostete 61 Millionen Euro. Sie wurde im März eröffnet. ".encode("cp1252") * 5
    editor.post(ADD, typed(upload=a_file(broken)))
    assert Document.objects.get().current_revision.text.startswith("Die Brücke kostete 61")


def test_a_nul_and_a_lone_surrogate_become_replacement_characters(editor: Client):
    body = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    text = b"It cost 5\x00 million. It opened in \xed\xa0\x80 1931."
    fields = {b"title": b"Odd", b"kind": b"article", b"scale": b"1", b"text": text}
    sent = b"".join(body % pair for pair in fields.items()) + b"--b--\r\n"
    answer = editor.post(ADD, sent, content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 302
    stored = Document.objects.get().current_revision.text
    assert stored == "It cost 5\ufffd million. It opened in \ufffd\ufffd\ufffd 1931."


def test_a_megabyte_in_one_line_comes_in(editor: Client):
    text = "The harbour handled 4.1 million tonnes in 2025, and " * 20_000
    assert editor.post(ADD, typed(text=text)).status_code == 302
    assert Document.objects.get().current_revision.text.split() == text.split()


def test_20_000_sentences_come_in(editor: Client):
    text = "\n".join(f"The quay number {i} cost {i} million crowns in 2025." for i in range(20_000))
    assert editor.post(ADD, typed(text=text)).status_code == 302
    assert Document.objects.get().current_revision.sentence_count == 20_000


def test_an_administrator_brings_nothing_in(as_: Callable[[str], Client]):
    client = as_("ada")
    assert [client.get(ADD).status_code, client.post(ADD, typed(text=TEXT)).status_code] == [403, 403]
    assert Document.objects.count() == 0
