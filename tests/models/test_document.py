"""Documents, their revisions, and offsets packed into one column."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Document, Revision, User
from claims.models.document import pack_spans, unpack_spans
from tests import factories


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))))
def test_spans_survive_packing(spans: list[tuple[int, int]]):
    assert unpack_spans(pack_spans(spans)) == spans
    assert len(pack_spans(spans)) == 8 * len(spans)


def test_packed_spans_are_the_same_bytes_everywhere():
    assert pack_spans([(1, 258)]) == b"\x01\x00\x00\x00\x02\x01\x00\x00"


def test_sentences_come_back_as_they_went_in(document: Document):
    revision = document.current_revision
    quotes = [revision.text[start:end] for start, end in revision.body.sentences]
    assert quotes == factories.ARTICLE.splitlines()


@pytest.mark.parametrize(
    ("name", "values"),
    [("document_has_a_title", {"title": ""}), ("document_kind_is_known", {"kind": "song"})],
)
def test_the_database_refuses_a_document(
    document: Document, database_refuses: Callable, name: str, values: dict
):
    with database_refuses(name):
        Document.objects.filter(pk=document.pk).update(**values)


@pytest.mark.parametrize(
    ("name", "values"),
    [("revision_has_text", {"length": 0}), ("revision_extraction_state_is_known", {"extraction_state": "x"})],
)
def test_the_database_refuses_a_revision(
    document: Document, database_refuses: Callable, name: str, values: dict
):
    with database_refuses(name):
        Revision.objects.filter(document=document).update(**values)


def test_revisions_are_numbered(document: Document, edith: User, database_refuses: Callable):
    with database_refuses("revision_number_is_unique"):
        Revision.objects.create(
            document=document,
            number=1,
            sha256="0" * 64,
            length=1,
            reader="text",
            added_by=edith,
            added_at=document.added_at,
        )


def test_a_list_does_not_drag_the_text_along(document: Document, django_assert_num_queries: Callable):
    with django_assert_num_queries(1) as queries:
        [row] = Document.objects.for_list()
        assert (row.scale.name, row.current_revision.length) == ("Rating", len(factories.ARTICLE))
    assert "revisiontext" not in queries.captured_queries[0]["sql"]


@pytest.mark.parametrize("words", ["quay", "COAST", "ho quay", "holm"])
def test_search_by_title_source_and_author(edith: User, words: str):
    found = factories.make_document(edith, title="The new quay", author="Ingrid Hölm")
    factories.make_document(edith, title="Freight", source="Elsewhere")
    if words == "holm":
        assert list(Document.objects.search("hölm")) == [found]
    assert list(Document.objects.search(words)) == [found]


def test_documents_without_a_due_time_come_last(document: Document):
    assert document.due_sort.year == 9999
