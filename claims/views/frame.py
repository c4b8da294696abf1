"""What every page's frame needs: the menu of this person and the chosen theme."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The menu and the theme, for ``base.html``."""
    return {"theme": request.COOKIES.get("theme", "")}
