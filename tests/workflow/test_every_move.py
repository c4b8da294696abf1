"""Every status × every move × everybody in their relation to the claim, through the verbs.

What must happen is computed from the move tables (from where) and from the truth tables below (by whom).
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from claims.errors import NotAllowed
from claims.lifecycle import ASSIGNMENT_MOVES, CLAIM_MOVES, NOT_YET, AssignmentStatus, ClaimStatus
from claims.models import Claim, Event, Review, User
from claims.workflow import approving, assigning, checking, editing, evidence, triage
from tests import factories
from tests.scenes import RELATIONS, Scene, carl_in, everybody, scene

pytestmark = pytest.mark.django_db

EDITORS = {"edith", "elias", "rolf", "hanna"}
MAY_MOVE_A_CLAIM = {
    "queue": EDITORS,
    "skip": EDITORS,
    "restore": EDITORS,
    "edit": EDITORS,
    "assign": EDITORS,
    "approve": {"edith"},  # elias wrote it, rolf reviewed it once, hanna reviews it now
    "reopen": EDITORS,
    "retire": EDITORS,
}
CLAIM_VERBS: dict[str, Callable[[Scene, User], Any]] = {
    "queue": lambda s, by: triage.queue(s.claim, by=by),
    "skip": lambda s, by: triage.skip(s.claim, by=by, reason="opinion"),
    "restore": lambda s, by: triage.restore(s.claim, by=by),
    "edit": lambda s, by: editing.edit(s.claim, by=by, text="The quay was opened."),
    "assign": lambda s, by: assigning.assign(s.claim, to=s.people["ole"], by=by),
    "approve": lambda s, by: approving.approve(s.claim, by=by),
    "reopen": lambda s, by: approving.reopen(s.claim, by=by, reason="New figures.", weight="minor"),
    "retire": lambda s, by: triage.retire(s.claim, by=by, reason="Cut."),
}
MAY_MOVE_CARLS = {
    "start": {"carl"},
    "save": {"carl"},
    "submit": {"carl"},
    "decline": {"carl"},
    "withdraw": {"edith", "elias", "rolf", "system"},  # hanna reviews it herself
    "return": {"edith", "elias", "rolf"},
}


def save(s: Scene, by: User) -> object:
    draft = Review.objects.filter(assignment=s.assignments["carl"], submitted_at=None).first()
    version = draft.version if draft else 0
    return checking.save(s.assignments["carl"], factories.draft(), by=by, version=version)


def submit(s: Scene, by: User) -> object:
    return checking.submit(s.assignments["carl"], by=by, version=1)


ASSIGNMENT_VERBS: dict[str, Callable[[Scene, User], Any]] = {
    "start": save,
    "save": save,
    "submit": submit,
    "decline": lambda s, by: assigning.decline(s.assignments["carl"], by=by, reason="No time."),
    "withdraw": lambda s, by: assigning.unassign(s.assignments["carl"], by=by, reason="Too many."),
    "return": lambda s, by: approving.return_review(s.assignments["carl"], by=by, reason="One more source."),
}
# One verb makes both moves: the first saved draft starts, later ones save.
SAME_VERB = {"start": {"start", "save"}, "save": {"start", "save"}}


def outcome(act: Callable[[], object]) -> str:
    """ "done", "refused" or what else went wrong; nothing stays. One event when done, none when refused."""
    before = Event.objects.count()
    with transaction.atomic():
        try:
            with transaction.atomic():
                act()
        except NotAllowed:
            told, events = "refused", 0
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        else:
            told, events = "done", 1
        if Event.objects.count() != before + events:
            told += f" with {Event.objects.count() - before} events"
        transaction.set_rollback(True)
    return told


@pytest.mark.parametrize("status", ClaimStatus)
def test_claim_moves_from(status: ClaimStatus, cast: dict[str, User]):
    made = scene(everybody(cast), status)
    assert made.claim.stands is status
    told, expected = {}, {}
    for name, verb in CLAIM_VERBS.items():
        for who, relation in RELATIONS.items():
            by = User.objects.get(pk=made.people[who].pk)
            told[name, relation] = outcome(lambda verb=verb, by=by: verb(made, by))
            allowed = who in MAY_MOVE_A_CLAIM[name] and status in CLAIM_MOVES[name].sources
            expected[name, relation] = "done" if allowed else "refused"
    assert told == expected


@pytest.mark.parametrize("status", AssignmentStatus)
def test_assignment_moves_from(status: AssignmentStatus, cast: dict[str, User]):
    made = carl_in(everybody(cast), status)
    assert made.assignments["carl"].stands is status
    if status is AssignmentStatus.STARTED:  # complete, so that submit is refused for who and where only
        evidence.add_evidence(made.assignments["carl"], factories.source(), by=made.people["carl"])
    told, expected = {}, {}
    for name, verb in ASSIGNMENT_VERBS.items():
        moves = SAME_VERB.get(name, {name})
        sources = {source for move in moves for source in ASSIGNMENT_MOVES[move].sources}
        for who, relation in RELATIONS.items():
            by = User.objects.get(pk=made.people[who].pk)
            told[name, relation] = outcome(lambda verb=verb, by=by: verb(made, by))
            allowed = who in MAY_MOVE_CARLS[name] and status in sources
            expected[name, relation] = "done" if allowed else "refused"
    assert told == expected


def test_every_move_has_a_verb_or_is_named_as_not_yet_there():
    assert set(CLAIM_MOVES) == {*CLAIM_VERBS, "add", *(NOT_YET & set(CLAIM_MOVES))}
    assert set(ASSIGNMENT_MOVES) == {*ASSIGNMENT_VERBS, *(NOT_YET & set(ASSIGNMENT_MOVES))}


def test_add_is_for_editors(cast: dict[str, User]):
    made = scene(everybody(cast), ClaimStatus.PROPOSED)
    told = {
        who: outcome(lambda who=who: editing.add(made.document, by=made.people[who], start=0, end=20))
        for who in RELATIONS
    }
    assert told == {who: "done" if who in EDITORS else "refused" for who in RELATIONS}


def test_with_sole_sign_off_a_reviewer_may_approve_with_a_reason_but_never_the_writer(
    cast: dict[str, User], settings: Any
):
    settings.SOLE_SIGN_OFF = True
    made = scene(everybody(cast), ClaimStatus.SUBMITTED)
    told = {
        who: outcome(
            lambda who=who: approving.approve(made.claim, by=made.people[who], sole_sign_off="I am alone.")
        )
        for who in RELATIONS
    }
    allowed = {"edith", "rolf", "hanna"}
    assert told == {who: "done" if who in allowed else "refused" for who in RELATIONS}


def test_the_scene_knows_everybody(cast: dict[str, User]):
    made = scene(everybody(cast), ClaimStatus.ASSIGNED)
    assert set(made.people) == set(RELATIONS)
    assert set(made.assignments) == {"carl", "clara", "hanna"}
    assert Claim.objects.get(pk=made.claim.pk).round == 2
