"""Writing history: the locked head of a chain and the events appended to it. Private to this folder."""

import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.lifecycle import Role
from claims.models import Assignment, Chain, Claim, Event, EventBody, User, rows
from claims.models.history import canonical, salted_digest

HEAD = ("last_number", "last_hash")


@dataclass(frozen=True)
class Entry:
    """What one event will say, before it has its place in a chain."""

    action: str
    by: User
    role: Role
    words: dict[str, Any]
    claim: Claim | None = None
    assignment: Assignment | None = None


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
        event, body = self.append(Entry(action, by, role, words or {}, claim, assignment))
        event.save(force_insert=True)
        body.event = event
        body.save(force_insert=True)
        self.chain.save(update_fields=HEAD)
        return event

    def append(self, entry: Entry) -> tuple[Event, EventBody]:
        """The next event of the chain and its words, not stored yet; neither is the head, which moves on to it."""
        text = canonical(plain(entry.words))
        salt = secrets.token_hex(16)
        event = Event(
            chain_id=self.chain.pk,
            number=self.chain.last_number + 1,
            actor_id=entry.by.pk,
            role=entry.role,
            action=entry.action,
            claim_id=entry.claim.pk if entry.claim else None,
            assignment_id=entry.assignment.pk if entry.assignment else None,
            at=timezone.now(),
            digest=salted_digest(salt, text),
            previous_hash=self.chain.last_hash,
        )
        event.hash = event.hash_for(str(entry.by.public_id))
        self.chain.last_number, self.chain.last_hash = event.number, event.hash
        return event, EventBody(salt=salt, text=text)


def record_all(entries: Iterable[tuple[Ledger, Entry]]) -> None:
    """Append many events, each to the history it belongs to, in a few statements."""
    chains: dict[int, Chain] = {}
    events, bodies = [], []
    for ledger, entry in entries:
        event, body = ledger.append(entry)
        events.append(event)
        bodies.append(body)
        chains[ledger.chain.pk] = ledger.chain
    rows.add(events)
    for event, body in zip(events, bodies, strict=True):
        body.event = event
    rows.add(bodies)
    if len(chains) == 1:
        ledger.chain.save(update_fields=HEAD)
    else:
        Chain.objects.bulk_update(chains.values(), HEAD)


@contextmanager
def locked_ledger(document_id: int | None) -> Iterator[Ledger]:
    """Open a transaction that holds the chain of a document (``None``: of the desk): moves queue up here."""
    with transaction.atomic():
        chains = Chain.objects.select_for_update()
        one = Q(document__isnull=True) if document_id is None else Q(document_id=document_id)
        yield Ledger(chains.get(one))


@contextmanager
def locked_ledgers(documents: Collection[int]) -> Iterator[dict[int, Ledger]]:
    """Open a transaction that holds the chains of several documents, by document.

    They are locked in the order of their keys, so that two who need the same ones never wait for each other. Nothing
    is read along with them: who had to wait would get it as it was before.
    """
    with transaction.atomic():
        locked = Chain.objects.select_for_update().filter(document__in=sorted(documents))
        chains = locked.order_by("pk")
        yield {chain.document_id: Ledger(chain) for chain in chains if chain.document_id is not None}


def plain(value: Any) -> Any:
    """Data that JSON can hold, spelled the same on every database: dates and things as strings."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)
