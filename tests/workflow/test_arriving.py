"""A text becomes a document: all of it in one transaction, or nothing."""

import hashlib

import pytest

from claims.errors import Incomplete
from claims.lifecycle import Role
from claims.models import Chain, Document, Event, Revision, SavedFile, User
from claims.text import Reading, extract
from claims.workflow.arriving import Arrival, Particulars, checksum, new_document, role_of, title_of
from claims.workflow.reading import Incoming, Origin

TEXT = "The quay of Vessby cost 62 million crowns.\nIt opened in 2026."
INCOMING = Incoming(
    Reading(TEXT, title="Quay", warnings=("Mended.",), reader="plain 1", link="https://news.example/quay"),
    Origin(b"The quay", "quay.txt", "text/plain", "txt"),
)


def test_a_new_document_has_its_text_its_file_and_its_history(edith: User):
    with new_document(INCOMING, extract(TEXT, "en"), by=edith, about=Particulars(source="Courier")) as (
        revision,
        ledger,
    ):
        ledger.record("propose", by=edith, role=Role.EDITOR)
    document = Document.objects.get()
    assert (document.title, document.source, document.link) == (
        "Quay",
        "Courier",
        "https://news.example/quay",
    )
    assert (document.current_revision, revision.text, revision.sha256) == (revision, TEXT, checksum(TEXT))
    assert (revision.reader, revision.warnings, revision.sentence_count) == ("plain 1", ["Mended."], 2)
    assert revision.origin_sha256 == SavedFile.objects.get().sha256 == hashlib.sha256(b"The quay").hexdigest()
    assert list(Event.objects.order_by("number").values_list("action", flat=True)) == ["bring in", "propose"]


def test_when_anything_fails_no_row_is_left(edith: User):
    with (
        pytest.raises(RuntimeError),
        new_document(INCOMING, extract(TEXT, "en"), by=edith, about=Particulars()),
    ):
        raise RuntimeError
    counts = [model.objects.count() for model in (Document, Revision, SavedFile, Event)]
    assert (counts, Chain.objects.filter(document__isnull=False).count()) == ([0, 0, 0, 0], 0)


def test_a_document_is_finished_once(edith: User):
    arrival = Arrival(INCOMING, extract(TEXT, "en"), by=edith, about=Particulars(), text=TEXT)
    arrival.begin()
    arrival.finish(claims=0)
    with pytest.raises(Incomplete, match="Bring the text in again"):
        arrival.finish(claims=0)


def test_a_link_too_long_for_its_column_is_left_out(edith: User):
    long = Incoming(Reading(TEXT, link="https://news.example/" + "q" * 1000))
    with new_document(long, extract(TEXT, "en"), by=edith, about=Particulars()):
        pass
    assert Document.objects.get().link == ""


@pytest.mark.parametrize(
    ("typed", "found", "title"),
    [
        (" Typed ", "Found", "Typed"),
        ("", " Found ", "Found"),
        ("", "", "The quay of Vessby cost 62 million crowns."),
        ("t" * 400, "", "t" * 300),
    ],
)
def test_a_document_is_named_as_typed_as_its_file_says_or_by_its_first_line(
    typed: str, found: str, title: str
):
    assert title_of(Particulars(title=typed), Reading(TEXT, title=found)) == title


def test_the_system_account_acts_as_the_system(edith: User):
    assert (role_of(edith), role_of(User.objects.system())) == (Role.EDITOR, Role.SYSTEM)
