"""What is due to be sent or done. Verbs write rows here and enqueue nothing; a sweep does them."""

from django.db import models


class Outbox(models.Model):
    """One thing that is due, with its state."""

    what = models.CharField(max_length=40)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "outbox"
        indexes = [
            models.Index(
                fields=["due_at", "id"], condition=models.Q(done_at__isnull=True), name="outbox_what_is_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} at {self.due_at:%Y-%m-%d %H:%M}"
