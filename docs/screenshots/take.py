"""Take the README's pictures from a running Factcheck with demo data; by hand, see README.md beside this."""

import argparse
from pathlib import Path

from palette import with_palette
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
PASSWORD = "checked-twice"  # of the demo's people, see `manage.py seed`
DESK = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}
TRANSCRIPT, REPORT = "Quayside Live", "Keldmark to raise"


def main() -> None:
    """Log in, walk to each page by its links, and take it."""
    given = arguments()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        carl = log_in(browser, given.url, "carl", DESK, "light")
        take(carl, "dashboard", height=1040)
        open_started_claim(carl)
        take(carl, "claim", height=1480)
        edith = log_in(browser, given.url, "edith", DESK, "light")
        open_document(edith, given.url, TRANSCRIPT)
        take(edith, "document", height=1240)
        open_document(edith, given.url, REPORT)
        edith.get_by_role("link", name="Report", exact=True).click()
        take(edith, "report", height=1240)
        phone = log_in(browser, given.url, "carl", PHONE, "dark")
        open_started_claim(phone)
        take(phone, "claim-phone-dark", height=1400)
        browser.close()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="where Factcheck runs")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    return parser.parse_args()


def log_in(browser: Browser, url: str, name: str, size: dict[str, int], theme: str) -> Page:
    """A window of this size and theme in which this person has logged in."""
    context = browser.new_context(viewport=size, color_scheme=theme, locale="en-GB", timezone_id="UTC")
    page = context.new_page()
    page.goto(url)
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    page.wait_for_load_state()
    return page


def open_started_claim(page: Page) -> None:
    """The claim on which this person has begun to work."""
    page.get_by_role("link", name="Continue").last.click()
    page.wait_for_load_state()


def open_document(page: Page, url: str, title: str) -> None:
    page.goto(f"{url}/documents/")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    page.wait_for_load_state()


def take(page: Page, name: str, *, height: int) -> None:
    """The top of the page in a window of this height, as a PNG file."""
    width = page.viewport_size["width"] if page.viewport_size else DESK["width"]
    page.set_viewport_size({"width": width, "height": height})
    page.reload()  # the passage comes into view for this height
    (HERE / f"{name}.png").write_bytes(with_palette(page.screenshot()))


if __name__ == "__main__":
    main()
