"""Whatever is done to the history behind the verbs' back is named. The guards are lifted inside each test only."""

import pytest
from django.db import connection

from claims.lifecycle import Role
from claims.models import Chain, Event, EventBody
from claims.models.guards import GUARDS
from claims.models.history import salted_digest
from claims.reports.verification import Actors, verify
from claims.workflow import triage
from tests import factories, reporting


@pytest.fixture
def chain(cast):
    """The chain of a document with a handful of events, its guards lifted until the test is rolled back."""
    document = factories.make_document(cast["edith"], title="Quay")
    for number in (1, 2, 3):
        triage.queue(reporting.claim_of(document, number), by=cast["edith"])
    lift_guards()
    return Chain.objects.select_related("document").get(document=document)


def lift_guards() -> None:
    connection.check_constraints()  # PostgreSQL drops no trigger while a constraint is still to be checked
    with connection.cursor() as cursor:
        for guard in GUARDS:
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")


def event(chain: Chain, number: int) -> Event:
    return Event.objects.get(chain=chain, number=number)


def faults(chain: Chain) -> list[str]:
    chain.refresh_from_db()
    return [fault.sentence for fault in verify([chain])]


def remove(found: Event) -> None:
    EventBody.objects.filter(event=found).delete()
    found.delete()


def test_untouched_history_is_whole(chain):
    assert (chain.last_number, faults(chain), list(verify())) == (5, [], [])


@pytest.mark.parametrize("column", ["action", "role", "actor", "at", "digest", "previous_hash", "claim"])
def test_changed_event_is_named(chain, cast, column):
    other = {"actor": cast["elias"], "at": event(chain, 1).at, "claim": event(chain, 5).claim}.get(
        column, "x"
    )
    Event.objects.filter(chain=chain, number=3).update(**{column: other})
    assert "event 3 was changed" in faults(chain)
    assert {sentence for sentence in faults(chain) if "3" not in sentence} == set()


def test_changed_hash_breaks_the_next_event_too(chain):
    Event.objects.filter(chain=chain, number=3).update(hash="0" * 64)
    assert faults(chain) == ["event 3 was changed", "event 4 does not follow from the one before it"]


def test_changed_words_are_named(chain):
    EventBody.objects.filter(event=event(chain, 3)).update(text="{}")
    assert faults(chain) == ["the words of event 3 were changed"]


def test_words_and_digest_changed_together_are_named(chain):
    found = event(chain, 3)
    EventBody.objects.filter(event=found).update(text="{}")
    Event.objects.filter(pk=found.pk).update(digest=salted_digest(found.body.salt, "{}"))
    assert faults(chain) == ["event 3 was changed"]


def test_removed_words_are_named(chain):
    EventBody.objects.filter(event=event(chain, 3)).delete()
    assert faults(chain) == ["the words of event 3 are missing"]


def test_erased_words_leave_the_history_whole(chain):
    EventBody.objects.filter(event=event(chain, 3)).update(text="", salt="", erased_at=event(chain, 5).at)
    assert faults(chain) == []


def test_removed_event_is_named(chain):
    remove(event(chain, 3))
    assert faults(chain) == ["event 3 missing"]


def test_several_removed_events_are_named(chain):
    remove(event(chain, 2))
    remove(event(chain, 3))
    assert faults(chain) == ["events 2 to 3 missing"]


def test_removed_event_with_later_ones_moved_up_is_named(chain):
    remove(event(chain, 3))
    for number in (4, 5):
        Event.objects.filter(chain=chain, number=number).update(number=number - 1)
    assert faults(chain) == [
        "event 3 does not follow from the one before it",
        "event 3 was changed",
        "event 4 was changed",
        "the end was cut: 5 events expected, 4 found",
    ]


def forged(chain: Chain, number: int, previous: str) -> Event:
    """A well made event of its own: only its place is wrong."""
    new = event(chain, 2)
    new.pk, new._state.adding, new.number, new.previous_hash = None, True, number, previous
    new.digest = salted_digest("salt", "{}")
    new.hash = new.computed_hash()
    new.save(force_insert=True)
    EventBody.objects.create(event=new, salt="salt", text="{}")
    return new


def test_inserted_event_is_named(chain):
    for number in (5, 4, 3):
        Event.objects.filter(chain=chain, number=number).update(number=number + 1)
    forged(chain, 3, event(chain, 2).hash)
    assert faults(chain) == [
        "event 4 does not follow from the one before it",
        "event 4 was changed",
        "event 5 was changed",
        "event 6 was inserted",
        "event 6 was changed",
    ]


def test_event_inserted_at_the_end_is_named(chain):
    forged(chain, 6, event(chain, 5).hash)
    assert faults(chain) == ["event 6 was inserted"]


def test_swapped_events_are_named(chain):
    third, fourth = event(chain, 3), event(chain, 4)
    for found, number in ((third, 99), (fourth, 3), (third, 4)):
        Event.objects.filter(pk=found.pk).update(number=number)
    assert faults(chain) == [
        "event 3 does not follow from the one before it",
        "event 3 was changed",
        "event 4 does not follow from the one before it",
        "event 4 was changed",
        "event 5 does not follow from the one before it",
    ]


def test_cut_tail_is_named(chain):
    remove(event(chain, 5))
    assert faults(chain) == ["the end was cut: 5 events expected, 4 found"]
    remove(event(chain, 4))
    assert faults(chain) == ["the end was cut: 5 events expected, 3 found"]


def test_head_that_fits_no_event_is_named(chain):
    Chain.objects.filter(pk=chain.pk).update(last_hash="0" * 64)
    assert faults(chain) == ["the head does not follow from event 5"]


def test_lost_chain_is_named(chain):
    for number in range(5, 0, -1):
        remove(event(chain, number))
    Chain.objects.filter(document__isnull=True).delete()
    chain.delete()
    assert [str(fault) for fault in verify()] == [
        "History of Quay: the whole history is missing",
        "History of the desk: the whole history is missing",
    ]


def test_other_chains_stay_whole(chain, cast):
    whole = factories.make_document(cast["edith"]).chain
    remove(event(chain, 3))
    assert {fault.chain for fault in verify()} == {chain}
    assert list(verify([whole])) == []


def test_what_people_append_meanwhile_is_no_fault(chain, cast):
    """Between the heads and the events of some chains, by somebody who has just come."""

    def heads():
        yield chain
        newcomer = factories.make_user("nora", Role.EDITOR)
        triage.skip(reporting.claim_of(chain.document, 1), by=newcomer, reason="opinion")

    assert list(verify(heads())) == []
    assert Event.objects.filter(chain=chain).count() == 6


def test_an_actor_who_is_not_there_has_no_public_id(db: None):
    assert Actors()[10**9] is None


def test_its_queries_do_not_grow_with_the_events(chain, cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert list(verify([chain])) == []
