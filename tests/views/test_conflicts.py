"""The page of a conflict: what is told of the claim as it is now."""

from claims.models import Assignment, Claim, User
from claims.views import conflicts
from claims.workflow import assigning
from tests import factories


def labels(claim: Claim, user: User) -> list[str]:
    return [fact.label for fact in conflicts.claim_facts(claim, user)]


def test_claim_facts_name_status_and_reviewers_to_an_editor(held: Assignment, edith: User):
    claim = Claim.objects.select_related("document").get(pk=held.claim_id)
    assert labels(claim, edith) == ["Status", "Text", "Kind", "Reviewers"]


def test_claim_facts_stay_blind_for_an_editor_who_reviews_the_claim(
    held: Assignment, edith: User, rolf: User
):
    assigning.assign(held.claim, to=rolf, by=edith)
    claim = Claim.objects.select_related("document").get(pk=held.claim_id)
    facts = {fact.label: fact.parts for fact in conflicts.claim_facts(claim, rolf)}
    assert "Status" not in facts
    assert facts["Reviewers"] == [("Rolf", False)]


def test_review_facts_of_no_draft_are_empty():
    assert conflicts.review_facts(None, None) == []


def test_evidence_facts_mark_the_words_that_differ(held: Assignment, carl: User):
    review = factories.make_review(held, submit=False)
    form = type("Form", (), {"data": {"title": "Freight table 2024"}})
    facts = conflicts.evidence_facts(review.evidence.get(), form)
    assert facts[1].parts == [("Freight table ", False), ("2025", True)]
