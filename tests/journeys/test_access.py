"""Every address × GET and POST × everybody and the anonymous visitor: what is answered, as one table.

A row says: address, method, then the answers to edith (editor), rolf (editor who reviews the claim), carl (its
reviewer), clara (a reviewer who is not on it), rita (reader), ada (administrator), otto (no role), and dora
(deactivated) like the anonymous visitor. "in" leads to the log-in, "go" elsewhere; numbers are the status. POST
sends an empty form. An address without a row fails the test.
"""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client

from claims.models import Assignment, Claim, Document, Event, Evidence, Policy, Scale, User, Verdict
from claims.workflow import assigning, editing, evidence
from claims.workflow.reading import Origin
from tests import factories
from tests.journeys.addresses import filled, patterns

pytestmark = pytest.mark.django_db
VISITORS = ["edith", "rolf", "carl", "clara", "rita", "ada", "otto", "dora", "anonymous"]
TABLE = Path(__file__).with_name("access.txt")


@pytest.fixture
def document(edith: User) -> Document:
    """A document that was read from a file."""
    return factories.make_document(edith, origin=Origin(b"The harbour", "a.txt", "text/plain", "txt"))


@pytest.fixture
def values(claim: Claim, cast: dict[str, User]) -> dict[str, object]:
    """A claim that carl and rolf review; carl has a draft with one source."""
    editing.edit(claim, by=cast["edith"], flags=["legal"])
    carls = assigning.assign(claim, to=cast["carl"], by=cast["edith"])
    assigning.assign(claim, to=cast["rolf"], by=cast["edith"])
    factories.make_review(carls, submit=False)
    evidence.add_evidence(carls, factories.source(), by=cast["carl"])
    return {
        "document": claim.document_id,
        "number": claim.number,
        "assignment": Assignment.objects.get(reviewer=cast["carl"]).pk,
        "evidence": Evidence.objects.first().pk,
        "form": "json",
        "revision": 1,
        "name": "queue",
        "id": cast["otto"].pk,
        "content_type_id": 1,
    }


def object_of(name: str) -> object:
    """The key of something that exists in the table an admin address is about."""
    if "_user_" in name:
        return User.objects.get(username="otto").pk
    for model in (Claim, Event, Policy, Scale, Verdict, Group):
        if f"_{model.__name__.lower()}_" in name:
            return model._default_manager.order_by("pk").first().pk
    return Claim.objects.first().document_id


def answer(client: Client, address: str, method: str) -> str:
    """The status, or where it leads; nothing it does stays."""
    with transaction.atomic():
        response = getattr(client, method.lower())(address)
        if getattr(response, "streaming", False):
            list(response.streaming_content)
        transaction.set_rollback(True)
    if response.status_code != 302:
        return str(response.status_code)
    return "in" if response["Location"].startswith(("/login/", "/admin/login/")) else "go"


def clients(cast: dict[str, User]) -> dict[str, Client]:
    found = {name: Client(raise_request_exception=True) for name in VISITORS}
    for name in VISITORS[:-1]:
        found[name].force_login(cast[name], "factcheck.login.Backend")
    return found


def rows() -> list[list[str]]:
    """The table: address, method, nine answers."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line[:1] not in ("#", "")]


def test_every_address_answers_everybody_as_the_table_says(values: dict[str, object], cast: dict[str, User]):
    visitors, told = clients(cast), []
    for name, route in patterns():
        address = filled(route, {**values, "object_id": object_of(name)})
        for method in ("GET", "POST"):
            answers = [answer(visitors[visitor], address, method) for visitor in VISITORS]
            if "logout" in name or "password" in name:
                visitors = clients(cast)
            told.append(" ".join([name, method, *answers]))
    assert sorted(told) == sorted(" ".join(row) for row in rows())


def test_the_anonymous_visitor_gets_the_log_in_for_everything():
    without_account = {name: answers[-2:] for name, _, *answers in rows() if answers[-2:] != ["in", "in"]}
    assert without_account == {"login": ["200", "200"], "admin:login": ["200", "200"]}


def test_nobody_without_a_role_in_admin_gets_in():
    inside = [
        row for row in rows() if row[0].startswith("admin") and row[0] not in ("admin:login", "admin:logout")
    ]
    assert {tuple(answers[2:5] + answers[6:]) for _, _, *answers in inside} == {("in",) * 6}


def test_a_reviewer_who_is_not_on_the_claim_meets_nothing_that_exists():
    about = [
        row for row in rows() if "claim-" in row[0] or "evidence-" in row[0] or "document-detail" in row[0]
    ]
    answers = {row[5] for row in about if row[0] != "claims:claim-list"}
    assert answers == {"404", "405", "go"}  # "go": every move's address leads to its claim, there or not
