"""Documents come in: a text becomes a document with its first revision, and its claims are proposed.

Nothing is parsed, hashed or extracted inside a transaction.
"""

from typing import Any

from django.db.models import QuerySet

from claims.errors import Forbidden, Incomplete, WorkflowError
from claims.models import Claim, ClaimSpan, Document, Policy, Revision, User
from claims.models.history import canonical, sha256
from claims.models.search import as_search_text
from claims.permissions import decide, visible_to
from claims.text import VERSION, Candidate, Extraction, extract, normalise, plain_name
from claims.vocabulary import ExtractionState, MadeBy
from claims.workflow.arriving import (
    ROWS_A_STATEMENT,
    Particulars,
    checksum,
    claim_rows,
    new_document,
    role_of,
    title_of,
)
from claims.workflow.ledger import locked_ledger
from claims.workflow.reading import Incoming

__all__ = ["Particulars", "bring_in", "propose", "same_text", "title_of"]


def same_text(text: str, *, by: User) -> "QuerySet[Document]":
    """Documents that hold this very text already; offered to the editor, never silently doubled."""
    found = Document.objects.filter(revisions__sha256=checksum(text)).order_by("id").distinct()
    return visible_to(by, found)


def bring_in(incoming: Incoming, *, by: User, about: Particulars | None = None) -> Document:
    """Store a text as a new document, keep its file, and propose its claims.

    What ``about`` leaves empty comes from the reading.
    """
    answer = decide(by, "bring in")
    if not answer:
        raise Forbidden(answer.reason)
    about, reading = about or Particulars(), incoming.reading
    text = normalise(reading.text)
    if not text.strip():
        raise Incomplete("There is no text in it.", {"text": "There is no text in it."})
    extraction = extract(text, about.language or reading.language or None)
    with new_document(incoming, extraction, by=by, about=about) as (revision, _):
        pass
    propose(revision, extraction, by=by)
    return Document.objects.select_related("current_revision").get(pk=revision.document_id)


def propose(revision: Revision, extraction: Extraction, *, by: User) -> int:
    """Store the machine's candidates as proposed claims, one event for all; returns how many."""
    rules = list(Policy.objects.all())
    columns = [_from_candidate(candidate) for candidate in extraction.candidates]
    digest = sha256(canonical(extraction.as_dict()))
    with locked_ledger(revision.document_id) as ledger:
        document = Document.objects.get(pk=revision.document_id)
        if Claim.objects.filter(revision=revision).exists():
            raise WorkflowError("Claims were already proposed for this text.")
        claims = claim_rows(document, revision, columns, extraction, rules, by)
        Claim.objects.bulk_create(claims, batch_size=ROWS_A_STATEMENT)
        spans = [
            ClaimSpan(claim=claim, revision=revision, position=position, start=start, end=end)
            for claim, candidate in zip(claims, extraction.candidates, strict=True)
            for position, (start, end) in enumerate(candidate.spans)
        ]
        ClaimSpan.objects.bulk_create(spans, batch_size=ROWS_A_STATEMENT)
        Document.objects.filter(pk=document.pk).update(
            last_claim_number=document.last_claim_number + len(claims)
        )
        Revision.objects.filter(pk=revision.pk).update(
            extraction_state=ExtractionState.DONE, extractor_version=VERSION
        )
        words = {"claims": len(claims), "digest": digest, "extractor": VERSION}
        ledger.record("propose", by=by, role=role_of(by), words=words)
    return len(claims)


def _from_candidate(candidate: Candidate) -> dict[str, Any]:
    start, end = candidate.speaker_span or (None, None)
    speaker = plain_name(candidate.speaker)
    return {
        "start": candidate.start,
        "end": candidate.end,
        "quote": candidate.quote,
        "text": candidate.text,
        "kind": candidate.kind,
        "kind_reason": candidate.kind_reason[:200],
        "speaker": speaker[:300],
        "speaker_start": start,
        "speaker_end": end,
        "cue": candidate.cue[:100],
        "check_worthiness": round(candidate.check_worthiness * 1000),
        "features": dict(candidate.features),
        "made_by": MadeBy.MACHINE,
        "search_text": as_search_text(candidate.text, candidate.quote, speaker),
    }
