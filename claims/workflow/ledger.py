"""Writing history: the locked head of a chain and the events appended to it. Private to this folder."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.lifecycle import Role
from claims.models import Assignment, Chain, Claim, Event, EventBody, User
from claims.models.history import canonical, salted_digest


class Ledger:
    """The locked chain of one document (or of the desk) inside a transaction."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain

    def record(
        self,
        action: str,
        *,
        by: User,
        role: Role,
        claim: Claim | None = None,
        assignment: Assignment | None = None,
        words: dict[str, Any] | None = None,
    ) -> Event:
        """Append one event with its words and move the head of the chain."""
        text = canonical(plain(words or {}))
        salt = secrets.token_hex(16)
        event = Event(
            chain=self.chain,
            number=self.chain.last_number + 1,
            actor=by,
            role=role,
            action=action,
            claim=claim,
            assignment=assignment,
            at=timezone.now(),
            digest=salted_digest(salt, text),
            previous_hash=self.chain.last_hash,
        )
        event.hash = event.computed_hash()
        event.save(force_insert=True)
        EventBody.objects.create(event=event, salt=salt, text=text)
        self.chain.last_number, self.chain.last_hash = event.number, event.hash
        self.chain.save(update_fields=["last_number", "last_hash"])
        return event


@contextmanager
def locked_ledger(document_id: int | None) -> Iterator[Ledger]:
    """Open a transaction that holds the chain of a document (``None``: of the desk): moves queue up here."""
    with transaction.atomic():
        chains = Chain.objects.select_for_update()
        one = Q(document__isnull=True) if document_id is None else Q(document_id=document_id)
        yield Ledger(chains.get(one))


def plain(value: Any) -> Any:
    """Data that JSON can hold, spelled the same on every database: dates and things as strings."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)
