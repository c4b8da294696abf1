"""Reports that went out: frozen, numbered, with a checksum."""

from django.conf import settings
from django.db import models

from claims.models.document import Document, Revision


class IssuedReport(models.Model):
    """One issued verdict report of a document."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="issued_reports")
    number = models.PositiveIntegerField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="issued_report_number_is_unique")
        ]

    def __str__(self) -> str:
        return f"Report {self.number} of {self.document}"
