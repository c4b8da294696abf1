"""An editor's last word: approve, return a review, reopen what was approved."""

import datetime
from typing import Any

from django.utils import timezone

from claims.errors import Incomplete, NotAllowed
from claims.lifecycle import AssignmentStatus, Purpose
from claims.models import Assignment, Claim, Decision, Evidence, Policy, Review, User
from claims.permissions import SOLE_SIGN_OFF, decide
from claims.sufficiency import Assessment, Requirement
from claims.vocabulary import Weight
from claims.workflow.moving import SAY_WHY, assignment_move, claim_move

CHOOSE_WEIGHT = "Say whether the correction is minor or material."


def approve(
    claim: Claim,
    *,
    by: User,
    wording: str = "",
    recheck_on: datetime.date | None = None,
    sole_sign_off: str = "",
    version: int | None = None,
) -> Decision:
    """Make the reviewers' verdict the desk's decision. ``wording`` is how the report prints the claim."""
    with claim_move(claim, "approve", by=by, version=version) as step:
        fresh = step.claim
        alone = decide(by, "approve", fresh).on_condition == SOLE_SIGN_OFF
        if alone and not sole_sign_off.strip():
            raise Incomplete(SAY_WHY, {"sole_sign_off": SAY_WHY})
        reviews, rules = reviews_of_round(fresh), list(Policy.objects.all())
        for review in reviews:
            assessment = review.assessment(rules)
            _still_fits(review, assessment, fresh)
        _enough_reviews(assessment.requirement, fresh)
        decision = Decision.objects.create(
            claim=fresh,
            number=fresh.decisions.count() + 1,
            wording=wording.strip() or fresh.text,
            recheck_on=recheck_on,
            exemption="\n".join(review.exemption for review in reviews if review.exemption),
            sole_sign_off=sole_sign_off.strip() if alone else "",
            by=by,
            at=timezone.now(),
            **_frozen(reviews[-1], assessment.requirement),
        )
        step.changes["current_decision"] = decision
        if fresh.confirmed_by_id is None:
            step.changes["confirmed_by"] = by
        step.words |= {
            "verdict": decision.label,
            "wording": decision.wording,
            "exemption": decision.exemption,
        }
        step.words |= {"sole sign-off": decision.sole_sign_off}
    return decision


def reviews_of_round(claim: Claim) -> list[Review]:
    """The submitted reviews that a decision rests on now: each reviewer's last; the adjudicator's alone if any."""
    submitted = Assignment.objects.filter(
        claim=claim, round=claim.round, status=AssignmentStatus.SUBMITTED
    ).order_by("id")
    adjudications = [assignment for assignment in submitted if assignment.purpose == Purpose.ADJUDICATION]
    reviews = Review.objects.submitted().select_related(
        "verdict", "assignment__reviewer", "assignment__claim__document"
    )
    return [
        reviews.filter(assignment=assignment).order_by("-number")[0]
        for assignment in adjudications or submitted
    ]


def _frozen(review: Review, requirement: Requirement) -> dict[str, Any]:
    assert review.verdict is not None
    return {
        "review": review,
        "verdict": review.verdict,
        "as_of": review.as_of,
        "label": review.verdict.label,
        "meaning": review.verdict.meaning,
        "policy": requirement.as_dict(),
    }


def _still_fits(review: Review, assessment: Assessment, claim: Claim) -> None:
    who = review.assignment.reviewer
    if review.claim_digest != claim.digest():
        raise NotAllowed(f"The claim was edited after {who} reviewed it. Return the review, then approve.")
    if assessment.missing and not review.exemption:
        raise NotAllowed(f"The evidence of {who} does not meet the policy as it is now: {assessment.missing}")


def _enough_reviews(requirement: Requirement, claim: Claim) -> None:
    asked = requirement.reviews
    handed_in = Assignment.objects.filter(
        claim=claim, round=claim.round, status=AssignmentStatus.SUBMITTED
    ).count()
    if handed_in < asked:
        raise NotAllowed(
            f"The policy asks for {asked} reviews now and {handed_in} is in. Assign one more reviewer."
        )


def return_review(assignment: Assignment, *, by: User, reason: str, version: int | None = None) -> Review:
    """Give a submitted review back with a reason; it is kept, and the next version starts as its copy."""
    with assignment_move(assignment, "return", by=by, version=version, reason=reason) as step:
        fresh = step.assignment
        assert fresh is not None
        fresh.returned_at, fresh.returned_by, fresh.returned_reason = timezone.now(), by, reason.strip()
        fresh.submitted_at = None
        last = Review.objects.submitted().filter(assignment=fresh).order_by("-number")[0]
        copy = _copy(last)
        step.words["review"] = {"returned": last.number, "next": copy.number}
    return copy


def _copy(review: Review) -> Review:
    evidence = list(Evidence.objects.filter(review=review))
    old = review.pk
    review.pk, review._state.adding = None, True
    review.number, review.version = review.number + 1, review.version + 1
    review.submitted_at, review.claim_digest, review.saved_at = None, "", timezone.now()
    review.save(force_insert=True)
    assert review.pk != old
    for piece in evidence:
        piece.pk, piece._state.adding, piece.review = None, True, review
    Evidence.objects.bulk_create(evidence)
    return review


def reopen(claim: Claim, *, by: User, reason: str, weight: str, version: int | None = None) -> Claim:
    """End the decision, which stays visible as a correction, and begin the next round."""
    if weight not in list(Weight):
        raise Incomplete(CHOOSE_WEIGHT, {"weight": CHOOSE_WEIGHT})
    with claim_move(claim, "reopen", by=by, version=version, reason=reason) as step:
        Decision.objects.filter(claim=step.claim, ended_at__isnull=True).update(
            ended_at=timezone.now(), ended_reason=reason.strip(), ended_weight=weight
        )
        step.changes |= {"current_decision": None, "round": step.claim.round + 1}
        step.words["weight"] = weight
        step.derive = True
    return step.claim
