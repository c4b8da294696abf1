"""Writing history: numbers without a gap, hashes that follow, words that any database spells the same."""

import datetime
import uuid

import pytest
from django.db import transaction

from claims.lifecycle import Role
from claims.models import Chain, Document, Event, User
from claims.models.history import canonical, salted_digest
from claims.reports.verification import verify
from claims.workflow.ledger import locked_ledger, plain

pytestmark = pytest.mark.django_db


def test_events_are_numbered_and_bound_to_the_one_before(document: Document, edith: User):
    with locked_ledger(document.pk) as ledger:
        for word in ("one", "two"):
            ledger.record("edit document", by=edith, role=Role.EDITOR, words={"word": word})
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3, 4]
    assert [event.previous_hash for event in events] == ["", *(event.hash for event in events[:3])]
    chain = Chain.objects.get(document=document)
    assert (chain.last_number, chain.last_hash) == (4, events[3].hash)
    assert list(verify()) == []


def test_the_desk_has_a_chain_of_its_own(ada: User):
    with locked_ledger(None) as ledger:
        event = ledger.record("change policy", by=ada, role=Role.ADMINISTRATOR)
    assert (event.number, event.chain.document) == (1, None)


def test_the_words_are_bound_by_a_salted_digest(document: Document):
    event = Event.objects.first()
    assert event.digest == salted_digest(event.body.salt, event.body.text)
    assert len({each.body.salt for each in Event.objects.all()}) == Event.objects.count()


def test_nothing_is_written_when_the_move_fails(document: Document, edith: User):
    def fail() -> None:
        with locked_ledger(document.pk) as ledger:
            ledger.record("edit document", by=edith, role=Role.EDITOR)
            raise RuntimeError

    with pytest.raises(RuntimeError), transaction.atomic():
        fail()
    assert Event.objects.count() == Chain.objects.get(document=document).last_number == 2


def test_words_are_plain_and_spelled_one_way():
    key = uuid.UUID(int=7)
    given = {"b": (1, 2.5, None, True), "a": {3: key}, "day": datetime.date(2026, 3, 12)}
    spelled = '{"a":{"3":"00000000-0000-0000-0000-000000000007"},"b":[1,2.5,null,true],"day":"2026-03-12"}'
    assert canonical(plain(given)) == spelled
    assert canonical(plain({"ü": "Москва"})) == '{"ü":"Москва"}'
