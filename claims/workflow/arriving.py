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

from claims.errors import Incomplete
from claims.lifecycle import Role
from claims.models import Chain, Claim, Document, Policy, Revision, RevisionText, Scale, User
from claims.models.document import pack_spans
from claims.models.search import as_search_text
from claims.text import VERSION, Extraction, Reading, normalise
from claims.vocabulary import DocumentKind, ExtractionState
from claims.workflow import keeping
from claims.workflow.ledger import Entry, Ledger, record_all
from claims.workflow.reading import Incoming

LONGEST_LINK = 1000
CLEARED_AWAY = (
    "This took so long that the next import cleared away what was stored of it. Bring the text in again."
)


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


class Arrival:
    """A document on its way in, with its text and its file: made outside of any transaction, stored in two parts.

    Between ``begin`` and ``finish`` its claims are stored, in the same transaction or in several. Until it is
    finished it has no current revision, and nobody sees it.
    """

    def __init__(
        self, incoming: Incoming, extraction: Extraction, *, by: User, about: Particulars, text: str
    ) -> None:
        """``text`` is the reading's, normalised. What ``about`` leaves empty comes from the reading."""
        self.incoming, self.by = incoming, by
        self.origin = keeping.put_away(incoming.origin) if incoming.origin else None
        self.document = Document(**_columns(about, incoming.reading, extraction), added_by=by)
        self.revision = Revision(
            number=1,
            sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            length=len(text),
            sentence_count=len(extraction.sentences),
            reader=(incoming.reading.reader or incoming.reading.format)[:40],
            warnings=list(incoming.reading.warnings),
            extraction_state=ExtractionState.DONE,
            extractor_version=VERSION,
            added_by=by,
            added_at=self.document.added_at,
        )
        packed = pack_spans(list(extraction.sentences))
        self.body = RevisionText(text=text, sentence_offsets=packed)

    def begin(self) -> None:
        """Store the document and its revision, still without a text; in a transaction."""
        if self.origin and self.incoming.origin:
            self.revision.origin_sha256 = keeping.record(self.origin, self.incoming.origin).sha256
        self.document.save(force_insert=True)
        self.revision.document = self.document
        self.revision.save(force_insert=True)

    def go_on(self) -> None:
        """Lock the document until the transaction ends; raises ``Incomplete`` when it was cleared away."""
        if not Document.objects.arriving().select_for_update().filter(pk=self.document.pk):
            raise Incomplete(CLEARED_AWAY, {"text": CLEARED_AWAY})

    def finish(self, *, claims: int, told: Sequence[Entry] = ()) -> Ledger:
        """Store the text and open the history, first with "bring in": now there is a document; in a transaction.

        Raises ``Incomplete`` unless the document is still on its way in.
        """
        self.document.current_revision, self.document.last_claim_number = self.revision, claims
        arriving = Document.objects.arriving().filter(pk=self.document.pk)
        if arriving.update(current_revision=self.revision, last_claim_number=claims) != 1:
            raise Incomplete(CLEARED_AWAY, {"text": CLEARED_AWAY})
        self.body.revision = self.revision
        self.body.save(force_insert=True)
        ledger = Ledger(Chain.objects.create(document=self.document))
        words = _brought_in(self.revision, self.incoming)
        came_in = Entry("bring in", self.by, role_of(self.by), words)
        record_all((ledger, entry) for entry in (came_in, *told))
        return ledger

    def refuse_unless_whole(self) -> None:
        """Raises ``Incomplete`` when some of the claims were cleared away; in the transaction of ``finish``."""
        if self.document.claims.count() != self.document.last_claim_number:
            raise Incomplete(CLEARED_AWAY, {"text": CLEARED_AWAY})


@contextmanager
def new_document(
    incoming: Incoming, extraction: Extraction, *, by: User, about: Particulars, claims: int = 0
) -> Iterator[tuple[Revision, Ledger]]:
    """Store a text as a new document with its file, and go on in the same transaction, its history locked.

    The file is written before the transaction opens. What ``about`` leaves empty comes from the reading. ``claims``
    says how many will be stored.
    """
    text = normalise(incoming.reading.text)
    arrival = Arrival(incoming, extraction, by=by, about=about, text=text)
    with transaction.atomic():
        arrival.begin()
        ledger = arrival.finish(claims=claims)
        yield arrival.revision, ledger


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
    """New claims of these columns, numbered on from the document's last one."""
    now, sentences = timezone.now(), SentenceIndex(extraction.sentences)
    reviews = {kind: required(rules, kind) for kind in {each["kind"] for each in columns}}
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


def required(rules: Sequence[Policy], kind: str) -> int:
    """How many reviews a claim of this kind needs while it has no flag."""
    return max((rule.reviews for rule in rules if not rule.flag and rule.kind in ("", kind)), default=1)


class SentenceIndex:
    """Which sentences a span touches; in any order."""

    def __init__(self, sentences: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in sentences]

    def of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last one."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, max(bisect_left(self.starts, end) - 1, first)
