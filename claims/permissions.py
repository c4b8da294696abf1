"""Who may do what, and who sees what: the whole policy of the desk. It answers with a reason.

``decide(user, move, thing)`` says whether this person may make a move; whether the move is possible from where
the thing stands is the lifecycle's answer. ``visible_to(user, rows)`` is the list rule, and the object rule is the
same: ``sees(user, thing)`` asks it. What a person does not see answers 404 like what does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet

from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    CLAIM_MOVES,
    LIVE,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
    Mover,
    Role,
)
from claims.models import Assignment, Claim, Contact, Decision, Document, Event, Evidence, Note, Review, User
from claims.vocabulary import NoteAudience

Rows = TypeVar("Rows", bound="QuerySet[Any]")


@dataclass(frozen=True)
class Answer:
    """Yes, or no with the reason; ``on_condition`` names what a yes depends on."""

    ok: bool
    reason: str = ""
    on_condition: str = ""

    def __bool__(self) -> bool:
        return self.ok


YES = Answer(True)
NOT_EDITOR = Answer(False, "Only an editor may do this.")
NOT_HOLDER = Answer(False, "Only the reviewer who was asked may do this.")
NOT_ON_IT = Answer(False, "Only an editor or a reviewer of this claim may do this.")
NOT_ADMINISTRATOR = Answer(False, "Only an administrator may do this.")
NOT_TO_TAKE_AWAY = Answer(False, "Only an editor or a reader may save the claims as a file.")
WROTE_IT = Answer(False, "You wrote this text, so someone else must approve it.")
REVIEW_OF_WRITER = Answer(False, "You wrote this text, so someone else must review it.")
REVIEWED_IT = Answer(False, "You reviewed this claim, so someone else must approve it.")
REVIEWS_IT = Answer(False, "You review this claim yourself, so another editor must do this.")
SOLE_SIGN_OFF = "sole sign-off"
# What a reviewer does before handing in; others read of it only afterwards.
DRAFT_WORK = ("start", "save", "add evidence", "edit evidence", "strike evidence")
REVIEW_WORK = ("start", "save", "submit")
# Lines of history that repeat what somebody wrote about the claim: as hidden as the words themselves.
TALK = ("note", "note to editors", "request for comment")
FOR_EDITORS = ("decline", "note to editors")


# --- may do ------------------------------------------------------------------------------------------


def decide(user: User, move: str, thing: Model | None = None, **known: bool) -> Answer:
    """May this person make this move on this thing? ``thing`` is a claim, an assignment, a document or nothing."""
    # ``known`` may say what ``holds`` and ``worked_on`` answer for the claim, so that they are not asked again.
    if move in DESK_MOVES:
        return DESK_MOVES[move](user, thing)
    if isinstance(thing, Assignment):
        return _decide_assignment(user, move, thing, known)
    if move not in CLAIM_MOVES:
        raise ValueError(f"{move!r} is no move")
    if Role.SYSTEM in user.roles and Mover.SYSTEM in CLAIM_MOVES[move].by:
        return YES
    if Role.EDITOR not in user.roles or Mover.EDITOR not in CLAIM_MOVES[move].by:
        return NOT_EDITOR
    return _decide_approve(user, thing, known) if move == "approve" and isinstance(thing, Claim) else YES


def _decide_approve(user: User, claim: Claim, known: dict[str, bool]) -> Answer:
    if claim.document.writer_id == user.pk:
        return WROTE_IT
    if not (known["worked_on"] if known else worked_on(user, claim)):
        return YES
    return Answer(True, on_condition=SOLE_SIGN_OFF) if settings.SOLE_SIGN_OFF else REVIEWED_IT


def _decide_assignment(user: User, move: str, assignment: Assignment, known: dict[str, bool]) -> Answer:
    by = ASSIGNMENT_MOVES[move].by
    if Mover.SYSTEM in by and Role.SYSTEM in user.roles:
        return YES
    own = assignment.reviewer_id == user.pk
    if Mover.HOLDER in by and own and Role.REVIEWER in user.roles:
        wrote = move in REVIEW_WORK and assignment.claim.document.writer_id == user.pk
        return REVIEW_OF_WRITER if wrote else YES
    if Mover.EDITOR not in by:
        return NOT_HOLDER
    if Role.EDITOR not in user.roles:
        return NOT_EDITOR if Mover.HOLDER not in by else NOT_HOLDER
    # Giving one's own review back would be a recall without a recall's conditions.
    may_own = move != "return" or settings.SOLE_SIGN_OFF
    free = (own and may_own) or not (known["holds"] if known else holds(user, assignment.claim))
    return YES if free else REVIEWS_IT


def _decide_editor(user: User, thing: Model | None) -> Answer:
    return YES if user.roles & {Role.EDITOR, Role.SYSTEM} else NOT_EDITOR


def _decide_note(user: User, thing: Model | None) -> Answer:
    on_it = isinstance(thing, Claim) and (Role.EDITOR in user.roles or holds(user, thing))
    return YES if on_it else NOT_ON_IT


def _decide_export(user: User, thing: Model | None) -> Answer:  # a reviewer's list is their own work
    only_reads = user.roles & {Role.READER, Role.REVIEWER} == {Role.READER}
    return YES if only_reads or Role.EDITOR in user.roles else NOT_TO_TAKE_AWAY


def _decide_administer(user: User, thing: Model | None) -> Answer:
    return YES if Role.ADMINISTRATOR in user.roles else NOT_ADMINISTRATOR


DESK_MOVES: dict[str, Callable[[User, Model | None], Answer]] = {
    "bring in": _decide_editor,
    "edit document": _decide_editor,
    "report": _decide_editor,
    "note": _decide_note,
    "request for comment": _decide_note,
    "export": _decide_export,
    "administer": _decide_administer,
}


def holds(user: User, claim: Claim) -> bool:
    """Whether this person has a live assignment on the claim in its current round."""
    return Assignment.objects.filter(claim=claim, reviewer=user, round=claim.round, status__in=LIVE).exists()


def worked_on(user: User, claim: Claim) -> bool:
    """Whether this person reviewed or adjudicated the claim in any round, or is on it now."""
    return worked_on_among(user, Claim.objects.filter(pk=claim.pk)).exists()


def worked_on_among(user: User, claims: "QuerySet[Claim]") -> "QuerySet[Claim]":
    """Those of some claims of which ``worked_on`` is true."""
    submitted = Review.objects.submitted().filter(assignment__claim=OuterRef("pk"), assignment__reviewer=user)
    on_it = _mine(reviewer=user, round=OuterRef("round"), status__in=LIVE)
    return claims.filter(Q(Exists(submitted)) | Q(on_it))


# --- sees --------------------------------------------------------------------------------------------


def sees(user: User, thing: Model) -> bool:
    """The object rule: it is in the list that this person sees."""
    return visible_to(user, type(thing)._default_manager.filter(pk=thing.pk)).exists()


def visible_to(user: User, rows: Rows) -> Rows:
    """The rows of any kind of thing that this person sees."""
    return rows.filter(VISIBLE[rows.model](user))


def visibility(user: User, model: type[Model]) -> "ExpressionWrapper[Q]":
    """Whether this person sees it, as a column beside rows that are found in another way."""
    return ExpressionWrapper(VISIBLE[model](user), output_field=BooleanField())


def _mine(claim: str = "pk", **more: Any) -> Exists:
    """This person's assignments on the outer row's claim."""
    return Exists(Assignment.objects.filter(claim=OuterRef(claim), **more))


def _see_documents(user: User) -> Q:
    if user.roles & {Role.EDITOR, Role.SYSTEM}:
        return Q(current_revision__isnull=False)  # else it is still on its way in
    if Role.REVIEWER not in user.roles:
        return Q(pk__in=[])
    on_it = Assignment.objects.filter(reviewer=user, status__in=LIVE)
    asked = Q(pk__in=on_it.values("claim__document"))  # gathered once, not for each document
    anybody = Q(restricted=False, current_revision__isnull=False)
    return asked | anybody if settings.REVIEWERS_SEE_ALL_DOCUMENTS else asked


def _see_claims(user: User) -> Q:
    if Role.EDITOR in user.roles:
        return ~Q(document__in=Document.objects.arriving())
    seen = Q(pk__in=[])
    if Role.REVIEWER in user.roles:
        wrote = Review.objects.filter(assignment__claim=OuterRef("pk"), assignment__reviewer=user)
        seen |= Q(_mine(reviewer=user, status__in=LIVE)) | Q(Exists(wrote))
    if Role.READER in user.roles:
        seen |= _open_to_readers("")
    return seen


def _open_to_readers(claim: str) -> Q:
    """Approved, in a document that is neither restricted nor withdrawn; ``claim`` is the path with its ``__``."""
    open_now = {"status": ClaimStatus.APPROVED, "document__restricted": False, "document__withdrawn_at": None}
    return Q(**{f"{claim}{name}": value for name, value in open_now.items()})


def unveiled(user: User, claim: str) -> Q:
    """Rows whose claim (by its path from the row) no longer hides others' work from this person.

    To a reviewer: a claim they hold or reviewed, with every required review in. To an editor: also every
    claim that they do not review themselves.
    """
    status_in = Q(**{f"{claim}__status__in": UNVEILED})
    if Role.EDITOR in user.roles:
        return status_in | ~Q(_mine(claim, reviewer=user, status__in=LIVE, round=F("claim__round")))
    if Role.REVIEWER in user.roles:
        return status_in & Q(_mine(claim, reviewer=user, status__in=LIVE))
    return Q(pk__in=[])


def _see_assignments(user: User) -> Q:
    return Q(reviewer=user) | unveiled(user, "claim")


def reviews_on_seen(user: User) -> Q:
    """Of an assignment that this person sees: the reviews that they see. What ``_see_reviews`` says, from there."""
    return Q(reviewer=user) | Q(reviews__submitted_at__isnull=False)


def _see_reviews(user: User) -> Q:
    others = Q(submitted_at__isnull=False) & unveiled(user, "assignment__claim")
    return Q(assignment__reviewer=user) | others


def _see_evidence(user: User) -> Q:
    others = Q(review__submitted_at__isnull=False) & unveiled(user, "claim")
    if Role.READER in user.roles:
        others |= Q(review__decisions__ended_at__isnull=True) & _open_to_readers("review__decisions__claim__")
    return Q(review__assignment__reviewer=user) | others


def _see_decisions(user: User) -> Q:
    seen = unveiled(user, "claim")
    if Role.READER in user.roles:
        seen |= Q(ended_at__isnull=True) & _open_to_readers("claim__")
    return seen


def _see_notes(user: User) -> Q:
    """Own notes; others' once unveiled; until then those of people who do not review the claim."""
    if not user.roles & {Role.EDITOR, Role.REVIEWER}:
        return Q(pk__in=[])
    audience = Q() if Role.EDITOR in user.roles else Q(visible_to=NoteAudience.DESK)
    return Q(author=user) | (audience & _on_it(user) & (from_outside("author") | unveiled(user, "claim")))


def from_outside(author: str) -> Q:
    """Rows about a claim by somebody who was never asked to review it."""
    return ~Q(Exists(Assignment.objects.filter(claim=OuterRef("claim"), reviewer=OuterRef(author))))


def _on_it(user: User) -> Q:
    """Rows about a claim that this reviewer holds; every row for an editor."""
    return Q() if Role.EDITOR in user.roles else Q(_mine("claim", reviewer=user, status__in=LIVE))


def _see_contacts(user: User) -> Q:
    """As with notes: own ones, those of people who do not review the claim, others' once unveiled."""
    if not user.roles & {Role.EDITOR, Role.REVIEWER}:
        return Q(pk__in=[])
    return Q(by=user) | (_on_it(user) & (from_outside("by") | unveiled(user, "claim")))


def _see_events(user: User) -> Q:
    """The desk's own history is the administrators'; a claim's is for those on it, without others' work."""
    desk = Q(chain__document__isnull=True) if Role.ADMINISTRATOR in user.roles else Q(pk__in=[])
    if not user.roles & {Role.EDITOR, Role.REVIEWER}:
        return desk
    mine = Q(actor=user) | Q(assignment__reviewer=user)
    of_editors = Q(assignment__isnull=True) & ~Q(role=Role.REVIEWER) & ~Q(action__in=("approve", *TALK))
    if Role.EDITOR in user.roles:
        in_documents = Q(chain__document__isnull=False)
        handed_in = ~Q(action__in=DRAFT_WORK) | Q(assignment__status=AssignmentStatus.SUBMITTED)
        whole = in_documents & (Q(claim__isnull=True) | of_editors | (unveiled(user, "claim") & handed_in))
        return desk | mine | whole
    on_it = Q(claim__isnull=False) & _on_it(user)
    handed_in = ~Q(action__in=(*DRAFT_WORK, *FOR_EDITORS))
    return desk | mine | (on_it & (of_editors | (unveiled(user, "claim") & handed_in)))


VISIBLE: dict[type[Model], Callable[[User], Q]] = {
    Document: _see_documents,
    Claim: _see_claims,
    Assignment: _see_assignments,
    Review: _see_reviews,
    Evidence: _see_evidence,
    Decision: _see_decisions,
    Note: _see_notes,
    Contact: _see_contacts,
    Event: _see_events,
}
