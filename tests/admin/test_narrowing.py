"""The count of a long list in admin."""

import pytest
from django.core.paginator import EmptyPage

from claims.admin.narrowing import BoundedPaginator
from claims.models import Claim


@pytest.fixture
def three(document, monkeypatch):
    """Three claims, of which two are counted."""
    monkeypatch.setattr("claims.reports.figures.COUNTED", 2)
    return Claim.objects.order_by("number")


def test_the_count_stops_behind_the_bound(three, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        assert BoundedPaginator(three, 50).count == 3
    assert "LIMIT 3" in asked.captured_queries[0]["sql"]


def test_pages_end_where_the_count_ends(three):
    pages = BoundedPaginator(three, 1)
    assert [claim.number for number in (1, 3) for claim in pages.page(number)] == [1, 3]
    with pytest.raises(EmptyPage):
        pages.page(4)
