"""The dashboard: what a person has to do next. The figures come from ``reports.figures``."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.lifecycle import Role
from claims.models import User
from claims.reports import figures
from claims.reports.queue import next_up, queue, queue_sentence
from claims.reports.waiting import progress, waiting, waiting_sentence
from claims.views.frame import person

NOTHING_TO_CHECK = "Nothing to check. Claims that an editor assigns to you appear here."
NOBODY = "Your account has no role at this desk yet. An administrator can give it one."
ADMINISTRATOR = "Accounts, scales and policies are kept in Admin. Verdicts are made by reviewers and editors."
READER = "Approved claims are open to you under Claims."


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """My queue for reviewers, the desk for editors, both for who is both."""
    user = person(request)
    about: dict[str, Any] = {"title": "Factcheck", **_elsewhere(user)}
    if Role.EDITOR in user.roles:
        about |= _desk(user) | {"title": "Desk"}
    if Role.REVIEWER in user.roles:
        about |= _queue(user) | {"title": "My queue"}
    return render(request, "claims/dashboard.html", about)


def _queue(user: User) -> dict[str, Any]:
    groups = queue(user)
    last, count = figures.finished(user)
    shares = figures.shares(user, groups)
    return {
        "is_reviewer": True,
        "queue": groups,
        "queue_sentence": queue_sentence(groups),
        "shares": shares[: figures.ROWS_A_GROUP],
        "more_shares": len(shares) > figures.ROWS_A_GROUP,
        "finished": last,
        "finished_count": count,
        "finished_counted": figures.figures_of(count),
    }


def _desk(user: User) -> dict[str, Any]:
    groups, documents = waiting(user), progress(user)
    return {
        "is_editor": True,
        "waiting": groups,
        "waiting_sentence": waiting_sentence(groups),
        "progress": documents[: figures.ROWS_A_GROUP],
        "more_documents": len(documents) > figures.ROWS_A_GROUP,
    }


def _elsewhere(user: User) -> dict[str, str]:
    """What to tell those for whom nothing is to be done here, and the way on."""
    if user.roles & {Role.EDITOR, Role.REVIEWER}:
        return {}
    if Role.READER in user.roles:
        return {"elsewhere": READER, "way_url": reverse("claims:claim-list"), "way_label": "Open Claims"}
    if Role.ADMINISTRATOR in user.roles:
        return {"elsewhere": ADMINISTRATOR, "way_url": reverse("admin:index"), "way_label": "Open Admin"}
    return {"elsewhere": NOBODY}


@require_safe
def start_next(request: HttpRequest) -> HttpResponse:
    """The claim page of the most urgent assignment; looking at it does not start it."""
    found = next_up(person(request))
    if found is None:
        messages.info(request, NOTHING_TO_CHECK)
        return redirect("claims:dashboard")
    return redirect("claims:claim-detail", *found)
