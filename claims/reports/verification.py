"""Does the history still hold? Walks every chain and names what was changed, removed, inserted, swapped or cut."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims.models import Chain, Document, Event
from claims.models.history import salted_digest

ROWS_A_FETCH = 2000


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one chain; ``number`` is the event's, ``sentence`` says what."""

    chain: Chain
    number: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.chain}: {self.sentence}"


def verify(chains: Iterable[Chain] | None = None) -> Iterator[Fault]:
    """Yield every fault, chain by chain, in constant memory. No fault: the history is whole."""
    if chains is None:
        yield from _lost_chains()
        chains = Chain.objects.select_related("document").order_by("id").iterator()
    for chain in chains:
        yield from _verify_chain(chain)


def _lost_chains() -> Iterator[Fault]:
    """A document, or the desk, whose whole history is gone; a document that is on its way in has no text either."""
    told = Document.objects.filter(chain__isnull=True, revisions__body__isnull=False)
    for document in told.order_by("id").distinct().iterator():
        yield Fault(Chain(document=document), 0, "the whole history is missing")
    if not Chain.objects.filter(document__isnull=True).exists():
        yield Fault(Chain(), 0, "the whole history is missing")


def _verify_chain(chain: Chain) -> Iterator[Fault]:
    number, previous = 0, ""
    events = Event.objects.filter(chain=chain).select_related("actor", "body").order_by("number")
    for event in events.iterator(chunk_size=ROWS_A_FETCH):
        number += 1
        if event.number < number or number > chain.last_number:
            yield Fault(chain, event.number, f"event {event.number} was inserted")
            number = event.number
        elif event.number != number:
            missing = (
                f"event {number}" if event.number == number + 1 else f"events {number} to {event.number - 1}"
            )
            yield Fault(chain, number, f"{missing} missing")
            number = event.number
        elif event.previous_hash != previous:
            yield Fault(chain, number, f"event {number} does not follow from the one before it")
        if event.computed_hash() != event.hash:
            yield Fault(chain, number, f"event {number} was changed")
        yield from _verify_words(chain, event)
        previous = event.hash
    if chain.last_number > number:
        yield Fault(chain, number, f"the end was cut: {chain.last_number} events expected, {number} found")
    elif chain.last_number == number and chain.last_hash != previous:
        yield Fault(chain, number, f"the head does not follow from event {number}")


def _verify_words(chain: Chain, event: Event) -> Iterator[Fault]:
    body = getattr(event, "body", None)
    if body is None:
        yield Fault(chain, event.number, f"the words of event {event.number} are missing")
    elif body.erased_at is None and salted_digest(body.salt, body.text) != event.digest:
        yield Fault(chain, event.number, f"the words of event {event.number} were changed")
