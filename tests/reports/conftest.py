"""What the tests of the reports share."""

import pytest

from claims.models import Claim
from claims.workflow import assigning, triage
from tests import factories


@pytest.fixture
def shared(cast, document):
    """A claim on which rolf, an editor, and clara review; clara has handed in."""
    claim = triage.queue(document.claims.get(number=1), by=cast["edith"])
    assigning.assign(claim, to=cast["rolf"], by=cast["edith"])
    factories.make_review(assigning.assign(claim, to=cast["clara"], by=cast["edith"]), label="False")
    return Claim.objects.get(pk=claim.pk)
