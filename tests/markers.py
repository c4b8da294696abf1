"""A claim that two reviewers check blind, and a marker in everything the first one can write."""

from dataclasses import dataclass

from django.db.models import Model

from claims.models import Assignment, Claim, Event, EventBody, User
from claims.permissions import VISIBLE, visible_to
from claims.workflow import assigning, checking, editing, evidence, talking, triage
from tests import factories

MARKER = "zebra"


@dataclass
class Pair:
    """A claim that asks for two reviews; both are asked."""

    claim: Claim
    carls: Assignment
    claras: Assignment


def asked_of(claim: Claim, edith: User, one: User, two: User) -> Pair:
    triage.queue(claim, by=edith)
    editing.edit(claim, by=edith, flags=["legal"])
    first = assigning.assign(claim, to=one, by=edith)
    second = assigning.assign(claim, to=two, by=edith)
    return Pair(Claim.objects.get(pk=claim.pk), first, second)


def leave_markers(assignment: Assignment, *, submit: bool) -> None:
    """Put the marker into everything a reviewer can write."""
    by, claim = assignment.reviewer, assignment.claim
    checking.save(assignment, factories.draft(rationale=f"{MARKER} in the rationale"), by=by, version=0)
    piece = evidence.add_evidence(assignment, factories.source(f"{MARKER} table"), by=by)
    evidence.edit_evidence(
        piece, factories.source(f"{MARKER} table", excerpt=f"{MARKER} excerpt"), by=by, version=1
    )
    second = evidence.add_evidence(assignment, factories.source(f"{MARKER} leaflet"), by=by)
    evidence.strike_evidence(second, by=by, reason=f"{MARKER} was wrong", version=1)
    talking.add_note(claim, by=by, body=f"{MARKER} in a note")
    talking.add_note(claim, by=by, body=f"{MARKER} for editors", visible_to="editors")
    talking.record_contact(claim, by=by, who=f"{MARKER} company", how="By letter", answer="None.")
    if submit:
        checking.submit(assignment, by=by, version=1)


def leaks(user: User) -> set[str]:
    """Every place in which the marker, or any row of carl's work, is visible to somebody."""
    found = set()
    for model in VISIBLE:
        for row in visible_to(user, model._default_manager.all()):
            if MARKER in spoken(row):
                found.add(model.__name__)
    return found


def spoken(row: Model) -> str:
    """Everything a row says, the words of an event included."""
    values = [str(getattr(row, field.attname)) for field in row._meta.concrete_fields]
    if isinstance(row, Event):
        values.append(EventBody.objects.get(event=row).text)
    return " ".join(values)
