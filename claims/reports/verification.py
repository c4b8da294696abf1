"""Does the history still hold? Walks every chain and names what was changed, removed, inserted, swapped or cut."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from claims.models import Chain, Document, Event, User
from claims.models.history import bound_hash, salted_digest
from claims.models.rows import portions

ROWS_A_FETCH, CHAINS_A_QUERY = 2000, 500


class Line(NamedTuple):
    """One event as it is stored, with its words, and the head that its chain had when it was read."""

    chain: int
    number: int
    actor: int
    role: str
    action: str
    claim: int | None
    assignment: int | None
    at: datetime.datetime
    digest: str
    previous_hash: str
    hash: str
    body: int | None
    salt: str
    text: str
    erased_at: datetime.datetime | None
    last_number: int
    last_hash: str

    def computed_hash(self, actor: str) -> str:
        """``Event.computed_hash``; ``actor`` is the public id."""
        return bound_hash(self.chain, self.number, actor, *self[3:10])

    def what_is_wrong_with_its_words(self) -> str:
        """A sentence, or nothing."""
        if self.body is None:
            return f"the words of event {self.number} are missing"
        if self.erased_at is None and salted_digest(self.salt, self.text) != self.digest:
            return f"the words of event {self.number} were changed"
        return ""


COLUMNS = (
    "chain_id", "number", "actor_id", "role", "action", "claim_id", "assignment_id", "at", "digest",
    "previous_hash", "hash", "body__event_id", "body__salt", "body__text", "body__erased_at",
    "chain__last_number", "chain__last_hash",
)  # fmt: skip
NO_MORE: tuple[int, Iterator[Line]] = (0, iter(()))


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one chain; ``number`` is the event's, ``sentence`` says what."""

    chain: Chain
    number: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.chain}: {self.sentence}"


class Actors(dict[int, UUID | None]):
    """Public ids by key; somebody who came later is looked up when they are met."""

    def __missing__(self, actor: int) -> UUID | None:
        self[actor] = User.objects.filter(pk=actor).values_list("public_id", flat=True).first()
        return self[actor]


def verify(chains: Iterable[Chain] | None = None) -> Iterator[Fault]:
    """Yield every fault, chain by chain, in constant memory. No fault: the history is whole.

    People may work meanwhile: the head of a chain is read in one statement with its events, so that what is appended
    later is missing in both.
    """
    actors = Actors(User.objects.values_list("pk", "public_id"))
    if chains is None:
        yield from _lost_chains()
        chains = Chain.objects.order_by("pk").iterator(chunk_size=CHAINS_A_QUERY)
    for some in portions(chains, CHAINS_A_QUERY):
        yield from _verify_some(some, actors)


def _lost_chains() -> Iterator[Fault]:
    """A document, or the desk, whose whole history is gone; a document that is on its way in has no text either."""
    told = Document.objects.filter(chain__isnull=True, revisions__body__isnull=False)
    for document in told.order_by("id").distinct().iterator():
        yield Fault(Chain(document=document), 0, "the whole history is missing")
    if not Chain.objects.filter(document__isnull=True).exists():
        yield Fault(Chain(), 0, "the whole history is missing")


def _verify_some(chains: list[Chain], actors: Actors) -> Iterator[Fault]:
    """Read the events of some chains together, in the order of the chains and of their numbers."""
    rows = Event.objects.filter(chain__in=chains).order_by("chain", "number").values_list(*COLUMNS)
    events = groupby((Line(*row) for row in rows.iterator(chunk_size=ROWS_A_FETCH)), key=attrgetter("chain"))
    chain_of_events, lines = next(events, NO_MORE)
    for chain in sorted(chains, key=attrgetter("pk")):
        if chain.pk == chain_of_events:
            yield from _verify_chain(chain, lines, actors)
            chain_of_events, lines = next(events, NO_MORE)
        else:
            yield from _verify_chain(chain, iter(()), actors)


def _verify_chain(chain: Chain, lines: Iterator[Line], actors: Actors) -> Iterator[Fault]:
    number, previous, last_number, last_hash = 0, "", chain.last_number, chain.last_hash
    for line in lines:
        number, last_number, last_hash = number + 1, line.last_number, line.last_hash
        if line.number != number or line.previous_hash != previous or number > last_number:
            yield _misplaced(chain, line, number)
            number = line.number
        if line.computed_hash(str(actors[line.actor])) != line.hash:
            yield Fault(chain, line.number, f"event {line.number} was changed")
        if sentence := line.what_is_wrong_with_its_words():
            yield Fault(chain, line.number, sentence)
        previous = line.hash
    if last_number > number:
        yield Fault(chain, number, f"the end was cut: {last_number} events expected, {number} found")
    elif last_number == number and last_hash != previous:
        yield Fault(chain, number, f"the head does not follow from event {number}")


def _misplaced(chain: Chain, line: Line, number: int) -> Fault:
    """An event that is not the one expected at this place."""
    if line.number < number or number > line.last_number:
        return Fault(chain, line.number, f"event {line.number} was inserted")
    if line.number == number:
        return Fault(chain, number, f"event {number} does not follow from the one before it")
    last = line.number - 1
    missing = f"event {number}" if last == number else f"events {number} to {last}"
    return Fault(chain, number, f"{missing} missing")
