"""What the tests of the pages share: an assigned claim and how a page is asked for."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from claims.models import Assignment, Claim, Review, User
from claims.workflow import assigning, triage
from tests import factories


def path_of(claim: Claim, *more: object) -> str:
    """The address of a claim's page, or of something below it."""
    tail = "".join(f"{part}/" for part in more)
    return f"/documents/{claim.document_id}/claims/{claim.number}/{tail}"


@pytest.fixture
def path() -> Callable[..., str]:
    """How addresses of a claim are made."""
    return path_of


@pytest.fixture
def as_user(client: Client) -> Callable[[User], Client]:
    """A browser in which this person is logged in."""

    def log_in(user: User) -> Client:
        fresh = Client()
        fresh.force_login(user)
        return fresh

    return log_in


@pytest.fixture
def held(claim: Claim, edith: User, carl: User) -> Assignment:
    """The first claim, assigned to carl, nothing done yet."""
    triage.queue(claim, by=edith)
    return assigning.assign(claim, to=carl, by=edith)


@pytest.fixture
def typed() -> Callable[..., dict[str, Any]]:
    """A verdict form as a browser sends it."""

    def fill(version: int = 0, **more: Any) -> dict[str, Any]:
        about = {
            "version": version,
            "verdict": factories.verdict("Mostly false").pk,
            "rationale": "The company counts 1.7 million.",
            "as_of": "12 March 2026",
        }
        return about | more

    return fill


@pytest.fixture
def draft_of() -> Callable[[Assignment], Review | None]:
    """The stored draft."""
    return lambda assignment: Review.objects.filter(assignment=assignment, submitted_at=None).first()
