"""A text becomes a document: its first revision, its file, its history, and the columns of its claims.

Shared by the verbs that bring documents in; private to this folder.
"""

import datetime
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims.lifecycle import Role
from claims.models import Chain, Claim, Document, Policy, Revision, RevisionText, Scale, User
from claims.models.document import pack_spans
from claims.models.search import as_search_text
from claims.text import Extraction, Reading, normalise
from claims.vocabulary import DocumentKind
from claims.workflow import keeping
from claims.workflow.ledger import Ledger, locked_ledger
from claims.workflow.reading import Incoming

ROWS_A_STATEMENT = 500
LONGEST_LINK = 1000


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


@contextmanager
def new_document(
    incoming: Incoming, extraction: Extraction, *, by: User, about: Particulars
) -> Iterator[tuple[Revision, Ledger]]:
    """Store a text as a new document with its file, and go on in the same transaction, its history locked.

    The file is written before the transaction opens. What ``about`` leaves empty comes from the reading.
    """
    text = normalise(incoming.reading.text)
    digest = checksum(text)
    origin = keeping.put_away(incoming.origin) if incoming.origin else None
    with transaction.atomic():
        document = Document.objects.create(**_columns(about, incoming.reading, extraction), added_by=by)
        kept = keeping.record(origin).sha256 if origin else ""
        revision = _first_revision(document, text, digest, extraction, incoming.reading, by, kept)
        document.current_revision = revision
        document.save(update_fields=["current_revision"])
        Chain.objects.create(document=document)
        with locked_ledger(document.pk) as ledger:
            ledger.record("bring in", by=by, role=role_of(by), words=_brought_in(revision, incoming))
            yield revision, ledger


def checksum(text: str) -> str:
    """The SHA-256 of a text as it would be stored, in hex."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


def role_of(by: User) -> Role:
    """As which role somebody brings a document in."""
    return Role.SYSTEM if Role.SYSTEM in by.roles else Role.EDITOR


def _columns(about: Particulars, reading: Reading, extraction: Extraction) -> dict[str, Any]:
    title = title_of(about, reading)
    source = normalise(about.source).strip()[:200]
    author = normalise(about.author.strip() or reading.author).strip()[:200]
    return {
        "title": title,
        "source": source,
        "author": author,
        "link": about.link or (reading.link if len(reading.link) <= LONGEST_LINK else ""),
        "date": about.date or reading.date,
        "kind": about.kind,
        "language": (about.language or reading.language or extraction.language)[:10],
        "ours": about.ours,
        "writer": about.writer,
        "scale": about.scale or first_scale(),
        "editor": about.editor,
        "due_at": about.due_at,
        "restricted": about.restricted,
        "added_at": timezone.now(),
        "search_text": as_search_text(title, source, author),
    }


def title_of(about: Particulars, reading: Reading) -> str:
    """What the document will be called: as typed, as its file says, else its first line."""
    return normalise(about.title.strip() or reading.title.strip() or _first_line(reading.text))[:300]


def first_scale() -> Scale | None:
    """The first scale that is still offered."""
    offered = Scale.objects.filter(withdrawn_at__isnull=True)
    return offered.order_by("id").first() or Scale.objects.order_by("id").first()


def _first_line(text: str) -> str:
    line = next(line.strip() for line in text.splitlines() if line.strip())
    return line if len(line) <= 100 else line[:100].rsplit(" ", 1)[0] + " …"


def _first_revision(
    document: Document, text: str, digest: str, extraction: Extraction, reading: Reading, by: User, kept: str
) -> Revision:
    revision = Revision.objects.create(
        document=document,
        number=1,
        sha256=digest,
        length=len(text),
        sentence_count=len(extraction.sentences),
        reader=(reading.reader or reading.format)[:40],
        warnings=list(reading.warnings),
        origin_sha256=kept,
        added_by=by,
        added_at=timezone.now(),
    )
    RevisionText.objects.create(
        revision=revision, text=text, sentence_offsets=pack_spans(list(extraction.sentences))
    )
    return revision


def _brought_in(revision: Revision, incoming: Incoming) -> dict[str, Any]:
    """What history says of a text that came in, and of the file it was read from."""
    words = {
        "title": revision.document.title,
        "sha256": revision.sha256,
        "length": revision.length,
        "reader": revision.reader,
    }
    origin = incoming.origin
    if origin:
        name = normalise(origin.name)
        words["file"] = {"sha256": revision.origin_sha256, "size": len(origin.data), "name": name}
        words |= {key: getattr(origin, key) for key in ("link", "address") if getattr(origin, key)}
    return words


def claim_rows(
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


class _SentenceIndex:
    """Which sentences a span touches; in any order."""

    def __init__(self, sentences: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in sentences]

    def of(self, start: int, end: int) -> tuple[int, int]:
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, max(bisect_left(self.starts, end) - 1, first)
