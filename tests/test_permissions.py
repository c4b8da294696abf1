"""Who sees what, and who may. Blindness: test_blind.py; every move with everybody: workflow/test_every_move.py."""

from collections.abc import Callable
from typing import Any

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import (
    Assignment,
    Claim,
    Document,
    Event,
    User,
)
from claims.permissions import VISIBLE, decide, sees, visible_to
from claims.workflow import approving, assigning, talking, triage
from claims.workflow.desk import record_desk_change
from tests import factories
from tests.markers import asked_of

pytestmark = pytest.mark.django_db


# --- by role ---------------------------------------------------------------------------------------------


def counted(user: User) -> dict[str, int]:
    return {model.__name__: visible_to(user, model._default_manager.all()).count() for model in VISIBLE}


@pytest.fixture
def approved(claim_in: Callable[..., Claim]) -> Claim:
    """Carl's claim, approved by elias, with a note, a contact and one neighbour that nobody touched."""
    return claim_in(ClaimStatus.APPROVED)


def test_an_editor_sees_everything_of_the_documents(approved: Claim, edith: User, carl: User):
    talking.add_note(approved, by=carl, body="I rang the port.")
    talking.record_contact(approved, by=carl, who="The port", how="By telephone")
    all_of = {model.__name__: model._default_manager.count() for model in VISIBLE}
    assert counted(edith) == all_of
    assert all_of == {
        "Document": 1,
        "Claim": approved.document.claims.count(),
        "Assignment": 1,
        "Review": 1,
        "Evidence": 1,
        "Decision": 1,
        "Note": 1,
        "Contact": 1,
        "Event": Event.objects.count(),
    }


def test_a_reviewer_sees_their_own_claim_only(approved: Claim, carl: User, clara: User):
    assert counted(carl) == {
        "Document": 1,
        "Claim": 1,
        "Assignment": 1,
        "Review": 1,
        "Evidence": 1,
        "Decision": 1,
        "Note": 0,
        "Contact": 0,
        "Event": Event.objects.filter(claim=approved).count(),
    }
    assert set(counted(clara).values()) == {0}


def test_a_reader_sees_the_approved_decision_and_its_evidence(approved: Claim, rita: User):
    seen = {name: number for name, number in counted(rita).items() if number}
    assert seen == {"Claim": 1, "Evidence": 1, "Decision": 1}


@pytest.mark.parametrize("about", [{"restricted": True}, {"withdrawn_at": "2026-03-01T12:00Z"}])
def test_a_reader_sees_nothing_of_a_restricted_or_withdrawn_document(
    approved: Claim, rita: User, about: dict[str, Any]
):
    Document.objects.filter(pk=approved.document_id).update(**about)
    assert set(counted(rita).values()) == {0}


def test_a_reader_sees_nothing_once_it_is_reopened(approved: Claim, rita: User, elias: User):
    approving.reopen(approved, by=elias, reason="New figures.", weight="material")
    assert set(counted(rita).values()) == {0}


@pytest.mark.parametrize("name", ["ada", "dora", "otto"])
def test_others_see_nothing_of_the_documents(approved: Claim, cast: dict[str, User], name: str):
    assert set(counted(cast[name]).values()) == {0}


def test_the_desks_own_history_is_the_administrators(ada: User, edith: User, carl: User, rita: User):
    record_desk_change(carl, "change account", by=ada, changed={"is_active": [True, False]})
    assert [counted(user)["Event"] for user in (ada, edith, carl, rita)] == [1, 0, 0, 0]


def test_reviewers_see_every_unrestricted_document_where_the_setting_says_so(
    approved: Claim, clara: User, settings: Any
):
    settings.REVIEWERS_SEE_ALL_DOCUMENTS = True
    assert (counted(clara)["Document"], counted(clara)["Claim"]) == (1, 0)
    Document.objects.update(restricted=True)
    assert counted(clara)["Document"] == 0


def test_the_list_rule_is_the_object_rule(approved: Claim, cast: dict[str, User]):
    for user in cast.values():
        for model in VISIBLE:
            listed = set(visible_to(user, model._default_manager.all()).values_list("pk", flat=True))
            assert {thing.pk for thing in model._default_manager.all() if sees(user, thing)} == listed


# --- may do, in detail -----------------------------------------------------------------------------------


def test_a_refusal_has_a_reason(claim: Claim, carl: User, rita: User):
    assert decide(carl, "queue", claim).reason == "Only an editor may do this."
    assert decide(rita, "note", claim).reason == "Only an editor or a reviewer of this claim may do this."
    assert decide(rita, "administer").reason == "Only an administrator may do this."


def test_an_unknown_move_is_a_mistake_of_ours(claim: Claim, edith: User):
    with pytest.raises(ValueError, match="'fly' is no move"):
        decide(edith, "fly", claim)


def test_who_became_the_writer_no_longer_reviews(claim: Claim, edith: User, carl: User, clara: User):
    pair = asked_of(claim, edith, carl, clara)
    Document.objects.update(writer=carl)
    carls = Assignment.objects.get(pk=pair.carls.pk)
    told = {move: decide(carl, move, carls).reason for move in ("save", "submit", "decline")}
    wrote = "You wrote this text, so someone else must review it."
    assert told == {"save": wrote, "submit": wrote, "decline": ""}


def test_nobody_returns_their_own_review(claim: Claim, edith: User, rolf: User, settings: Any):
    triage.queue(claim, by=edith)
    own = assigning.assign(claim, to=rolf, by=edith)
    factories.make_review(own)
    assert decide(rolf, "return", own).reason == (
        "You review this claim yourself, so another editor must do this."
    )
    settings.SOLE_SIGN_OFF = True
    assert decide(rolf, "return", own).ok


def test_a_person_with_two_roles_has_the_powers_of_both(rolf: User, claim: Claim):
    assert decide(rolf, "queue", claim).ok
    assert sees(rolf, claim)


def test_power_ends_with_the_account(edith: User, claim: Claim):
    User.objects.filter(pk=edith.pk).update(is_active=False)
    gone = User.objects.get(pk=edith.pk)
    assert not decide(gone, "queue", claim).ok
    assert not sees(gone, claim)
