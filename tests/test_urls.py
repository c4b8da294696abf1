"""The desk's addresses: one name in three places. Who gets in where: journeys/test_access.py."""

import pytest
from django.urls import URLPattern, reverse

from claims.urls import urlpatterns

PARTS = {"document": 1, "number": 2, "assignment": 3, "evidence": 4, "form": "csv", "revision": 1}


def test_every_address_is_a_plain_pattern_with_a_name_of_its_own():
    assert {type(pattern) for pattern in urlpatterns} == {URLPattern}
    names = [pattern.name for pattern in urlpatterns]
    assert len(set(names)) == len(names)


def test_a_view_and_its_address_have_the_same_name():
    odd = [
        (pattern.name, pattern.callback.__name__)
        for pattern in urlpatterns
        if pattern.callback.__name__.replace("_", "-") != pattern.name
    ]
    assert odd == []


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_every_address_can_be_written_and_ends_in_a_slash(pattern: URLPattern):
    given = {name: PARTS[name] for name in pattern.pattern.converters}
    address = reverse(f"claims:{pattern.name}", kwargs=given)
    assert address == "/" or (address.startswith("/") and address.endswith("/"))


def test_the_addresses_people_write_down():
    assert reverse("claims:dashboard") == "/"
    assert reverse("claims:claim-detail", kwargs={"document": 1, "number": 2}) == "/documents/1/claims/2/"
    assert reverse("claims:report", kwargs={"document": 1}) == "/documents/1/report/"
