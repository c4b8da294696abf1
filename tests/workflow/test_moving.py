"""The one way everything moves. What each move does is in the verbs' tests; here what all have in common."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Conflict, NotAllowed, WorkflowError
from claims.lifecycle import DERIVED_STATUSES, LIVE, ClaimStatus
from claims.models import Assignment, Chain, Claim, Decision, Event, Review, User
from claims.reports.verification import verify
from claims.workflow import approving, assigning, checking, editing, evidence, triage
from claims.workflow.moving import claim_move, standing_of
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_move_of_an_editor_counts_the_version_once(claim: Claim, edith: User, carl: User, elias: User):
    versions = []
    triage.queue(claim, by=edith, version=1)
    versions.append(Claim.objects.get(pk=claim.pk).version)
    editing.edit(claim, by=edith, text="New.", version=2)
    versions.append(Claim.objects.get(pk=claim.pk).version)
    assignment = assigning.assign(claim, to=carl, by=edith, version=3)
    versions.append(Claim.objects.get(pk=claim.pk).version)
    factories.make_review(assignment)  # saving a draft does not count, handing in does
    versions.append(Claim.objects.get(pk=claim.pk).version)
    approving.approve(claim, by=elias, version=5)
    versions.append(Claim.objects.get(pk=claim.pk).version)
    assert versions == [2, 3, 4, 5, 6]


def test_the_event_tells_before_and_after(claim: Claim, edith: User):
    editing.edit(claim, by=edith, text="New.", speaker="Holm")
    words = Event.objects.order_by("id").last().body.words
    assert words["before"]["text"] == claim.text
    assert (words["after"]["text"], words["after"]["speaker"]) == ("New.", "Holm")
    assert "kind" not in words["before"]  # it stayed


def test_a_body_that_raises_leaves_nothing(claim: Claim, edith: User, refused: Callable):
    def fail() -> None:
        with claim_move(claim, "queue", by=edith) as step:
            step.changes["text"] = "Never stored."
            raise WorkflowError("No.")

    with refused(WorkflowError, "No."):
        fail()


def test_a_version_from_the_future_is_a_conflict_too(claim: Claim, edith: User):
    with pytest.raises(Conflict):
        triage.queue(claim, by=edith, version=9)


def test_a_conflict_tells_a_blind_editor_nothing_of_other_reviewers(
    claim: Claim, edith: User, carl: User, rolf: User
):
    editing.edit(claim, by=edith, flags=["legal"])
    carls = assigning.assign(claim, to=carl, by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    seen = Claim.objects.get(pk=claim.pk).version
    factories.make_review(carls)
    with pytest.raises(Conflict) as info:
        editing.edit(claim, by=rolf, text="New.", version=seen)
    assert "Carl" not in str(info.value)
    with pytest.raises(Conflict) as info:
        editing.edit(claim, by=edith, text="New.", version=seen)
    assert "by Carl at" in str(info.value)


def test_a_refusal_tells_a_blind_editor_neither_status_nor_name(
    claim: Claim, edith: User, carl: User, rolf: User
):
    editing.edit(claim, by=edith, flags=["legal"])
    assignments = [assigning.assign(claim, to=to, by=edith) for to in (carl, rolf)]
    acts: list[Callable[[], Any]] = [
        lambda: triage.queue(claim, by=rolf),
        lambda: assigning.assign(claim, to=carl, by=rolf),
        lambda: approving.reopen(claim, by=rolf, reason="New figures.", weight="minor"),
    ]
    told = []
    for act in acts:
        with pytest.raises(NotAllowed) as info:
            act()
        told.append(str(info.value))
    assert set(told) == {"Claim 1 is with you, and this cannot be done with it now; nothing was changed."}
    for assignment in assignments:
        factories.make_review(assignment)
    with pytest.raises(NotAllowed) as info:
        triage.queue(claim, by=rolf)
    assert str(info.value) == "Claim 1 is submitted, so nothing was changed."


def test_a_move_costs_nine_statements_and_gives_the_claim_as_it_is_stored(
    claim: Claim, edith: User, django_assert_num_queries: Callable
):
    assert edith.roles
    with django_assert_num_queries(9):
        moved = triage.queue(claim, by=edith)
    stored = Claim.objects.get(pk=claim.pk)
    assert {field.attname: field.value_from_object(moved) for field in Claim._meta.concrete_fields} == {
        field.attname: field.value_from_object(stored) for field in Claim._meta.concrete_fields
    }


def test_a_verb_acts_on_what_is_stored_not_on_what_it_was_given(claim: Claim, edith: User):
    stale = Claim.objects.get(pk=claim.pk)
    triage.queue(claim, by=edith)
    stale.text = "Never stored."
    assert triage.skip(stale, by=edith, reason="opinion").text == claim.text


# --- any sequence of moves -------------------------------------------------------------------------------

PEOPLE = ["edith", "elias", "rolf", "carl", "clara"]
Act = Callable[[Claim, dict[str, User], User, User], Any]


def last_assignment(claim: Claim, reviewer: User) -> Assignment:
    found = Assignment.objects.filter(claim=claim, reviewer=reviewer).order_by("-id").first()
    if found is None:
        raise WorkflowError("Nobody asked them.")
    return found


def hand_in(label: str) -> Act:
    def act(claim: Claim, people: dict[str, User], by: User, other: User) -> Any:
        assignment = last_assignment(claim, by)
        draft = Review.objects.filter(assignment=assignment, submitted_at=None).first()
        version = draft.version if draft else 0
        review = checking.save(assignment, factories.draft(label), by=by, version=version)
        evidence.add_evidence(assignment, factories.source(), by=by)
        return checking.submit(assignment, by=by, version=review.version)

    return act


ACTS: dict[str, Act] = {
    "queue": lambda c, p, by, other: triage.queue(c, by=by),
    "skip": lambda c, p, by, other: triage.skip(c, by=by, reason="opinion"),
    "restore": lambda c, p, by, other: triage.restore(c, by=by),
    "retire": lambda c, p, by, other: triage.retire(c, by=by, reason="Cut."),
    "edit": lambda c, p, by, other: editing.edit(c, by=by, text="Reworded."),
    "flag": lambda c, p, by, other: editing.edit(c, by=by, flags=["legal"]),
    "assign": lambda c, p, by, other: assigning.assign(c, to=other, by=by),
    "unassign": lambda c, p, by, other: assigning.unassign(last_assignment(c, other), by=by, reason="Ill."),
    "decline": lambda c, p, by, other: assigning.decline(last_assignment(c, by), by=by, reason="No."),
    "hand in true": hand_in("True"),
    "hand in false": hand_in("False"),
    "return": lambda c, p, by, other: approving.return_review(
        last_assignment(c, other), by=by, reason="Look again."
    ),
    "approve": lambda c, p, by, other: approving.approve(c, by=by),
    "reopen": lambda c, p, by, other: approving.reopen(c, by=by, reason="New.", weight="minor"),
}
# A walk that gets far more often than chance would.
FAR = ["queue", "assign", "hand in true", "approve", "reopen", "assign", "hand in false", "return", "restore"]
STEPS = st.tuples(st.sampled_from([*ACTS, *FAR]), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, max_size=25))
def test_any_sequence_of_moves_keeps_the_rules(cast: dict[str, User], steps: list[tuple[str, str, str]]):
    claim = factories.make_document(cast["edith"]).claims.order_by("number")[0]
    for name, by, other in steps:
        before = Event.objects.count()
        try:
            ACTS[name](claim, cast, cast[by], cast[other])
        except WorkflowError:
            more = 2 if name.startswith("hand in") else 0  # three verbs: the first ones may have gone well
            assert Event.objects.count() <= before + more
        else:
            assert Event.objects.count() == before + (3 if name.startswith("hand in") else 1)
        keeps_the_rules(Claim.objects.get(pk=claim.pk))
    assert list(verify()) == []


def keeps_the_rules(claim: Claim) -> None:
    if claim.stands in DERIVED_STATUSES:
        assert claim.stands is standing_of(claim)
    current = list(Decision.objects.filter(claim=claim, ended_at=None))
    assert current == ([claim.current_decision] if claim.current_decision else [])
    if claim.stands is ClaimStatus.APPROVED:
        assert claim.current_decision is not None
    rounds = Assignment.objects.filter(claim=claim, status__in=LIVE).values_list("round", "reviewer")
    assert len(set(rounds)) == len(rounds)
    for review in Review.objects.submitted().filter(assignment__claim=claim):
        assert review.verdict is not None
        assert review.rationale
    decided = Decision.objects.filter(claim=claim).select_related("review__assignment")
    assert all(decision.by_id != decision.review.assignment.reviewer_id for decision in decided)
    numbers = list(Event.objects.filter(chain__document=claim.document_id).order_by("number"))
    assert [event.number for event in numbers] == list(range(1, len(numbers) + 1))
    assert Chain.objects.get(document=claim.document_id).last_number == len(numbers)
