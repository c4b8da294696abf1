"""Events in admin: read only, to each what they may see, with the words of what happened."""

from collections.abc import Callable

import pytest
from django.test import Client

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Document, Event, User
from claims.permissions import visible_to
from claims.workflow import desk, triage
from tests.admin.conftest import words_of

LIST = "/admin/claims/event/"


def listed(client: Client, **query: str) -> list[int]:
    return sorted(event.pk for event in client.get(LIST, query).context["cl"].result_list)


@pytest.mark.parametrize("name", ["edith", "rolf", "ada"])
def test_the_list_is_what_permissions_let_them_see(
    name: str, claim_in: Callable[..., Claim], cast: dict[str, User], as_: Callable[[str], Client]
):
    claim_in(ClaimStatus.IN_REVIEW)
    desk.deactivate(cast["clara"], by=cast["ada"])
    assert listed(as_(name)) == sorted(
        visible_to(cast[name], Event.objects.all()).values_list("pk", flat=True)
    )


def test_an_administrator_reads_the_desks_history_only(
    document: Document, cast: dict[str, User], as_: Callable[[str], Client]
):
    desk.deactivate(cast["clara"], by=cast["ada"])
    client = as_("ada")
    assert listed(client) == [Event.objects.get(action="deactivate").pk]
    hidden = Event.objects.get(action="bring in")
    assert client.get(f"{LIST}{hidden.pk}/change/").status_code == 302


def test_drafts_of_others_are_in_no_event(claim_in: Callable[..., Claim], as_: Callable[[str], Client]):
    claim_in(ClaimStatus.IN_REVIEW)
    saves = Event.objects.filter(action__in=["save", "add evidence"])
    assert saves.count() > 0
    client = as_("edith")
    assert {client.get(f"{LIST}{event.pk}/change/").status_code for event in saves} == {302}


def test_one_event_tells_its_words(claim: Claim, edith: User, as_: Callable[[str], Client]):
    triage.skip(claim, by=edith, reason="other", words="Cut in print.")
    event = Event.objects.get(action="skip")
    said = words_of(as_("edith").get(f"{LIST}{event.pk}/change/"))
    assert "after settled_by" in said
    assert "settled_words Cut in print." in said


def test_links_narrow_to_a_document_or_a_claim(claim: Claim, edith: User, as_: Callable[[str], Client]):
    triage.queue(claim, by=edith)
    client = as_("edith")
    assert listed(client, claim=str(claim.pk)) == [Event.objects.get(action="queue").pk]
    assert len(listed(client, document=str(claim.document_id))) == 3
    assert listed(client, document="77") == []
    assert len(listed(client, document="x")) == 3


@pytest.mark.parametrize("name", ["edith", "ada"])
def test_history_is_only_read(name: str, document: Document, as_: Callable[[str], Client]):
    event = Event.objects.first()
    client = as_(name)
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{event.pk}/change/", {"action": "mine"}).status_code in (302, 403)
    assert Event.objects.get(pk=event.pk).action == event.action
