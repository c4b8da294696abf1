"""Editors' moves on the claim page: find, form, verb, message, redirect."""

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Event, User
from claims.workflow import assigning, triage


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_claim_queue_moves_the_claim_and_says_so(as_user, path, claim: Claim, edith: User):
    answer = as_user(edith).post(path(claim, "queue"), {"version": claim.version}, follow=True)
    assert answer.redirect_chain == [(path(claim), 302)]
    assert fresh(claim).status == "queued"
    assert f"Claim {claim.number} queued." in answer.content.decode()


def test_claim_skip_asks_for_a_reason_and_keeps_the_words(as_user, path, claim: Claim, edith: User):
    answer = as_user(edith).post(path(claim, "skip"), {"version": claim.version, "words": "Not for us."})
    assert (answer.status_code, answer.context["errors"]) == (422, [("skip_reason", "Choose a reason.")])
    assert "Not for us." in answer.content.decode()


def test_claim_skip_stores_reason_and_duplicate(as_user, path, claim: Claim, edith: User):
    other = claim.document.claims.exclude(pk=claim.pk).order_by("number")[0]
    given = {"version": claim.version, "reason": "duplicate", "duplicate_of": other.number}
    assert as_user(edith).post(path(claim, "skip"), given).status_code == 302
    assert fresh(claim).settled_words == f"Duplicate of claim {other.number}."


def test_claim_restore_takes_it_back(as_user, path, claim: Claim, edith: User):
    triage.skip(claim, by=edith, reason="opinion")
    as_user(edith).post(path(claim, "restore"), {"version": fresh(claim).version})
    assert fresh(claim).status == "proposed"


def test_claim_retire_needs_a_reason(as_user, path, claim: Claim, edith: User):
    browser = as_user(edith)
    assert browser.post(path(claim, "retire"), {"version": claim.version}).status_code == 422
    browser.post(path(claim, "retire"), {"version": claim.version, "reason": "The paragraph was cut."})
    assert fresh(claim).status == "retired"


def test_claim_edit_changes_wording_and_confirms_the_guess(as_user, path, claim: Claim, edith: User):
    given = {"version": claim.version, "text": "Vessby handled 4.1 million tonnes.", "kind": "statistic"}
    as_user(edith).post(path(claim, "edit"), given | {"speaker": "", "flags": ["legal"]})
    now = fresh(claim)
    assert (now.text, now.flags, now.confirmed_by_id) == (given["text"], ["legal"], edith.pk)


def test_claim_edit_of_an_older_version_shows_both(as_user, path, claim: Claim, edith: User, elias: User):
    as_user(elias).post(
        path(claim, "edit"),
        {"version": 1, "text": "The port handled 4.1 million tonnes.", "kind": "statistic"},
    )
    events = Event.objects.count()
    given = {"version": 1, "text": "The harbour handled 4.1 million tonnes.", "kind": "statistic"}
    answer = as_user(edith).post(path(claim, "edit"), given)
    page = answer.content.decode()
    assert (answer.status_code, Event.objects.count()) == (409, events)
    assert "The harbour handled 4.1 million tonnes." in page
    (text,) = [fact for fact in answer.context["facts"] if fact.label == "Text"]
    assert text.parts == [("The ", False), ("port", True), (" handled 4.1 million tonnes.", False)]
    again = as_user(edith).post(path(claim, "edit"), given | {"version": fresh(claim).version})
    assert (again.status_code, fresh(claim).text) == (302, given["text"])


def test_claim_queue_that_somebody_else_made_offers_no_button(
    as_user, path, claim: Claim, edith: User, elias: User
):
    triage.queue(claim, by=elias)
    answer = as_user(edith).post(path(claim, "queue"), {"version": 1})
    assert (answer.status_code, answer.context["is_open"]) == (409, False)
    assert "was changed by Elias" in answer.content.decode()


def test_claim_queue_without_a_version_counts_as_stale(as_user, path, claim: Claim, edith: User):
    assert as_user(edith).post(path(claim, "queue"), {}).status_code == 409


def test_claim_edit_that_became_impossible_keeps_what_was_typed(as_user, path, claim_in, edith: User):
    claim = claim_in(ClaimStatus.APPROVED)
    given = {"version": claim.version, "text": "Other words.", "kind": "event"}
    answer = as_user(edith).post(path(claim, "edit"), given)
    page = answer.content.decode()
    assert (answer.status_code, answer.context["is_open"], "Other words." in page) == (409, False, True)
    assert "is approved, so nothing was changed." in page


def test_claim_restore_that_became_impossible_leads_back_with_the_sentence(
    as_user, path, claim_in, edith: User
):
    claim = claim_in(ClaimStatus.APPROVED)
    answer = as_user(edith).post(path(claim, "restore"), {"version": claim.version}, follow=True)
    assert answer.redirect_chain == [(path(claim), 302)]
    assert "is approved, so nothing was changed." in answer.content.decode()


def test_claim_assign_asks_a_reviewer(as_user, path, claim: Claim, edith: User, carl: User):
    given = {"version": claim.version, "to": carl.pk, "due": "2026-03-12T17:00", "instructions": "By phone."}
    as_user(edith).post(path(claim, "assign"), given)
    assignment = Assignment.objects.get()
    assert (assignment.reviewer, f"{assignment.due_at:%d %H:%M}", assignment.instructions) == (
        carl,
        "12 17:00",
        "By phone.",
    )


def test_claim_assign_needs_a_reviewer(as_user, path, claim: Claim, edith: User, rita: User):
    browser = as_user(edith)
    for to in ("", rita.pk):
        assert browser.post(path(claim, "assign"), {"version": claim.version, "to": to}).status_code == 422


def test_claim_unassign_takes_the_claim_back(as_user, path, held: Assignment, edith: User):
    version = fresh(held.claim).version
    answer = as_user(edith).post(path(held.claim, "assignments", held.pk, "unassign"), {"version": version})
    held.refresh_from_db()
    assert (answer.status_code, held.status) == (302, "withdrawn")


@pytest.mark.parametrize("move", ["queue", "skip", "restore", "retire", "edit", "assign"])
def test_claim_moves_of_an_editor_are_refused_to_a_reviewer_with_the_reason(
    as_user, path, held: Assignment, carl: User, move: str
):
    claim, events = fresh(held.claim), Event.objects.count()
    given = {"version": claim.version, "reason": "opinion", "text": "x", "kind": "event", "to": carl.pk}
    answer = as_user(carl).post(path(claim, move), given)
    assert (answer.status_code, Event.objects.count()) == (403, events)
    assert "Only an editor may do this." in answer.content.decode()


@pytest.mark.parametrize("move", ["queue", "skip", "restore", "retire", "edit", "assign"])
def test_claim_moves_are_no_links(as_user, path, claim: Claim, edith: User, move: str):
    assert as_user(edith).get(path(claim, move)).status_code == 302


def test_claim_detail_of_what_one_does_not_see_is_a_404(as_user, path, claim: Claim, carl: User, otto: User):
    assert [as_user(who).get(path(claim)).status_code for who in (carl, otto)] == [404, 404]


def test_claim_assign_by_an_editor_who_reviews_it_names_nobody_else(
    as_user, path, held: Assignment, edith, rolf, carl
):
    assigning.assign(held.claim, to=rolf, by=edith)
    given = {"version": fresh(held.claim).version, "to": carl.pk}
    page = as_user(rolf).post(path(held.claim, "assign"), given, follow=True).content.decode()
    assert "is with you, and this cannot be done with it now; nothing was changed." in page
    assert "already on claim" not in page
