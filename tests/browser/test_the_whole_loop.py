"""A hand's way through the whole loop in Chromium, with JavaScript and without; no console message, no CSP report."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.lifecycle import Role
from claims.models import Claim
from claims.reports.verification import verify
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = (
    "The ferry company of Vessby carried 1.2 million passengers in 2025.\n\n"
    "The harbour master, Jonas Brae, said that every third ferry was late.\n\n"
    "The winter timetable could change again.\n"
)
CLAIM = "The ferry company of Vessby carried 1.2 million passengers in 2025."


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def desk(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    live_server: LiveServer,
) -> Iterator["Desk"]:
    """One browser window a person; what any of them complains about fails the walk."""
    for name, *roles in (
        ("edith", Role.EDITOR),
        ("elias", Role.EDITOR),
        ("carl", Role.REVIEWER),
    ):
        factories.make_user(name, *roles)
    walk = Desk(browser, {**browser_context_args, "java_script_enabled": request.param}, live_server.url)
    yield walk
    for context in walk.contexts:
        context.close()
    assert walk.complaints == []


class Desk:
    """The people at their windows."""

    def __init__(self, browser: Browser, arguments: dict[str, Any], url: str) -> None:
        self.browser, self.arguments, self.url = browser, arguments, url
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def log_in(self, username: str) -> Page:
        """A new window in which this person has logged in."""
        context = self.browser.new_context(**self.arguments)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.hear(username, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"{username}: {error}"))
        page.goto(self.url)
        page.locator("[name=username]").fill(username)
        page.locator("[name=password]").fill(username)
        page.get_by_role("main").get_by_role("button", name="Log in").click()
        expect(page.get_by_role("main")).not_to_contain_text("Password")
        return page

    def hear(self, username: str, message: str) -> None:
        """Every console message is a complaint, but for the browser's word on a form that came back to be mended."""
        if "status of 422" not in message:
            self.complaints.append(f"{username}: {message}")


def test_the_whole_loop(desk: Desk, tmp_path: Path) -> None:
    edith = desk.log_in("edith")
    bring_in(edith, tmp_path)
    queue_and_assign(edith)
    check(desk.log_in("carl"))
    approve_and_report(desk.log_in("elias"))
    claim = Claim.objects.get(text=CLAIM)
    assert (claim.status, claim.current_decision.label) == ("approved", "Mostly true")
    assert (claim.notes.count(), claim.evidence.count()) == (1, 2)
    assert list(verify()) == []


def bring_in(page: Page, folder: Path) -> None:
    """Upload the article in admin."""
    path = folder / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    page.get_by_role("link", name="Admin").first.click()
    page.locator("#content").get_by_role("link", name="Documents").click()
    page.locator(".object-tools").get_by_role("link").first.click()
    page.get_by_label("Or choose a file").set_input_files(path)
    page.get_by_label("Title").fill("Ferries of Vessby")
    page.get_by_label("Source").fill("Coast Courier")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator("body")).to_contain_text("3 sentences")


def queue_and_assign(page: Page) -> None:
    """Queue the first claim on its document's page, and assign it in admin."""
    claim = Claim.objects.get(text=CLAIM)
    page.goto(page.url.split("/admin")[0].split("/documents")[0] + f"/documents/{claim.document_id}/")
    row = page.get_by_role("listitem").filter(has_text=CLAIM).or_(page.locator(".row", has_text=CLAIM)).first
    row.get_by_role("button", name="Queue").click()
    expect(page.locator("body")).to_contain_text("queued")
    page.get_by_role("link", name="Admin").first.click()
    page.locator("#content").get_by_role("link", name="Claims").click()
    page.locator("#result_list tr", has_text=CLAIM).locator("[name=_selected_action]").check()
    page.locator("[name=action]").select_option(label="Assign …")
    page.get_by_role("button", name="Go").click()
    page.locator("#content [name=to]").select_option(label="Carl")
    page.locator("#content [name=instructions]").fill("Ask the company and the port authority.")
    page.locator("#content").get_by_role("button", name="Assign").click()
    expect(page.locator("#content, .messagelist").first).to_be_visible()
    expect(page.locator("body")).to_contain_text("1 claim assigned")


def check(page: Page) -> None:
    """Carl's own queue, his verdict, two sources, a note, and what he is told when he hands in too early."""
    expect(page.get_by_role("main")).to_contain_text("1 claim to check.")
    page.get_by_role("link", name="Start next").or_(page.get_by_role("button", name="Start next")).click()
    expect(page.get_by_role("heading", name="The ferry company of Vessby")).to_be_visible()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("main")).to_contain_text("Choose a verdict.")
    page.locator("label", has_text="Mostly true").first.click()
    page.get_by_label("Rationale").fill("The company counts 1.18 million; the port authority the same.")
    for number, origin in enumerate(("Ferry company", "Port authority of Vessby"), start=1):
        page.locator("summary", has_text="Add evidence").click()
        page.locator("#evidence_title").fill(f"Passengers by year, table {number}")
        page.locator("#evidence_origin").fill(origin)
        page.locator("#evidence_link").fill(f"https://port.example/passengers/{number}")
        page.locator("button[formaction$='/evidence/add/']").click()
        expect(page.get_by_role("main")).to_contain_text(f"Passengers by year, table {number}")
    expect(page.get_by_label("Rationale")).to_have_value(
        "The company counts 1.18 million; the port authority the same."
    )
    page.locator("#note_body").fill("The company sends its own table tomorrow.")
    page.get_by_role("button", name="Add note").click()
    expect(page.get_by_role("main")).to_contain_text("The company sends its own table tomorrow.")
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("body")).to_contain_text("submitted")


def approve_and_report(page: Page) -> None:
    """Elias finds the claim on his desk, approves it, and opens the report."""
    page.locator(".row, li, tr", has_text=CLAIM).get_by_role("link").first.click()
    page.get_by_role("button", name="Approve").click()
    expect(page.locator("body")).to_contain_text("approved")
    page.get_by_role("link", name="Documents").first.click()
    page.get_by_role("link", name="Ferries of Vessby").first.click()
    page.get_by_role("link", name="Report").click()
    report = page.get_by_role("main")
    for words in (
        CLAIM,
        "Mostly true",
        "1.18 million",
        "Passengers by year, table 2",
        "INCOMPLETE",
        "Elias",
        "Carl",
    ):
        expect(report).to_contain_text(words)
    expect(report).not_to_contain_text("The company sends its own table tomorrow.")
