"""What a document that was stored in steps left behind when its last step never came. Nobody ever saw it.

Private to this folder; ``intake`` clears it away, at once when a step fails, else before the next long text comes in.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, ClaimSpan, Document, Revision
from claims.workflow import keeping

CLAIMS_A_STEP = 500


def old() -> list[Document]:
    """Documents begun an hour ago or more and not finished: it is all but sure that nobody works on them any more.

    An import that does, on a machine that slept or whose clock was put forward, is refused its next step.
    """
    before = timezone.now() - keeping.LONGEST_IMPORT
    return list(Document.objects.arriving().filter(added_at__lt=before).order_by("pk"))


def remove(documents: Iterable[Document]) -> None:
    """Delete what is there of each, and the file it was read from unless something else names it.

    In short transactions. Each locks its document and stops when it is finished, or was removed by somebody else.
    """
    for document in documents:
        while _remove_some(document):
            pass


def _remove_some(document: Document) -> bool:
    """Delete up to 500 claims with their passages, or the rest once there are none; whether to go on."""
    with transaction.atomic():
        same = Document.objects.filter(pk=document.pk, public_id=document.public_id)  # keys come again
        if not same.arriving().select_for_update():
            return False
        keys = list(Claim.objects.filter(document=document).values_list("pk", flat=True)[:CLAIMS_A_STEP])
        ClaimSpan.objects.filter(claim__in=keys).delete()
        Claim.objects.filter(pk__in=keys).delete()
        if not keys:
            _remove_rest(document)
    return bool(keys)


def _remove_rest(document: Document) -> None:
    revisions = Revision.objects.filter(document=document)
    origins = list(revisions.exclude(origin_sha256="").values_list("origin_sha256", flat=True))
    revisions.delete()
    document.delete()
    for sha256 in origins:
        keeping.clear_away(sha256)
