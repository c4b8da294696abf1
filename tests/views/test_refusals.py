"""A refusal that no view caught becomes its sentence."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from claims.errors import Conflict, Forbidden, WorkflowError
from claims.lifecycle import ClaimStatus
from claims.views.refusals import RefusalMiddleware


@pytest.mark.parametrize(("error", "status"), [(Forbidden, 403), (Conflict, 409)])
def test_a_refusal_says_its_sentence(rf: RequestFactory, error: type[WorkflowError], status: int):
    middleware = RefusalMiddleware(lambda request: None)
    answer = middleware.process_exception(rf.post("/"), error("Nothing was changed."))
    assert answer.status_code == status
    assert b"Nothing was changed." in answer.content


def test_other_exceptions_go_their_way(rf: RequestFactory):
    assert RefusalMiddleware(lambda request: None).process_exception(rf.get("/"), ValueError("no")) is None


def test_the_address_of_a_move_leads_back_to_its_claim(client, claim_in, carl):
    claim = claim_in(ClaimStatus.ASSIGNED)
    client.force_login(carl)
    at = reverse("claims:claim-detail", args=[claim.document_id, claim.number])
    response = client.get(f"{at}save/")
    assert (response.status_code, response["Location"]) == (302, at)
