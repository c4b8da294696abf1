"""Blind through every address: what carl hands in changes nothing that clara can reach before she submits.

Stronger than a marker that occurs nowhere: every page, filter, search and export answers clara (and rolf, an editor
who reviews the same claim) the very same before carl began and after he handed in.
"""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from claims.filters import filter_of
from claims.models import Assignment, Claim, Event, Evidence, User
from claims.workflow import approving, assigning, checking
from tests import factories
from tests.journeys.addresses import filled, patterns
from tests.markers import MARKER, asked_of, leave_markers

pytestmark = pytest.mark.django_db
NOON = "2026-03-12T12:00Z"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
# An editor's token, and where history stands: they move on with every move of the document, whoever's it is.
EDITORS_MARKS = re.compile(rb'name="version" value="\d+"|after event \d+|"last_event":\d+|\b[0-9a-f]{64}\b')


def body(client: Client, address: str, method: str = "get") -> bytes:
    """What is answered, the status first, without what differs on every request; nothing it does stays."""
    with transaction.atomic():
        response = getattr(client, method)(address, follow=True)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    return b"%d %s" % (response.status_code, TOKEN.sub(b"", content))


def addresses(claim: Claim) -> Iterator[str]:
    """Every address that exists, with every number of carl's work in it."""
    values = {
        "document": claim.document_id,
        "number": claim.number,
        "name": "queue",
        "id": 1,
        "content_type_id": 1,
        "revision": 1,
    }
    carls = Assignment.objects.filter(claim=claim, reviewer__username="carl").values_list("pk", flat=True)
    pieces = Evidence.objects.values_list("pk", flat=True)
    events = Event.objects.values_list("pk", flat=True)
    for name, route in patterns():
        if name in ("logout", "admin:logout", "login"):
            continue
        objects = {claim.pk, claim.document_id, *(events if "event" in name else ())}
        for form in ("html", "csv", "json") if "<str:form>" in route else ("html",):
            for piece in (*pieces, 1) if "<int:evidence>" in route else (1,):
                for each in objects if "object_id" in route else (1,):
                    more = {"form": form, "evidence": piece, "assignment": [*carls, 1][0], "object_id": each}
                    yield filled(route, {**values, **more})


def filters(user: User, claim: Claim) -> Iterator[str]:
    """The claim list with every filter, and every two of them together."""
    rows = filter_of(user)
    known: dict[str, list[str]] = {"q": [MARKER, "harbour"], "document": [str(claim.document_id)]}
    people = [str(person.pk) for person in User.objects.all()]
    known |= {
        "status": "assigned in_review submitted disputed approved queued open".split(),
        "state": "asked started submitted returned declined".split(),
        "verdict": ["True", "False"],
        "due": "overdue soon later none".split(),
        "worth": ["200", "800"],
        "kind": ["statistic", "event"],
        "reviewer": people,
        "order": "new worth due".split(),
    }
    assert set(rows.base_filters) <= set(known)
    singles = [(name, value) for name, values in known.items() for value in values]
    for name, value in singles:
        yield f"/claims/?{name}={value}"
        yield f"/documents/?{name}={value}"
    for (one, first), (two, second) in combinations(singles, 2):
        if one != two and {one, two} & set(rows.base_filters):
            yield f"/claims/?{one}={first}&{two}={second}"


def everything(client: Client, user: User, claim: Claim, *, pairs: bool) -> dict[str, bytes]:
    asked = list(dict.fromkeys([*addresses(claim), *filters(user, claim)]))
    return {each: body(client, each) for each in asked if pairs or "&" not in each}


@pytest.fixture
def claim(edith: User) -> Claim:
    """The first claim of an article, due far away."""
    return (
        factories.make_document(edith, title="The new quay").claims.select_related("document").get(number=1)
    )


@pytest.mark.parametrize("name", ["clara", "rolf"])
def test_what_carl_does_changes_nothing_that_the_other_reviewer_reaches(
    claim: Claim, edith: User, carl: User, cast: dict[str, User], name: str
):
    with time_machine.travel(NOON, tick=False):
        pair = asked_of(claim, edith, carl, cast[name])
        client = Client()
        client.force_login(cast[name])
        before = everything(client, cast[name], claim, pairs=False)
        leave_markers(pair.carls, submit=True)
        after = everything(client, cast[name], claim, pairs=True)
    assert [
        address for address, told in after.items() if MARKER.encode() in told and "q=" not in address
    ] == []
    found = [address for address, told in after.items() if f"{MARKER} ".encode() in told]
    assert found == []
    same = EDITORS_MARKS.sub if name == "rolf" else lambda nothing, told: told
    changed = [
        address
        for address, told in before.items()
        if same(b"", after[address]) != same(b"", told) and "/admin/" not in address
    ]
    assert changed == []


@pytest.mark.parametrize("name", ["clara", "rolf"])
def test_nor_does_a_form_sent_empty_tell_it(
    claim: Claim, edith: User, carl: User, cast: dict[str, User], name: str
):
    pair = asked_of(claim, edith, carl, cast[name])
    leave_markers(pair.carls, submit=True)
    client = Client()
    client.force_login(cast[name])
    told = {address: body(client, address, "post") for address in addresses(claim)}
    assert [address for address, content in told.items() if MARKER.encode() in content] == []


def test_the_same_pages_tell_it_once_both_are_in(claim: Claim, edith: User, carl: User, clara: User):
    pair = asked_of(claim, edith, carl, clara)
    leave_markers(pair.carls, submit=True)
    factories.make_review(pair.claras)
    client = Client()
    client.force_login(clara)
    page = body(client, f"/documents/{claim.document_id}/claims/1/")
    assert f"{MARKER} in the rationale".encode() in page
    assert f"{MARKER} table".encode() in page


def test_after_declining_only_what_one_wrote_is_reached(
    claim: Claim, edith: User, elias: User, carl: User, clara: User
):
    pair = asked_of(claim, edith, carl, clara)
    checking.save(pair.claras, factories.draft(rationale="Half done."), by=clara, version=0)
    assigning.decline(pair.claras, by=clara, reason="No time.")
    leave_markers(pair.carls, submit=True)
    other = assigning.assign(Claim.objects.get(pk=claim.pk), to=User.objects.get(username="rolf"), by=edith)
    factories.make_review(other)
    approving.approve(claim, by=elias)
    client = Client()
    client.force_login(clara)
    told = {address: body(client, address) for address in [*addresses(claim), *filters(clara, claim)]}
    assert [address for address, content in told.items() if f"{MARKER} ".encode() in content] == []
