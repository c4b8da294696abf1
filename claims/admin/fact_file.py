"""The sheet that a document came from: who may save it, and the link to it. How it comes in is in ``facts``."""

from pathlib import PurePath
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.text import slugify

from claims.admin.door import person
from claims.models import Assignment, Document, Event, SavedFile, User
from claims.permissions import visible_to


class FactSheetFile(admin.ModelAdmin):
    """The part of a document's page that gives its sheet."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view(self.sheet_view)
        return [
            path("<int:document>/fact-sheet/", guarded, name="claims_document_fact_sheet"),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Django's own, with a link to the sheet that the document came from."""
        document = self.get_object(request, object_id)
        kept = document is not None and kept_sheet(document, person(request)) is not None
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), "has_fact_sheet": kept}
        )

    def sheet_view(self, request: HttpRequest, document: int) -> FileResponse:
        """The sheet, to be saved; 404 where there is none or this person may not read it yet."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = get_object_or_404(self.get_queryset(request), pk=document)
        kept = kept_sheet(found, person(request))
        if kept is None or not default_storage.exists(kept.path):
            raise Http404
        name = (slugify(found.title)[:60].strip("-_") or "facts") + PurePath(kept.path).suffix
        file = default_storage.open(kept.path)
        return FileResponse(file, as_attachment=True, filename=name, content_type=kept.media_type)


def kept_sheet(document: Document, user: User) -> SavedFile | None:
    """The sheet that a document came from. It tells what reviewers found, so nobody reads it from whom any of their
    work is still hidden."""
    asked = Assignment.objects.filter(claim__document=document)
    if visible_to(user, asked).count() != asked.count():
        return None
    came = (
        Event.objects.filter(chain__document=document, action="import facts").select_related("body").first()
    )
    words = came.body.words if came else {}
    return SavedFile.objects.filter(pk=words.get("sheet", {}).get("kept as")).first()
