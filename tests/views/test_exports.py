"""The claims of the list as a file: who gets it, and that its filters are the list's."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from claims.lifecycle import Role
from claims.models import Claim, Document, User, search
from tests import factories, reporting

CSV, JSONL = "/claims/csv/", "/claims/jsonl/"


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.getvalue().decode("utf-8-sig")


def test_the_file_is_an_attachment_that_nobody_caches(document: Document, edith: User, as_user: Callable):
    answer = as_user(edith).get(CSV)
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="claims-20')
    assert "no-store" in answer["Cache-Control"]
    assert as_user(edith).get(JSONL)["Content-Type"] == "application/x-ndjson"


def test_the_filters_are_those_of_the_list(cast: dict[str, User], as_user: Callable):
    document = reporting.checked(cast)
    client = as_user(cast["edith"])
    rows = list(csv.DictReader(io.StringIO(body(client, f"{CSV}?status=approved&verdict=True&order=due"))))
    assert [(row["document"], row["number"]) for row in rows] == [(str(document.pk), "1")]
    assert len(body(client, f"{JSONL}?q=quay&after=nonsense").splitlines()) == 2


def test_a_file_is_not_made_of_other_claims_than_were_asked_for(
    document: Document, edith: User, as_user: Callable
):
    answer = as_user(edith).get(f"{CSV}?status=nonsense&kind=statistic&q={'x' * 201}")
    assert (answer.status_code, answer.streaming) == (400, False)
    page = answer.content.decode()
    assert "“Status: nonsense” is not known here and was left out." in page
    assert f"“Words: {'x' * 40}…” is longer than 200 letters and was left out." in page
    assert "No file was made." in page


def test_a_reader_saves_what_is_approved(cast: dict[str, User], as_user: Callable):
    reporting.checked(cast)
    lines = body(as_user(cast["rita"]), JSONL).splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["approved"] * 2


@pytest.mark.parametrize("roles", [(Role.REVIEWER,), (Role.REVIEWER, Role.READER), (Role.ADMINISTRATOR,), ()])
def test_for_others_it_does_not_exist(claim: Claim, as_user: Callable, roles: tuple[Role, ...]):
    client = as_user(factories.make_user("mona", *roles))
    assert [client.get(address).status_code for address in (CSV, JSONL)] == [404, 404]


def test_the_list_leads_to_it_with_its_filters(cast: dict[str, User], as_user: Callable):
    reporting.checked(cast)
    asked = {
        name: as_user(cast[name]).get(reverse("claims:claim-list") + "?kind=statistic").content.decode()
        for name in ("edith", "rita", "carl")
    }
    told = {name: f'href="{CSV}?kind=statistic"' in page for name, page in asked.items()}
    assert told == {"edith": True, "rita": True, "carl": False}


def test_a_file_has_every_claim_with_a_common_word(
    cast: dict[str, User], as_user: Callable, monkeypatch: pytest.MonkeyPatch
):
    reporting.checked(cast)
    whole = body(as_user(cast["edith"]), f"{JSONL}?q=quay")
    monkeypatch.setattr(search, "COMMON", 1)
    monkeypatch.setattr(search, "LOOKED_AT", 1)
    assert search.ONLY_THE_NEWEST in as_user(cast["edith"]).get("/claims/?q=quay").content.decode()
    assert body(as_user(cast["edith"]), f"{JSONL}?q=quay") == whole
    assert len(whole.splitlines()) == 2
