"""What every request and response passes through: security policy, request id, size of forms, time zone."""

import uuid
import zoneinfo
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

GetResponse = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicyMiddleware:
    """Send ``settings.SECURE_CSP`` (the name Django 6 uses) with every response that has none."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {' '.join(values)}" for name, values in settings.SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class RequestIdMiddleware:
    """Give every request a number that its answer and its log lines carry."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response


class TooLargeMiddleware:
    """Answer a form above ``DATA_UPLOAD_MAX_MEMORY_SIZE`` with a sentence, not with a bare 400; before any view."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            _ = request.POST  # the check against forged requests reads it next
        except RequestDataTooBig:
            return render(request, "413.html", status=413)
        except UnreadablePostError:  # the sender hung up
            pass
        return self.get_response(request)


class KeepTypedMiddleware(LoginRequiredMiddleware):
    """Everything needs a log-in; a form sent after the session ended is shown with its words, not thrown away."""

    NOT_WORDS = ("csrfmiddlewaretoken", "version")

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        """Nothing, or the log-in page; for a form with words in it, a page that holds them."""
        refused = super().process_view(request, *view)
        typed = [
            (name.replace("_", " "), words)
            for name, values in (request.POST.lists() if refused else ())
            for words in values
            if words.strip() and name not in self.NOT_WORDS and "password" not in name
        ]
        if not typed:
            return refused
        return render(request, "registration/logged_out_form.html", {"typed": typed}, status=401)


class TimeZoneMiddleware:
    """Show times in the person's own zone, the desk's zone where they chose none."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(zone_named(getattr(request.user, "time_zone", ""))):
            return self.get_response(request)


def zone_named(name: str) -> zoneinfo.ZoneInfo | None:
    """The zone of this name; None, which means the desk's, for an empty name and for one no longer known."""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None
