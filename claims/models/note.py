"""What people say to each other about a claim: notes, requests for comment, proposed wordings."""

from django.conf import settings
from django.db import models

from claims.models.claim import Claim
from claims.vocabulary import NoteAudience


class Note(models.Model):
    """Internal discussion on a claim; not exported unless asked."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notes")
    body = models.TextField()
    visible_to = models.CharField(
        max_length=10, choices=NoteAudience.choices(), default=NoteAudience.DESK.value
    )
    at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~models.Q(body=""), name="note_has_words")]

    def __str__(self) -> str:
        return f"Note on {self.claim}"


class Contact(models.Model):
    """One entry of the right-of-reply log: who was asked for comment, how, when, and what came back."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="contacts")
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=100, help_text="By e-mail, telephone, letter.")
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.who}, {self.asked_on}"


class Suggestion(models.Model):
    """A proposed wording for the document and its answer."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="suggestions")
    wording = models.TextField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    accepted = models.BooleanField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Suggestion for {self.claim}"
