"""What the dashboard is made of, and what a reviewer finished; its groups are tested on the page itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import User
from claims.reports import figures
from claims.reports.figures import Group, in_words
from claims.workflow import approving, assigning
from tests import factories


def group(key: str, count: int) -> Group:
    return Group(key, key, [], count, "")


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
