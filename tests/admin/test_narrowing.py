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


def test_beyond_the_bound_the_list_asks_for_a_narrower_filter(three, as_):
    editor = as_("edith")
    words = " ".join(editor.get("/admin/claims/claim/").content.decode().split())
    assert "2+ claims; narrow the filter to reach the others" in words
    few = " ".join(editor.get("/admin/claims/claim/?q=freight").content.decode().split())
    assert ("1 claim" in few, "narrow the filter" in few) == (True, False)


def test_an_action_on_all_of_a_longer_list_is_refused(three, as_, monkeypatch):
    monkeypatch.setattr("claims.admin.claims.COUNTED", 2)
    form = {"action": "skip", "select_across": "1", "_selected_action": [three[0].pk], "index": "0"}
    answer = as_("edith").post("/admin/claims/claim/", form, follow=True)
    assert "Narrow the filter first: at most 2 claims at once." in answer.content.decode()
