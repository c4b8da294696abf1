"""A reviewer's queue: its sentence, its order, and the way from claim to claim. The page: views/test_desk.py."""

import datetime
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Assignment, User
from claims.reports import queue as queues
from claims.reports.figures import Group, in_order
from claims.reports.queue import next_up, places, queue, queue_sentence
from claims.workflow import approving, assigning
from tests import factories


def group(key: str, count: int) -> Group:
    return Group(key, key, [], count, "")


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ([], ""),
        ([group("asked", 1)], "1 claim to check."),
        (
            [group("overdue", 1), group("due_soon", 2), group("asked", 5)],
            "8 claims to check. One is overdue, two are due soon.",
        ),
        ([group("returned", 12)], "12 claims to check. 12 are returned."),
    ],
)
def test_queue_sentence(groups: list[Group], sentence: str):
    assert queue_sentence(groups) == sentence


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_the_next_claim_is_the_first_of_the_queue(cast: dict[str, User], seed: int):
    chance, carl, edith = random.Random(seed), cast["carl"], cast["edith"]
    document = factories.make_document(
        edith, "".join(f"The port grew by {n} per cent.\n" for n in range(3, 15))
    )
    for claim in document.claims.order_by("number"):
        hours = chance.choice([-30, -2, 5, 90, 400, None])
        due = None if hours is None else timezone.now() + datetime.timedelta(hours=hours)
        assignment = assigning.assign(claim, to=carl, by=edith, due=due)
        work = chance.choice(["asked", "started", "returned", "submitted"])
        if work != "asked":
            factories.make_review(assignment, submit=work in ("returned", "submitted"))
        if work == "returned":
            approving.return_review(assignment, by=edith, reason="Look again.")
    for _ in range(13):
        rows = in_order(queue(carl))
        assert places(carl) == [(row.document, row.number) for row in rows]
        expected = (rows[0].document, rows[0].number) if rows else None
        with CaptureQueriesContext(connection) as queries:
            assert next_up(carl) == expected
        assert len(queries) == 1
        if rows:
            first = Assignment.objects.select_related("claim").get(pk=rows[0].pk)
            assigning.decline(first, by=carl, reason="I know the harbour master.")
    assert expected is None


@pytest.mark.django_db
def test_a_row_says_what_its_assignment_says(cast: dict[str, User]):
    carl, edith = cast["carl"], cast["edith"]
    document = factories.make_document(edith, "The port grew by 3 per cent.\nThe port grew by 4 per cent.\n")
    first, second = (
        assigning.assign(claim, to=carl, by=edith) for claim in document.claims.order_by("number")
    )
    factories.make_review(first)
    approving.return_review(first, by=edith, reason="Look again.")
    returned, asked = in_order(queue(carl))
    assert (returned.pk, returned.text, returned.title) == (first.pk, first.claim.text, document.title)
    assert (returned.sign.label, returned.is_returned, returned.returned_reason) == (
        "Returned",
        True,
        "Look again.",
    )
    assert returned.returned_by == str(edith)
    assert (asked.pk, asked.sign.label, asked.returned_by, asked.kind_words) == (
        second.pk,
        "Asked",
        "",
        second.claim.get_kind_display(),
    )


@pytest.mark.django_db
def test_of_a_long_queue_those_due_first_are_shown(cast: dict[str, User], monkeypatch: pytest.MonkeyPatch):
    carl, edith, now = cast["carl"], cast["edith"], timezone.now()
    document = factories.make_document(
        edith, "".join(f"The port grew by {n} per cent.\n" for n in range(3, 8))
    )
    for number, claim in enumerate(document.claims.order_by("-number")):
        assigning.assign(claim, to=carl, by=edith, due=now + datetime.timedelta(days=3 + number))
    monkeypatch.setattr(queues, "ROWS_OF_A_QUEUE", 2)
    assert [row.number for row in in_order(queue(carl))] == [5, 4]
    assert queue_sentence(queue(carl)) == "The first 2 claims to check."


@pytest.mark.django_db
def test_the_queue_is_ordered_by_due_time_without_one_last(cast: dict[str, User]):
    now = timezone.now()
    dues = [None, now + datetime.timedelta(days=9), now + datetime.timedelta(days=5), None]
    document = factories.make_document(cast["edith"], "First thing. Second thing. Third thing. Fourth thing.")
    for claim, due in zip(document.claims.order_by("number"), dues, strict=True):
        assigning.assign(claim, to=cast["carl"], by=cast["edith"], due=due)
    assert [number for _, number in places(cast["carl"])] == [3, 2, 1, 4]
