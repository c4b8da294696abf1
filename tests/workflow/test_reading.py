"""Reading what comes in: here or in a child, by paste, file or link; refusals as sentences; nothing is stored."""

import json
from functools import partial

import pytest

from claims.errors import Incomplete
from claims.models import Document, SavedFile
from claims.outside import sandbox
from claims.outside.fetching import fetch
from claims.workflow import reading
from claims.workflow.reading import read_file, read_link, read_words
from tests.hostile import word
from tests.hostile_server import Server, page, redirect

PAGE = (
    '<html lang="en"><head><title>The quay opens</title></head><body><article><p>'
    "The quay of Vessby cost 62 million crowns in 2025. It was opened on 3 March 2026.</p></article></body></html>"
)


def test_pasted_words_are_read_as_they_are():
    incoming = read_words("Prices rose by 4 percent.")
    assert (incoming.reading.text, incoming.origin) == ("Prices rose by 4 percent.", None)
    assert read_words("a\ud800b").reading.text == "a\ufffdb"


def test_a_file_keeps_its_bytes_and_is_read_in_a_child():
    incoming = read_file(PAGE.encode(), name="quay.html")
    assert (incoming.reading.title, incoming.reading.format) == ("The quay opens", "html")
    assert incoming.reading.reader.startswith("html 2, trafilatura ")
    assert "62 million crowns" in incoming.reading.text
    origin = incoming.origin
    assert (origin.data, origin.name, origin.media_type, origin.ending) == (
        PAGE.encode(),
        "quay.html",
        "text/html",
        "html",
    )


def test_the_media_type_names_the_format_and_the_charset():
    data = PAGE.replace("Vessby", "Växjö").encode("cp1252")
    incoming = read_file(data, name="story.php", media_type="text/html; charset=windows-1252")
    assert "The quay of Växjö" in incoming.reading.text


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.txt", "This file is empty."),
        (b"x" * 101, "a.txt", "This file is 1 kB; the limit is 1 kB."),
        (b"<html><body></body></html>", "a.html", "This page has no text. Paste the text instead."),
    ],
)
def test_a_refusal_is_a_sentence_at_the_text(data: bytes, name: str, sentence: str, settings):
    settings.DOCUMENT_MAX_BYTES = 100
    with pytest.raises(Incomplete) as refusal:
        read_file(data, name=name)
    assert (str(refusal.value), refusal.value.fields) == (sentence, {"text": sentence})


def test_a_child_that_takes_too_long_is_stopped_with_a_sentence(settings):
    settings.READER_SECONDS = 0.05
    with pytest.raises(Incomplete, match=r"was stopped\.$"):
        read_file(PAGE.encode(), name="quay.html")


def test_a_child_that_needs_too_much_memory_is_stopped_with_a_sentence(settings):
    settings.READER_MEMORY_BYTES = 150_000_000
    with pytest.raises(Incomplete, match=r"memory and was stopped\.$"):
        read_file(PAGE.replace("<p>", "<p>The quay.</p>" * 500_000 + "<p>").encode(), name="quay.html")


@pytest.mark.parametrize(
    ("module", "answer", "sentence"),
    [
        ("this", b"", sandbox.BROKE_OFF),  # words, no data
        ("json.tool", b"[]", sandbox.BROKE_OFF),
        ("json.tool", b'{"unreadable": "No text."}', "No text."),
        ("no.such.module", b"", sandbox.BROKE_OFF),
    ],
)
def test_an_answer_that_is_none_is_a_reader_that_broke_off(module: str, answer: bytes, sentence: str):
    with pytest.raises(Incomplete) as refusal:
        reading.child_answer(module, answer, ())
    assert str(refusal.value) == sentence


def test_an_answer_is_data():
    assert reading.child_answer("json.tool", b'{"rows": [1]}', ()) == {"rows": [1]}


def test_a_text_longer_than_a_document_may_be_is_refused(settings):
    data = PAGE.replace("<p>", "<p>&#x1F6A2;" * 1000 + "<p>")
    settings.DOCUMENT_MAX_BYTES = len(data)
    assert "62 million" in read_file(data.encode(), name="quay.html").reading.text
    settings.DOCUMENT_MAX_BYTES = 100_000
    packed = word(
        "<w:p><w:r><w:t>The quay cost 62 million. " + "Prices rose again. " * 20_000 + "</w:t></w:r></w:p>"
    )
    with pytest.raises(Incomplete, match=r"^The text in this file is longer than 0\.1 MB\."):
        read_file(packed, name="quay.docx")


def test_the_child_answers_in_data_that_makes_the_same_reading():
    told = json.loads(json.dumps(read_words("Prices rose.").reading.as_dict()))
    assert type(read_words("Prices rose.").reading).from_dict(told) == read_words("Prices rose.").reading


def test_links_are_closed_until_the_desk_opens_them():
    with pytest.raises(Incomplete) as refusal:
        read_link("https://example.org/story")
    assert refusal.value.fields == {"link": reading.LINKS_ARE_OFF}


@pytest.mark.parametrize(
    "link", ["http://127.0.0.1/", "http://[::1]/", "file:///etc/passwd", "http://localhost/"]
)
def test_an_open_desk_still_refuses_addresses_inside(link: str, settings):
    settings.LINK_IMPORT = True
    with pytest.raises(Incomplete) as refusal:
        read_link(link)
    assert list(refusal.value.fields) == ["link"]


def test_a_page_comes_with_where_it_was_found(settings):
    settings.LINK_IMPORT = True
    data = PAGE.replace("Vessby", "Växjö").encode("cp1252")
    here = {"resolve": lambda host: ["127.0.0.1"], "permitted": lambda address: True}
    with Server([redirect("/story"), page(data, "Content-Type: text/html; charset=windows-1252")]) as server:
        link = f"http://news.example:{server.port}/"
        incoming = read_link(link, fetch=partial(fetch, ports={server.port}, **here))
    assert "The quay of Växjö cost 62 million" in incoming.reading.text
    assert (incoming.reading.format, incoming.reading.link) == ("html", f"{link}story")
    assert (incoming.origin.data, incoming.origin.link, incoming.origin.address) == (
        data,
        link,
        f"{link}story",
    )


def test_a_desk_sets_how_much_a_link_may_cost(settings):
    settings.LINK_IMPORT, settings.DOCUMENT_MAX_BYTES = True, 1_000_000
    here = {"resolve": lambda host: ["127.0.0.1"], "permitted": lambda address: True}
    with Server([page(b"a" * 1_000_001)]) as server, pytest.raises(Incomplete) as refusal:
        read_link(f"http://news.example:{server.port}/", fetch=partial(fetch, ports={server.port}, **here))
    assert "1 MB" in str(refusal.value)


def test_a_preview_counts_what_intake_would_propose():
    found = reading.preview(read_words("The quay cost 62 million crowns. It opened in 2026.").reading)
    assert (found.sentences, found.claims, found.language) == (2, 2, "en")


@pytest.mark.django_db
def test_reading_stores_nothing():
    read_words("Prices rose by 4 percent.")
    read_file(PAGE.encode(), name="quay.html")
    assert (Document.objects.count(), SavedFile.objects.count()) == (0, 0)
