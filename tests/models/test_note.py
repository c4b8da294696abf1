"""Notes, requests for comment, suggestions."""

import datetime
from collections.abc import Callable

from django.utils import timezone

from claims.models import Claim, Contact, Note, Suggestion, User


def test_a_note_has_words(claim: Claim, edith: User, database_refuses: Callable):
    with database_refuses("note_has_words"):
        Note.objects.create(claim=claim, author=edith, body="", at=timezone.now())


def test_notes_stand_in_the_order_they_were_written(claim: Claim, edith: User):
    for body in ("one", "two"):
        Note.objects.create(claim=claim, author=edith, body=body, at=timezone.now())
    assert [note.body for note in claim.notes.all()] == ["one", "two"]


def test_they_are_named(claim: Claim, edith: User):
    day = datetime.date(2026, 3, 12)
    assert str(Note(claim=claim)) == "Note on Claim 1"
    assert str(Contact(claim=claim, who="The port", asked_on=day)) == "The port, 2026-03-12"
    assert str(Suggestion(claim=claim)) == "Suggestion for Claim 1"
