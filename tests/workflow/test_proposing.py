"""Candidates become rows of claims and passages, a thousand at a time."""

import pytest

from claims.models import ClaimSpan, Document, Policy, User
from claims.text import VERSION, extract
from claims.workflow import proposing
from claims.workflow.proposing import NAMES, Proposals
from tests import factories

pytestmark = pytest.mark.django_db
EXTRACTION = extract(factories.ARTICLE, "en")


def test_steps_hold_every_claim_once_and_in_order(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    proposals = Proposals(EXTRACTION, list(Policy.objects.all()))
    steps = list(proposals.steps())
    assert ([len(step.claims) for step in steps], proposals.are_many) == ([2, 1], True)
    rows = [dict(zip(NAMES, claim, strict=True)) for step in steps for claim in step.claims]
    assert [(row["number"], row["quote"]) for row in rows] == [
        (number, candidate.quote) for number, candidate in enumerate(EXTRACTION.candidates, start=1)
    ]
    assert [spans for step in steps for spans in step.spans] == [each.spans for each in EXTRACTION.candidates]


def test_history_will_say_how_many_from_which_extractor_and_a_digest():
    words = Proposals(EXTRACTION, []).words
    assert (words["claims"], words["extractor"], len(str(words["digest"]))) == (3, VERSION, 64)


def test_a_text_without_claims_has_no_step():
    proposals = Proposals(extract("", "en"), [])
    assert (list(proposals.steps()), proposals.are_many) == ([], False)


def test_add_stores_claims_with_their_passages(document: Document, edith: User):
    revision = document.current_revision
    ClaimSpan.objects.all().delete()
    document.claims.all().delete()
    [step] = Proposals(EXTRACTION, []).steps()
    proposing.add(step, revision, edith)
    assert [(c.number, c.quote, c.added_by) for c in document.claims.order_by("number")] == [
        (number, each.quote, edith) for number, each in enumerate(EXTRACTION.candidates, start=1)
    ]
    spans = ClaimSpan.objects.order_by("claim__number", "position").values_list("start", "end")
    assert list(spans) == [span for each in EXTRACTION.candidates for span in each.spans]
