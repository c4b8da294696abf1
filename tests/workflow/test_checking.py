"""The reviewer's draft, and handing it in."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from claims.errors import Conflict, Incomplete, NotAllowed
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Event, Evidence, Review, User, Verdict
from claims.workflow import assigning, checking, editing, evidence, triage
from tests import factories


@pytest.fixture
def asked(claim_in: Callable[..., Claim]) -> Assignment:
    """Carl is asked to check the claim, a statistic."""
    claim_in(ClaimStatus.ASSIGNED)
    return Assignment.objects.get()


def elsewhere() -> str:
    at = Review.objects.get().saved_at
    return f"You saved this review in another window at {at:%H:%M}; nothing was stored from this one."


def test_the_first_save_starts(asked: Assignment, carl: User, one_event: Callable):
    version = asked.claim.version
    with one_event("start", of=asked.claim):
        review = checking.save(asked, factories.draft(rationale=" The table says so. "), by=carl, version=0)
    assert (review.number, review.version, review.rationale) == (1, 1, "The table says so.")
    asked.refresh_from_db()
    claim = Claim.objects.get(pk=asked.claim_id)
    assert (asked.status, claim.status) == ("started", "in_review")
    assert claim.version == version  # a draft is no news to editors


def test_history_says_what_a_save_changed(asked: Assignment, carl: User, one_event: Callable):
    checking.save(asked, factories.draft("True"), by=carl, version=0)
    with one_event("save", of=asked.claim):
        checking.save(asked, factories.draft("False"), by=carl, version=1)
    said = Event.objects.order_by("id").last().body.words["review"]
    assert said == {"number": 1, "changed": {"verdict": ["True", "False"]}}


def test_an_empty_draft_may_be_saved(asked: Assignment, carl: User):
    review = checking.save(asked, checking.Draft(), by=carl, version=0)
    assert (review.verdict, review.rationale, review.is_draft) == (None, "", True)


@pytest.mark.parametrize("version", [0, 2])
def test_save_from_another_window_is_a_conflict(
    asked: Assignment, carl: User, refused: Callable, version: int
):
    checking.save(asked, factories.draft(), by=carl, version=0)
    with refused(Conflict, elsewhere()):
        checking.save(asked, factories.draft(rationale="Lost?"), by=carl, version=version)


def test_submit_from_another_window_is_a_conflict(asked: Assignment, carl: User, refused: Callable):
    factories.make_review(asked, submit=False)
    checking.save(asked, factories.draft("False"), by=carl, version=1)
    with refused(Conflict, elsewhere()):
        checking.submit(asked, by=carl, version=1)


def test_a_verdict_of_another_scale_is_refused(asked: Assignment, carl: User, refused: Callable):
    correct = factories.verdict("Correct", "Before publication")
    with refused(Incomplete, "Choose a verdict of this document's scale.") as errors:
        checking.save(asked, checking.Draft(verdict=correct), by=carl, version=0)
    assert set(errors[0].fields) == {"verdict"}


def test_a_withdrawn_verdict_is_refused_but_kept_where_it_was_chosen(
    asked: Assignment, carl: User, refused: Callable
):
    checking.save(asked, factories.draft("True"), by=carl, version=0)
    Verdict.objects.filter(label__in=["True", "False"]).update(withdrawn_at=timezone.now())
    with refused(Incomplete, "Choose a verdict of this document's scale."):
        checking.save(asked, factories.draft("False"), by=carl, version=1)
    assert checking.save(asked, factories.draft("True"), by=carl, version=1).version == 2


def test_submit(asked: Assignment, carl: User, one_event: Callable):
    review = factories.make_review(asked, submit=False)
    version = Claim.objects.get(pk=asked.claim_id).version
    with one_event("submit", of=asked.claim):
        review = checking.submit(asked, by=carl, version=review.version)
    claim = Claim.objects.get(pk=asked.claim_id)
    assert (claim.status, claim.version) == ("submitted", version + 1)
    assert review.submitted_at is not None
    assert review.claim_digest == claim.digest()
    said = Event.objects.order_by("id").last().body.words
    assert said["review"] == {"number": 1, "verdict": "True"}
    assert said["assignment"] == {"before": "started", "after": "submitted"}


@time_machine.travel("2026-03-12T10:00Z", tick=False)
def test_submit_without_a_date_is_as_of_today(asked: Assignment, carl: User):
    draft = checking.Draft(verdict=factories.verdict(), rationale="The table says so.")
    checking.save(asked, draft, by=carl, version=0)
    evidence.add_evidence(asked, factories.source(), by=carl)
    assert checking.submit(asked, by=carl, version=1).as_of == datetime.date(2026, 3, 12)


def test_submit_says_everything_that_is_missing(asked: Assignment, carl: User, refused: Callable):
    checking.save(asked, checking.Draft(rationale="  "), by=carl, version=0)
    needs = "Add two independent origins, or one primary source."
    rationale = "Say what you found, and where, in one sentence or more."
    with refused(Incomplete, f"Choose a verdict. {rationale} {needs}") as errors:
        checking.submit(asked, by=carl, version=1)
    assert errors[0].fields == {"verdict": "Choose a verdict.", "rationale": rationale, "evidence": needs}


def test_submit_before_anything_was_saved(asked: Assignment, carl: User, refused: Callable):
    with refused(NotAllowed, "This assignment is asked, so nothing was changed."):
        checking.submit(asked, by=carl, version=0)


def test_submit_with_evidence_only(asked: Assignment, carl: User, refused: Callable):
    evidence.add_evidence(asked, factories.source(), by=carl)
    with refused(Incomplete, "Choose a verdict. Say what you found, and where, in one sentence or more."):
        checking.submit(asked, by=carl, version=0)


def test_an_exemption_stands_in_for_evidence_but_not_for_a_verdict(
    asked: Assignment, carl: User, refused: Callable
):
    draft = checking.Draft(rationale="The archive burned.", exemption="No copy is left.")
    checking.save(asked, draft, by=carl, version=0)
    with refused(Incomplete, "Choose a verdict."):
        checking.submit(asked, by=carl, version=1)
    checking.save(
        asked,
        factories.draft(rationale="The archive burned.", exemption="No copy is left."),
        by=carl,
        version=1,
    )
    assert checking.submit(asked, by=carl, version=2).exemption == "No copy is left."


@pytest.mark.parametrize("label", ["Unproven", "Satire", "Opinion"])
def test_some_verdicts_need_no_evidence(asked: Assignment, carl: User, label: str):
    review = checking.save(asked, factories.draft(label), by=carl, version=0)
    assert checking.submit(asked, by=carl, version=review.version).submitted_at is not None


def test_a_submitted_review_takes_no_more_saves(asked: Assignment, carl: User, refused: Callable):
    factories.make_review(asked)
    with refused(NotAllowed, "This assignment is submitted, so nothing was changed."):
        checking.save(asked, factories.draft("False"), by=carl, version=2)


def test_two_reviews_equal_or_different(claim: Claim, edith: User, carl: User, clara: User):
    triage.queue(claim, by=edith)
    editing.edit(claim, by=edith, flags=["minors"])
    one = assigning.assign(claim, to=carl, by=edith)
    two = assigning.assign(claim, to=clara, by=edith)
    factories.make_review(one)
    claim.refresh_from_db()
    assert claim.status == "in_review"
    factories.make_review(two, label="False")
    claim.refresh_from_db()
    assert claim.status == "disputed"


def test_evidence_belongs_to_one_review(asked: Assignment, carl: User):
    factories.make_review(asked)
    assert Evidence.objects.get().review == Review.objects.get()


def test_queries_of_a_reviewers_moves(
    asked: Assignment, carl: User, django_assert_num_queries: Callable[..., Any]
):
    """Each with its savepoint, the lock, what it reads, and its event in three."""
    draft, other = factories.draft(), factories.draft(rationale="Again.")
    assert (carl.roles, asked.claim) != (None, None)  # as every page has read them
    with django_assert_num_queries(13):
        first = checking.save(asked, draft, by=carl, version=0)
    with django_assert_num_queries(9):
        review = checking.save(asked, other, by=carl, version=first.version)
    for _ in range(2):
        with django_assert_num_queries(10):
            evidence.add_evidence(asked, factories.source(), by=carl)
    with django_assert_num_queries(15):
        checking.submit(asked, by=carl, version=review.version)
