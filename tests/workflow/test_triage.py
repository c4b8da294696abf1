"""Queue, skip, restore, retire."""

from collections.abc import Callable

import pytest

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, ClaimLink, Decision, Document, Event, Revision, User
from claims.workflow import triage
from tests import factories


def last_words() -> dict[str, object]:
    """What history says of the last event."""
    return Event.objects.order_by("id").last().body.words


def test_queue(claim: Claim, edith: User, one_event: Callable):
    with one_event("queue", of=claim):
        triage.queue(claim, by=edith, version=1)
    claim.refresh_from_db()
    assert (claim.status, claim.version) == ("queued", 2)
    assert last_words() == {"before": {"status": "proposed"}, "after": {"status": "queued"}}


def test_queue_of_another_version_is_a_conflict(claim: Claim, edith: User, elias: User, refused: Callable):
    triage.queue(claim, by=elias)
    at = Event.objects.order_by("id").last().at
    with refused(Conflict, f"Claim 1 was changed by Elias at {at:%H:%M}; nothing of yours was stored."):
        triage.skip(claim, by=edith, reason="opinion", version=1)


def test_queue_is_refused_to_a_reviewer(claim: Claim, carl: User, refused: Callable):
    with refused(Forbidden, "Only an editor may do this."):
        triage.queue(claim, by=carl)


def test_queue_twice_is_refused(claim: Claim, edith: User, refused: Callable):
    triage.queue(claim, by=edith)
    with refused(NotAllowed, "Claim 1 is queued, so nothing was changed."):
        triage.queue(claim, by=edith)


def test_skip_keeps_the_reason_and_closes_what_is_open(
    claim_in: Callable[..., Claim], edith: User, one_event: Callable
):
    claim = claim_in(ClaimStatus.IN_REVIEW)
    with one_event("skip", of=claim):
        triage.skip(claim, by=edith, reason="other", words="  We know it already. ")
    claim.refresh_from_db()
    assert (claim.status, claim.status_before) == ("skipped", "in_review")
    assert (claim.settled_reason, claim.settled_words) == ("other", "We know it already.")
    assert claim.settled_by == edith
    [assignment] = Assignment.objects.all()
    assert (assignment.status, assignment.closed_reason) == ("withdrawn", "The claim was skipped.")
    assert assignment.reviews.count() == 1  # the draft is kept


@pytest.mark.parametrize(
    ("given", "sentence", "fields"),
    [
        ({"reason": ""}, "Choose a reason.", {"reason"}),
        ({"reason": "boring"}, "Choose a reason.", {"reason"}),
        ({"reason": "other"}, "Say why, in one sentence or more.", {"words"}),
        ({"reason": "other", "words": " \n "}, "Say why, in one sentence or more.", {"words"}),
        (
            {"reason": "duplicate"},
            "Enter the number of the other claim in this document.",
            {"duplicate_of"},
        ),
        (
            {"reason": "duplicate", "duplicate_of": 1},  # itself
            "Enter the number of the other claim in this document.",
            {"duplicate_of"},
        ),
        (
            {"reason": "duplicate", "duplicate_of": 99},
            "Enter the number of the other claim in this document.",
            {"duplicate_of"},
        ),
    ],
)
def test_skip_says_what_is_missing(
    claim: Claim, edith: User, refused: Callable, given: dict, sentence: str, fields: set[str]
):
    with refused(Incomplete, sentence) as errors:
        triage.skip(claim, by=edith, **given)
    assert set(errors[0].fields) == fields


def test_skip_as_a_duplicate_leaves_a_pointer(claim: Claim, edith: User):
    triage.skip(claim, by=edith, reason="duplicate", duplicate_of=2)
    [link] = ClaimLink.objects.all()
    assert (link.from_claim, link.to_claim.number, link.how) == (claim, 2, "duplicate")
    claim.refresh_from_db()
    assert claim.settled_words == "Duplicate of claim 2."


def test_skip_as_a_duplicate_twice(claim: Claim, edith: User):
    triage.skip(claim, by=edith, reason="duplicate", duplicate_of=2)
    triage.restore(claim, by=edith)
    triage.skip(claim, by=edith, reason="duplicate", duplicate_of=2)
    assert ClaimLink.objects.count() == 1


def test_the_duplicate_of_another_documents_claim_is_refused(claim: Claim, edith: User, refused: Callable):
    factories.make_document(edith)
    Claim.objects.filter(document=claim.document, number=2).update(number=70)
    with refused(Incomplete, "Enter the number of the other claim in this document."):
        triage.skip(claim, by=edith, reason="duplicate", duplicate_of=2)


@pytest.mark.parametrize("status", [s for s in ClaimStatus if s not in ("on_hold", "retired")])
def test_retire_from_anywhere_and_restore(
    claim_in: Callable[..., Claim], edith: User, status: ClaimStatus, one_event: Callable
):
    claim = claim_in(status)
    with one_event("retire", of=claim):
        triage.retire(claim, by=edith, reason="The paragraph was cut.")
    claim.refresh_from_db()
    assert (claim.status, claim.settled_words, claim.settled_reason) == (
        "retired",
        "The paragraph was cut.",
        "",
    )
    assert not Assignment.objects.filter(status__in=("asked", "started", "waiting")).exists()
    with one_event("restore", of=claim):
        triage.restore(claim, by=edith)
    claim.refresh_from_db()
    # Closed assignments stay closed, so work under way begins anew; a skipped one goes back before the skip.
    begun_anew = {"assigned": "queued", "in_review": "queued", "skipped": "proposed"}
    assert claim.status == begun_anew.get(status, status)
    assert (claim.settled_words, claim.settled_by, claim.status_before) == ("", None, "")


def test_retire_keeps_the_decision_and_restore_finds_it(claim_in: Callable[..., Claim], edith: User):
    claim = claim_in(ClaimStatus.APPROVED)
    decision = Decision.objects.get()
    retired = triage.retire(claim, by=edith, reason="Cut.")
    assert retired.current_decision == decision
    restored = triage.restore(claim, by=edith)
    assert (restored.status, restored.current_decision) == ("approved", decision)


def test_retire_needs_a_reason(claim: Claim, edith: User, refused: Callable):
    with refused(Incomplete, "Say why, in one sentence or more.") as errors:
        triage.retire(claim, by=edith, reason=" ")
    assert set(errors[0].fields) == {"reason"}


def test_restore_of_a_skipped_claim_goes_back(claim_in: Callable[..., Claim], edith: User):
    claim = claim_in(ClaimStatus.SUBMITTED)
    triage.skip(claim, by=edith, reason="out_of_scope")
    assert Assignment.objects.get().stands is AssignmentStatus.SUBMITTED
    assert triage.restore(claim, by=edith).status == "submitted"


def test_restore_needs_a_passage_in_the_current_revision(
    claim_in: Callable[..., Claim], edith: User, refused: Callable
):
    claim = claim_in(ClaimStatus.SKIPPED)
    old = claim.revision
    newer = Revision.objects.create(
        document=claim.document,
        number=2,
        sha256="0" * 64,
        length=5,
        reader="text",
        added_by=edith,
        added_at=old.added_at,
    )
    Document.objects.update(current_revision=newer)
    with refused(NotAllowed, "Claim 1 has no passage in the current text."):
        triage.restore(claim, by=edith)
