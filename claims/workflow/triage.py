"""What happens to a proposed claim: queue it, skip it with a reason, take it back, retire it."""

from collections.abc import Iterable, Mapping, Sequence

from claims.errors import Incomplete, NotAllowed
from claims.lifecycle import SET_STATUSES, ClaimStatus
from claims.models import Assignment, Claim, ClaimLink, User
from claims.vocabulary import LinkHow, SkipReason
from claims.workflow.bulk import Outcome
from claims.workflow.moving import SAY_WHY, Step, claim_move, standing_of
from claims.workflow.moving_many import move_all

CHOOSE_REASON = "Choose a reason."


def queue(claim: Claim, *, by: User, version: int | None = None) -> Claim:
    """Take a proposed claim into the queue."""
    with claim_move(claim, "queue", by=by, version=version) as step:
        step.derive = True
    return step.claim


def queue_all(claims: Iterable[Claim], *, by: User, versions: Mapping[int, int] | None = None) -> Outcome:
    """``queue`` for many claims, a few statements for 500; ``versions`` is what the editor saw, by the claim's key."""

    def into_the_queue(step: Step, of_round: Sequence[Assignment]) -> None:
        step.derive = True

    return move_all(claims, "queue", by=by, versions=versions, body=into_the_queue)


def skip(
    claim: Claim,
    *,
    by: User,
    reason: str,
    words: str = "",
    duplicate_of: int | None = None,
    version: int | None = None,
) -> Claim:
    """Put a claim aside with a reason of the vocabulary; open assignments are closed.

    ``duplicate_of`` is the number of another claim of the same document; "other" needs ``words``.
    """
    if reason not in list(SkipReason):
        raise Incomplete(CHOOSE_REASON, {"reason": CHOOSE_REASON})
    if reason == SkipReason.OTHER and not words.strip():
        raise Incomplete(SAY_WHY, {"words": SAY_WHY})
    original = _original(claim, duplicate_of) if reason == SkipReason.DUPLICATE else None
    with claim_move(claim, "skip", by=by, version=version, reason=reason) as step:
        step.close_assignments("The claim was skipped.")
        if original:
            words = words.strip() or f"Duplicate of claim {original.number}."
            ClaimLink.objects.get_or_create(from_claim=claim, to_claim=original, how=LinkHow.DUPLICATE)
        step.changes |= {
            "status_before": step.claim.status,
            "settled_reason": reason,
            "settled_words": words.strip(),
            "settled_by": by,
        }
    return step.claim


def _original(claim: Claim, number: int | None) -> Claim:
    found = Claim.objects.filter(document=claim.document_id, number=number or 0).exclude(pk=claim.pk).first()
    if found is None:
        sentence = "Enter the number of the other claim in this document."
        raise Incomplete(sentence, {"duplicate_of": sentence})
    return found


def retire(claim: Claim, *, by: User, reason: str, version: int | None = None) -> Claim:
    """Take a claim out of the document for a reason, whatever its status; listed in the report."""
    with claim_move(claim, "retire", by=by, version=version, reason=reason) as step:
        step.close_assignments("The claim was retired.")
        before = step.claim.status_before if step.claim.status == ClaimStatus.SKIPPED else step.claim.status
        step.changes |= {
            "status_before": before,
            "settled_reason": "",
            "settled_words": reason.strip(),
            "settled_by": by,
        }
    return step.claim


def restore(claim: Claim, *, by: User, version: int | None = None) -> Claim:
    """Take a skipped or retired claim back to the status before; closed assignments stay closed."""
    with claim_move(claim, "restore", by=by, version=version) as step:
        if step.claim.revision_id != step.claim.document.current_revision_id:
            raise NotAllowed(f"Claim {step.claim.number} has no passage in the current text.")
        before = ClaimStatus(step.claim.status_before)
        step.changes |= {
            "status": before if before in SET_STATUSES else standing_of(step.claim),
            "status_before": "",
            "settled_reason": "",
            "settled_words": "",
            "settled_by": None,
        }
    return step.claim
