"""The append-only history: one chain a document and one for the desk, each event bound to the one before.

The chain holds salted digests; the words lie beside it, so that words can be erased and the chain still holds.
"""

import datetime
import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models

from claims.models.claim import Claim
from claims.models.document import Document


class Chain(models.Model):
    """The head of one history: its last number and hash. Its row is the lock that orders all moves."""

    document = models.OneToOneField(Document, models.PROTECT, null=True, related_name="chain")
    last_number = models.PositiveIntegerField(default=0)
    last_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Case(models.When(document__isnull=True, then=1)),
                name="one_chain_for_the_desk",
            )
        ]

    def __str__(self) -> str:
        return f"History of {self.document or 'the desk'}"


class EventQuerySet(models.QuerySet["Event"]):
    """Events in the order of the chain, never of a clock."""

    def for_history(self) -> "EventQuerySet":
        """With actor and words, newest first."""
        return self.select_related("actor", "body").order_by("-number")


class Event(models.Model):
    """One line of history: number, who, as which role, when, which action. Append-only (guarded)."""

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="events")
    role = models.CharField(max_length=15)
    action = models.CharField(max_length=30)
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="events")
    assignment = models.ForeignKey(
        "claims.Assignment", models.PROTECT, null=True, blank=True, related_name="events"
    )
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="event_number_is_unique")]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"

    def computed_hash(self) -> str:
        """What ``hash`` must be, from the stored columns and the hash of the event before."""
        return self.hash_for(str(self.actor.public_id))

    def hash_for(self, actor: str) -> str:
        """The same where the actor's public id is known."""
        return bound_hash(
            self.chain_id,
            self.number,
            actor,
            self.role,
            self.action,
            self.claim_id,
            self.assignment_id,
            self.at,
            self.digest,
            self.previous_hash,
        )


class EventBody(models.Model):
    """The words of one event: before, after, reason. Erasable to a tombstone, never changed otherwise."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="body")
    salt = models.CharField(max_length=32, blank=True)
    text = models.TextField(blank=True, help_text="Canonical JSON.")
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "event bodies"

    def __str__(self) -> str:
        return f"Words of event {self.event_id}"

    @property
    def words(self) -> dict[str, Any]:
        """The body as data; empty once erased."""
        return json.loads(self.text) if self.text else {}


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(data: Any) -> str:
    """One spelling for the same data: sorted keys, no spaces, no escapes of letters."""
    return _encode(data)


def bound_hash(
    chain: int,
    number: int,
    actor: str,
    role: str,
    action: str,
    claim: int | None,
    assignment: int | None,
    at: datetime.datetime,
    digest: str,
    previous_hash: str,
) -> str:
    """The hash of an event: everything about it but its words, which the digest stands for. ``actor`` is public."""
    when = at.isoformat(timespec="microseconds")
    line = [chain, number, actor, role, action, claim, assignment, when, digest, previous_hash]
    return sha256(canonical(line))


def sha256(text: str) -> str:
    """The checksum of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def salted_digest(salt: str, text: str) -> str:
    """What binds an event to its words without telling them."""
    return sha256(f"{salt}\n{text}")
