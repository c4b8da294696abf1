"""``seed``: the demo desk, the same every time, and only where a demo is wanted."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Decision, Document, Evidence, Note, Review, User
from claims.reports.queue import queue
from claims.reports.verification import verify
from claims.reports.waiting import waiting

pytestmark = pytest.mark.django_db


def seed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("seed", *arguments, stdout=out)
    return out.getvalue()


def content() -> list[Any]:
    """Everything the demo holds, without ids and clocks."""
    return [
        list(
            Claim.objects.order_by("document__title", "number").values_list("text", "status", "round", "kind")
        ),
        list(Assignment.objects.order_by("id").values_list("reviewer__username", "status", "instructions")),
        list(Review.objects.order_by("id").values_list("verdict__label", "rationale", "number")),
        list(Evidence.objects.order_by("id").values_list("number", "title", "stance")),
        list(Note.objects.order_by("id").values_list("author__username", "body")),
        list(Decision.objects.order_by("id").values_list("label", "wording")),
    ]


def test_the_last_stage_shows_every_status_but_two() -> None:
    told = seed()
    statuses = set(Claim.objects.values_list("status", flat=True))
    assert set(ClaimStatus) - statuses == {ClaimStatus.ON_HOLD, ClaimStatus.RETIRED}
    assert list(verify()) == []
    assert "edith" in told
    assert Document.objects.count() == 6


def test_the_radar_article_ends_fully_checked() -> None:
    seed()
    radar = Document.objects.get(title__contains="radar regiment")
    assert set(radar.claims.values_list("status", flat=True)) == {"approved", "skipped"}


@pytest.mark.parametrize(
    ("username", "groups"),
    [
        ("carl", ["overdue", "due_soon", "returned", "started", "asked"]),
        ("clara", ["due_soon", "returned", "started", "asked"]),
        ("rolf", ["due_soon", "asked"]),
    ],
)
def test_every_queue_has_something_of_each(username: str, groups: list[str]) -> None:
    seed()
    assert [group.key for group in queue(User.objects.get(username=username))] == groups


def test_the_desk_has_something_of_each() -> None:
    seed()
    found = [group.key for group in waiting(User.objects.get(username="edith"))]
    assert found == ["overdue", "proposed", "queued", "submitted", "disputed"]


def test_an_editor_adds_one_claim() -> None:
    seed()
    added = Claim.objects.filter(made_by="editor")
    assert list(added.values_list("quote", flat=True)) == ["nobody at the board has answered my e-mails."]


@pytest.mark.parametrize(
    ("stage", "assignments", "submitted", "decisions"),
    [("imported", False, False, False), ("assigned", True, False, False), ("checked", True, True, False)],
)
def test_earlier_stages_stop_there(stage: str, assignments: bool, submitted: bool, decisions: bool) -> None:
    seed("--stage", stage)
    found = (
        Assignment.objects.exists(),
        Review.objects.submitted().exists(),
        Decision.objects.exists(),
    )
    assert found == (assignments, submitted, decisions)


def test_a_desk_with_documents_is_left_alone() -> None:
    seed("--stage", "imported")
    before = content()
    with pytest.raises(CommandError, match="There are documents already"):
        seed()
    assert "Log in as:" in seed("--if-empty")
    assert content() == before


def test_never_where_the_demo_is_switched_off(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="The demo is switched off here"):
        seed()
    assert (Document.objects.count(), User.objects.exclude(username="system").count()) == (0, 0)
