"""How a page answers when a verb refuses: forbidden, no longer possible, or left over by a view. No moves here."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from claims.errors import Conflict, Forbidden, WorkflowError

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefusalMiddleware:
    """Turn a refused move into its sentence: 403 for what this person may never do, else back with a message."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code == 405 and request.method == "GET" and match and "document" in match.kwargs:
            return redirect(back(request))  # the address of a move, typed or kept by the browser
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The answer to a refusal that no view caught; other exceptions go their way."""
        if isinstance(exception, Http404):  # the desk's own page in development too
            return render(request, "404.html", status=404)
        if not isinstance(exception, WorkflowError):
            return None
        if isinstance(exception, Forbidden):
            return render(request, "403.html", {"exception": str(exception)}, status=403)
        if isinstance(exception, Conflict):
            return render(request, "409.html", {"sentence": str(exception)}, status=409)
        messages.error(request, str(exception))
        return redirect(back(request))


def back(request: HttpRequest) -> str:
    """The page that a move belongs to: its claim, its document, or the dashboard."""
    at = request.resolver_match.kwargs if request.resolver_match else {}
    if "document" in at and "number" in at:
        return reverse("claims:claim-detail", args=[at["document"], at["number"]])
    if "document" in at:
        return reverse("claims:document-detail", args=[at["document"]])
    return reverse("claims:dashboard")
