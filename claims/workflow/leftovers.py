"""What a document that was stored in steps left behind when its last step never came. Nobody ever saw it.

Private to this folder; ``intake`` clears it away, at once when a step fails, else before the next long text comes in.
"""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, ClaimSpan, Document, Revision

SURELY_OVER = datetime.timedelta(hours=1)
CLAIMS_A_STEP = 500


def old() -> list[Document]:
    """Documents begun an hour ago or more and never finished: nobody works on them any more."""
    before = timezone.now() - SURELY_OVER
    return list(Document.objects.arriving().filter(added_at__lt=before).order_by("pk"))


def remove(documents: Iterable[Document]) -> None:
    """Delete what is there of each, in short transactions; a finished document is left alone."""
    for document in Document.objects.arriving().filter(pk__in=[each.pk for each in documents]):
        while _remove_some(document):
            pass
        with transaction.atomic():
            Revision.objects.filter(document=document).delete()
            document.delete()


def _remove_some(document: Document) -> bool:
    """Delete up to 500 claims with their passages; whether there were any."""
    with transaction.atomic():
        keys = list(Claim.objects.filter(document=document).values_list("pk", flat=True)[:CLAIMS_A_STEP])
        ClaimSpan.objects.filter(claim__in=keys).delete()
        Claim.objects.filter(pk__in=keys).delete()
    return bool(keys)
