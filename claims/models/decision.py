"""What an editor approved. One current decision a claim; an ended one stays visible as a correction."""

from django.conf import settings
from django.db import models

from claims.lifecycle import AssignmentStatus
from claims.models.claim import Claim
from claims.models.review import Review
from claims.models.scale import Verdict
from claims.models.user import User
from claims.vocabulary import Weight


class Decision(models.Model):
    """The approved verdict on a claim, with the scale's words and the policy as they stood."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    review = models.ForeignKey(Review, models.PROTECT, related_name="decisions")
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="decisions")
    wording = models.TextField(help_text="The claim as the report prints it.")
    as_of = models.DateField(null=True, blank=True)
    recheck_on = models.DateField(null=True, blank=True)
    label = models.CharField(max_length=40)
    meaning = models.CharField(max_length=200)
    policy = models.JSONField(default=dict)
    exemption = models.TextField(blank=True)
    sole_sign_off = models.TextField(blank=True, help_text="Why nobody else saw it.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.TextField(blank=True)
    ended_weight = models.CharField(max_length=10, choices=Weight.choices(), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="decision_number_is_unique"),
            models.UniqueConstraint(
                fields=["claim"],
                condition=models.Q(ended_at__isnull=True),
                name="one_current_decision_per_claim",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | ~models.Q(ended_reason=""),
                name="decision_ended_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.label}"

    @property
    def reviewers(self) -> str:
        """Everybody whose submitted review of the round it rests on, in words; one query."""
        names = User.objects.filter(
            assignments__claim=self.claim_id,
            assignments__round=self.review.assignment.round,
            assignments__status=AssignmentStatus.SUBMITTED,
        )
        return " and ".join(str(name) for name in names.order_by("assignments__id"))
