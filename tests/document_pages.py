"""A document's page as a person reads it: its text, its number chips, its groups of claims."""

import re
from html import unescape


def page_of(client, user, document, query=""):
    client.force_login(user)
    response = client.get(f"/documents/{document.pk}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def text_on(page: str) -> str:
    """What stands in the text's element, without tags."""
    inner = re.search(r'<div class="text"[^>]*>(.*?)</div></div>', page, re.DOTALL)[1]
    return unescape(re.sub(r"<[^>]*>", "", inner))


def marks_on(page: str) -> list[str]:
    """The names of the number chips in the text, as a screen reader says them."""
    return re.findall(r'id="passage-\d+"[^>]* aria-label="([^"]*)"', page)


def groups_on(page: str) -> list[str]:
    found = re.findall(r"group-head--sunken[^>]*>.*?<h2>([^<]*)</h2>\s*<span>([^<]*)</span>", page, re.DOTALL)
    return [f"{title} {count}" for title, count in found]
