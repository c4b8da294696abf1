"""Many claims at once and one by one: the same rows, the same history, the same refusals."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Incomplete
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Chain, Claim, Document, Event, User
from claims.reports.verification import verify
from claims.workflow import assigning, bulk, editing, triage
from claims.workflow.moving_many import batches
from tests import factories
from tests.scenes import everybody, scene

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 12, 12, tzinfo=datetime.UTC)
DUES = [None, NOON - datetime.timedelta(days=1), NOON + datetime.timedelta(days=400)]
ACTORS = ("edith", "elias", "rolf", "hanna", "carl", "otto", "system")
ASKED = ("carl", "clara", "hanna", "rolf", "ole", "elias", "dora", "rita")


@pytest.fixture
def people(cast: dict[str, User]) -> dict[str, User]:
    return everybody(cast)


@pytest.fixture
def claims(people: dict[str, User]) -> list[Claim]:
    """A claim in every status, each in a document with two proposed ones; elias, who reviews too, wrote the texts."""
    with time_machine.travel(NOON, tick=False):
        made = [scene(people, status) for status in ClaimStatus]
        editing.edit(made[2].claim, by=people["edith"], flags=["legal"])
    documents = [each.document.pk for each in made]
    return list(Claim.objects.filter(document__in=documents).order_by("document", "number"))


def rows() -> dict[str, list[Any]]:
    """Everything that a move writes, but for keys and salts."""
    assignments = Assignment.objects.order_by("claim", "round", "reviewer", "status")
    events = Event.objects.select_related("body", "assignment").order_by("chain", "number")
    columns = [f.attname for f in Assignment._meta.concrete_fields if f.attname != "id"]
    return {
        "claims": list(Claim.objects.order_by("pk").values()),
        "assignments": list(assignments.values(*columns)),
        "events": [
            [e.chain_id, e.number, e.actor_id, e.role, e.action, e.at, e.claim_id, e.body.words]
            + ([e.assignment.reviewer_id, e.assignment.round] if e.assignment else [])
            for e in events
        ],
        "heads": list(Chain.objects.order_by("pk").values("document", "last_number")),
    }


def told(act: Callable[[], bulk.Outcome]) -> dict[str, Any]:
    """What an act answers and leaves behind; nothing stays."""
    with time_machine.travel(NOON, tick=False), transaction.atomic():
        outcome = act()
        found = rows() | {
            "done": [claim.pk for claim in outcome.done],
            "refused": [(claim.pk, sentence) for claim, sentence in outcome.refused],
            "faults": [str(fault) for fault in verify()],
        }
        transaction.set_rollback(True)
    return found


one_or_many = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
some_claims = st.lists(st.integers(0, 29), min_size=1, max_size=20)
versions_seen = st.dictionaries(st.integers(0, 29), st.integers(1, 3))


@one_or_many
@given(chosen=some_claims, seen=versions_seen, name=st.sampled_from(ACTORS))
def test_queue_all_is_queue_for_each(
    claims: list[Claim], people: dict[str, User], chosen: list[int], seen: dict[int, int], name: str
):
    some, by = [claims[i] for i in chosen], people[name]
    versions = {claims[i].pk: version for i, version in seen.items()}
    one_by_one = told(
        lambda: bulk.each(some, lambda claim: triage.queue(claim, by=by, version=versions.get(claim.pk)))
    )
    assert told(lambda: triage.queue_all(some, by=by, versions=versions)) == one_by_one
    assert one_by_one["faults"] == []


@one_or_many
@given(
    chosen=some_claims,
    seen=versions_seen,
    name=st.sampled_from(ACTORS),
    asked=st.sampled_from(ASKED),
    due=st.sampled_from(DUES),
    instructions=st.sampled_from(["", " Ask the port first. "]),
)
def test_assign_all_is_assign_for_each(
    claims: list[Claim],
    people: dict[str, User],
    chosen: list[int],
    seen: dict[int, int],
    name: str,
    asked: str,
    due: datetime.datetime | None,
    instructions: str,
):
    some = [claims[i] for i in chosen]
    versions = {claims[i].pk: version for i, version in seen.items()}
    given = {"to": people[asked], "by": people[name], "due": due, "instructions": instructions}
    one_by_one = told(
        lambda: bulk.each(
            some, lambda claim: assigning.assign(claim, version=versions.get(claim.pk), **given)
        )
    )
    assert told(lambda: assigning.assign_all(some, versions=versions, **given)) == one_by_one


def test_every_kind_of_refusal_occurs(claims: list[Claim], people: dict[str, User]):
    """Else the two tests above would compare little."""
    stale = {claims[4].pk: 1}
    for by, to, sentences in (
        ("otto", "ole", {"Only an editor may do this."}),
        (
            "edith",
            "elias",
            {"Elias wrote this text and cannot review it.", "Elias is not an active reviewer."},
        ),
        ("hanna", "carl", {"Claim 2 is with you, and this cannot be done with it now; nothing was changed."}),
        ("edith", "carl", {"Carl is already on claim 2.", "Claim 2 is approved, so nothing was changed."}),
        ("edith", "ole", {"Claim 2 was changed by Edith at 12:00; nothing of yours was stored."}),
    ):
        outcome = told(
            lambda by=by, to=to: assigning.assign_all(claims, to=people[to], by=people[by], versions=stale)
        )
        found = {sentence for _, sentence in outcome["refused"]}
        assert found & sentences, (by, to, found)


def test_nobody_to_ask_is_refused_once(claims: list[Claim], people: dict[str, User], refused: Callable):
    with refused(Incomplete, "Choose a reviewer."):
        assigning.assign_all(claims, to=None, by=people["edith"])


def test_a_claim_that_comes_again_goes_into_the_next_batch():
    claims = [Claim(pk=1), Claim(pk=2), Claim(pk=1), *(Claim(pk=pk) for pk in range(3, 1000))]
    assert [len(batch) for batch in batches(claims)] == [2, 500, 498]
    assert list(batches([])) == []


def documents_of(edith: User, number: int, claims: int) -> list[Document]:
    texts = [
        "".join(f"Quay {d}.{i} of Vessby cost {i + 2} million crowns in 2025.\n" for i in range(claims))
        for d in range(number)
    ]
    return [factories.make_document(edith, text) for text in texts]


def queries_of(act: Callable[[], bulk.Outcome], done: int) -> int:
    with CaptureQueriesContext(connection) as queries:
        outcome = act()
    assert (len(outcome.done), outcome.refused) == (done, [])
    return len(queries)


def test_five_hundred_claims_of_fifty_documents_take_twelve_queries(edith: User, carl: User):
    """And, when assigning, two for all batches together: the policies and the reviewer's roles."""
    documents = documents_of(edith, 50, 10)
    claims = list(Claim.objects.filter(document__in=documents).order_by("pk"))
    assert len(claims) == 500
    assert queries_of(lambda: triage.queue_all(claims, by=edith), 500) == 10
    assert queries_of(lambda: assigning.assign_all(claims, to=carl, by=edith, due=NOON), 500) == 14
    assert set(Claim.objects.values_list("status", "version", "due_at")) == {("assigned", 3, NOON)}
    assert Event.objects.filter(action="assign", assignment__reviewer=carl).count() == 500
    assert list(verify()) == []


def test_each_event_stands_in_the_history_of_its_own_document(edith: User, carl: User):
    documents = documents_of(edith, 3, 4)
    claims = list(Claim.objects.order_by("number", "document"))
    assigning.assign_all(claims, to=carl, by=edith)
    for document in documents:
        events = Event.objects.filter(chain__document=document, action="assign").order_by("number")
        assert [(event.number, event.claim.document_id, event.claim.number) for event in events] == [
            (number + 2, document.pk, number) for number in range(1, 5)
        ]
    assert list(verify()) == []
