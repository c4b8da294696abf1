"""Things for tests, built through the verbs as a desk would build them. Nothing here writes a row by hand."""

import datetime
import itertools
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from claims.lifecycle import ClaimStatus, Role
from claims.models import Assignment, Claim, Document, Review, User, Verdict
from claims.models.user import GROUP_OF_ROLE
from claims.text import Reading
from claims.workflow import approving, assigning, checking, evidence, intake, triage
from claims.workflow.reading import Incoming, Origin

numbers = itertools.count(1)
ARTICLE = (
    "The harbour of Vessby handled 4.1 million tonnes of freight in 2025.\n"
    "Mayor Ingrid Holm opened the new quay on 3 March 2026.\n"
    "The quay cost 62 million crowns, the port authority said.\n"
)


def make_user(username: str, *roles: Role, **more: Any) -> User:
    """An account with these roles; the password is its name."""
    user = User.objects.create_user(
        username,
        f"{username}@desk.example",
        username,
        is_staff=bool({Role.EDITOR, Role.ADMINISTRATOR} & set(roles)),
        is_superuser=Role.ADMINISTRATOR in roles,
        display_name=more.pop("display_name", username.capitalize()),
        **more,
    )
    user.groups.set(Group.objects.filter(name__in=[GROUP_OF_ROLE[r] for r in roles if r in GROUP_OF_ROLE]))
    return user


def make_document(by: User, text: str = ARTICLE, origin: Origin | None = None, **about: Any) -> Document:
    """A document brought in by an editor, its claims proposed; pasted unless it has an ``origin``."""
    about.setdefault("title", f"Document {next(numbers)}")
    about.setdefault("source", "Coast Courier")
    reading = Reading(text=text, title="", author="", date=None, language="en", format="text", warnings=())
    return intake.bring_in(Incoming(reading, origin), by=by, about=intake.Particulars(**about))


def verdict(label: str = "True", scale: str = "Rating") -> Verdict:
    """An entry of a scale by its label."""
    return Verdict.objects.get(scale__name=scale, label=label)


def draft(
    label: str = "True", rationale: str = "The port's own table says so.", **more: Any
) -> checking.Draft:
    """What a reviewer types into the verdict form."""
    return checking.Draft(
        verdict=verdict(label), rationale=rationale, as_of=datetime.date(2026, 3, 12), **more
    )


def source(title: str = "Freight table 2025", **more: Any) -> evidence.Source:
    """A primary source that counts for every kind of claim."""
    given = {"level": "primary", "origin": "Statistics office", "publisher": "Statistics office"}
    return evidence.Source(title=title, **(given | more))


def make_review(assignment: Assignment, *, submit: bool = True, **more: Any) -> Review:
    """The holder's draft with one source, handed in unless ``submit`` is false."""
    by, sources = assignment.reviewer, more.pop("sources", [source()])
    known = Review.objects.filter(assignment=assignment, submitted_at__isnull=True).first()
    review = checking.save(assignment, draft(**more), by=by, version=known.version if known else 0)
    for piece in sources:
        evidence.add_evidence(assignment, piece, by=by)
    return checking.submit(assignment, by=by, version=review.version) if submit else review


def bring_to(
    status: ClaimStatus, claim: Claim, *, editor: User, reviewer: User, approver: User, other: User
) -> Claim:
    """Walk a proposed claim to a status through the verbs (on hold has no verb yet)."""
    if status is ClaimStatus.PROPOSED:
        return claim
    if status is ClaimStatus.SKIPPED:
        return triage.skip(claim, by=editor, reason="out_of_scope")
    if status is ClaimStatus.RETIRED:
        return triage.retire(claim, by=editor, reason="The paragraph was cut.")
    claim = triage.queue(claim, by=editor)
    if status is ClaimStatus.QUEUED:
        return claim
    due = timezone.now() + datetime.timedelta(days=3)
    assignment = assigning.assign(claim, to=reviewer, by=editor, due=due)
    if status is ClaimStatus.DISPUTED:
        second = assigning.assign(claim, to=other, by=editor, due=due)
        make_review(second, label="False")
    if status is ClaimStatus.IN_REVIEW:
        make_review(assignment, submit=False)
    if status in (ClaimStatus.SUBMITTED, ClaimStatus.DISPUTED, ClaimStatus.APPROVED):
        make_review(assignment)
    if status is ClaimStatus.APPROVED:
        approving.approve(claim, by=approver)
    return Claim.objects.select_related("document").get(pk=claim.pk)


def copy_of(row: Any, **other: Any) -> Any:
    """The same row once more with other values, not saved: to try what the database itself refuses."""
    fields = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and not field.generated
    }
    return type(row)(**(fields | other))
