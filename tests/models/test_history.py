"""Chains, events and their words. Guards: test_guards.py; what is noticed: reports/test_verification.py."""

from collections.abc import Callable

import pytest

from claims.models import Chain, Document, Event, User
from claims.models.history import canonical, salted_digest, sha256
from claims.workflow import triage


def test_every_document_has_a_chain_and_the_desk_one(document: Document, database_refuses: Callable):
    assert {str(chain) for chain in Chain.objects.all()} == {
        "History of the desk",
        f"History of {document.title}",
    }
    with database_refuses("one_chain_for_the_desk"):
        Chain.objects.create(document=None)


def test_numbers_are_unique_in_a_chain(document: Document, edith: User, database_refuses: Callable):
    event = Event.objects.order_by("number")[0]
    with database_refuses("event_number_is_unique"):
        Event.objects.create(
            chain=event.chain,
            number=2,
            actor=edith,
            role="editor",
            action="queue",
            at=event.at,
            digest="",
            hash="",
        )


def test_the_hash_is_of_the_stored_columns(document: Document):
    for event in Event.objects.all():
        assert event.computed_hash() == event.hash


@pytest.mark.parametrize("column", ["number", "role", "action", "claim_id", "assignment_id", "digest"])
def test_every_column_is_in_the_hash(document: Document, column: str):
    event = Event.objects.order_by("number")[0]
    setattr(event, column, 7)
    assert event.computed_hash() != event.hash


def test_history_is_read_newest_first_with_its_words(
    document: Document, edith: User, django_assert_num_queries: Callable
):
    triage.queue(document.claims.first(), by=edith)
    with django_assert_num_queries(1):
        told = [
            (event.action, event.actor.username, bool(event.body.words))
            for event in Event.objects.for_history()
        ]
    assert told == [("queue", "edith", True), ("propose", "edith", True), ("bring in", "edith", True)]


def test_erased_words_read_as_nothing(document: Document):
    body = Event.objects.order_by("number")[0].body
    body.text = ""
    assert body.words == {}


def test_canonical_text_is_one_spelling():
    assert canonical({"b": 1, "a": ["ü", None]}) == '{"a":["ü",null],"b":1}'
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert salted_digest("s", "t") == sha256("s\nt")
