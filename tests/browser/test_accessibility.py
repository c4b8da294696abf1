"""Every main page in Chromium: axe in both themes, 320 px, the keyboard alone; and nothing said on the console."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.lifecycle import ClaimStatus, Role
from claims.models import Assignment, Claim, Document, Policy, Review, Scale, User
from claims.workflow import assigning, triage
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 320, "height": 640}
TABS = 120  # more stops than any page has before the one looked for


class Windows:
    """A browser window a person, logged in without the form; what any of them says on the console is kept."""

    def __init__(self, browser: Browser, arguments: dict[str, Any], url: str) -> None:
        self.browser, self.arguments, self.url = browser, arguments, url
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def of(self, username: str = "") -> Page:
        context = self.browser.new_context(**self.arguments)
        self.contexts.append(context)
        if username:
            client = Client()
            client.force_login(User.objects.get(username=username))
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.url}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page


@pytest.fixture
def windows(
    browser: Browser, browser_context_args: dict[str, Any], live_server: LiveServer
) -> Iterator[Windows]:
    found = Windows(browser, browser_context_args, live_server.url)
    yield found
    for context in found.contexts:
        context.close()
    assert found.complaints == []


def main_pages() -> list[tuple[str, str]]:
    """Who opens which address of the demo desk."""
    carls = Assignment.objects.live().filter(reviewer__username="carl", status="started").first()
    waiting = Claim.objects.filter(status=ClaimStatus.SUBMITTED).first()
    assert carls is not None
    assert waiting is not None
    document = waiting.document_id
    return [
        ("", reverse("login")),
        ("edith", reverse("claims:dashboard")),
        ("edith", reverse("claims:claim-detail", args=[document, waiting.number])),
        ("edith", reverse("claims:document-detail", args=[document])),
        ("edith", reverse("claims:claim-list") + "?status=approved"),
        ("edith", reverse("claims:document-list")),
        ("edith", reverse("claims:report", args=[document])),
        ("carl", reverse("claims:dashboard")),
        ("carl", reverse("claims:claim-detail", args=[carls.claim.document_id, carls.claim.number])),
        ("carl", reverse("claims:document-detail", args=[carls.claim.document_id])),
    ]


def test_main_pages_are_accessible_in_both_themes_and_fit_320_pixels(windows: Windows) -> None:
    call_command("seed", stdout=io.StringIO())
    pages = main_pages()
    people = {name: windows.of(name) for name in dict(pages)}
    found = []
    for name, address in pages:
        page = people[name]
        page.goto(windows.url + address)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            found += [f"{name} {address} {theme}: {words}" for words in violations(page)]
        page.set_viewport_size(NARROW)
        width = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name} {address} is {width} px wide"] * (width > NARROW["width"])
        page.set_viewport_size(windows.arguments["viewport"])
    assert found == []


def violations(page: Page) -> list[str]:
    """What axe finds: the rule and the places that break it."""
    response = Axe().run(page).response
    return [
        f"{rule['id']} at {', '.join(str(node['target'][0]) for node in rule['nodes'][:5])}"
        for rule in response["violations"]
    ]


def test_pages_of_admin_say_nothing_on_the_console(windows: Windows) -> None:
    edith = factories.make_user("edith", Role.EDITOR)
    factories.make_user("ada", Role.ADMINISTRATOR)
    claim = factories.make_document(edith).claims.order_by("number")[0]
    pages = [
        ("edith", "index", []),
        ("edith", "claims_document_changelist", []),
        ("edith", "claims_document_add", []),
        ("edith", "claims_document_change", [claim.document_id]),
        ("edith", "claims_claim_changelist", []),
        ("edith", "claims_claim_change", [claim.pk]),
        ("edith", "claims_event_changelist", []),
        ("ada", "claims_user_changelist", []),
        ("ada", "claims_user_add", []),
        ("ada", "claims_user_change", [edith.pk]),
        ("ada", "claims_scale_change", [Scale.objects.earliest("pk").pk]),
        ("ada", "claims_policy_change", [Policy.objects.earliest("pk").pk]),
    ]
    people = {name: windows.of(name) for name in ("edith", "ada")}
    opened = [people[name].goto(windows.url + reverse(f"admin:{at}", args=args)) for name, at, args in pages]
    assert [answer.status for answer in opened if answer] == [200] * len(pages)
    page = people["edith"]
    page.goto(windows.url + reverse("admin:claims_claim_changelist"))
    page.locator("[name=_selected_action]").first.check()
    page.locator("[name=action]").select_option(label="Skip …")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("heading", name="Skip 1 claim")).to_be_visible()


def test_a_verdict_is_submitted_with_the_keyboard_alone(windows: Windows) -> None:
    edith = factories.make_user("edith", Role.EDITOR)
    carl = factories.make_user("carl", Role.REVIEWER)
    claim = triage.queue(factories.make_document(edith).claims.order_by("number")[0], by=edith)
    assigning.assign(claim, to=carl, by=edith)
    page = windows.of()
    page.goto(windows.url)
    tab_to(page, "[name=username]")
    page.keyboard.type("carl")
    tab_to(page, "[name=password]")
    page.keyboard.type("carl")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="My queue")).to_be_visible()
    press(page, "Enter", on="a[href$='/start-next/']")
    expect(page.get_by_role("heading", name=claim.text)).to_be_visible()
    press(page, "Space", on="[type=radio]")
    for _ in range(10):
        page.keyboard.press("ArrowDown")  # the last of eleven: an opinion needs no evidence
    tab_to(page, "[name=rationale]")
    page.keyboard.type("Whether the harbour does well is a view.")
    press(page, "Enter", on="button[formaction$='/submit/']")
    expect(page.locator("body")).to_contain_text("submitted")
    review = Review.objects.get(assignment__claim=claim)
    assert (review.verdict.label, review.submitted_at is None) == ("Opinion", False)
    assert Document.objects.get().claims.get(number=claim.number).status == ClaimStatus.SUBMITTED


def press(page: Page, key: str, *, on: str) -> None:
    """Press a key on the control that Tab leads to."""
    tab_to(page, on)
    page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    """Go on with Tab until this control has the focus."""
    for _ in range(TABS):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")
