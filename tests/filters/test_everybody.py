"""What every role may ask of the claim list."""

import pytest

from claims.filters.everybody import verdict_labels
from tests.filters.asking import filterset, found


@pytest.mark.parametrize("words", ["freight", "FREIGHT", "tonnes vessby", "Coast", "crow"])
def test_words_are_searched_in_any_case_and_by_their_beginning(edith, document, words):
    expected = {"freight": [1], "FREIGHT": [1], "tonnes vessby": [1], "Coast": [], "crow": [3]}[words]
    assert [number for _, number in found(edith, f"q={words}")] == expected


@pytest.mark.parametrize(
    "asked",
    [
        "status=nope",
        "kind=%00",
        "document=x",
        "document=99999999999999999999999",
        "reviewer=-1",
        "due=yesterday",
        "worth=1e9",
        "verdict=Nice",
        "order=price",
        "q=" + "x" * 201,
        "q=a%00b",
    ],
)
def test_what_is_not_known_is_an_error_of_its_field_and_filters_nothing(edith, document, asked):
    asked_set = filterset(edith, asked)
    assert list(asked_set.errors) == [asked.partition("=")[0]]
    assert asked_set.qs.count() == 3


def test_orders(edith, carl, rita):
    assert [filterset(edith, f"order={order}").columns for order in ("", "new", "worth", "due")] == [
        ("-id",),
        ("-id",),
        ("-check_worthiness", "-id"),
        ("due_sort", "id"),
    ]
    carls = filterset(carl, "order=due")
    assert (carls.errors, carls.columns) == ({}, ("own_due_sort", "own_claim"))
    assert list(filterset(rita, "order=due").errors) == ["order"]


def test_verdict_labels_are_each_named_once(db):
    labels = verdict_labels()
    assert labels[:2] == ["True", "Mostly true"]
    assert labels.count("Opinion") == 1


@pytest.mark.parametrize(
    "asked", ["document=x&kind=statistic", "reviewer=x&status=proposed", "document=x&status=queued"]
)
def test_what_is_known_still_filters_beside_what_is_not(edith, document, asked):
    wrong, known = asked.split("&")
    beside = filterset(edith, asked)
    assert list(beside.errors) == [wrong.partition("=")[0]]
    assert list(beside.qs) == list(filterset(edith, known).qs)
