"""Changes around the claims: a document's particulars, and what administrators set (accounts, scales, policies)."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import DERIVED_STATUSES, LIVE, Role
from claims.models import Assignment, Claim, Document, Scale, User, Verdict
from claims.models.search import as_search_text
from claims.permissions import decide
from claims.workflow.arriving import Particulars
from claims.workflow.assigning import unassign
from claims.workflow.ledger import locked_ledger, plain

NAME_DOCUMENT = "Give the document a title."
NOT_YOURSELF = "You cannot switch off your own account. Ask another administrator."
DEACTIVATED = "The account was deactivated."


def edit_document(document: Document, about: Particulars, *, by: User) -> Document:
    """Change a document's particulars; its text never changes. The scale only while no claim left triage."""
    if not about.title.strip():
        raise Incomplete(NAME_DOCUMENT, {"title": NAME_DOCUMENT})
    answer = decide(by, "edit document", document)
    if not answer:
        raise Forbidden(answer.reason)
    new = {name: value for name, value in _columns(about).items() if name != "scale" or value is not None}
    with locked_ledger(document.pk) as ledger:
        fresh = Document.objects.get(pk=document.pk)
        changed = {
            name: [getattr(fresh, name), value]
            for name, value in new.items()
            if getattr(fresh, name) != value
        }
        if "writer" in changed and about.writer:
            _did_not_review(about.writer, fresh)
        if "scale" in changed and Claim.objects.filter(document=fresh).exclude(status="proposed").exists():
            sentence = "The scale stays: claims of this document are already past triage."
            raise Incomplete(sentence, {"scale": sentence})
        if changed:
            search = as_search_text(about.title, about.source, about.author)
            Document.objects.filter(pk=fresh.pk).update(**new, search_text=search)
            ledger.record("edit document", by=by, role=Role.EDITOR, words={"changed": changed})
    return Document.objects.get(pk=document.pk)


def _did_not_review(writer: User, document: Document) -> None:
    if Assignment.objects.filter(claim__document=document, reviewer=writer, status__in=LIVE).exists():
        sentence = f"{writer} reviews claims of this document, and nobody reviews a text they wrote."
        raise Incomplete(sentence, {"writer": sentence})


def _columns(about: Particulars) -> dict[str, Any]:
    return {name: getattr(about, name) for name in Particulars.__dataclass_fields__}


def record_desk_change(thing: Model, action: str, *, by: User, changed: dict[str, Any]) -> None:
    """Write to the desk's own history that an administrator changed an account, a scale or a policy."""
    words = {"what": thing._meta.verbose_name, "which": str(thing), "id": thing.pk, "changed": plain(changed)}
    with locked_ledger(None) as ledger:
        ledger.record(action, by=by, role=Role.ADMINISTRATOR, words=words)


def deactivate(user: User, *, by: User) -> User:
    """Switch an account off for good; the system takes back what the person was still asked to do."""
    _administers(by)
    if user.pk == by.pk:
        raise Incomplete(NOT_YOURSELF, {"is_active": NOT_YOURSELF})
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=False)
        record_desk_change(user, "deactivate", by=by, changed={"is_active": [True, False]})
        asked = Assignment.objects.pending().assigned_to(user).filter(claim__status__in=DERIVED_STATUSES)
        system = User.objects.system()
        for assignment in asked.select_related("claim").order_by("claim__document__chain", "claim"):
            unassign(assignment, by=system, reason=DEACTIVATED)
    return User.objects.get(pk=user.pk)


def withdraw(thing: Scale | Verdict, *, by: User) -> None:
    """Offer a scale or a verdict no longer; what rests on it stays."""
    _set_withdrawn(thing, timezone.now(), "withdraw", by)


def offer_again(thing: Scale | Verdict, *, by: User) -> None:
    """Offer a withdrawn scale or verdict again."""
    _set_withdrawn(thing, None, "offer again", by)


def _set_withdrawn(thing: Scale | Verdict, at: datetime.datetime | None, action: str, by: User) -> None:
    _administers(by)
    with transaction.atomic():
        rows = type(thing)._default_manager.filter(pk=thing.pk, withdrawn_at__isnull=at is not None)
        if rows.update(withdrawn_at=at):
            record_desk_change(thing, action, by=by, changed={"withdrawn_at": [thing.withdrawn_at, at]})


def _administers(by: User) -> None:
    answer = decide(by, "administer")
    if not answer:
        raise Forbidden(answer.reason)
