"""What a reviewer concludes on an assignment. A submitted review never changes (guarded)."""

from collections.abc import Iterable

from django.db import models

from claims.models.assignment import Assignment
from claims.models.document import Revision
from claims.models.policy import Policy
from claims.models.scale import Verdict
from claims.sufficiency import Assessment, assess, requirement_for
from claims.vocabulary import Confidence


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews as the desk speaks of them."""

    def submitted(self) -> "ReviewQuerySet":
        """Handed in."""
        return self.filter(submitted_at__isnull=False)

    def last_versions(self) -> "ReviewQuerySet":
        """Of each assignment the last version, draft or handed in."""
        later = Review.objects.filter(
            assignment=models.OuterRef("assignment"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(later))


class Review(models.Model):
    """Verdict, rationale and as-of date; a draft until submitted. A return starts the next version as a copy."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reviews")
    number = models.PositiveIntegerField(default=1)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="reviews")
    rationale = models.TextField(blank=True)
    as_of = models.DateField(null=True, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence.choices(), blank=True)
    exemption = models.TextField(blank=True, help_text="Why the evidence rule cannot be met, if it cannot.")
    claim_digest = models.CharField(
        max_length=64, blank=True, help_text="What the claim said when submitted."
    )
    last_evidence_number = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="The reviewer's moves carry it.")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "number"], name="review_number_is_unique"),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(submitted_at__isnull=True),
                name="one_draft_per_assignment",
            ),
            models.CheckConstraint(
                condition=models.Q(submitted_at__isnull=True)
                | (models.Q(verdict__isnull=False) & ~models.Q(rationale="")),
                name="review_submitted_has_verdict_and_rationale",
            ),
        ]

    def __str__(self) -> str:
        return f"Review {self.number} of {self.assignment}"

    def assessment(self, rules: Iterable[Policy] | None = None, *, asked: bool | None = None) -> Assessment:
        """This review's own evidence held against the policy as it stands now.

        The ``rules``, and whether comment was ``asked`` for, are read here unless given.
        """
        claim = self.assignment.claim
        rules = Policy.objects.all() if rules is None else rules
        requirement = requirement_for(rules, kind=claim.kind, flags=claim.flags, verdict=self.verdict_id)
        return assess(
            requirement,
            self.evidence.all(),
            kind=claim.kind,
            speaker=claim.speaker,
            publisher=claim.document.source,
            comment_requested=requirement.request_for_comment
            and (self.comment_requested() if asked is None else asked),
        )

    def comment_requested(self) -> bool:
        """By this reviewer or by somebody who does not review the claim: another reviewer's work stays unseen."""
        claim = self.assignment.claim
        fellows = Assignment.objects.filter(claim=claim).exclude(reviewer=self.assignment.reviewer_id)
        return claim.contacts.exclude(by__in=fellows.values("reviewer")).exists()

    @property
    def is_draft(self) -> bool:
        """Not handed in yet."""
        return self.submitted_at is None
