"""Every address of the resolver, filled in for one scene."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


def patterns(resolver: Any = None, route: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Name (or the route where there is none) and route of every address, admin included."""
    for each in (resolver or get_resolver()).url_patterns:
        path = route + str(each.pattern)
        if isinstance(each, URLResolver):
            inside = f"{space}{each.namespace}:" if each.namespace else space
            yield from patterns(each, path, inside)
        elif isinstance(each, URLPattern):
            yield (f"{space}{each.name}" if each.name else path), path


def filled(route: str, values: dict[str, object]) -> str:
    """The address with the scene's numbers in it; fails on a part that nobody gave a value."""
    for part, value in values.items():
        for kind in ("int:", "str:", "path:", ""):
            route = route.replace(f"<{kind}{part}>", str(value))
    route = route.replace("^(?P<app_label>claims|auth)/$", "claims/").replace("(?P<url>.*)$", "nothing/")
    assert "<" not in route, f"give {route} a value"
    return "/" + route
