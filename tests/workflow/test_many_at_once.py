"""Moves of many claims, and long texts, while others work: nobody waits for ever, nothing is lost, all chains hold."""

import threading
import time

import pytest

from claims.models import Assignment, Claim, Document, Event, Review, User
from claims.permissions import visible_to
from claims.reports.verification import verify
from claims.workflow import assigning, checking, intake, ledger, proposing, triage
from tests import factories
from tests.workflow.test_concurrency import at_once, kinds
from tests.workflow.test_intake import reading

pytestmark = pytest.mark.django_db(transaction=True)
DOCUMENTS, CLAIMS_EACH, REVIEWERS, REVIEWS_EACH = 50, 40, 8, 3


def documents_of(edith: User) -> list[Document]:
    texts = [
        "".join(f"Quay {number}.{i} cost {i + 2} million crowns in 2025.\n" for i in range(CLAIMS_EACH))
        for number in range(DOCUMENTS)
    ]
    return [factories.make_document(edith, text) for text in texts]


def test_eight_reviewers_submit_while_two_editors_move_two_thousand_claims_of_fifty_documents(
    cast: dict[str, User],
):
    edith, elias = cast["edith"], cast["elias"]
    documents = documents_of(edith)
    reviewers = [factories.make_user(f"reviewer{i}", *cast["carl"].roles) for i in range(REVIEWERS)]
    drafts = []
    for place, reviewer in enumerate(reviewers):
        for each in range(REVIEWS_EACH):
            claim = (
                documents[place * REVIEWS_EACH + each].claims.select_related("document").get(number=each + 1)
            )
            assignment = assigning.assign(claim, to=reviewer, by=edith)
            drafts.append((reviewer, factories.make_review(assignment, submit=False)))
    rising = list(Claim.objects.order_by("number", "document"))
    falling = list(Claim.objects.order_by("-number", "-document"))
    assert len(rising) == DOCUMENTS * CLAIMS_EACH == 2000

    def submit(reviewer: User) -> list[Review]:
        mine = [review for by, review in drafts if by == reviewer]
        return [checking.submit(each.assignment, by=reviewer, version=each.version) for each in mine]

    told = at_once(
        lambda: assigning.assign_all(rising, to=cast["carl"], by=edith),
        lambda: triage.queue_all(falling, by=elias),
        *(lambda reviewer=reviewer: submit(reviewer) for reviewer in reviewers),
    )
    assert kinds(told) == ["done"] * (2 + REVIEWERS)
    assigned, queued = told[0], told[1]
    assert (len(assigned.done), assigned.refused) == (2000, [])
    assert len(queued.done) + len(queued.refused) == 2000
    assert Review.objects.submitted().count() == REVIEWERS * REVIEWS_EACH
    assert Assignment.objects.filter(reviewer=cast["carl"]).count() == 2000
    assert Event.objects.filter(action="assign", assignment__reviewer=cast["carl"]).count() == 2000
    assert Event.objects.filter(action="queue").count() == len(queued.done)
    assert list(verify()) == []


def test_between_two_steps_of_a_long_text_another_person_hands_in(
    claim: Claim, edith: User, carl: User, monkeypatch: pytest.MonkeyPatch
):
    review = factories.make_review(assigning.assign(claim, to=carl, by=edith), submit=False)
    begun, handed_in, steps = threading.Event(), threading.Event(), proposing.Proposals.steps
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)

    def slow_steps(self: proposing.Proposals):
        for number, step in enumerate(steps(self)):
            if number:
                begun.set()
                assert handed_in.wait(30), "nobody could write between two steps"
            yield step

    def submit() -> list[int]:
        assert begun.wait(30)
        seen = visible_to(edith, Document.objects.all()).count()
        checking.submit(review.assignment, by=carl, version=review.version)
        handed_in.set()
        return [seen]

    monkeypatch.setattr(proposing.Proposals, "steps", slow_steps)
    told = at_once(lambda: intake.bring_in(reading(factories.ARTICLE), by=edith), submit)
    assert kinds(told) == ["done", "done"]
    assert told[1] == [1]
    assert visible_to(edith, Document.objects.all()).count() == 2
    assert Claim.objects.get(pk=claim.pk).status == "submitted"
    assert list(verify()) == []


def test_who_waited_for_a_document_sees_who_wrote_it_since(claim: Claim, edith: User, carl: User):
    """On SQLite the second simply comes later."""
    triage.queue(claim, by=edith)
    locked, told = threading.Event(), []

    def name_the_writer() -> None:
        with ledger.locked_ledger(claim.document_id):
            Document.objects.filter(pk=claim.document_id).update(writer=carl)
            locked.set()
            time.sleep(0.5)  # long enough for the other to wait for the lock

    def assign() -> None:
        assert locked.wait(30)
        told.append(assigning.assign_all([claim], to=carl, by=edith))

    at_once(name_the_writer, assign)
    [outcome] = told
    assert outcome.done == []
    assert "wrote this text" in outcome.refused[0][1]
