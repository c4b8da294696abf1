"""An editor's last word on the claim page."""

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Decision, Policy, User
from claims.workflow import approving, assigning, triage
from tests import factories


def test_claim_approve_makes_the_decision(as_user, path, claim_in, elias: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    given = {"version": claim.version, "wording": "As the report says it.", "recheck_on": "1 June 2026"}
    answer = as_user(elias).post(path(claim, "approve"), given, follow=True)
    decision = Decision.objects.get()
    assert (decision.wording, str(decision.recheck_on), decision.by) == (
        given["wording"],
        "2026-06-01",
        elias,
    )
    assert f"Claim {claim.number} approved." in answer.content.decode()


def test_claim_approve_keeps_a_date_it_cannot_read(as_user, path, claim_in, elias: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    given = {"version": claim.version, "wording": "My own words.", "recheck_on": "soon"}
    answer = as_user(elias).post(path(claim, "approve"), given)
    assert (answer.status_code, Decision.objects.count()) == (422, 0)
    assert "My own words." in answer.content.decode()


def test_claim_approve_against_the_policy_keeps_the_wording(as_user, path, claim_in, elias: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    Policy.objects.create(kind=claim.kind, flag="", verdict=factories.verdict("True"), pieces=9)
    given = {"version": claim.version, "wording": "My own words."}
    answer = as_user(elias).post(path(claim, "approve"), given)
    page = answer.content.decode()
    assert (answer.status_code, Decision.objects.count(), "My own words." in page) == (422, 0, True)
    assert "does not meet the policy as it is now" in page


def test_claim_approve_by_its_reviewer_is_refused_with_the_reason(as_user, path, claim: Claim, edith, rolf):
    triage.queue(claim, by=edith)
    factories.make_review(assigning.assign(claim, to=rolf, by=edith))
    browser, version = as_user(rolf), Claim.objects.get(pk=claim.pk).version
    sentence = "You reviewed this claim, so someone else must approve it."
    page = browser.get(path(claim))
    assert sentence in page.context["page"].refusals
    assert "approve" not in [offer.name for offer in page.context["page"].offers]
    answer = browser.post(path(claim, "approve"), {"version": version})
    assert answer.status_code == 403
    assert sentence in answer.content.decode()


def test_claim_approve_alone_asks_why_where_the_desk_allows_it(
    as_user, path, claim: Claim, edith, rolf, settings
):
    settings.SOLE_SIGN_OFF = True
    triage.queue(claim, by=edith)
    factories.make_review(assigning.assign(claim, to=rolf, by=edith))
    browser, version = as_user(rolf), Claim.objects.get(pk=claim.pk).version
    answer = browser.post(path(claim, "approve"), {"version": version})
    assert (answer.status_code, answer.context["errors"][0][0]) == (422, "approve_sole_sign_off")
    browser.post(path(claim, "approve"), {"version": version, "sole_sign_off": "The desk is one person."})
    assert Decision.objects.get().sole_sign_off == "The desk is one person."


def test_claim_return_gives_the_review_back_with_the_reason(as_user, path, claim_in, edith: User, carl: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    assignment = Assignment.objects.get()
    address, browser = path(claim, "assignments", assignment.pk, "return"), as_user(edith)
    assert browser.post(address, {"version": claim.version}).status_code == 422
    browser.post(address, {"version": claim.version, "reason": "Name the table."})
    assignment.refresh_from_db()
    assert (assignment.status, assignment.returned_reason) == ("started", "Name the table.")
    assert "“Name the table.”" in as_user(carl).get(path(claim)).content.decode()


def test_claim_reopen_asks_how_much_it_matters_and_leaves_a_correction(as_user, path, claim_in, edith: User):
    claim = claim_in(ClaimStatus.APPROVED)
    browser, given = as_user(edith), {"version": claim.version, "reason": "The table was revised."}
    assert browser.post(path(claim, "reopen"), given).context["errors"][0][0] == "reopen_weight"
    browser.post(path(claim, "reopen"), given | {"weight": "material"})
    page = browser.get(path(claim)).content.decode()
    assert "Correction, material" in page
    assert "The table was revised." in page


def test_claim_approve_of_an_older_version_is_a_conflict(as_user, path, claim_in, edith: User, elias: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    approving.approve(claim, by=elias)
    answer = as_user(edith).post(path(claim, "approve"), {"version": claim.version, "wording": "My words."})
    assert (answer.status_code, answer.context["is_open"]) == (409, False)
    assert "My words." in answer.content.decode()
