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
def test_finished_has_the_reviews_that_stand_last_handed_in_first(cast: dict[str, User]):
    carl, clara, edith = cast["carl"], cast["clara"], cast["edith"]
    document = factories.make_document(
        edith, "".join(f"The port grew by {n} per cent.\n" for n in range(3, 12))
    )
    asked = [assigning.assign(claim, to=carl, by=edith) for claim in document.claims.order_by("number")]
    reviews = [factories.make_review(each) for each in asked[:7]]
    factories.make_review(assigning.assign(asked[0].claim, to=clara, by=edith))
    factories.make_review(asked[7], submit=False)
    for returned in (asked[6], asked[1]):
        approving.return_review(returned, by=edith, reason="Look again.")
    again = factories.make_review(asked[1], label="False", sources=[])
    with CaptureQueriesContext(connection) as queries:
        last, count = figures.finished(carl)
    assert len(queries) == 1
    assert [review.pk for review in last] == [again.pk, *(reviews[n].pk for n in (5, 4, 3, 2))]
    assert (str(last[0].verdict), count) == ("False", 6)
    assert figures.finished(edith) == ([], 0)


@pytest.mark.django_db
def test_no_more_reviews_are_counted_than_a_count_tells(
    cast: dict[str, User], monkeypatch: pytest.MonkeyPatch
):
    document = factories.make_document(
        cast["edith"], "The port grew by 3 per cent.\nThe port grew by 4 per cent.\n"
    )
    for claim in document.claims.all():
        factories.make_review(assigning.assign(claim, to=cast["carl"], by=cast["edith"]))
    monkeypatch.setattr(figures, "COUNTED", 0)
    last, count = figures.finished(cast["carl"])
    assert (len(last), count, figures.figures_of(count)) == (2, 1, "0+")


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
