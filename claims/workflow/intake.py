"""Documents come in: a text becomes a document with its first revision, and its claims are proposed.

Nothing is parsed, hashed or extracted inside a transaction.
"""

import datetime
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from claims.errors import Forbidden, Incomplete, WorkflowError
from claims.lifecycle import Role
from claims.models import Chain, Claim, ClaimSpan, Document, Policy, Revision, RevisionText, Scale, User
from claims.models.document import pack_spans
from claims.models.history import canonical, sha256
from claims.models.search import as_search_text
from claims.permissions import decide, visible_to
from claims.text import (
    VERSION,
    Candidate,
    Extraction,
    Reading,
    Unreadable,
    extract,
    normalise,
    plain_name,
    read,
)
from claims.vocabulary import DocumentKind, ExtractionState, MadeBy
from claims.workflow.ledger import locked_ledger

ROWS_A_STATEMENT = 500


@dataclass(frozen=True)
class Particulars:
    """What an editor says about a document beside its text."""

    title: str = ""
    source: str = ""
    author: str = ""
    link: str = ""
    date: datetime.date | None = None
    kind: str = DocumentKind.ARTICLE.value
    language: str = ""
    ours: bool = False
    writer: User | None = None
    scale: Scale | None = None
    editor: User | None = None
    due_at: datetime.datetime | None = None
    restricted: bool = False


def read_text(data: bytes | str, *, name: str = "", max_bytes: int) -> Reading:
    """Turn what came in into clean text; raises ``Incomplete`` with a sentence when it cannot be read."""
    raw = normalise(data).encode("utf-8") if isinstance(data, str) else data
    try:
        return read(raw, name=name, max_bytes=max_bytes)
    except Unreadable as error:
        raise Incomplete(str(error), {"text": str(error)}) from error


def checksum(text: str) -> str:
    """The SHA-256 of a text as it would be stored, in hex."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


def same_text(text: str, *, by: User) -> "QuerySet[Document]":
    """Documents that hold this very text already; offered to the editor, never silently doubled."""
    found = Document.objects.filter(revisions__sha256=checksum(text)).order_by("id").distinct()
    return visible_to(by, found)


def bring_in(reading: Reading, *, by: User, about: Particulars | None = None) -> Document:
    """Store a text as a new document and propose its claims. What ``about`` leaves empty comes from the reading."""
    answer = decide(by, "bring in")
    if not answer:
        raise Forbidden(answer.reason)
    about = about or Particulars()
    text = normalise(reading.text)
    if not text.strip():
        raise Incomplete("There is no text in it.", {"text": "There is no text in it."})
    extraction = extract(text, about.language or reading.language or None)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    with transaction.atomic():
        document = Document.objects.create(**_columns(about, reading, extraction, text), added_by=by)
        revision = _first_revision(document, text, digest, extraction, reading, by)
        document.current_revision = revision
        document.save(update_fields=["current_revision"])
        Chain.objects.create(document=document)
        with locked_ledger(document.pk) as ledger:
            words = {
                "title": document.title,
                "sha256": digest,
                "length": len(text),
                "reader": revision.reader,
            }
            ledger.record("bring in", by=by, role=_role(by), words=words)
    propose(revision, extraction, by=by)
    return Document.objects.select_related("current_revision").get(pk=document.pk)


def propose(revision: Revision, extraction: Extraction, *, by: User) -> int:
    """Store the machine's candidates as proposed claims, one event for all; returns how many."""
    rules = list(Policy.objects.all())
    columns = [_from_candidate(candidate) for candidate in extraction.candidates]
    digest = sha256(canonical(extraction.as_dict()))
    with locked_ledger(revision.document_id) as ledger:
        document = Document.objects.get(pk=revision.document_id)
        if Claim.objects.filter(revision=revision).exists():
            raise WorkflowError("Claims were already proposed for this text.")
        claims = _claims(document, revision, columns, extraction, rules, by)
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
        ledger.record("propose", by=by, role=_role(by), words=words)
    return len(claims)


def _role(by: User) -> Role:
    return Role.SYSTEM if Role.SYSTEM in by.roles else Role.EDITOR


def _columns(about: Particulars, reading: Reading, extraction: Extraction, text: str) -> dict[str, Any]:
    title = (about.title.strip() or reading.title.strip() or _first_line(text))[:300]
    source, author = about.source.strip()[:200], (about.author.strip() or reading.author.strip())[:200]
    return {
        "title": title,
        "source": source,
        "author": author,
        "link": about.link,
        "date": about.date or reading.date,
        "kind": about.kind,
        "language": (about.language or reading.language or extraction.language)[:10],
        "ours": about.ours,
        "writer": about.writer,
        "scale": about.scale or _first_scale(),
        "editor": about.editor,
        "due_at": about.due_at,
        "restricted": about.restricted,
        "added_at": timezone.now(),
        "search_text": as_search_text(title, source, author),
    }


def _first_scale() -> Scale | None:
    """The first scale that is still offered."""
    offered = Scale.objects.filter(withdrawn_at__isnull=True)
    return offered.order_by("id").first() or Scale.objects.order_by("id").first()


def _first_line(text: str) -> str:
    line = next(line.strip() for line in text.splitlines() if line.strip())
    return line if len(line) <= 100 else line[:100].rsplit(" ", 1)[0] + " …"


def _first_revision(
    document: Document, text: str, digest: str, extraction: Extraction, reading: Reading, by: User
) -> Revision:
    revision = Revision.objects.create(
        document=document,
        number=1,
        sha256=digest,
        length=len(text),
        sentence_count=len(extraction.sentences),
        reader=reading.format,
        warnings=list(reading.warnings),
        added_by=by,
        added_at=timezone.now(),
    )
    RevisionText.objects.create(
        revision=revision, text=text, sentence_offsets=pack_spans(list(extraction.sentences))
    )
    return revision


def _claims(
    document: Document,
    revision: Revision,
    columns: Sequence[dict[str, Any]],
    extraction: Extraction,
    rules: Sequence[Policy],
    by: User,
) -> list[Claim]:
    now, sentences = timezone.now(), _SentenceIndex(extraction.sentences)
    reviews = {kind: _required(rules, kind) for kind in {each["kind"] for each in columns}}
    claims = []
    for number, each in enumerate(columns, start=document.last_claim_number + 1):
        first, last = sentences.of(each["start"], each["end"])
        claims.append(
            Claim(
                document=document,
                revision=revision,
                number=number,
                first_sentence=first,
                last_sentence=last,
                required_reviews=reviews[each["kind"]],
                due_at=document.due_at,
                added_by=by,
                added_at=now,
                **each,
            )
        )
    return claims


def _required(rules: Sequence[Policy], kind: str) -> int:
    return max((rule.reviews for rule in rules if not rule.flag and rule.kind in ("", kind)), default=1)


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


class _SentenceIndex:
    """Which sentences a span touches; in any order."""

    def __init__(self, sentences: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in sentences]

    def of(self, start: int, end: int) -> tuple[int, int]:
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, max(bisect_left(self.starts, end) - 1, first)
