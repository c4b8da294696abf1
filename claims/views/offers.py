"""The moves open to an editor on a claim and its assignments, with their forms; and why one is missing. No writes."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from claims.forms import moves
from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    AWAITING_EDITOR,
    CLAIM_MOVES,
    SET_STATUSES,
    ClaimStatus,
    Role,
)
from claims.models import Assignment, User
from claims.permissions import SOLE_SIGN_OFF, decide
from claims.reports.claim_file import ClaimFile

ORDER = ("queue", "assign", "approve", "restore", "reopen", "edit", "skip", "retire")
FORMS: dict[str, type[moves.MoveForm]] = {
    "queue": moves.QueueForm,
    "assign": moves.AssignForm,
    "approve": moves.ApproveForm,
    "restore": moves.RestoreForm,
    "reopen": moves.ReopenForm,
    "edit": moves.EditForm,
    "skip": moves.SkipForm,
    "retire": moves.RetireForm,
}
# What an editor would do next: its button is filled, its questions are open.
NEXT = {
    ClaimStatus.PROPOSED: "queue",
    ClaimStatus.QUEUED: "assign",
    ClaimStatus.SUBMITTED: "approve",
    ClaimStatus.SKIPPED: "restore",
    ClaimStatus.RETIRED: "restore",
}
EDIT_LATER = "Return a review to edit the claim."
EDIT_APPROVED = "Reopen the claim to edit it."
DIFFER = (
    "The reviewers differ, so nothing can be approved yet: return one of their reviews, "
    "or assign another reviewer."
)


@dataclass(frozen=True)
class Offer:
    """One move as the page shows it; ``verb`` is what its button says, ``warn`` what is known beforehand."""

    name: str
    label: str
    verb: str
    url: str
    form: Any
    is_next: bool = False
    warn: str = ""

    @property
    def asks(self) -> bool:
        """Whether the move has questions of its own."""
        return any(not field.is_hidden for field in self.form)


def claim_offers(file: ClaimFile, user: User, bound: dict[str, Any]) -> tuple[list[Offer], list[str]]:
    """The moves of the claim open to this editor now, and sentences for those they would look for."""
    if Role.EDITOR not in user.roles:
        return [], []
    claim, offers, refusals = file.claim, [], _refusals(file)
    for name in ORDER:
        move = CLAIM_MOVES[name]
        if claim.stands not in move.sources:
            continue
        answer = decide(user, name, claim, **file.part)
        if not answer:
            refusals.append(answer.reason)
            continue
        form = bound.get(name) or _form(name, file, alone=answer.on_condition == SOLE_SIGN_OFF)
        url = reverse(f"claims:claim-{name}", args=[claim.document_id, claim.number])
        is_next = NEXT.get(claim.stands) == name and not file.blind
        verb = f"{move.label} claim {claim.number}"
        offers.append(Offer(name, move.label, verb, url, form, is_next, _warning(name, file)))
    return offers, refusals


def _form(name: str, file: ClaimFile, *, alone: bool) -> moves.MoveForm:
    more = {"alone": alone} if name == "approve" else {}
    return FORMS[name](claim=file.claim, **more)


def _refusals(file: ClaimFile) -> list[str]:
    status = file.claim.stands
    if status is ClaimStatus.DISPUTED:
        return [DIFFER]
    if status in AWAITING_EDITOR:
        return [EDIT_LATER]
    return [EDIT_APPROVED] if status is ClaimStatus.APPROVED else []


def _warning(name: str, file: ClaimFile) -> str:
    """What stands in the way of approving, known before the button is pressed."""
    if name in ("skip", "retire"):
        return "Open assignments are closed; the reason is listed in the report."
    if name != "approve":
        return ""
    lacking = [work for work in file.handed_in if not work.enough]
    return " ".join(
        f"The evidence of {work.review.assignment.reviewer} does not meet the policy: {work.assessment.missing}"
        for work in lacking
        if work.review
    )


def assignment_offers(
    file: ClaimFile, user: User, bound: dict[str, Any]
) -> tuple[list[tuple[Assignment, Offer | None]], list[str]]:
    """Each assignment of this round that this editor sees, with the move open on it; and why one is missing."""
    if Role.EDITOR not in user.roles:
        return [], []
    found: list[tuple[Assignment, Offer | None]] = []
    refusals: list[str] = []
    for assignment in file.assignments:
        if assignment.round != file.claim.round:
            continue
        offer, why = _assignment_offer(assignment, file, user, bound)
        found.append((assignment, offer))
        refusals += [why] if why and why not in refusals else []
    return found, refusals


# Move, form, last part of the address.
OF_ASSIGNMENT = (("withdraw", moves.UnassignForm, "unassign"), ("return", moves.ReturnForm, "return"))


def _assignment_offer(
    assignment: Assignment, file: ClaimFile, user: User, bound: dict[str, Any]
) -> tuple[Offer | None, str]:
    claim = file.claim
    for move, form, path in OF_ASSIGNMENT:
        if assignment.stands not in ASSIGNMENT_MOVES[move].sources or claim.stands in SET_STATUSES:
            continue
        answer = decide(user, move, assignment, **file.part)
        if not answer:
            return None, answer.reason
        key = f"{path}-{assignment.pk}"
        label = ASSIGNMENT_MOVES[move].label
        url = reverse(f"claims:claim-{path}", args=[claim.document_id, claim.number, assignment.pk])
        verb = f"{label} {assignment.reviewer}" if path == "unassign" else "Return the review"
        return Offer(path, label, verb, url, bound.get(key) or form(claim=claim, name=key)), ""
    return None, ""
