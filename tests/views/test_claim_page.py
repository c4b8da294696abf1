"""The claim page: what each person sees of a claim, and what stays hidden."""

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, User
from claims.reports import pane
from claims.views import claim_page
from claims.workflow import approving, assigning, editing, evidence, talking, triage
from tests import factories
from tests.scenes import everybody, scene

STATUS_WORDS = ("In review", "Reviewers differ", "Assigned", "Queued", "Proposed")


def without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_page_of_a_reviewer_has_one_form_for_everything(as_user, path, held: Assignment, carl: User):
    page = as_user(carl).get(path(held.claim)).content.decode()
    assert page.count('id="verdict-form"') == 1
    for name in (
        "verdict",
        "rationale",
        "as_of",
        "exemption",
        "title",
        "origin",
        "reason",
        "body",
        "version",
    ):
        assert page.count(f'name="{name}"') >= 1
    assert page.count('name="verdict"') == 11
    assert "A statistic needs one primary source, or two independent origins." in page
    assert "0 of 2 independent origins" in page


def test_notes_follow_a_short_text(as_user, path, held: Assignment, carl: User, monkeypatch):
    assert "columns-claim--short" in as_user(carl).get(path(held.claim)).content.decode()
    monkeypatch.setattr(pane, "LINES_OF_A_SHORT_TEXT", 5)
    assert "columns-claim--short" not in as_user(carl).get(path(held.claim)).content.decode()


def test_page_shows_the_passage_in_view_and_neighbours_by_number_only(
    as_user, path, held: Assignment, carl: User
):
    page = as_user(carl).get(path(held.claim)).content.decode()
    assert page.count("data-in-view") == 1
    assert page.count("mark--current") == 3  # first word, rest of the passage, key
    assert 'aria-label="Claim 2"' in page
    assert "chip-number--proposed" not in page


def test_page_of_an_editor_marks_neighbours_by_status_with_links(
    as_user, path, held: Assignment, edith: User
):
    second = held.claim.document.claims.order_by("number")[1]
    page = as_user(edith).get(path(held.claim)).content.decode()
    assert f'aria-label="Claim {second.number}, proposed, event"' in page
    assert f'href="{path(second)}"' in page


def test_page_of_a_reviewer_never_tells_where_the_claim_stands(
    as_user, path, held: Assignment, carl: User, clara: User, edith: User
):
    browser = as_user(carl)
    before = browser.get(path(held.claim)).content.decode()
    second = assigning.assign(held.claim, to=clara, by=edith)
    evidence.add_evidence(second, factories.source("MARKER evidence"), by=clara)
    talking.add_note(held.claim, by=clara, body="MARKER note")
    factories.make_review(second, label="False", rationale="MARKER rationale", sources=[])
    after = browser.get(path(held.claim)).content.decode()
    assert without_tokens(after) == without_tokens(before)
    assert [word for word in STATUS_WORDS if f">{word}<" in after] == []


def test_page_of_an_editor_who_reviews_the_claim_is_as_blind(
    as_user, path, held: Assignment, rolf: User, edith: User, carl: User
):
    assigning.assign(held.claim, to=rolf, by=edith)
    browser = as_user(rolf)
    factories.make_review(held, label="False", rationale="MARKER rationale")
    page = browser.get(path(held.claim))
    assert "MARKER" not in page.content.decode()
    assert page.context["file"].blind
    assert page.context["assignment_offers"] == [] or all(
        assignment.reviewer_id == rolf.pk for assignment, _ in page.context["assignment_offers"]
    )


def test_page_opens_others_work_once_every_required_review_is_in(as_user, path, claim_in, carl: User):
    claim = claim_in(ClaimStatus.DISPUTED)
    file = as_user(carl).get(path(claim)).context["file"]
    assert [str(work.review.assignment.reviewer) for work in file.handed_in] == ["Carl", "Clara"]


def test_page_of_a_reviewer_who_declined_shows_what_they_wrote_and_not_the_document(
    as_user, path, held: Assignment, carl: User
):
    factories.make_review(held, submit=False, rationale="What I had until then.")
    assigning.decline(held, by=carl, reason="I know the mayor.")
    answer = as_user(carl).get(path(held.claim))
    page = answer.content.decode()
    assert "What I had until then." in page
    assert "Mayor Ingrid Holm" not in page
    assert answer.context["page"].pane is None
    assert 'id="verdict-form"' not in page


def test_page_of_a_reader_shows_the_decision_without_confidential_sources(
    as_user, path, claim: Claim, edith, elias, carl, rita
):
    triage.queue(claim, by=edith)
    assignment = assigning.assign(claim, to=carl, by=edith)
    sources = [factories.source(), factories.source("MARKER clerk", confidential=True, origin="MARKER clerk")]
    factories.make_review(assignment, sources=sources, rationale="The table says so.")
    approving.approve(claim, by=elias)
    talking.add_note(claim, by=edith, body="MARKER note")
    page = as_user(rita).get(path(claim)).content.decode()
    assert "The table says so." in page
    assert "Freight table 2025" in page
    assert "Confidential source, known to the desk" in page
    assert "MARKER" not in page
    assert "Mayor Ingrid Holm" not in page


def test_page_shows_confidential_evidence_to_its_author_and_editors_only(
    as_user, path, claim: Claim, edith: User, carl: User, clara: User
):
    triage.queue(claim, by=edith)
    first, second = (assigning.assign(claim, to=who, by=edith) for who in (carl, clara))
    secret = factories.source("MARKER clerk", confidential=True)
    factories.make_review(first, sources=[secret])
    factories.make_review(second)
    seen = {
        who: "MARKER clerk" in as_user(who).get(path(claim)).content.decode() for who in (edith, carl, clara)
    }
    assert seen == {edith: True, carl: True, clara: False}


def test_page_says_that_the_wording_is_a_guess_until_somebody_confirms_it(
    as_user, path, claim: Claim, edith: User
):
    browser = as_user(edith)
    assert "machine’s guess" in browser.get(path(claim)).content.decode()
    editing.edit(claim, by=edith, speaker="The port")
    page = browser.get(path(claim)).content.decode()
    assert "machine’s guess" not in page
    assert "Speaker: <b>The port</b>" in page


def test_page_marks_the_words_that_were_filled_in(as_user, path, claim: Claim, edith: User):
    editing.edit(claim, by=edith, text=claim.quote.rstrip(".") + " by its own count.")
    assert (
        '<span class="filled-in">by its own count.</span>' in as_user(edith).get(path(claim)).content.decode()
    )


def test_page_leads_to_the_claims_before_and_after_in_my_queue(as_user, path, held: Assignment, carl, edith):
    others = held.claim.document.claims.select_related("document").order_by("number")[1:]
    for other in others:
        triage.queue(other, by=edith)
        assigning.assign(other, to=carl, by=edith)
    page = as_user(carl).get(path(others[0])).context["page"]
    assert (page.previous, page.next) == (path(held.claim), path(others[1]))


def test_page_leads_an_editor_through_the_text(as_user, path, claim: Claim, edith: User):
    second = claim.document.claims.order_by("number")[1]
    page = as_user(edith).get(path(claim)).context["page"]
    assert (page.previous, page.next) == ("", path(second))


def test_page_of_a_skipped_claim_says_why(as_user, path, claim: Claim, edith: User):
    triage.skip(claim, by=edith, reason="out_of_scope", words="It is about the weather.")
    assert "Out of scope. It is about the weather." in as_user(edith).get(path(claim)).content.decode()


def test_error_lines_lead_to_their_fields():
    assert claim_page.error_lines({}) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_a_reviewer_asks_a_constant_number_of_queries(
    as_user, path, held: Assignment, carl: User, rows: int, django_assert_num_queries: DjangoAssertNumQueries
):
    grow(held, carl, rows)
    browser = as_user(carl)
    with django_assert_num_queries(12):
        browser.get(path(held.claim))


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_an_editor_asks_a_constant_number_of_queries(
    as_user, path, held: Assignment, carl, edith, rows: int, django_assert_num_queries: DjangoAssertNumQueries
):
    grow(held, carl, rows)
    factories.make_review(held)
    browser = as_user(edith)
    with django_assert_num_queries(11):
        browser.get(path(held.claim))


def grow(held: Assignment, carl: User, rows: int) -> None:
    """As many sources, notes and requests, and neighbours beside the passage."""
    for number in range(rows):
        evidence.add_evidence(held, factories.source(f"Table {number}"), by=carl)
        talking.add_note(held.claim, by=carl, body=f"Note {number}")
        talking.record_contact(held.claim, by=carl, who="The mayor", how="letter")
        start = 4 + number
        editing.add(held.claim.document, by=User.objects.get(username="edith"), start=start, end=start + 8)


@pytest.mark.parametrize("status", ClaimStatus)
def test_no_page_of_a_claim_asks_more_than_twelve_queries(
    as_user, path, cast: dict[str, User], status: ClaimStatus, django_assert_max_num_queries
):
    """In its second round, with a decision that ended, three reviewers, notes and requests for comment."""
    people = everybody(cast)
    made = scene(people, status)
    talking.add_note(made.claim, by=people["edith"], body="Ask the port.")
    talking.record_contact(made.claim, by=people["edith"], who="The port", how="letter")
    for name in ("edith", "elias", "rolf", "hanna", "carl", "clara", "rita"):
        browser = as_user(people[name])
        with django_assert_max_num_queries(12):
            browser.get(path(made.claim))
