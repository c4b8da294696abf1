"""Evidence of a draft: add, edit, strike."""

from collections.abc import Callable

import pytest

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Event, Evidence, Review, User
from claims.workflow import approving, checking, evidence
from tests import factories


@pytest.fixture
def asked(claim_in: Callable[..., Claim]) -> Assignment:
    """Carl is asked to check the claim."""
    claim_in(ClaimStatus.ASSIGNED)
    return Assignment.objects.get()


def test_add_starts_the_assignment(asked: Assignment, carl: User, one_event: Callable):
    with one_event("add evidence", of=asked.claim):
        piece = evidence.add_evidence(asked, factories.source("Freight table"), by=carl)
    asked.refresh_from_db()
    assert (asked.status, piece.number, piece.version, piece.added_by) == ("started", 1, 1, carl)
    assert Review.objects.get().version == 0  # the verdict form was not saved yet
    assert checking.save(asked, factories.draft(), by=carl, version=0).version == 1


def test_numbers_go_on_and_are_never_given_twice(asked: Assignment, carl: User):
    pieces = [evidence.add_evidence(asked, factories.source(), by=carl) for _ in range(3)]
    evidence.strike_evidence(pieces[2], by=carl, reason="Twice.", version=1)
    assert evidence.add_evidence(asked, factories.source(), by=carl).number == 4


@pytest.mark.parametrize(
    ("given", "sentence", "fields"),
    [
        ({"title": " "}, "Name the source.", {"title"}),
        (
            {"title": "Table", "link": "javascript:alert(1)"},
            "Enter the whole link, beginning with https:// or http://.",
            {"link"},
        ),
        (
            {"title": "Table", "archive_link": "data:text/html,x"},
            "Enter the whole link, beginning with https:// or http://.",
            {"archive_link"},
        ),
    ],
)
def test_add_says_what_is_missing(
    asked: Assignment, carl: User, refused: Callable, given: dict, sentence: str, fields: set[str]
):
    with refused(Incomplete, sentence) as errors:
        evidence.add_evidence(asked, evidence.Source(**given), by=carl)
    assert set(errors[0].fields) == fields


def test_only_the_holder_adds(asked: Assignment, clara: User, edith: User, refused: Callable):
    for by in (clara, edith):
        with refused(Forbidden, "Only the reviewer who was asked may do this."):
            evidence.add_evidence(asked, factories.source(), by=by)


def test_edit(asked: Assignment, carl: User, one_event: Callable):
    piece = evidence.add_evidence(asked, factories.source("Freight table"), by=carl)
    with one_event("edit evidence", of=asked.claim):
        piece = evidence.edit_evidence(piece, factories.source("Freight table 2025"), by=carl, version=1)
    assert (piece.title, piece.version) == ("Freight table 2025", 2)
    said = Event.objects.order_by("id").last().body.words["evidence"]
    assert said == {"number": 1, "changed": {"title": ["Freight table", "Freight table 2025"]}}


def test_edit_from_another_window_is_a_conflict(asked: Assignment, carl: User, refused: Callable):
    piece = evidence.add_evidence(asked, factories.source(), by=carl)
    evidence.edit_evidence(piece, factories.source("Newer"), by=carl, version=1)
    with refused(Conflict, "You changed E1 in another window; nothing was stored from this one."):
        evidence.edit_evidence(piece, factories.source("Older"), by=carl, version=1)


def test_strike(asked: Assignment, carl: User, one_event: Callable):
    piece = evidence.add_evidence(asked, factories.source(), by=carl)
    with one_event("strike evidence", of=asked.claim):
        piece = evidence.strike_evidence(piece, by=carl, reason=" Wrong year. ", version=1)
    assert (piece.struck_reason, piece.struck_at is None, piece.version) == ("Wrong year.", False, 2)
    assert list(Evidence.objects.standing()) == []
    assert Event.objects.order_by("id").last().body.words["reason"] == "Wrong year."


def test_strike_needs_a_reason(asked: Assignment, carl: User, refused: Callable):
    piece = evidence.add_evidence(asked, factories.source(), by=carl)
    with refused(Incomplete, "Say why, in one sentence or more."):
        evidence.strike_evidence(piece, by=carl, reason=" ", version=1)


def test_struck_is_struck(asked: Assignment, carl: User, refused: Callable):
    piece = evidence.add_evidence(asked, factories.source(), by=carl)
    evidence.strike_evidence(piece, by=carl, reason="Wrong year.", version=1)
    with refused(NotAllowed, "E1 is struck, so nothing was changed."):
        evidence.edit_evidence(piece, factories.source("New"), by=carl, version=2)
    with refused(NotAllowed, "E1 is struck, so nothing was changed."):
        evidence.strike_evidence(piece, by=carl, reason="Again.", version=2)


def test_struck_evidence_does_not_count(asked: Assignment, carl: User, refused: Callable):
    review = factories.make_review(asked, submit=False)
    evidence.strike_evidence(Evidence.objects.get(), by=carl, reason="Wrong year.", version=1)
    with refused(Incomplete, "Add two independent origins, or one primary source."):
        checking.submit(asked, by=carl, version=review.version)


def test_evidence_handed_in_is_left_alone(asked: Assignment, carl: User, edith: User, refused: Callable):
    factories.make_review(asked)
    handed_in = Evidence.objects.get()
    with refused(NotAllowed, "This assignment is submitted, so nothing was changed."):
        evidence.edit_evidence(handed_in, factories.source("New"), by=carl, version=1)
    approving.return_review(asked, by=edith, reason="One more source.")
    with refused(NotAllowed, "This evidence belongs to a review that was handed in."):
        evidence.edit_evidence(handed_in, factories.source("New"), by=carl, version=1)
    copy = Evidence.objects.exclude(pk=handed_in.pk).get()
    assert evidence.edit_evidence(copy, factories.source("New"), by=carl, version=1).title == "New"
    handed_in.refresh_from_db()
    assert handed_in.title == "Freight table 2025"
