"""One unbroken word of hundreds of letters widens no page, on a desk and on a phone; and lists of admin fit."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from claims.lifecycle import ClaimStatus, Role
from claims.models import Document, User
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORD = "w" * 400
TEXT = (
    f"The harbour of {WORD} handled 4.1 million tonnes in 2025.\n"
    f"{WORD} cost 62 million crowns, the port authority said.\n"
    f"The quay of {WORD} opened on 3 March 2026 with 45 ships.\n"
    f"In {'y' * 20_000} prices grew by 5 percent in 2019.\n"
)
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
STATUSES = (ClaimStatus.APPROVED, ClaimStatus.SUBMITTED, ClaimStatus.SKIPPED, ClaimStatus.RETIRED)
RIGHT_EDGES = (
    "[...document.querySelectorAll('{}')].map(each => Math.ceil(each.getBoundingClientRect().right))"
)


@pytest.fixture
def edith() -> User:
    """The editor of a document whose words never end, its claims brought to different statuses."""
    edith = factories.make_user("edith", Role.EDITOR)
    carl, clara = (factories.make_user(name, Role.REVIEWER) for name in ("carl", "clara"))
    document = factories.make_document(edith, TEXT, title="t" * 180, source="s" * 180, author="a" * 150)
    claims = document.claims.order_by("number")
    for status, claim in zip(STATUSES, claims, strict=False):
        factories.bring_to(status, claim, editor=edith, reviewer=carl, approver=edith, other=clara)
    return edith


@pytest.fixture
def page(
    browser: Browser, browser_context_args: dict[str, Any], live_server: LiveServer, edith: User
) -> Page:
    """A window of the editor's."""
    client = Client()
    client.force_login(edith)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(**browser_context_args, base_url=live_server.url)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return context.new_page()


def test_one_unbroken_word_widens_no_page(page: Page) -> None:
    document = Document.objects.get()
    addresses = [
        reverse("claims:dashboard"),
        reverse("claims:claim-list"),
        reverse("claims:claim-list") + f"?q={'w' * 190}",
        reverse("claims:document-list"),
        reverse("claims:document-detail", args=[document.pk]),
        reverse("claims:report", args=[document.pk]),
        *(reverse("claims:claim-detail", args=[document.pk, number]) for number in (1, 2, 3, 4)),
    ]
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for address in addresses:
            page.goto(address)
            width = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{address} is {width} px wide"] * (width > size["width"])
    assert found == []


def test_the_claim_list_of_admin_shows_its_last_column_on_a_desk_and_the_status_on_a_phone(
    page: Page,
) -> None:
    address = reverse("admin:claims_claim_changelist")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(address)
    [list_ends] = page.evaluate(RIGHT_EDGES.format("#changelist .results"))
    assert max(page.evaluate(RIGHT_EDGES.format("#result_list .field-due"))) <= list_ends
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address)
    assert max(page.evaluate(RIGHT_EDGES.format("#result_list .field-status_now"))) < PHONE["width"]
