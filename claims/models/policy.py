"""What the desk asks for before a verdict counts. How the rows combine is in ``claims.sufficiency``."""

from django.db import models

from claims.sufficiency import Requirement, requirement_for
from claims.vocabulary import Flag, Kind


class PolicyQuerySet(models.QuerySet["Policy"]):
    """The desk's rules, asked together."""

    def requirement(self, *, kind: str, flags: list[str], verdict: int | None = None) -> Requirement:
        """What all rules that fit ask for; one query."""
        return requirement_for(self.all(), kind=kind, flags=flags, verdict=verdict)


class Policy(models.Model):
    """One rule: for claims of this kind, with this flag or with this verdict (empty: for all)."""

    kind = models.CharField(max_length=20, choices=Kind.choices(), blank=True)
    flag = models.CharField(max_length=20, choices=Flag.choices(), blank=True)
    verdict = models.ForeignKey(
        "claims.Verdict", models.PROTECT, null=True, blank=True, related_name="policies"
    )
    reviews = models.PositiveSmallIntegerField(default=1, help_text="How many reviewers.")
    pieces = models.PositiveSmallIntegerField(default=1, help_text="How many pieces of evidence.")
    origins = models.PositiveSmallIntegerField(default=0, help_text="How many independent origins.")
    primary_suffices = models.BooleanField(
        default=False, help_text="One primary source stands in for the independent origins."
    )
    request_for_comment = models.BooleanField(
        default=False, help_text="A request for comment must be recorded."
    )

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "policies"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "flag"],
                condition=models.Q(verdict__isnull=True),
                name="one_policy_per_kind_and_flag",
            ),
            models.UniqueConstraint(
                fields=["kind", "flag", "verdict"],
                condition=models.Q(verdict__isnull=False),
                name="one_policy_per_kind_flag_and_verdict",
            ),
            models.CheckConstraint(condition=models.Q(reviews__gte=1), name="policy_asks_for_one_review"),
        ]

    def __str__(self) -> str:
        about = [part for part in (self.kind, self.flag, str(self.verdict or "")) if part]
        return f"Policy for {', '.join(about).replace('_', ' ') or 'every claim'}"
