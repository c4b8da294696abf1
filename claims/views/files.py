"""Kept files: the one a text was read from. Whoever sees the document may save it; nobody opens it in our pages."""

from pathlib import PurePath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.models import Revision, SavedFile
from claims.views.documents import visible_document
from claims.views.frame import person

LONGEST_NAME = 60


@never_cache
@require_safe
def revision_file(request: HttpRequest, document: int, revision: int) -> FileResponse:
    """The file behind one revision of a document that this person sees, to be saved; 404 for pasted words."""
    found = visible_document(person(request), document)
    of_revision = get_object_or_404(Revision.objects.filter(document=found), number=revision)
    kept = get_object_or_404(SavedFile, sha256=of_revision.origin_sha256)
    try:
        file = default_storage.open(kept.path)
    except FileNotFoundError:
        raise Http404 from None
    title = slugify(found.title.replace(".", "-"))[:LONGEST_NAME].strip("-_") or "document"
    name = title + PurePath(kept.path).suffix
    return FileResponse(file, as_attachment=True, filename=name, content_type=kept.media_type)
