"""The sentences and bars of the dashboard; its groups are tested on the page itself."""

import datetime
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import User
from claims.reports import figures
from claims.reports.figures import Group, in_order, in_words, queue_sentence
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


def test_numbers_up_to_ten_are_words():
    assert [in_words(number) for number in (1, 10, 11)] == ["one", "ten", "11"]


def test_a_group_knows_that_there_is_more():
    assert (group("proposed", 9).more, Group("a", "A", [1], 1, "").more) == (True, False)


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
        queue = in_order(figures.queue(carl))
        expected = (queue[0].claim.document_id, queue[0].claim.number) if queue else None
        with CaptureQueriesContext(connection) as queries:
            assert figures.next_up(carl) == expected
        assert len(queries) == 1
        if queue:
            assigning.decline(queue[0], by=carl, reason="I know the harbour master.")
    assert expected is None
