"""What many claims are done to at once: each verb with what its form gives, and a sentence per refused claim."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from claims.admin.actions import ACTIONS, ApproveForm, counted, run, told
from claims.admin.selection import Selection
from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, Event, User
from claims.workflow import assigning, triage
from claims.workflow.bulk import Outcome
from tests import factories
from tests.admin.conftest import do

S = ClaimStatus


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def statuses(*claims: Claim) -> list[str]:
    return [Claim.objects.get(pk=claim.pk).status for claim in claims]


def test_queue(claim: Claim, editor: Client, edith: User):
    claims = list(claim.document.claims.order_by("number"))
    answer = do(editor, "queue", claims)
    assert answer["Location"] == "/admin/claims/claim/"
    assert statuses(*claims) == ["queued"] * 3
    assert set(Event.objects.filter(action="queue").values_list("actor", flat=True)) == {edith.pk}


def test_skip_with_a_reason(claim: Claim, editor: Client):
    do(editor, "skip", [claim], reason="other", words="Cut in the second edition.")
    claim.refresh_from_db()
    assert (claim.status, claim.settled_reason, claim.settled_words) == (
        "skipped",
        "other",
        "Cut in the second edition.",
    )


def test_skip_as_a_duplicate(claim: Claim, editor: Client):
    do(editor, "skip", [claim], reason="duplicate", duplicate_of="2")
    claim.refresh_from_db()
    assert (claim.status, claim.settled_words) == ("skipped", "Duplicate of claim 2.")


def test_assign_with_due_date_and_instructions(claim: Claim, editor: Client, carl: User):
    do(editor, "assign", [claim], to=carl.pk, due="2031-03-13T17:00", instructions="Ask the port first.")
    assignment = Assignment.objects.get()
    assert (assignment.claim, assignment.reviewer, assignment.status) == (claim, carl, "asked")
    assert (assignment.due_at, assignment.instructions) == (
        datetime.datetime(2031, 3, 13, 17, tzinfo=datetime.UTC),
        "Ask the port first.",
    )
    assert statuses(claim) == ["assigned"]


def test_unassign_everyone_or_one(claim: Claim, editor: Client, cast: dict[str, User]):
    for name in ("carl", "clara"):
        assigning.assign(claim, to=cast[name], by=cast["edith"])
    do(editor, "unassign", [claim], reviewer=cast["carl"].pk)
    assert list(Assignment.objects.live().values_list("reviewer__username", flat=True)) == ["clara"]
    do(editor, "unassign", [claim], reviewer="")
    assert (Assignment.objects.live().count(), statuses(claim)) == (0, ["queued"])


def test_approve(claim_in: Callable[..., Claim], editor: Client, edith: User):
    claim = claim_in(S.SUBMITTED)
    do(editor, "approve", [claim], recheck_on="2031-01-01")
    claim.refresh_from_db()
    assert (claim.status, claim.current_decision.by) == ("approved", edith)
    assert claim.current_decision.recheck_on == datetime.date(2031, 1, 1)


def test_return_with_a_reason(claim_in: Callable[..., Claim], editor: Client):
    claim = claim_in(S.SUBMITTED)
    do(editor, "return", [claim], reviewer="", reason="Which table is it?")
    assignment = Assignment.objects.get(claim=claim)
    assert (assignment.status, assignment.returned_reason) == (AssignmentStatus.STARTED, "Which table is it?")


@pytest.mark.parametrize(
    ("action", "status", "sentence"),
    [
        ("queue", S.APPROVED, "Claim 1 is approved, so nothing was changed."),
        ("assign", S.RETIRED, "Claim 1 is retired, so nothing was changed."),
        ("unassign", S.QUEUED, "Nobody who could be unassigned is on claim 1."),
        ("approve", S.DISPUTED, "Claim 1 is one on which reviewers differ, so nothing was changed."),
        ("return", S.ASSIGNED, "Claim 1 has no submitted review to return."),
        ("unassign", S.IN_REVIEW, "Say why, in one sentence or more."),
    ],
)
def test_a_refused_claim_is_listed_with_its_sentence(
    action: str, status: S, sentence: str, claim_in: Callable[..., Claim], cast: dict[str, User]
):
    claim = claim_in(status)
    typed = {
        "reviewer": None,
        "reason": "",
        "recheck_on": None,
        "to": cast["clara"],
        "due": None,
        "instructions": "",
    }
    wanted = {name: typed[name] for name in ACTIONS[action].form.base_fields if name in typed}
    result = run(ACTIONS[action], Selection({claim.pk: claim.version}, cast["edith"]), wanted)
    assert [(each.pk, words) for each, words in result.outcome.refused] == [(claim.pk, sentence)]


def test_who_reviewed_a_claim_does_not_approve_it_here_either(
    claim: Claim, rolf: User, as_: Callable[[str], Client]
):
    triage.queue(claim, by=rolf)
    assigning.assign(claim, to=rolf, by=User.objects.get(username="edith"))
    factories.make_review(Assignment.objects.get())
    page = do(as_("rolf"), "approve", [claim])
    assert [words for _, words in page.context["outcome"].refused] == [
        "You reviewed this claim, so someone else must approve it."
    ]
    assert statuses(claim) == ["submitted"]


def test_a_blind_editor_unassigns_only_themselves(claim: Claim, cast: dict[str, User]):
    for name in ("rolf", "clara"):
        assigning.assign(claim, to=cast[name], by=cast["edith"])
    claim.refresh_from_db()
    selection = Selection({claim.pk: claim.version}, cast["rolf"])
    assert [user.username for user in selection.reviewers()] == ["rolf"]
    run(ACTIONS["unassign"], selection, {"reviewer": None, "reason": ""})
    assert list(Assignment.objects.live().values_list("reviewer__username", flat=True)) == ["clara"]


def test_a_claim_changed_since_it_was_chosen_is_refused(claim: Claim, edith: User, elias: User):
    selection = Selection({claim.pk: claim.version}, edith)
    triage.queue(claim, by=elias)
    result = run(ACTIONS["skip"], selection, {"reason": "opinion", "words": "", "duplicate_of": None})
    assert [words.split(" by ")[0] for _, words in result.outcome.refused] == ["Claim 1 was changed"]


def test_what_the_form_lacks_is_said_once(claim: Claim, edith: User):
    claims = claim.document.claims.all()
    typed = {"reason": "other", "words": "", "duplicate_of": None}
    result = run(ACTIONS["skip"], Selection.of(claims, edith), typed)
    assert result.lacking is not None
    assert result.lacking.fields == {"words": "Say why, in one sentence or more."}


@pytest.mark.parametrize(
    ("done", "refused", "words"),
    [
        (38, 0, "38 claims queued."),
        (38, 2, "38 claims queued. 2 were not:"),
        (1, 1, "1 claim queued. 1 was not:"),
        (0, 1, "Nothing was changed."),
        (0, 4, "None of the 4 claims was queued."),
        (2000, 0, "2,000 claims queued."),
    ],
)
def test_the_result_is_told_in_a_sentence(done: int, refused: int, words: str):
    outcome = Outcome([Claim()] * done, [(Claim(), "Why.")] * refused)
    assert told(ACTIONS["queue"], outcome) == words


def test_claims_are_counted_as_people_do():
    assert [counted(1), counted(0), counted(1234)] == ["1 claim", "0 claims", "1,234 claims"]


def test_sole_sign_off_is_asked_only_where_the_desk_allows_it(edith: User, settings):
    assert list(ApproveForm(selection=Selection({}, edith)).fields) == ["recheck_on"]
    settings.SOLE_SIGN_OFF = True
    assert list(ApproveForm(selection=Selection({}, edith)).fields) == ["recheck_on", "sole_sign_off"]
