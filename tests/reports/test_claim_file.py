"""Everything on one claim that one person may see."""

from claims.lifecycle import ClaimStatus
from claims.models import Claim, User
from claims.reports.claim_file import Meter, claim_file
from claims.workflow import approving, assigning, editing, evidence, talking, triage
from tests import factories


def test_meter_says_its_words():
    assert [Meter(1, 2, "independent origin").words, Meter(0, 1, "primary source").words] == [
        "1 of 2 independent origins",
        "0 of 1 primary source",
    ]
    assert Meter(2, 1, "primary source").words == "1 of 1 primary source"
    assert Meter(0, 2, "piece of evidence").words == "0 of 2 pieces of evidence"
    assert (len(Meter(3, 2, "origin").filled), len(Meter(3, 2, "origin").empty)) == (2, 0)


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
