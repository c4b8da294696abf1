"""The verdict report of a document: the page, and the files to save. Editors only; for others it does not exist."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.models import Document
from claims.permissions import decide, visible_to
from claims.reports import html
from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS, file_name
from claims.views.frame import person


@never_cache
@require_safe
def report(request: HttpRequest, document: int) -> HttpResponse:
    """The report as a page that prints well."""
    found = _document(request, document)
    facts = assemble(found, viewer=person(request))
    with html.as_printed():
        return render(request, "claims/report.html", {**html.context(facts), "document": found})


@never_cache
@require_safe
def report_export(request: HttpRequest, document: int, form: str) -> HttpResponseBase:
    """The report as a file: html, csv or json."""
    if form not in FORMATS:
        raise Http404
    found = _document(request, document)
    facts = assemble(found, viewer=person(request))
    chosen = FORMATS[form]
    chunks: Iterable[bytes] = (chunk.encode() for chunk in chosen.stream(facts))
    response = StreamingHttpResponse(chunks, content_type=chosen.media_type)
    response["Content-Disposition"] = content_disposition_header(True, file_name(facts, found.pk, form))
    return response


def _document(request: HttpRequest, pk: int) -> Document:
    rows: QuerySet[Document] = visible_to(person(request), Document.objects.all())
    found = get_object_or_404(rows, pk=pk)
    if not decide(person(request), "report", found):
        raise Http404
    return found
