"""Reviews: a draft until submitted."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Review, User
from claims.workflow import approving, assigning, editing, talking
from tests import factories


@pytest.fixture
def draft(claim_in: Callable[..., Claim]) -> Review:
    """Carl's draft with one source."""
    claim_in(ClaimStatus.IN_REVIEW)
    return Review.objects.get()


@pytest.mark.parametrize("missing", [{"verdict": None}, {"rationale": ""}])
def test_submitted_has_verdict_and_rationale(draft: Review, database_refuses: Callable, missing: dict):
    with database_refuses("review_submitted_has_verdict_and_rationale"):
        Review.objects.filter(pk=draft.pk).update(submitted_at=timezone.now(), **missing)


def test_one_draft_and_one_number(draft: Review, database_refuses: Callable):
    other = {"assignment": draft.assignment, "revision": draft.revision, "saved_at": timezone.now()}
    with database_refuses("one_draft_per_assignment"):
        Review.objects.create(**other, number=2)
    with database_refuses("review_number_is_unique"):
        Review.objects.create(
            **other, number=1, submitted_at=timezone.now(), verdict=draft.verdict, rationale="x"
        )


def test_every_constraint_has_a_test():
    assert {constraint.name for constraint in Review._meta.constraints} == {
        "one_draft_per_assignment",
        "review_number_is_unique",
        "review_submitted_has_verdict_and_rationale",
    }


def test_submitted(draft: Review):
    assert draft.is_draft
    assert list(Review.objects.submitted()) == []
    factories.make_review(Assignment.objects.get(), sources=[])
    assert [review.is_draft for review in Review.objects.submitted()] == [False]


def test_the_last_version_of_each(draft: Review, edith: User):
    assignment = Assignment.objects.get()
    factories.make_review(assignment, sources=[])
    approving.return_review(assignment, by=edith, reason="Which table?")
    assert [review.number for review in Review.objects.order_by("number")] == [1, 2]
    assert [review.number for review in Review.objects.last_versions()] == [2]
    assert list(Review.objects.submitted().last_versions()) == []


def test_the_assessment_reads_the_policy_for_this_claim(draft: Review, django_assert_num_queries: Callable):
    draft = Review.objects.select_related("assignment__claim__document").get()
    with django_assert_num_queries(2):
        told = draft.assessment()
    assert (told.met, told.primaries) == (True, 1)
    assert told.requirement.sentence == "A statistic needs one primary source, or two independent origins."


def test_a_fellow_reviewers_request_for_comment_does_not_show_through(
    claim: Claim, edith: User, carl: User, clara: User
):
    editing.edit(claim, by=edith, flags=["allegation"])
    carls, claras = (assigning.assign(claim, to=to, by=edith) for to in (carl, clara))
    reviews = [factories.make_review(each, submit=False) for each in (carls, claras)]
    talking.record_contact(claim, by=carl, who="The mayor", how="By letter")
    assert [review.assessment().comment_requested for review in reviews] == [True, False]
    talking.record_contact(claim, by=edith, who="The mayor", how="By telephone")
    assert [review.assessment().comment_requested for review in reviews] == [True, True]
