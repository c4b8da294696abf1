"""Documents and the frozen versions of their text. Text never changes after intake."""

import datetime
import struct
import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from claims.models.search import SearchText
from claims.vocabulary import DocumentKind, ExtractionState, stored

FAR_FUTURE = datetime.datetime(9999, 12, 31, tzinfo=datetime.UTC)


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents as the desk speaks of them."""

    def arriving(self) -> "DocumentQuerySet":
        """Those whose claims are still being stored; nobody sees them before the last step."""
        return self.filter(current_revision__isnull=True)

    def arrived(self) -> "DocumentQuerySet":
        """All others."""
        return self.filter(current_revision__isnull=False)

    def search(self, words: str) -> "DocumentQuerySet":
        """Those whose title, source or author has every word (or word beginning) of ``words``."""
        return SearchText("claims_document").narrow(self, words)

    def for_list(self) -> "DocumentQuerySet":
        """With everything a list row shows."""
        return self.select_related("scale", "current_revision", "editor")


class Document(models.Model):
    """One text to be checked: an article, a transcript, a draft, a report, a post."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=200, blank=True, help_text="Who published it.")
    author = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=1000, blank=True)
    date = models.DateField(null=True, blank=True, help_text="The day it was published.")
    kind = models.CharField(max_length=20, choices=DocumentKind.choices(), default=DocumentKind.ARTICLE.value)
    language = models.CharField(max_length=10, blank=True)
    ours = models.BooleanField("our own draft", default=False)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="written_documents",
        help_text="Who of us wrote it; they never review or approve it.",
    )
    scale = models.ForeignKey("claims.Scale", models.PROTECT, related_name="documents")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="responsible_for",
        help_text="The editor responsible.",
    )
    due_at = models.DateTimeField("due", null=True, blank=True)
    due_sort = models.GeneratedField(
        expression=Coalesce("due_at", models.Value(FAR_FUTURE)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    restricted = models.BooleanField(default=False, help_text="Readers never see it.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    current_revision = models.ForeignKey(
        "claims.Revision", models.PROTECT, null=True, editable=False, related_name="+"
    )
    last_claim_number = models.PositiveIntegerField(default=0, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField(editable=False)
    search_text = models.TextField(blank=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_sort", "id"], name="document_list_by_due"),
            models.Index(fields=["-added_at", "-id"], name="document_list_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(kind__in=stored(DocumentKind)), name="document_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """One frozen version of a document's text. Offsets always refer to a revision."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    length = models.PositiveIntegerField(help_text="Code points.")
    sentence_count = models.PositiveIntegerField(default=0)
    reader = models.CharField(max_length=40, help_text="Which reader made the text.")
    warnings = models.JSONField(default=list)
    extractor_version = models.CharField(max_length=20, blank=True)
    extraction_state = models.CharField(
        max_length=10, choices=ExtractionState.choices(), default=ExtractionState.WAITING.value
    )
    origin_sha256 = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["sha256"], name="revision_by_checksum")]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="revision_number_is_unique"),
            models.CheckConstraint(condition=models.Q(length__gt=0), name="revision_has_text"),
            models.CheckConstraint(
                condition=models.Q(extraction_state__in=stored(ExtractionState)),
                name="revision_extraction_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @property
    def text(self) -> str:
        """The words; one query, for pages that show them."""
        return self.body.text


class RevisionText(models.Model):
    """The words of one revision, apart from it, so that no list drags them along. Guarded against UPDATE."""

    revision = models.OneToOneField(Revision, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()
    sentence_offsets = models.BinaryField(
        help_text="Start and end of each sentence, packed, 32 bit, little end."
    )

    def __str__(self) -> str:
        return f"Text of {self.revision}"

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """Each sentence's span in code points, half-open, in order."""
        return unpack_spans(bytes(self.sentence_offsets))


def pack_spans(spans: list[tuple[int, int]]) -> bytes:
    """Spans as one byte string: unsigned 32-bit little-endian numbers, start then end."""
    flat = [offset for span in spans for offset in span]
    return struct.pack(f"<{len(flat)}I", *flat)


def unpack_spans(packed: bytes) -> list[tuple[int, int]]:
    """The inverse of ``pack_spans``."""
    return list(struct.iter_unpack("<II", packed))
