"""Rating scales and their verdicts. A used verdict is withdrawn, never edited."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from claims.vocabulary import Colour, Shape, stored


class Scale(models.Model):
    """A named set of verdicts; a document uses one."""

    name = models.CharField(max_length=60, unique=True)
    question = models.CharField(max_length=100, default="How true is it?")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Verdicts in the order in which the form shows them."""

    def offered(self) -> "VerdictQuerySet":
        """Those a reviewer may still choose."""
        return self.filter(withdrawn_at__isnull=True)


class Verdict(models.Model):
    """One entry of a scale: what a reviewer may conclude about a claim."""

    scale = models.ForeignKey(Scale, models.PROTECT, related_name="verdicts")
    label = models.CharField(max_length=40)
    meaning = models.CharField(max_length=200)
    colour = models.CharField(max_length=10, choices=Colour.choices())
    shape = models.CharField(max_length=20, choices=Shape.choices())
    position = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Only for how true it is, 5 being true; empty for all others."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["scale", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "label"], name="verdict_label_is_unique_in_its_scale"),
            models.UniqueConstraint(
                fields=["scale", "position"], name="verdict_has_one_position_in_its_scale"
            ),
            models.CheckConstraint(
                condition=models.Q(colour__in=stored(Colour)), name="verdict_colour_is_one_of_seven"
            ),
            models.CheckConstraint(
                condition=models.Q(shape__in=stored(Shape)), name="verdict_shape_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_used(self) -> bool:
        """Whether a review or a decision rests on it."""
        return self.reviews.exists() or self.decisions.exists()

    def clean(self) -> None:
        """Refuse to change what a used verdict says."""
        super().clean()
        if self.pk and self.is_used and self._words() != Verdict.objects.get(pk=self.pk)._words():
            raise ValidationError(
                "This verdict is in use: withdraw it and add another instead of changing it."
            )

    def _words(self) -> tuple[Any, ...]:
        return (self.scale_id, self.label, self.meaning, self.number)
