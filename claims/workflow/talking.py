"""What people write beside a claim: notes, and requests for comment."""

import datetime

from django.utils import timezone

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import LIVE, Role
from claims.models import Assignment, Claim, Contact, Note, User
from claims.permissions import decide
from claims.vocabulary import NoteAudience
from claims.workflow.ledger import locked_ledger

WRITE_NOTE = "Write the note."
WHO_AND_HOW = "Say who was asked for comment, and how."


def add_note(claim: Claim, *, by: User, body: str, visible_to: str = NoteAudience.DESK) -> Note:
    """Write a note on a claim; ``visible_to`` is everyone on it, or editors only."""
    if not body.strip():
        raise Incomplete(WRITE_NOTE, {"body": WRITE_NOTE})
    audience = NoteAudience(visible_to).value
    with locked_ledger(claim.document_id) as ledger:
        claim = _allowed(by, "note", claim)
        note = Note.objects.create(
            claim=claim, author=by, body=body.strip(), visible_to=audience, at=timezone.now()
        )
        own = own_assignment(claim, by)
        words = {"note": note.pk, "body": note.body, "visible to": audience}
        action = "note" if audience == NoteAudience.DESK else "note to editors"
        ledger.record(action, by=by, role=_role(own), claim=claim, assignment=own, words=words)
    return note


def record_contact(
    claim: Claim, *, by: User, who: str, how: str, asked_on: datetime.date | None = None, answer: str = ""
) -> Contact:
    """Record that somebody was asked for comment, and what they answered."""
    if not who.strip() or not how.strip():
        fields = {name: WHO_AND_HOW for name, value in (("who", who), ("how", how)) if not value.strip()}
        raise Incomplete(WHO_AND_HOW, fields)
    with locked_ledger(claim.document_id) as ledger:
        claim = _allowed(by, "request for comment", claim)
        contact = Contact.objects.create(
            claim=claim,
            who=who.strip(),
            how=how.strip(),
            asked_on=asked_on or timezone.localdate(),
            answer=answer.strip(),
            by=by,
            at=timezone.now(),
        )
        own = own_assignment(claim, by)
        words = {"who": contact.who, "how": contact.how, "on": contact.asked_on, "answer": contact.answer}
        ledger.record("request for comment", by=by, role=_role(own), claim=claim, assignment=own, words=words)
    return contact


def own_assignment(claim: Claim, user: User) -> Assignment | None:
    """This person's live assignment on the claim in its current round, if any."""
    mine = Assignment.objects.filter(claim=claim, round=claim.round, reviewer=user, status__in=LIVE)
    return mine.select_related("claim__document").first()


def _role(own: Assignment | None) -> Role:
    return Role.REVIEWER if own else Role.EDITOR


def _allowed(by: User, move: str, claim: Claim) -> Claim:
    """The claim as it is under the lock."""
    fresh = Claim.objects.select_related("document").get(pk=claim.pk)
    answer = decide(by, move, fresh)
    if not answer:
        raise Forbidden(answer.reason)
    return fresh
