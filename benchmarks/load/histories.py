"""Many events at once for figures: chained as the ledger chains them, stored in a few statements."""

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import connection

from benchmarks.load.rows import Table
from claims.models import Event, EventBody, User
from claims.models.history import canonical, salted_digest, sha256


@dataclass
class Head:
    """The end of one chain."""

    chain: int
    number: int = 0
    hash: str = ""


class Histories:
    """The chains of some documents, new events at their ends; ``store`` writes them."""

    def __init__(self, at: datetime.datetime) -> None:
        self.heads: dict[int, Head] = {}
        self.at = connection.ops.adapt_datetimefield_value(at)
        self.at_told = at.isoformat(timespec="microseconds")
        self.events, self.bodies = Table(Event), Table(EventBody)

    def open(self, document: int, chain: int) -> None:
        """Begin the chain of a document; its row is stored by whoever added it."""
        self.heads[document] = Head(chain)

    def record(
        self,
        document: int,
        action: str,
        by: User,
        role: str,
        words: dict[str, Any],
        claim: int | None = None,
        assignment: int | None = None,
    ) -> None:
        """One more event of a document."""
        head, text = self.heads[document], canonical(words)
        number, before = head.number + 1, head.hash
        salt = hashlib.sha256(f"{head.chain}/{number}".encode()).hexdigest()[:32]
        digest = salted_digest(salt, text)
        # As ``Event.computed_hash`` has it; verify_history says whether it still is so.
        line = [
            head.chain, number, str(by.public_id), role, action, claim, assignment, self.at_told, digest, before,
        ]  # fmt: skip
        head.number, head.hash = number, sha256(canonical(line))
        event = self.events.add(
            chain_id=head.chain,
            number=number,
            actor_id=by.pk,
            role=role,
            action=action,
            claim_id=claim,
            assignment_id=assignment,
            at=self.at,
            digest=digest,
            previous_hash=before,
            hash=head.hash,
        )
        self.bodies.add(event_id=event, salt=salt, text=text)

    def store(self) -> int:
        """Write events, words and the heads of the chains; returns how many rows were added."""
        heads = [(head.number, head.hash, head.chain) for head in self.heads.values()]
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE claims_chain SET last_number = %s, last_hash = %s WHERE id = %s", heads
            )
        return self.events.store() + self.bodies.store()
