"""The few documents that the claim list offers."""

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Claim
from claims.reports.offered import documents_offered, documents_seen
from claims.workflow import assigning
from tests import factories


@pytest.fixture
def desk(cast, claim_in):
    """A document a status, named after it, its first claim held by carl where anybody holds it."""
    for status in ("queued", "assigned", "approved"):
        claim_in(ClaimStatus(status), factories.make_document(cast["edith"], title=status))
    return cast


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("edith", ["approved", "assigned", "queued"]),
        ("carl", ["approved", "assigned"]),
        ("clara", []),
        ("rita", ["approved"]),
        ("otto", []),
    ],
)
def test_offered_are_those_seen_the_newest_first(desk, name, titles):
    user = desk[name]
    assert [document.title for document in documents_offered(user)] == titles
    assert sorted(document.title for document in documents_seen(user)) == sorted(titles)


def test_a_declined_claim_is_not_offered(desk):
    carl = desk["carl"]
    claim = Claim.objects.get(status="assigned")
    assigning.decline(claim.assignments.get(), by=carl, reason="No time.")
    assert [document.title for document in documents_offered(carl)] == ["approved"]
