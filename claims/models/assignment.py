"""One reviewer asked to check one claim in one round. Kept for ever."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from claims.lifecycle import CLOSED, LIVE, PENDING, AssignmentStatus, Purpose
from claims.models.claim import Claim
from claims.models.document import FAR_FUTURE
from claims.models.user import NAMES
from claims.vocabulary import stored

S = AssignmentStatus


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments as the desk speaks of them; every word chains."""

    def live(self) -> "AssignmentQuerySet":
        """Neither declined nor withdrawn, in the claim's current round."""
        return self.filter(status__in=stored(LIVE), round=models.F("claim__round"))

    def pending(self) -> "AssignmentQuerySet":
        """Still to be done: asked, started or waiting, in the claim's current round."""
        return self.filter(status__in=PENDING, round=models.F("claim__round"))

    def assigned_to(self, user: models.Model) -> "AssignmentQuerySet":
        """Asked of this person."""
        return self.filter(reviewer=user)

    def overdue(self, on: datetime.datetime) -> "AssignmentQuerySet":
        """Still to be done, and late."""
        return self.pending().filter(due_sort__lt=on)

    def for_names(self) -> "AssignmentQuerySet":
        """Only who is on which claim, in the order in which they were asked."""
        names = (f"reviewer__{name}" for name in NAMES)
        rows = self.select_related("reviewer").only("claim", "status", "returned_at", *names)
        return rows.order_by("id")


class Assignment(models.Model):
    """One reviewer's work on one claim in one round, for review or for adjudication."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assignments")
    round = models.PositiveIntegerField()
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    purpose = models.CharField(max_length=12, choices=Purpose.choices(), default=Purpose.REVIEW.value)
    status = models.CharField(max_length=10, choices=S.choices(), default=S.ASKED.value)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    due_at = models.DateTimeField("due", null=True, blank=True)
    due_sort = models.GeneratedField(
        expression=Coalesce("due_at", models.Value(FAR_FUTURE)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    instructions = models.TextField(blank=True)
    returned_reason = models.TextField(blank=True, help_text="Why an editor returned it last.")
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(
        null=True, blank=True, help_text="When the review that stands was handed in."
    )
    closed_reason = models.TextField(blank=True, help_text="Why it was declined or withdrawn.")
    closed_at = models.DateTimeField(null=True, blank=True)
    waiting_until = models.DateTimeField(null=True, blank=True)
    waiting_for = models.TextField(blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["reviewer", "status", "due_sort", "id"], name="assignment_queue"),
            models.Index(fields=["reviewer", "claim", "status", "due_sort"], name="assignment_list_newest"),
            models.Index(fields=["reviewer", "due_sort", "claim", "status"], name="assignment_list_by_due"),
            models.Index(fields=["claim", "round", "status"], name="assignment_of_round"),
            models.Index(
                fields=["reviewer", "-submitted_at", "-id"],
                condition=models.Q(submitted_at__isnull=False),
                name="assignment_finished_list",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "round", "reviewer"],
                condition=models.Q(status__in=stored(LIVE)),
                name="one_open_assignment_per_reviewer",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=stored(S)), name="assignment_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(purpose__in=stored(Purpose)), name="assignment_purpose_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=stored(CLOSED), closed_at__isnull=False)
                | models.Q(status__in=stored(LIVE), closed_at__isnull=True),
                name="assignment_closed_has_time",
            ),
            models.CheckConstraint(
                condition=models.Q(status=S.SUBMITTED.value, submitted_at__isnull=False)
                | (~models.Q(status=S.SUBMITTED.value) & models.Q(submitted_at__isnull=True)),
                name="assignment_submitted_has_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=S.DECLINED.value) | ~models.Q(closed_reason=""),
                name="assignment_declined_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.reviewer}"

    @property
    def stands(self) -> AssignmentStatus:
        """The status as a word of the lifecycle."""
        return AssignmentStatus(self.status)

    @property
    def is_returned(self) -> bool:
        """An editor gave it back and it was not submitted again."""
        return self.status == S.STARTED and self.returned_at is not None

    @property
    def state(self) -> str:
        """The status, or "returned": what the reviewer reads."""
        return "returned" if self.is_returned else self.status
