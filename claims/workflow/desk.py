"""Changes around the claims: a document's particulars, and what administrators set (accounts, scales, policies)."""

from typing import Any

from django.db.models import Model

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import Role
from claims.models import Claim, Document, User
from claims.models.search import as_search_text
from claims.permissions import decide
from claims.workflow.intake import Particulars
from claims.workflow.ledger import locked_ledger, plain

NAME_DOCUMENT = "Give the document a title."


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
        if "scale" in changed and Claim.objects.filter(document=fresh).exclude(status="proposed").exists():
            sentence = "The scale stays: claims of this document are already past triage."
            raise Incomplete(sentence, {"scale": sentence})
        if changed:
            search = as_search_text(about.title, about.source, about.author)
            Document.objects.filter(pk=fresh.pk).update(**new, search_text=search)
            ledger.record("edit document", by=by, role=Role.EDITOR, words={"changed": changed})
    return Document.objects.get(pk=document.pk)


def _columns(about: Particulars) -> dict[str, Any]:
    return {name: getattr(about, name) for name in Particulars.__dataclass_fields__}


def record_desk_change(thing: Model, action: str, *, by: User, changed: dict[str, Any]) -> None:
    """Write to the desk's own history that an administrator changed an account, a scale or a policy."""
    words = {"what": thing._meta.verbose_name, "which": str(thing), "id": thing.pk, "changed": plain(changed)}
    with locked_ledger(None) as ledger:
        ledger.record(action, by=by, role=Role.ADMINISTRATOR, words=words)
