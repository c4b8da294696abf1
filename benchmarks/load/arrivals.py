"""Documents and their proposed claims in a few statements; the same rows as the import's verbs leave (tested)."""

import datetime
import hashlib
import json
import random
import uuid
from bisect import bisect_left, bisect_right
from typing import Any

from django.db import connection

from benchmarks.load.histories import Histories
from benchmarks.load.inventing import SEED, Invented
from benchmarks.load.rows import Table
from claims.models import Chain, Claim, ClaimSpan, Document, Policy, Revision, RevisionText, Scale, User
from claims.models.document import pack_spans
from claims.models.history import canonical, sha256
from claims.models.search import as_search_text
from claims.sufficiency import requirement_for
from claims.text import VERSION, Candidate
from claims.vocabulary import Kind


class Arrivals:
    """The documents of one batch; their claims wait in ``claims`` as columns until ``store``."""

    def __init__(self, by: User, today: datetime.datetime, now: datetime.datetime) -> None:
        self.by, self.today, self.now = by, today, as_time(now)
        self.documents, self.revisions, self.texts = Table(Document), Table(Revision), Table(RevisionText)
        self.chains, self.claim_rows, self.spans = Table(Chain), Table(Claim), Table(ClaimSpan)
        self.histories = Histories(now)
        self.scale = Scale.objects.get(name="Rating").pk
        rules = list(Policy.objects.filter(verdict=None))
        self.required = {kind: requirement_for(rules, kind=kind, flags=[]).reviews for kind in Kind}
        self.claims: list[dict[str, Any]] = []

    def bring_in(self, made: Invented, *, editor: User, due_at: datetime.datetime | None) -> None:
        """One document with its proposed claims."""
        digest, length = hashlib.sha256(made.text.encode()).hexdigest(), len(made.text)
        published = (self.today - datetime.timedelta(days=made.days_ago)).date()
        document = self.documents.add(
            public_id=as_uuid(
                uuid.UUID(int=random.Random(f"{SEED}/{made.number}").getrandbits(128), version=4)
            ),
            title=made.title,
            source=made.source,
            author=made.author,
            language="en",
            date=connection.ops.adapt_datefield_value(published),
            scale_id=self.scale,
            editor_id=editor.pk,
            due_at=as_time(due_at),
            restricted=made.is_restricted,
            current_revision_id=self.revisions.last + 1,
            last_claim_number=len(made.extraction.candidates),
            added_by_id=self.by.pk,
            added_at=self.now,
            search_text=as_search_text(made.title, made.source, made.author),
        )
        self._revision(document, made, digest)
        told = {"title": made.title, "sha256": digest, "length": length, "reader": "plain"}
        self.histories.open(document, self.chains.add(document_id=document))
        self.histories.record(document, "bring in", self.by, "editor", told)
        self._propose(document, made, due_at)

    def _revision(self, document: int, made: Invented, digest: str) -> None:
        sentences = made.extraction.sentences
        self.revisions.add(
            document_id=document,
            number=1,
            sha256=digest,
            length=len(made.text),
            sentence_count=len(sentences),
            reader="plain",
            extraction_state="done",
            extractor_version=VERSION,
            added_by_id=self.by.pk,
            added_at=self.now,
        )
        packed = pack_spans(list(sentences))
        self.texts.add(revision_id=self.revisions.last, text=made.text, sentence_offsets=packed)

    def _propose(self, document: int, made: Invented, due_at: datetime.datetime | None) -> None:
        starts = [start for start, _ in made.extraction.sentences]
        for number, candidate in enumerate(made.extraction.candidates, start=1):
            first = max(bisect_right(starts, candidate.start) - 1, 0)
            last = max(bisect_left(starts, candidate.end) - 1, first)
            self.claims.append(
                self._columns(candidate)
                | {"document_id": document, "number": number, "revision_id": self.revisions.last}
                | {"first_sentence": first, "last_sentence": last, "due_at": due_at, "spans": candidate.spans}
            )
        count, digest = len(made.extraction.candidates), sha256(canonical(made.extraction.as_dict()))
        told = {"claims": count, "digest": digest, "extractor": VERSION}
        self.histories.record(document, "propose", self.by, "editor", told)

    def _columns(self, candidate: Candidate) -> dict[str, Any]:
        self.claim_rows.last += 1
        return {
            "id": self.claim_rows.last,
            "start": candidate.start,
            "end": candidate.end,
            "quote": candidate.quote,
            "text": candidate.text,
            "kind": str(candidate.kind),
            "kind_reason": candidate.kind_reason,
            "speaker": candidate.speaker,
            "check_worthiness": round(candidate.check_worthiness * 1000),
            "features": json.dumps(candidate.features),
            "search_text": as_search_text(candidate.text, candidate.speaker),  # the quote has the same words
            "required_reviews": self.required[candidate.kind],
            "status": "proposed",
            "version": 1,
            "added_by_id": self.by.pk,
            "added_at": self.now,
        }

    def store(self) -> None:
        """Write everything, the claims as they stand by now."""
        for claim in self.claims:
            spans = claim.pop("spans")
            claim["due_at"] = as_time(claim["due_at"])
            self.claim_rows.put(claim)
            for position, (start, end) in enumerate(spans):
                at = {"position": position, "start": start, "end": end}
                self.spans.add(claim_id=claim["id"], revision_id=claim["revision_id"], **at)
        for table in (self.documents, self.revisions, self.texts, self.chains, self.claim_rows, self.spans):
            table.store()
        self.histories.store()


def as_time(value: datetime.datetime | None) -> Any:
    """A time as the database keeps it."""
    return connection.ops.adapt_datetimefield_value(value)


def as_uuid(value: uuid.UUID) -> Any:
    """A public key as the database keeps it."""
    return Document._meta.get_field("public_id").get_db_prep_save(value, connection)
