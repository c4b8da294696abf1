"""What a crash between two steps leaves is cleared away; what is still being stored is left alone."""

import datetime

import pytest
from django.utils import timezone

from claims.models import Claim, ClaimSpan, Document, Policy, Revision, User
from claims.permissions import visible_to
from claims.text import Reading, extract
from claims.workflow import intake, leftovers, proposing
from claims.workflow.arriving import Arrival, Particulars
from claims.workflow.reading import Incoming
from tests import factories

INCOMING = Incoming(Reading(factories.ARTICLE, title="Half there"))


def crashed(by: User, hours: int) -> Document:
    """A document whose process died after its first step, some hours ago."""
    extraction = extract(factories.ARTICLE, "en")
    arrival = Arrival(INCOMING, extraction, by=by, about=Particulars(), text=factories.ARTICLE)
    arrival.document.added_at = timezone.now() - datetime.timedelta(hours=hours)
    arrival.begin()
    for step in proposing.Proposals(extraction, list(Policy.objects.all())).steps():
        proposing.add(step, arrival.revision, by)
    return arrival.document


def test_only_what_is_surely_over_is_old(document: Document, edith: User):
    crashed(edith, 0)
    over = crashed(edith, 2)
    assert leftovers.old() == [over]


def test_remove_takes_everything_of_it_and_nothing_else(document: Document, edith: User):
    leftovers.remove([document, crashed(edith, 2)])
    assert list(Document.objects.all()) == list(Document.objects.filter(pk=document.pk))
    assert [model.objects.count() for model in (Revision, Claim, ClaimSpan)] == [1, 3, 3]


def test_the_next_long_text_clears_it_away(edith: User, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    old, young = crashed(edith, 2), crashed(edith, 0)
    assert not visible_to(edith, Document.objects.all()).exists()
    again = intake.bring_in(INCOMING, by=edith)
    assert list(Document.objects.order_by("pk")) == [young, again]
    assert not Claim.objects.filter(document=old.pk).exists()
