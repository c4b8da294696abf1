"""A desk with a claim in each status."""

import pytest

from claims.lifecycle import ClaimStatus
from tests import factories


@pytest.fixture
def desk(cast, claim_in):
    """A claim in each of six statuses, held by carl, in a document named after its status."""
    edith = cast["edith"]
    for status in ("queued", "assigned", "in_review", "submitted", "disputed", "approved"):
        claim_in(ClaimStatus(status), factories.make_document(edith, title=status))
    return cast
