"""Keyset paging: every row once, both ways, whatever the cursor says."""

import datetime

import pytest
from django.db.models import F
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import Assignment, Claim, Document
from claims.paging import address, page
from claims.permissions import visible_to
from claims.reports.table_rows import with_columns, with_own
from tests import factories

DUE = datetime.datetime(2026, 3, 12, 17, 0, 0, 123456, tzinfo=datetime.UTC)
BY_DUE, NEWEST, MIXED = ("due_sort", "id"), ("-added_at", "-id"), ("kind", "-due_sort", "id")


@pytest.fixture
def seven(edith):
    """Seven documents: three due at the same moment, two later, two without a due date."""
    dues = [DUE, None, DUE, DUE + datetime.timedelta(1), None, DUE, DUE + datetime.timedelta(2)]
    kinds = ["article", "post", "report", "post", "article", "post", "report"]
    return [
        factories.make_document(edith, f"Vessby sold {n} boats in 2025.\n", due_at=due, kind=kind)
        for n, (due, kind) in enumerate(zip(dues, kinds, strict=True), 2)
    ]


def params(text: str = "") -> QueryDict:
    return QueryDict(text.removeprefix("?"))


def walk(columns: tuple[str, ...], size: int, rows=None) -> tuple[list[list[int]], list[list[int]]]:
    """The ids of each page, first with Next from the first page, then with Previous from the last."""
    rows = Document.objects.all() if rows is None else rows
    found = page(rows, columns, params(), size=size)
    forth = [found]
    while url := found.links(params())["older_url"]:
        found = page(rows, columns, params(url), size=size)
        forth.append(found)
    back = [found]
    while url := found.links(params())["newer_url"]:
        found = page(rows, columns, params(url), size=size)
        back.append(found)
    return [[row.id for row in p.rows] for p in forth], [[row.id for row in p.rows] for p in back]


@pytest.mark.parametrize("size", [1, 2, 3, 6, 7, 8])
@pytest.mark.parametrize("columns", [BY_DUE, NEWEST, MIXED])
def test_every_row_once_in_order_both_ways(seven, columns, size):
    forth, back = walk(columns, size)
    wanted = list(Document.objects.order_by(*columns).values_list("pk", flat=True))
    assert [pk for each in forth for pk in each] == wanted
    assert forth[0] == wanted[:size]
    assert back[-1] == wanted[:size]
    assert {pk for each in back for pk in each} == set(wanted)


@pytest.mark.parametrize("name", ["edith", "carl"])
def test_a_list_by_due_time_loses_no_claim_at_the_borders(cast, name):
    """Many claims at one moment, and many without any; of a reviewer by their own due times."""
    dues = [None, DUE, DUE + datetime.timedelta(microseconds=1), None, DUE]
    text = "".join(f"Vessby sold {number} boats in 2025.\n" for number in range(2, 25))
    document = factories.make_document(cast["edith"], text)
    for place, claim in enumerate(document.claims.order_by("number")):
        due = dues[place % 5]
        Claim.objects.filter(pk=claim.pk).update(due_at=due)
        people = {"by": cast["edith"], "reviewer": cast["carl"]}
        Assignment.objects.create(claim=claim, round=1, at=DUE, due_at=due, **people)
    assert document.claims.count() == 23
    rows, columns = visible_to(cast[name], Claim.objects.all()), BY_DUE
    if name == "carl":
        rows, columns = with_own(cast[name], rows), ("own_due_sort", "own_claim")
    wanted = [row.id for row in with_columns(cast[name], rows).order_by(*columns)]
    forth, back = walk(columns, 4, with_columns(cast[name], rows))
    assert [pk for each in forth for pk in each] == wanted
    assert [pk for each in reversed(back[1:]) for pk in each] == wanted[: len(wanted) - len(forth[-1])]


def test_a_page_is_one_query(seven, django_assert_num_queries):
    rows = Document.objects.all()
    with django_assert_num_queries(1):
        first = page(rows, BY_DUE, params(), size=3)
    with django_assert_num_queries(1):
        second = page(rows, BY_DUE, params(first.links(params())["older_url"]), size=3)
    assert [len(first.rows), len(second.rows)] == [3, 3]


def test_a_row_that_comes_in_meanwhile_hides_no_other(seven, edith):
    first = page(Document.objects.all(), NEWEST, params(), size=3)
    factories.make_document(edith, "Vessby sold one boat.\n")
    second = page(Document.objects.all(), NEWEST, params(first.links(params())["older_url"]), size=3)
    assert [row.pk for row in second.rows] == [seven[3].pk, seven[2].pk, seven[1].pk]


@pytest.mark.parametrize(
    "text", ["after=nonsense", "before=nonsense", "after=", "after=%00", "after=eyJ0IjoxfQ:a:b"]
)
def test_an_unknown_cursor_is_the_first_page(seven, text):
    wanted = [row.pk for row in page(Document.objects.all(), BY_DUE, params(), size=2).rows]
    assert [row.pk for row in page(Document.objects.all(), BY_DUE, params(text), size=2).rows] == wanted


def test_a_cursor_of_another_order_is_the_first_page(seven):
    older = page(Document.objects.all(), BY_DUE, params(), size=2).links(params())["older_url"]
    found = page(Document.objects.all(), NEWEST, params(older), size=2)
    assert [row.pk for row in found.rows] == [seven[6].pk, seven[5].pk]


def test_behind_the_last_row_a_way_leads_back(seven):
    rows = Document.objects.all()
    older = page(rows, BY_DUE, params(), size=6).links(params())["older_url"]
    behind = page(rows.filter(due_at__isnull=False), BY_DUE, params(older), size=6)
    assert (behind.rows, behind.links(params("kind=post&after=x"))) == (
        [],
        {"newer_url": "?kind=post", "older_url": ""},
    )


def test_an_annotation_can_order(seven):
    rows = Document.objects.annotate(own_due=F("due_sort"))
    older = page(rows, ("own_due", "id"), params(), size=4).links(params())["older_url"]
    assert len(page(rows, ("own_due", "id"), params(older), size=4).rows) == 3


def test_address_keeps_filters_and_drops_the_cursor():
    given_params = params("kind=post&kind=report&after=x&before=y&q=a b")
    assert address(given_params, after="z") == "?kind=post&kind=report&q=a+b&after=z"
    assert address(given_params, without=["kind", "q"]) == "?"


@given(text=st.text(max_size=60))
@settings(max_examples=60)
def test_no_cursor_is_an_error(text):
    query = QueryDict(mutable=True)
    query["after"] = text
    assert page(Document.objects.none(), BY_DUE, query).rows == []
