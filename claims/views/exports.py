"""The claims of the list as a file to save, with its filters. Editors and readers; for others it does not exist."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.permissions import decide, visible_to
from claims.reports.claim_export import FORMATS, stream
from claims.views.frame import person
from claims.views.lists import asked

Answer = HttpResponse | StreamingHttpResponse


@never_cache
@require_safe
def claims_csv(request: HttpRequest) -> Answer:
    """As a table for a spreadsheet."""
    return _file(request, "csv")


@never_cache
@require_safe
def claims_jsonl(request: HttpRequest) -> Answer:
    """As JSON Lines for a program."""
    return _file(request, "jsonl")


def _file(request: HttpRequest, form: str) -> Answer:
    user = person(request)
    if not decide(user, "export"):
        raise Http404
    filterset, ignored = asked(request, visible_to(user, Claim.objects.all()))
    if ignored:  # a file of other claims than were asked for would be taken for the right one
        return render(request, "400.html", {"sentence": f"{' '.join(ignored)} No file was made."}, status=400)
    response = StreamingHttpResponse(stream(filterset.qs, form, user), content_type=FORMATS[form].media_type)
    name = f"claims-{timezone.localdate():%Y-%m-%d}.{form}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
