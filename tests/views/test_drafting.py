"""What was typed beside the verdict is found again, whichever button was pressed."""

from django.test import RequestFactory

from claims.models import User
from claims.views import drafting


def test_typed_beside_finds_only_what_somebody_began(rf: RequestFactory, carl: User):
    request = rf.post(
        "/", {"rationale": "Words.", "stance": "supports", "form": "data", "body": " ", "who": "Mayor"}
    )
    request.user = carl
    assert list(drafting.typed_beside(request)) == ["contact"]


def test_a_sentence_stands_for_every_side_form():
    assert drafting.STILL_HERE.keys() == drafting.SIDE_FORMS.keys()
