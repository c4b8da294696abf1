"""Many events at once for figures: chained as the ledger chains them, stored in a few statements."""

import datetime
import hashlib
from typing import Any

from django.db import connection

from benchmarks.load.rows import Table
from claims.models import Chain, Event, EventBody, User
from claims.models.history import canonical, salted_digest, sha256


class Histories:
    """The chains of some documents, new events at their ends; ``store`` writes them."""

    def __init__(self, documents: list[int], at: datetime.datetime) -> None:
        chains = Chain.objects.filter(document__in=documents).order_by("id")
        self.chains = {chain.document_id: chain for chain in chains}
        self.at, self.at_told = (
            connection.ops.adapt_datetimefield_value(at),
            at.isoformat(timespec="microseconds"),
        )
        self.events, self.bodies = Table(Event), Table(EventBody)

    def record(
        self,
        document: int,
        action: str,
        by: User,
        role: str,
        words: dict[str, Any],
        claim: int,
        assignment: int | None,
    ) -> None:
        """One more event of a document."""
        chain, text = self.chains[document], canonical(words)
        number, before = chain.last_number + 1, chain.last_hash
        salt = hashlib.sha256(f"{chain.pk}/{number}".encode()).hexdigest()[:32]
        digest = salted_digest(salt, text)
        # As ``Event.computed_hash`` has it; verify_history says whether it still is so.
        line = [
            chain.pk, number, str(by.public_id), role, action, claim, assignment, self.at_told, digest, before,
        ]  # fmt: skip
        chain.last_number, chain.last_hash = number, sha256(canonical(line))
        event = self.events.add(
            chain_id=chain.pk,
            number=number,
            actor_id=by.pk,
            role=role,
            action=action,
            claim_id=claim,
            assignment_id=assignment,
            at=self.at,
            digest=digest,
            previous_hash=before,
            hash=chain.last_hash,
        )
        self.bodies.add(event_id=event, salt=salt, text=text)

    def store(self) -> int:
        """Write events, words and the heads of the chains; returns how many rows were added."""
        heads = [(chain.last_number, chain.last_hash, chain.pk) for chain in self.chains.values()]
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE claims_chain SET last_number = %s, last_hash = %s WHERE id = %s", heads
            )
        return self.events.store() + self.bodies.store()
