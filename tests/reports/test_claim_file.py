"""Everything on one claim that one person may see."""

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Contact, Decision, Evidence, Policy, Review, User
from claims.permissions import decide, holds, visible_to, worked_on
from claims.reports.claim_file import claim_file
from claims.workflow import approving, assigning, editing, evidence, talking, triage
from tests import factories
from tests.scenes import everybody, scene


def test_the_work_of_a_reviewer_is_measured_before_anything_is_saved(claim: Claim, edith: User, carl: User):
    triage.queue(claim, by=edith)
    assignment = assigning.assign(claim, to=carl, by=edith)
    work = claim_file(claim, carl).work
    assert [meter.words for meter in work.alternatives] == [
        "0 of 2 independent origins",
        "0 of 1 primary source",
    ]
    evidence.add_evidence(assignment, factories.source(level="secondary"), by=carl)
    work = claim_file(claim, carl).work
    assert (work.enough, work.sources[0].counting.why) == (False, "Counts as an independent origin")


def test_a_met_policy_names_only_what_meets_it(claim: Claim, edith: User, carl: User):
    triage.queue(claim, by=edith)
    factories.make_review(assigning.assign(claim, to=carl, by=edith), submit=False)
    work = claim_file(claim, carl).work
    assert ([meter.words for meter in work.alternatives], work.enough) == (["1 of 1 primary source"], True)


def test_a_request_for_comment_is_measured_besides(claim: Claim, edith: User, carl: User):
    editing.edit(claim, by=edith, flags=["allegation"])
    claim = triage.queue(claim, by=edith)
    assigning.assign(claim, to=carl, by=edith)
    assert claim_file(claim, carl).work.comment.words == "0 of 1 request for comment"
    talking.record_contact(claim, by=edith, who="The mayor", how="letter")
    assert claim_file(claim, carl).work.comment.words == "1 of 1 request for comment"


def test_no_answer_tells_a_fellow_reviewer_where_a_confidential_source_comes_from(
    claim: Claim, edith: User, carl: User, clara: User
):
    editing.edit(claim, by=edith, flags=["legal"])
    claim = triage.queue(claim, by=edith)
    carls, claras = (assigning.assign(claim, to=to, by=edith) for to in (carl, clara))
    for confidential in (True, False):
        piece = factories.source(level="secondary", origin="The informant", confidential=confidential)
        evidence.add_evidence(carls, piece, by=carl)
    for assignment in (carls, claras):
        factories.make_review(assignment)
    claim = Claim.objects.select_related("document").get(pk=claim.pk)
    told = {}
    for who in (clara, edith):
        (work,) = [each for each in claim_file(claim, who).handed_in if each.review.assignment == carls]
        told[who.username] = [
            (source.redacted, source.counting.why if source.counting else "") for source in work.sources[:2]
        ]
    assert told == {
        "clara": [(True, ""), (False, "Counts as an independent origin")],
        "edith": [(False, "Counts as an independent origin"), (False, "Does not count: same origin as E1")],
    }


def test_an_ended_decision_stays_as_a_correction(claim_in, edith: User):
    claim = claim_in(ClaimStatus.APPROVED)
    assert claim_file(claim, edith).decision.number == 1
    claim = approving.reopen(claim, by=edith, reason="Revised.", weight="minor")
    file = claim_file(Claim.objects.select_related("document").get(pk=claim.pk), edith)
    assert (file.decision, [decision.number for decision in file.corrections]) == (None, [1])


def test_a_submitted_review_is_no_work_any_more(claim_in, carl: User):
    file = claim_file(claim_in(ClaimStatus.SUBMITTED), carl)
    assert (file.work, file.is_working, len(file.handed_in)) == (None, False, 1)


@pytest.mark.parametrize("status", ClaimStatus)
def test_what_is_read_together_is_what_each_rule_shows(cast: dict[str, User], status: ClaimStatus):
    people = everybody(cast)
    made = scene(people, status)
    for user in people.values():
        file = claim_file(made.claim, user)
        of_claim = {"claim": made.claim}
        assert file.assignments == list(
            visible_to(user, Assignment.objects.filter(**of_claim)).order_by("id")
        )
        reviews = visible_to(user, Review.objects.filter(assignment__claim=made.claim))
        shown = [work.review for work in (*file.handed_in, file.work) if work and work.review]
        assert {review.pk for review in (*shown, *file.earlier)} == {review.pk for review in reviews}
        assert file.earlier == sorted(file.earlier, key=lambda review: (-review.number, -review.pk))
        for review in shown:
            assert list(review.evidence.all()) == list(
                visible_to(user, Evidence.objects.filter(review=review))
            )
        decisions = visible_to(user, Decision.objects.filter(**of_claim)).order_by("-number")
        assert [*filter(None, [file.decision]), *file.corrections] == list(decisions)
        assert file.reviewers == (file.decision.reviewers if file.decision else "")
        assert file.part == {"holds": holds(user, made.claim), "worked_on": worked_on(user, made.claim)}


@pytest.mark.parametrize("status", [ClaimStatus.IN_REVIEW, ClaimStatus.DISPUTED, ClaimStatus.APPROVED])
@pytest.mark.parametrize("by", ["edith", "rolf", "hanna", "carl", "clara", "ole"])
def test_a_request_for_comment_counts_for_whom_the_review_says(
    cast: dict[str, User], status: ClaimStatus, by: str
):
    people = everybody(cast)
    made = scene(people, status)
    about = {"who": "The port", "how": "letter", "asked_on": timezone.localdate(), "at": timezone.now()}
    Contact.objects.create(claim=made.claim, by=people[by], **about)
    Policy.objects.filter(kind="", flag="", verdict=None).update(request_for_comment=True)
    for user in people.values():
        file = claim_file(made.claim, user)
        for work in (*file.handed_in, file.work):
            if work and work.review:
                assert work.assessment.comment_requested == work.review.comment_requested()


@pytest.mark.parametrize("status", [ClaimStatus.ASSIGNED, ClaimStatus.DISPUTED])
def test_the_moves_offered_from_the_file_are_those_decided_without_it(
    cast: dict[str, User], settings: Settings, status: ClaimStatus
):
    people = everybody(cast)
    made = scene(people, status)
    for settings.SOLE_SIGN_OFF in (False, True):
        for user in people.values():
            file = claim_file(made.claim, user)
            assert decide(user, "approve", made.claim, **file.part) == decide(user, "approve", made.claim)
            for assignment in file.assignments:
                for move in ("withdraw", "return"):
                    known = decide(user, move, assignment, **file.part)
                    assert known == decide(user, move, assignment)
