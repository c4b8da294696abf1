"""Documents come in: a text becomes a document with its first revision, and its claims are proposed.

Nothing is parsed, hashed or extracted inside a transaction.
"""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from claims.errors import Forbidden, Incomplete
from claims.models import Document, Policy, User
from claims.permissions import decide, visible_to
from claims.text import Extraction, extract, normalise
from claims.workflow import leftovers, proposing
from claims.workflow.arriving import Arrival, Particulars, checksum, role_of, title_of
from claims.workflow.ledger import Entry
from claims.workflow.proposing import Proposals, Step
from claims.workflow.reading import Incoming

__all__ = ["Particulars", "bring_in", "same_text", "store", "title_of"]


def same_text(text: str, *, by: User) -> "QuerySet[Document]":
    """Documents that hold this very text already; offered to the editor, never silently doubled."""
    found = Document.objects.filter(revisions__sha256=checksum(text)).order_by("id").distinct()
    return visible_to(by, found)


def bring_in(incoming: Incoming, *, by: User, about: Particulars | None = None) -> Document:
    """Store a text as a new document, keep its file, and propose its claims.

    What ``about`` leaves empty comes from the reading.
    """
    about, reading = about or Particulars(), incoming.reading
    _refuse_unless_allowed(by)
    text = _some_text(incoming)
    return store(incoming, extract(text, about.language or reading.language or None), by=by, about=about)


def store(
    incoming: Incoming, extraction: Extraction, *, by: User, about: Particulars | None = None
) -> Document:
    """``bring_in`` for a text whose claims were found already.

    A text of more than 1,000 claims is stored in steps, so that nobody else waits for all of them; nobody sees the
    document before the last step.
    """
    _refuse_unless_allowed(by)
    arrival = Arrival(incoming, extraction, by=by, about=about or Particulars(), text=_some_text(incoming))
    proposals = Proposals(extraction, list(Policy.objects.all()))
    if proposals.are_many:
        _store_or_nothing(arrival, proposals)
    else:
        steps = list(proposals.steps())
        with transaction.atomic():
            _store(arrival, proposals, steps)
    return arrival.document


def _store_or_nothing(arrival: Arrival, proposals: Proposals) -> None:
    leftovers.remove(leftovers.old())
    try:
        _store(arrival, proposals, proposals.steps())
    except BaseException:
        leftovers.remove([arrival.document])
        raise


def _store(arrival: Arrival, proposals: Proposals, steps: Iterable[Step]) -> None:
    """Each step in a transaction of its own, unless all of them are in one already."""
    step_by_step = partial(transaction.atomic, savepoint=proposals.are_many)
    with step_by_step():
        arrival.begin()
    for step in steps:
        with step_by_step():
            if proposals.are_many:
                arrival.go_on()
            proposing.add(step, arrival.revision, arrival.by)
    told = Entry("propose", arrival.by, role_of(arrival.by), proposals.words)
    with step_by_step():
        arrival.finish(claims=proposals.count, told=[told])
        if proposals.are_many:
            arrival.refuse_unless_whole()


def _refuse_unless_allowed(by: User) -> None:
    answer = decide(by, "bring in")
    if not answer:
        raise Forbidden(answer.reason)


def _some_text(incoming: Incoming) -> str:
    text = normalise(incoming.reading.text)
    if not text.strip():
        raise Incomplete("There is no text in it.", {"text": "There is no text in it."})
    return text
