"""Sources for a review, and the files saved with them. Struck with a reason, never deleted."""

from django.conf import settings
from django.db import models

from claims.models.claim import Claim
from claims.models.review import Review
from claims.vocabulary import EvidenceForm, EvidenceLevel, Stance, stored


class SavedFile(models.Model):
    """A stored file by its checksum; reachable only through a view that checks."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    path = models.CharField(max_length=300)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256[:12]


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Evidence as the desk speaks of it."""

    def standing(self) -> "EvidenceQuerySet":
        """Not struck."""
        return self.filter(struck_at__isnull=True)


class Evidence(models.Model):
    """One source for one review."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="evidence")
    review = models.ForeignKey(Review, models.PROTECT, related_name="evidence")
    number = models.PositiveIntegerField()
    stance = models.CharField(max_length=10, choices=Stance.choices())
    form = models.CharField(max_length=20, choices=EvidenceForm.choices())
    level = models.CharField(max_length=10, choices=EvidenceLevel.choices())
    title = models.CharField(max_length=300)
    link = models.URLField(max_length=2000, blank=True)
    file = models.ForeignKey(SavedFile, models.PROTECT, null=True, blank=True, related_name="+")
    publisher = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=200, blank=True, help_text="Who it really comes from.")
    excerpt = models.TextField(blank=True)
    locator = models.CharField(max_length=100, blank=True, help_text="Page, table or minute.")
    published = models.DateField(null=True, blank=True)
    accessed = models.DateField(null=True, blank=True)
    archive_link = models.URLField(max_length=2000, blank=True)
    saved_copy = models.ForeignKey(SavedFile, models.PROTECT, null=True, blank=True, related_name="+")
    confidential = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="evidence_number_is_unique"),
            models.CheckConstraint(
                condition=models.Q(stance__in=stored(Stance)), name="evidence_stance_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(form__in=stored(EvidenceForm)), name="evidence_form_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=stored(EvidenceLevel)), name="evidence_level_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(struck_at__isnull=True) | ~models.Q(struck_reason=""),
                name="evidence_struck_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"E{self.number} {self.title}"
