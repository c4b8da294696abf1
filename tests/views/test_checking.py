"""A reviewer's own moves on the claim page: nothing typed is ever lost."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from claims.models import Assignment, Claim, Event, Evidence, Review, User
from claims.workflow import assigning, checking, evidence, triage
from tests import factories


def row_counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Review, Evidence, Event))


def test_claim_save_stores_the_draft_and_starts(as_user, path, held: Assignment, carl: User, typed, draft_of):
    answer = as_user(carl).post(path(held.claim, "save"), typed())
    assert (answer.status_code, answer.headers["Location"]) == (302, path(held.claim) + "#moves")
    draft = draft_of(held)
    assert (str(draft.verdict), draft.rationale, str(draft.as_of)) == (
        "Mostly false",
        "The company counts 1.7 million.",
        "2026-03-12",
    )
    held.refresh_from_db()
    assert held.status == "started"


def test_claim_save_keeps_a_date_it_cannot_read_on_the_page(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    answer = as_user(carl).post(path(held.claim, "save"), typed(as_of="next spring"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="next spring"' in page
    assert '<a href="#id_as_of">Enter a date such as 12 March 2026.</a>' in page
    assert (draft_of(held).rationale, draft_of(held).as_of) == ("The company counts 1.7 million.", None)
    again = as_user(carl).post(
        path(held.claim, "save"), typed(version=answer.context["file"].work.review.version)
    )
    assert again.status_code == 302


def test_claim_save_with_a_note_left_over_keeps_both(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    answer = as_user(carl).post(path(held.claim, "save"), typed(body="Ask the harbour office again."))
    assert answer.status_code == 422
    assert "Ask the harbour office again." in answer.content.decode()
    assert draft_of(held).rationale == "The company counts 1.7 million."


def test_claim_save_from_an_older_tab_shows_both_versions(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    browser = as_user(carl)
    browser.post(path(held.claim, "save"), typed(rationale="From the first tab."))
    before = row_counts()
    answer = browser.post(path(held.claim, "save"), typed(rationale="From the second tab."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the second tab." in page
    assert [fact.label for fact in answer.context["facts"]] == ["Verdict", "Rationale", "As-of date"]
    assert "".join(words for words, _ in answer.context["facts"][1].parts) == "From the first tab."
    assert row_counts() == before
    assert 'name="version" value="1"' in page
    browser.post(path(held.claim, "save"), typed(version=1, rationale="From the second tab."))
    assert draft_of(held).rationale == "From the second tab."


def test_claim_save_of_the_same_words_from_an_older_tab_is_no_conflict(
    as_user, path, held: Assignment, carl, typed
):
    browser = as_user(carl)
    browser.post(path(held.claim, "save"), typed())
    answer = browser.post(path(held.claim, "notes", "add"), typed(body="Called them."))
    assert answer.status_code == 302


def test_claim_save_keeps_the_words_when_the_claim_was_taken_away(
    as_user, path, held: Assignment, carl, edith, typed
):
    checking.save(held, factories.draft(), by=carl, version=0)
    triage.skip(held.claim, by=edith, reason="out_of_scope")
    answer = as_user(carl).post(path(held.claim, "save"), typed(version=1, rationale="A long rationale."))
    assert answer.status_code == 409
    assert "A long rationale." in answer.content.decode()
    assert "This is no longer open to you." in answer.content.decode()


def test_claim_save_leads_on_to_the_source_that_was_asked_for(
    as_user, path, held: Assignment, carl, typed, draft_of
):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    answer = as_user(carl).post(path(held.claim, "save"), typed(then=f"strike-{piece.pk}"))
    assert answer.headers["Location"] == path(held.claim, "evidence", piece.pk, "strike")
    assert draft_of(held).rationale == "The company counts 1.7 million."


def test_claim_submit_hands_the_review_in_and_leads_to_the_next_claim(
    as_user, path, held: Assignment, carl: User, edith: User, typed
):
    other = held.claim.document.claims.select_related("document").order_by("number")[1]
    triage.queue(other, by=edith)
    assigning.assign(other, to=carl, by=edith)
    evidence.add_evidence(held, factories.source(), by=carl)
    answer = as_user(carl).post(path(held.claim, "submit"), typed())
    assert (answer.status_code, answer.headers["Location"]) == (302, path(other))
    held.refresh_from_db()
    assert held.status == "submitted"


def test_claim_submit_too_early_says_what_is_missing_and_keeps_what_was_typed(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    answer = as_user(carl).post(path(held.claim, "submit"), typed(verdict=""))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["errors"] == [
        ("id_verdict", "Choose a verdict."),
        ("evidence", "Add two independent origins, or one primary source."),
    ]
    assert "The company counts 1.7 million." in page
    assert draft_of(held).rationale == "The company counts 1.7 million."
    assert f'name="version" value="{draft_of(held).version}"' in page


def test_claim_submit_with_nothing_typed_names_every_gap(as_user, path, held: Assignment, carl: User):
    answer = as_user(carl).post(path(held.claim, "submit"), {"version": 0})
    assert [anchor for anchor, _ in answer.context["errors"]] == ["id_verdict", "id_rationale", "evidence"]


def test_claim_submit_waits_for_evidence_that_is_only_typed(
    as_user, path, held: Assignment, carl: User, typed
):
    evidence.add_evidence(held, factories.source(), by=carl)
    answer = as_user(carl).post(path(held.claim, "submit"), typed(title="A second table"))
    held.refresh_from_db()
    assert (answer.status_code, held.status) == (422, "started")
    assert 'value="A second table"' in answer.content.decode()


def test_claim_decline_asks_why_and_keeps_the_draft(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    browser = as_user(carl)
    assert browser.post(path(held.claim, "decline"), typed()).status_code == 422
    answer = browser.post(path(held.claim, "decline"), typed(version=1, reason="I know the mayor."))
    held.refresh_from_db()
    assert (answer.status_code, held.status, held.closed_reason) == (302, "declined", "I know the mayor.")
    assert draft_of(held).rationale == "The company counts 1.7 million."


@pytest.mark.parametrize("move", ["save", "submit", "decline"])
def test_claim_moves_of_a_reviewer_are_refused_to_an_editor_with_the_reason(
    as_user: Callable[..., Any], path, held: Assignment, edith: User, move: str
):
    before = row_counts()
    answer = as_user(edith).post(path(held.claim, move), {"version": 0, "reason": "So."})
    assert answer.status_code == 403
    assert "Only the reviewer who was asked may do this." in answer.content.decode()
    assert row_counts() == before


@pytest.mark.parametrize("name", ["clara", "rita", "otto"])
def test_claim_save_of_what_one_does_not_see_is_a_404(
    as_user, path, held: Assignment, cast, typed, name: str
):
    assert as_user(cast[name]).post(path(held.claim, "save"), typed()).status_code == 404


def test_claim_save_is_no_link(as_user, path, held: Assignment, carl: User):
    assert as_user(carl).get(path(held.claim, "save")).status_code == 302


def test_two_blind_reviewers_submit_one_after_the_other(
    as_user, path, claim: Claim, edith, carl, clara, typed
):
    triage.queue(claim, by=edith)
    for who in (carl, clara):
        assignment = assigning.assign(claim, to=who, by=edith)
        evidence.add_evidence(assignment, factories.source(), by=who)
    answers = [as_user(who).post(path(claim, "submit"), typed()).status_code for who in (carl, clara)]
    assert answers == [302, 302]
    claim.refresh_from_db()
    assert claim.status == "submitted"


def test_queries_of_the_pages_of_a_review(
    as_user, path, held: Assignment, carl: User, typed, django_assert_num_queries: Callable[..., Any]
):
    """Log-in in two queries, the assignment, the draft and the verdicts in three, then the moves."""
    browser = as_user(carl)
    source = {"title": "Table", "stance": "supports", "form": "data", "level": "primary", "origin": "Port"}
    first, later = typed(), typed(version=1)
    with django_assert_num_queries(28):  # saves the draft, then adds
        browser.post(path(held.claim, "evidence", "add"), first | source)
    with django_assert_num_queries(15):
        browser.post(path(held.claim, "evidence", "add"), later | source)
    with django_assert_num_queries(21):
        answer = browser.post(path(held.claim, "submit"), later)
    assert answer.status_code == 302
    assert Review.objects.submitted().get().evidence.count() == 2


def test_handing_in_leads_to_the_most_urgent_claim(
    as_user, path, held: Assignment, edith: User, carl: User, typed
):
    soon = timezone.now() + datetime.timedelta(hours=2)
    second, third = held.claim.document.claims.exclude(pk=held.claim_id).order_by("number")[:2]
    assigning.assign(second, to=carl, by=edith)
    assigning.assign(third, to=carl, by=edith, due=soon)
    browser = as_user(carl)
    answer = browser.post(path(held.claim, "submit"), typed(exemption="The port keeps no table."))
    assert answer.url == path(third)
    answer = browser.post(path(third, "submit"), typed(exemption="The port keeps no table."))
    assert answer.url == path(second)
