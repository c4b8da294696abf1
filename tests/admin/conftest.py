"""Browsers of the cast in admin, and how to follow an action from the list to its result."""

import re
from collections.abc import Callable, Iterable
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client

from claims.models import Claim, User

LIST = "/admin/claims/claim/"


@pytest.fixture
def as_(cast: dict[str, User]) -> Callable[[str], Client]:
    """A browser in which this member of the cast is logged in."""

    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(cast[name])
        return client

    return log_in


def words_of(response: HttpResponse) -> str:
    """What a page says, without its tags, in one line."""
    page = re.sub(r"<(script|style|head)\b.*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(unescape(page).split()))


def errors_of(response: HttpResponse) -> list[str]:
    """The sentences at the fields and on top."""
    found = re.findall(
        r'<ul class="errorlist[^"]*"[^>]*>(.*?)</ul>', response.content.decode(), flags=re.DOTALL
    )
    return [
        unescape(line) for block in found for line in re.findall(r"<li>(.*?)</li>", block, flags=re.DOTALL)
    ]


def choose(client: Client, action: str, claims: Iterable[Claim], **more: str) -> HttpResponse:
    """Tick claims in the list and press Go."""
    typed = {"action": action, "_selected_action": [claim.pk for claim in claims], "index": "0", **more}
    return client.post(LIST, typed)


def press(client: Client, page: HttpResponse, **typed: object) -> HttpResponse:
    """Fill in the page of an action and press its button."""
    sent = {"sealed": page.context["sealed"], "filters": page.context["filters"], **typed}
    return client.post(f"{LIST}move/{page.context['action'].name}/", sent)


def do(client: Client, action: str, claims: Iterable[Claim], **typed: object) -> HttpResponse:
    """The whole way from the list to the result."""
    return press(client, choose(client, action, claims), **typed)
