"""Claims, the passages they stand on, and how one claim came from another."""

import hashlib
import json

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.lifecycle import (
    AWAITING_EDITOR,
    AWAITING_REVIEWERS,
    SETTLED,
    ClaimStatus,
)
from claims.models.document import FAR_FUTURE, Document, Revision
from claims.models.search import SearchText
from claims.vocabulary import Flag, Kind, LinkHow, MadeBy, stored, worth_words

S = ClaimStatus


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims as the desk speaks of them; every word chains."""

    def to_triage(self) -> "ClaimQuerySet":
        """Proposed, nobody decided yet."""
        return self.filter(status=S.PROPOSED)

    def unassigned(self) -> "ClaimQuerySet":
        """Queued and waiting for a reviewer."""
        return self.filter(status=S.QUEUED)

    def with_reviewers(self) -> "ClaimQuerySet":
        """Somebody works on it or is asked to."""
        return self.filter(status__in=AWAITING_REVIEWERS)

    def waiting_for_editor(self) -> "ClaimQuerySet":
        """Every required review is in; an editor must act."""
        return self.filter(status__in=AWAITING_EDITOR)

    def undecided(self) -> "ClaimQuerySet":
        """Neither approved, skipped nor retired."""
        return self.exclude(status__in=SETTLED)

    def overdue(self, now: object = None) -> "ClaimQuerySet":
        """Undecided, and the claim's own due time has passed."""
        return self.undecided().filter(due_sort__lt=now or timezone.now())

    def search(self, words: str) -> "ClaimQuerySet":
        """Those whose text, quote or speaker has every word (or word beginning) of ``words``."""
        return SearchText("claims_claim").narrow(self, words)

    def arrived(self) -> "ClaimQuerySet":
        """Those of documents that are wholly stored."""
        return self.exclude(document__in=Document.objects.arriving())

    def search_newest(self, words: str) -> tuple["ClaimQuerySet", bool]:
        """``search`` for a page of the desk: of common words the newest alone, and whether older ones are left out."""
        return SearchText("claims_claim").narrow_newest(self, words)

    def in_text_order(self) -> "ClaimQuerySet":
        """As they stand in the document."""
        return self.order_by("start", "end", "number")


class Claim(models.Model):
    """One statement of a document that can be checked by itself."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="claims")
    number = models.PositiveIntegerField(help_text="Within its document, for good.")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="claims")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    first_sentence = models.PositiveIntegerField(default=0)
    last_sentence = models.PositiveIntegerField(default=0)
    text = models.TextField(help_text="Who and what spelled out, so that it can be read by itself.")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices(), default=Kind.OTHER.value)
    kind_reason = models.CharField(max_length=200, blank=True)
    check_worthiness = models.PositiveSmallIntegerField(default=0, help_text="0 to 1000.")
    features = models.JSONField(default=dict, blank=True)
    speaker = models.CharField(max_length=300, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.CharField(max_length=100, blank=True)
    flags = models.JSONField(default=list, blank=True)
    required_reviews = models.PositiveSmallIntegerField(default=1)
    round = models.PositiveIntegerField(default=1)
    priority = models.SmallIntegerField(default=0)
    due_at = models.DateTimeField("due", null=True, blank=True)
    due_sort = models.GeneratedField(
        expression=Coalesce("due_at", models.Value(FAR_FUTURE)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    version = models.PositiveIntegerField(default=1, help_text="Editors' moves carry it.")
    status = models.CharField(max_length=12, choices=S.choices(), default=S.PROPOSED.value)
    status_before = models.CharField(max_length=12, choices=S.choices(), blank=True)
    settled_reason = models.CharField(max_length=30, blank=True, help_text="Why it was skipped.")
    settled_words = models.TextField(blank=True, help_text="Why it was skipped or retired, in words.")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    current_decision = models.ForeignKey(
        "claims.Decision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    recheck_reason = models.TextField(blank=True)
    made_by = models.CharField(max_length=10, choices=MadeBy.choices(), default=MadeBy.MACHINE.value)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    search_text = models.TextField(blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["revision", "start"], name="claim_in_text_order"),
            models.Index(fields=["due_sort", "id"], name="claim_list_by_due"),
            models.Index(fields=["-check_worthiness", "-id"], name="claim_list_by_worth"),
            models.Index(fields=["status", "-id"], name="claim_list_of_status"),
            models.Index(
                fields=["status", "due_sort", "id", "document"], name="claim_list_by_status_and_due"
            ),
            models.Index(fields=["status", "-check_worthiness", "-id"], name="claim_triage_list"),
            models.Index(fields=["kind", "-id"], name="claim_list_of_kind"),
            models.Index(fields=["kind", "due_sort", "id"], name="claim_list_of_kind_by_due"),
            models.Index(fields=["kind", "-check_worthiness", "-id"], name="claim_list_of_kind_by_worth"),
            models.Index(fields=["document", "status"], name="claim_progress_of_document"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="claim_number_is_unique"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="claim_passage_is_not_empty"
            ),
            models.CheckConstraint(
                condition=~models.Q(quote="") & ~models.Q(text=""), name="claim_has_words"
            ),
            models.CheckConstraint(condition=models.Q(status__in=stored(S)), name="claim_status_is_known"),
            models.CheckConstraint(condition=models.Q(kind__in=stored(Kind)), name="claim_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(check_worthiness__lte=1000), name="claim_check_worthiness_is_at_most_1000"
            ),
            models.CheckConstraint(
                condition=models.Q(required_reviews__gte=1), name="claim_needs_at_least_one_review"
            ),
            models.CheckConstraint(
                condition=~models.Q(status=S.APPROVED.value) | models.Q(current_decision__isnull=False),
                name="claim_approved_has_decision",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=stored(SETTLED)) | models.Q(current_decision__isnull=True),
                name="claim_undecided_has_no_decision",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=S.SKIPPED.value) | ~models.Q(settled_reason=""),
                name="claim_skipped_has_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=S.RETIRED.value) | ~models.Q(settled_words=""),
                name="claim_retired_has_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=stored([S.SKIPPED, S.RETIRED])) | ~models.Q(status_before=""),
                name="claim_put_aside_knows_status_before",
            ),
        ]

    def __str__(self) -> str:
        return f"Claim {self.number}"

    @property
    def stands(self) -> ClaimStatus:
        """The status as a word of the lifecycle."""
        return ClaimStatus(self.status)

    @property
    def is_guess(self) -> bool:
        """Wording and speaker come from the machine and nobody confirmed them."""
        return self.made_by == MadeBy.MACHINE and self.confirmed_by_id is None

    @property
    def flag_words(self) -> list[Flag]:
        """The flags as words of the vocabulary."""
        return [Flag(flag) for flag in self.flags]

    def digest(self) -> str:
        """What the claim says now; a review rests on it, so a later change is noticed at approval."""
        spans = [[span.start, span.end] for span in self.spans.filter(revision=self.revision_id)]
        said = [self.revision_id, spans, self.text, self.speaker, self.kind, sorted(self.flags)]
        return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()

    @property
    def worth(self) -> str:
        """Check-worthiness as people read it: 0.00 to 1.00."""
        return worth_words(self.check_worthiness)


class ClaimSpan(models.Model):
    """One piece of a claim's passage in one revision; older revisions keep theirs for issued reports."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="spans")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "revision", "position"], name="span_position_is_unique"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="span_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class ClaimLink(models.Model):
    """How one claim came from another: split, merged, changed, or a duplicate."""

    from_claim = models.ForeignKey(Claim, models.PROTECT, related_name="links_out")
    to_claim = models.ForeignKey(Claim, models.PROTECT, related_name="links_in")
    how = models.CharField(max_length=10, choices=LinkHow.choices())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["from_claim", "to_claim", "how"], name="claim_link_is_unique"),
            models.CheckConstraint(
                condition=~models.Q(from_claim=models.F("to_claim")), name="claim_links_to_another_claim"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_claim} {self.how} {self.to_claim}"
