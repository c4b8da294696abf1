"""Words and numbers in the address; the lists themselves are tested with their nouns."""

import pytest
from django.http import HttpRequest

from claims.admin.filters import PROGRESS, as_key, once
from claims.admin.signs import YOURS
from claims.lifecycle import ClaimStatus


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("12", 12),
        ("", None),
        (None, None),
        ("x", None),
        ("²", None),
        ("-1", None),
        ("9" * 19, None),
        ("٣", 3),
    ],
)
def test_only_a_number_that_can_be_a_key_is_one(value: str | None, key: int | None):
    assert as_key(value) == key


def test_every_status_is_counted_in_exactly_one_group():
    counted = [str(status) for _, statuses in PROGRESS.values() for status in statuses]
    assert sorted(counted) == sorted([*(str(status) for status in ClaimStatus), YOURS])


def test_choices_are_asked_once_a_request():
    asked = []
    request = HttpRequest()
    for _ in range(3):
        found = once(request, "names", lambda: asked.append(1) or [("1", "One")])
    assert (asked, found) == ([1], [("1", "One")])
