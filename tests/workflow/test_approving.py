"""Approve, return, reopen."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import ClaimStatus, Role
from claims.models import Assignment, Claim, Decision, Document, Event, Evidence, Policy, Review, User
from claims.workflow import approving, assigning, checking, editing, evidence, triage
from tests import factories

SAY_WHY = "Say why, in one sentence or more."


@pytest.fixture
def submitted(claim_in: Callable[..., Claim]) -> Claim:
    """Carl handed in his review."""
    return claim_in(ClaimStatus.SUBMITTED)


def test_approve(submitted: Claim, elias: User, carl: User, one_event: Callable):
    with one_event("approve", of=submitted):
        decision = approving.approve(
            submitted,
            by=elias,
            wording=" The port handled 4.1 million tonnes in 2025. ",
            recheck_on=datetime.date(2027, 3, 1),
            version=submitted.version,
        )
    claim = Claim.objects.get(pk=submitted.pk)
    assert (claim.status, claim.current_decision, claim.confirmed_by) == ("approved", decision, elias)
    assert (decision.number, decision.label, decision.meaning) == (1, "True", "Accurate as stated.")
    assert decision.wording == "The port handled 4.1 million tonnes in 2025."
    assert (decision.by, decision.review.assignment.reviewer) == (elias, carl)
    assert (decision.as_of, decision.recheck_on) == (datetime.date(2026, 3, 12), datetime.date(2027, 3, 1))
    assert decision.policy["sentence"] == "A statistic needs one primary source, or two independent origins."
    assert (decision.exemption, decision.sole_sign_off) == ("", "")


def test_approving_reads_policy_and_evidence_once(
    submitted: Claim, elias: User, django_assert_num_queries: Callable
):
    assert elias.roles
    with django_assert_num_queries(18) as read:
        approving.approve(submitted, by=elias)
    asked = [query["sql"] for query in read.captured_queries if query["sql"].startswith("SELECT")]
    tables = ["claims_policy", "claims_evidence"]
    assert [sum(f'FROM "{table}"' in sql for sql in asked) for table in tables] == [1, 1]


def test_without_a_wording_the_claims_own_stands(submitted: Claim, elias: User):
    assert approving.approve(submitted, by=elias, wording="  ").wording == submitted.text


def test_an_editor_who_confirmed_the_wording_stays(submitted: Claim, elias: User, edith: User):
    Claim.objects.update(confirmed_by=edith)
    approving.approve(submitted, by=elias)
    assert Claim.objects.get(pk=submitted.pk).confirmed_by == edith


def test_who_reviewed_it_does_not_approve(claim: Claim, edith: User, rolf: User, refused: Callable):
    factories.make_review(assigning.assign(claim, to=rolf, by=edith))
    with refused(Forbidden, "You reviewed this claim, so someone else must approve it."):
        approving.approve(claim, by=rolf)


def test_nor_in_a_later_round(claim: Claim, edith: User, rolf: User, carl: User, refused: Callable):
    factories.make_review(assigning.assign(claim, to=rolf, by=edith))
    approving.approve(claim, by=edith)
    approving.reopen(claim, by=edith, reason="New figures.", weight="minor")
    factories.make_review(assigning.assign(Claim.objects.get(pk=claim.pk), to=carl, by=edith))
    with refused(Forbidden, "You reviewed this claim, so someone else must approve it."):
        approving.approve(claim, by=rolf)


def test_nor_does_the_writer(submitted: Claim, elias: User, refused: Callable):
    Document.objects.update(writer=elias)
    with refused(Forbidden, "You wrote this text, so someone else must approve it."):
        approving.approve(submitted, by=elias)


def test_sole_sign_off(claim: Claim, edith: User, rolf: User, settings: Any, refused: Callable):
    settings.SOLE_SIGN_OFF = True
    factories.make_review(assigning.assign(claim, to=rolf, by=edith))
    with refused(Incomplete, SAY_WHY) as errors:
        approving.approve(claim, by=rolf, sole_sign_off=" ")
    assert set(errors[0].fields) == {"sole_sign_off"}
    decision = approving.approve(claim, by=rolf, sole_sign_off="I am alone tonight.")
    assert decision.sole_sign_off == "I am alone tonight."
    assert Event.objects.order_by("id").last().body.words["sole sign-off"] == "I am alone tonight."


def test_a_second_person_needs_no_such_reason(submitted: Claim, elias: User, settings: Any):
    settings.SOLE_SIGN_OFF = True
    assert approving.approve(submitted, by=elias, sole_sign_off="For fun.").sole_sign_off == ""


def test_an_edit_after_the_review_blocks_approval_until_returned(
    submitted: Claim, edith: User, elias: User, carl: User, refused: Callable
):
    # Editing is closed once submitted; a second assignment opens it again without touching the first review.
    second = assigning.assign(submitted, to=factories.make_user("cleo", Role.REVIEWER), by=edith)
    editing.edit(submitted, by=edith, text="The port handled 4.2 million tonnes.")
    assigning.unassign(second, by=edith)
    with refused(NotAllowed, "The claim was edited after Carl reviewed it. Return the review, then approve."):
        approving.approve(submitted, by=elias)
    carls = Assignment.objects.get(reviewer=carl)
    draft = approving.return_review(carls, by=elias, reason="The wording changed.")
    checking.submit(carls, by=carl, version=draft.version)
    assert approving.approve(submitted, by=elias).wording == "The port handled 4.2 million tonnes."


def test_a_stricter_policy_blocks_approval(submitted: Claim, elias: User, refused: Callable):
    Policy.objects.filter(kind="statistic").update(primary_suffices=False)
    with refused(
        NotAllowed,
        "The evidence of Carl does not meet the policy as it is now: Add one more independent origin.",
    ):
        approving.approve(submitted, by=elias)


def test_more_reviews_asked_for_block_approval(submitted: Claim, elias: User, refused: Callable):
    Policy.objects.filter(kind="statistic").update(reviews=2)
    with refused(NotAllowed, "The policy asks for 2 reviews now and 1 is in. Assign one more reviewer."):
        approving.approve(submitted, by=elias)


def test_an_exemption_stands_in_the_decision(claim: Claim, edith: User, elias: User, carl: User):
    assignment = assigning.assign(claim, to=carl, by=edith)
    factories.make_review(assignment, sources=[], exemption="The archive burned.")
    assert approving.approve(claim, by=elias).exemption == "The archive burned."


def test_approve_with_an_old_version(submitted: Claim, elias: User):
    with pytest.raises(Conflict):
        approving.approve(submitted, by=elias, version=submitted.version - 1)


def test_reviewers_who_differ_block_approval(claim_in: Callable[..., Claim], elias: User, refused: Callable):
    claim = claim_in(ClaimStatus.DISPUTED)
    with refused(NotAllowed, "Claim 1 is one on which reviewers differ, so nothing was changed."):
        approving.approve(claim, by=elias)


def test_two_reviews_are_both_held_against_the_policy(
    claim: Claim, edith: User, elias: User, carl: User, clara: User
):
    triage.queue(claim, by=edith)
    editing.edit(claim, by=edith, flags=["health"])
    factories.make_review(assigning.assign(claim, to=carl, by=edith), exemption="One is enough.")
    factories.make_review(assigning.assign(claim, to=clara, by=edith))
    reviews = approving.reviews_of_round(Claim.objects.get(pk=claim.pk))
    assert [review.assignment.reviewer for review in reviews] == [carl, clara]
    assert approving.approve(claim, by=elias).exemption == "One is enough."


# --- return ----------------------------------------------------------------------------------------------


def test_return_copies_the_review_and_keeps_the_submitted_one(
    submitted: Claim, edith: User, carl: User, one_event: Callable
):
    assignment = Assignment.objects.get()
    first = Review.objects.get()
    with one_event("return", of=submitted):
        draft = approving.return_review(
            assignment, by=edith, reason=" One more source. ", version=submitted.version
        )
    assert (draft.number, draft.is_draft, draft.rationale, draft.verdict) == (
        2,
        True,
        first.rationale,
        first.verdict,
    )
    assert [piece.title for piece in draft.evidence.all()] == ["Freight table 2025"]
    kept = Review.objects.get(pk=first.pk)
    assert (kept.number, kept.submitted_at, kept.evidence.count()) == (1, first.submitted_at, 1)
    assignment.refresh_from_db()
    assert (assignment.status, assignment.is_returned, assignment.returned_by) == ("started", True, edith)
    assert assignment.returned_reason == "One more source."
    assert Claim.objects.get(pk=submitted.pk).status == "in_review"


def test_a_returned_review_is_handed_in_again(submitted: Claim, edith: User, elias: User, carl: User):
    assignment = Assignment.objects.get()
    draft = approving.return_review(assignment, by=edith, reason="Look again.")
    draft = checking.save(assignment, factories.draft("False"), by=carl, version=draft.version)
    evidence.add_evidence(assignment, factories.source("Second table"), by=carl)
    checking.submit(assignment, by=carl, version=draft.version)
    assert [review.verdict.label for review in Review.objects.order_by("number")] == ["True", "False"]
    assert [piece.number for piece in Evidence.objects.filter(review=draft)] == [1, 2]
    assert approving.approve(submitted, by=elias).label == "False"


def test_a_tab_left_open_before_the_return_is_noticed(submitted: Claim, edith: User, carl: User):
    assignment = Assignment.objects.get()
    approving.return_review(assignment, by=edith, reason="Look again.")
    with pytest.raises(Conflict):
        checking.save(assignment, factories.draft("False"), by=carl, version=1)


def test_return_needs_a_reason(submitted: Claim, edith: User, refused: Callable):
    with refused(Incomplete, SAY_WHY) as errors:
        approving.return_review(Assignment.objects.get(), by=edith, reason="")
    assert set(errors[0].fields) == {"reason"}


def test_return_of_an_approved_claim_is_refused(
    claim_in: Callable[..., Claim], edith: User, refused: Callable
):
    claim_in(ClaimStatus.APPROVED)
    with refused(NotAllowed, "Claim 1 is no longer in review, so nothing was changed."):
        approving.return_review(Assignment.objects.get(), by=edith, reason="Look again.")


# --- reopen ----------------------------------------------------------------------------------------------


def test_reopen_begins_the_next_round(claim_in: Callable[..., Claim], edith: User, one_event: Callable):
    claim = claim_in(ClaimStatus.APPROVED)
    with one_event("reopen", of=claim):
        approving.reopen(claim, by=edith, reason=" New figures. ", weight="material", version=claim.version)
    claim.refresh_from_db()
    assert (claim.status, claim.round, claim.current_decision) == ("queued", 2, None)
    [decision] = Decision.objects.all()
    assert (decision.ended_reason, decision.ended_weight) == ("New figures.", "material")


def test_the_second_decision_has_the_next_number(
    claim_in: Callable[..., Claim], edith: User, elias: User, clara: User
):
    claim = claim_in(ClaimStatus.APPROVED)
    approving.reopen(claim, by=edith, reason="New figures.", weight="minor")
    factories.make_review(assigning.assign(Claim.objects.get(pk=claim.pk), to=clara, by=edith), label="False")
    decision = approving.approve(claim, by=elias)
    assert (decision.number, decision.label) == (2, "False")


@pytest.mark.parametrize(
    ("given", "sentence", "field"),
    [
        ({"reason": "New.", "weight": ""}, "Say whether the correction is minor or material.", "weight"),
        ({"reason": "New.", "weight": "huge"}, "Say whether the correction is minor or material.", "weight"),
        ({"reason": " ", "weight": "minor"}, SAY_WHY, "reason"),
    ],
)
def test_reopen_says_what_is_missing(
    claim_in: Callable[..., Claim], edith: User, refused: Callable, given: dict, sentence: str, field: str
):
    claim = claim_in(ClaimStatus.APPROVED)
    with refused(Incomplete, sentence) as errors:
        approving.reopen(claim, by=edith, **given)
    assert set(errors[0].fields) == {field}
