"""What every page's frame needs: the menu of this person, their roles in words, the chosen theme."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from claims.lifecycle import Role
from claims.models import User

THEMES = ("light", "dark")
A_YEAR = 365 * 24 * 60 * 60
ROLES_IN_ORDER = (Role.EDITOR, Role.REVIEWER, Role.READER, Role.ADMINISTRATOR)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The menu, the role words and the theme, for ``base.html``; people are asked only when a page draws them."""
    chosen = request.COOKIES.get("theme", "")
    return {
        "nav": SimpleLazyObject(lambda: menu(request)),
        "role_label": SimpleLazyObject(lambda: role_words(request)),
        "theme": chosen if chosen in THEMES else "",
    }


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The pages open to this person, the present one marked."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_authenticated:
        return []
    match = request.resolver_match
    here = section_of(match.url_name or "", user) if match else ""
    return [
        {"url": url, "label": label, "current": section == here} for section, label, url in _sections(user)
    ]


def _sections(user: User) -> list[tuple[str, str, str]]:
    editor = Role.EDITOR in user.roles
    found = []
    if user.roles & {Role.EDITOR, Role.REVIEWER}:
        found.append(("dashboard", "Desk" if editor else "My queue", reverse("claims:dashboard")))
    if user.roles & {Role.EDITOR, Role.REVIEWER, Role.READER}:
        found.append(("claims", "Claims", reverse("claims:claim-list")))
    if user.roles & {Role.EDITOR, Role.REVIEWER}:
        found.append(("documents", "Documents", reverse("claims:document-list")))
    if user.is_staff:
        found.append(("admin", "Admin", reverse("admin:index")))
    return found


def section_of(url_name: str, user: User) -> str:
    """Which item of the menu a page belongs to; a reviewer's claim pages belong to their queue."""
    if url_name in ("dashboard", "start-next"):
        return "dashboard"
    if url_name.startswith(("document", "report")) or url_name == "claim-add":
        return "documents"
    reviewer_only = Role.REVIEWER in user.roles and Role.EDITOR not in user.roles
    return "dashboard" if reviewer_only and url_name != "claim-list" else "claims"


def role_words(request: HttpRequest) -> str:
    """The roles of this person as one phrase: "editor and reviewer"."""
    user = getattr(request, "user", None)
    roles = user.roles if isinstance(user, User) else frozenset()
    return " and ".join(role.label.lower() for role in ROLES_IN_ORDER if role in roles)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie; "system" forgets it."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = redirect(wanted if safe else reverse("claims:dashboard"))
    if request.POST.get("theme") in THEMES:
        chosen = request.POST["theme"]
        response.set_cookie(
            "theme", chosen, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie("theme")
    return response


def person(request: HttpRequest) -> User:
    """Who asks; the log-in is required for every page."""
    assert isinstance(request.user, User)
    return request.user
