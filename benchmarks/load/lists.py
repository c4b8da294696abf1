"""Rows of the table: the claim list and the reviewer's queue, at any depth, under filters alone and in pairs."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.test import RequestFactory

from benchmarks.figures import interleaved
from benchmarks.load.asking import Visitor
from benchmarks.load.bare import LIST
from benchmarks.load.building import cast_of_desk
from benchmarks.load.inventing import COMMON, RARE
from benchmarks.load.table import NUMBER, QUERIES, Figure, compared
from claims import paging
from claims.models import Assignment, Claim, Document, User, Verdict
from claims.permissions import visible_to
from claims.views.lists import asked

ROW, FLOOR = "list", "a bare page of as many rows"
TARGETS = {"reach": 3.0, "limit": 2.0}
ORDERS = ("new", "worth", "due")


@dataclass
class List:
    """The list of one person, and the bare page beside it."""

    user: User
    label: str

    def __post_init__(self) -> None:
        self.visitor, self.nobody = Visitor(self.user), Visitor()
        last = Claim.objects.order_by("-pk").values_list("pk", flat=True)[0]
        self.bare = LIST.format(start=last)

    def asked(self, order: str) -> Any:
        """The list as its view asks for it, to find a place far down."""
        request = RequestFactory().get("/claims/", {"order": order})
        request.user = self.user
        filterset, _ = asked(request, visible_to(self.user, Claim.objects.all()))
        return filterset

    def times(self, query: dict[str, str], rounds: int, warm: int = 0) -> list[list[float]]:
        """Seconds of the list under this query and of the bare page, in turns."""
        address = f"/claims/?{urlencode(query)}"
        return interleaved(
            [lambda: self.visitor.get(address), lambda: self.nobody.get(self.bare)], rounds, warm=warm
        )

    def compare(self, what: str, query: dict[str, str], rounds: int, **more: Any) -> Figure:
        """One figure against the bare page."""
        ours, floor = self.times(query, rounds, warm=1)
        return compared(ROW, f"{self.label}, {what}", ours, floor, FLOOR, **(TARGETS | more))

    def queries(self, query: dict[str, str]) -> int:
        """How many queries one page takes."""
        return self.visitor.queries(f"/claims/?{urlencode(query)}")


def measure(rounds: int) -> Iterator[Figure]:
    """All figures of the lists."""
    cast = cast_of_desk()
    editor, reviewer = List(cast.editor, "editor"), List(cast.reviewers[0], "reviewer")
    for list_, values in ((editor, editor_filters(cast.reviewers[1])), (reviewer, reviewer_filters())):
        yield from _depths(list_, rounds)
        yield from _filters(list_, values, rounds)
        yield from _pairs(list_, values)


def editor_filters(reviewer: User) -> dict[str, list[str]]:
    """Values of each filter of an editor: a frequent one first, then rarer ones."""
    document = str(Document.objects.order_by("id")[1].pk)
    return {
        "status": ["proposed", "approved", "submitted", "retired"],
        "document": [document],
        "reviewer": [str(reviewer.pk)],
        "kind": ["statistic"],
        "verdict": [Verdict.objects.order_by("scale_id", "position")[0].label],
        "due": ["overdue", "soon", "later", "none"],
        "worth": ["800", "200"],
        "q": [COMMON, RARE],
    }


def reviewer_filters() -> dict[str, list[str]]:
    """Values of each filter of a reviewer."""
    document = Assignment.objects.order_by("-id").values_list("claim__document", flat=True)[0]
    return {
        "state": ["submitted", "asked", "started", "returned"],
        "document": [str(document)],
        "kind": ["statistic"],
        "verdict": [Verdict.objects.order_by("scale_id", "position")[0].label],
        "due": ["later", "overdue", "soon", "none"],
        "q": [COMMON, RARE],
    }


def _depths(list_: List, rounds: int) -> Iterator[Figure]:
    """First, middle and last page of each order."""
    total = list_.asked(ORDERS[0]).qs.count()
    for order in ORDERS:
        all_ = list_.asked(order)
        first, floor = list_.times({"order": order}, rounds, warm=1)
        yield compared(ROW, f"{list_.label}, by {order}, first page", first, floor, FLOOR, **TARGETS)
        yield Figure(
            ROW, f"{list_.label}, by {order}, queries", list_.queries({"order": order}), QUERIES, 8, 4
        )
        for place, depth in (("middle", total // 2), ("last page", total - paging.PAGE_SIZE - 1)):
            if depth > 0:
                query = {"order": order, "after": token_at(all_.qs, all_.columns, depth)}
                deep, _ = list_.times(query, rounds, warm=1)
                what = f"{list_.label}, by {order}, {place} against the first"
                yield compared(ROW, what, deep, first, "the first page", reach=1.5, limit=1.1)


def token_at(rows: Any, columns: Sequence[str], depth: int) -> str:
    """What ``after`` says when this many rows were passed."""
    row = rows.order_by(*columns)[depth]
    token: str = paging._write(row, columns)
    return token


def _filters(list_: List, values: dict[str, list[str]], rounds: int) -> Iterator[Figure]:
    """Each value of each filter alone, in each order; the worst order is the figure."""
    most, by = 0, ""
    for name, choices in values.items():
        for value in choices:
            found = []
            for order in ORDERS:
                query = {name: value, "order": order}
                what = f"{name}={value}, by {order}"
                found.append(list_.compare(what, query, max(rounds // 4, 1)))
                most, by = max((most, by), (list_.queries(query), what))
            yield max(found, key=lambda figure: figure.value)
    yield Figure(ROW, f"{list_.label}, most queries under one filter", most, QUERIES, 8, 4, note=by)


def _pairs(list_: List, values: dict[str, list[str]]) -> Iterator[Figure]:
    """Every pair of filters once in each order; the three worst, and how many were within reach."""
    found, most, by = [], 0, ""
    for one, other in itertools.combinations(values, 2):
        for order in ORDERS:
            query = {one: values[one][0], other: values[other][0], "order": order}
            what = f"pair {one}={query[one]}, {other}={query[other]}, by {order}"
            found.append(list_.compare(what, query, 1))
            most, by = max((most, by), (list_.queries(query), what))
    within = sum(figure.value <= TARGETS["reach"] for figure in found)
    yield from sorted(found, key=lambda figure: -figure.value)[:3]
    yield Figure(ROW, f"{list_.label}, pairs within 3 × of {len(found)}", within, NUMBER)
    yield Figure(ROW, f"{list_.label}, most queries under a pair", most, QUERIES, 8, 4, note=by)
