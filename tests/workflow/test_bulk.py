"""One verb for many claims."""

from claims.models import Claim, Document, Event, User
from claims.workflow import bulk, triage


def test_each_tells_what_became_of_every_claim(document: Document, edith: User):
    claims = list(document.claims.order_by("number"))
    triage.queue(claims[1], by=edith)
    before = Event.objects.count()
    outcome = bulk.each(claims, lambda claim: triage.queue(claim, by=edith))
    assert outcome.done == [claim for claim in claims if claim.number != 2]
    assert outcome.refused == [(claims[1], "Claim 2 is queued, so nothing was changed.")]
    assert Event.objects.count() == before + len(outcome.done)
    assert set(Claim.objects.values_list("status", flat=True)) == {"queued"}


def test_each_of_nothing(db: None):
    assert bulk.each([], lambda claim: None) == bulk.Outcome([], [])
