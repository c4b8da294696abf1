"""Sources for a draft review: add, edit, strike with a reason. Nothing is ever deleted."""

import datetime
from dataclasses import asdict, dataclass

from django.db.models import F
from django.utils import timezone

from claims.errors import Conflict, Incomplete, NotAllowed
from claims.models import Assignment, Evidence, Review, User
from claims.vocabulary import EvidenceForm, EvidenceLevel, Stance
from claims.workflow.checking import draft_move
from claims.workflow.moving import SAY_WHY

NAME_SOURCE = "Name the source."
WHOLE_LINK = "Enter the whole link, beginning with https:// or http://."
SCHEMES = ("https://", "http://")


@dataclass(frozen=True)
class Source:
    """What the evidence form holds."""

    title: str
    stance: str = Stance.SUPPORTS.value
    form: str = EvidenceForm.DOCUMENT.value
    level: str = EvidenceLevel.SECONDARY.value
    link: str = ""
    publisher: str = ""
    origin: str = ""
    excerpt: str = ""
    locator: str = ""
    published: datetime.date | None = None
    accessed: datetime.date | None = None
    archive_link: str = ""
    confidential: bool = False


def add_evidence(assignment: Assignment, source: Source, *, by: User) -> Evidence:
    """Add a source to the reviewer's draft; it starts the assignment where nothing was saved yet."""
    _named(source)
    with draft_move(assignment, by=by, action="add evidence") as (step, review):
        number = review.last_evidence_number + 1
        # A draft that begins with evidence is version 0 still: the verdict form has not been saved.
        Review.objects.filter(pk=review.pk).update(last_evidence_number=number)
        evidence = Evidence.objects.create(
            claim=step.claim,
            review=review,
            number=number,
            added_by=by,
            added_at=timezone.now(),
            **asdict(source),
        )
        step.words["evidence"] = {"number": number, **asdict(source)}
    return evidence


def edit_evidence(evidence: Evidence, source: Source, *, by: User, version: int) -> Evidence:
    """Change a source of the reviewer's draft; ``version`` is the evidence's own."""
    _named(source)
    with draft_move(evidence.review.assignment, by=by, action="edit evidence") as (step, review):
        fresh = _of_draft(evidence, review)
        before = {name: getattr(fresh, name) for name in asdict(source)}
        changed = {
            name: [before[name], value] for name, value in asdict(source).items() if before[name] != value
        }
        _store(fresh, version, **asdict(source))
        step.words["evidence"] = {"number": fresh.number, "changed": changed}
    return fresh


def strike_evidence(evidence: Evidence, *, by: User, reason: str, version: int) -> Evidence:
    """Strike a source with a reason; it stays on the page, struck."""
    if not reason.strip():
        raise Incomplete(SAY_WHY, {"reason": SAY_WHY})
    with draft_move(evidence.review.assignment, by=by, action="strike evidence") as (step, review):
        fresh = _of_draft(evidence, review)
        _store(fresh, version, struck_at=timezone.now(), struck_reason=reason.strip())
        step.reason = reason.strip()
        step.words["evidence"] = {"number": fresh.number}
    return fresh


def _named(source: Source) -> None:
    fields = {} if source.title.strip() else {"title": NAME_SOURCE}
    for name, link in (("link", source.link), ("archive_link", source.archive_link)):
        if link and not link.lower().startswith(SCHEMES):  # a link is shown as one to click
            fields[name] = WHOLE_LINK
    if fields:
        raise Incomplete(" ".join(fields.values()), fields)


def _of_draft(evidence: Evidence, review: Review) -> Evidence:
    fresh = Evidence.objects.get(pk=evidence.pk)
    if fresh.review_id != review.pk:
        raise NotAllowed("This evidence belongs to a review that was handed in.")
    if fresh.struck_at is not None:
        raise NotAllowed(f"E{fresh.number} is struck, so nothing was changed.")
    return fresh


def _store(evidence: Evidence, version: int, **columns: object) -> None:
    """Compare and set, in the database and in hand."""
    rows = Evidence.objects.filter(pk=evidence.pk, version=version)
    if rows.update(**columns, version=F("version") + 1) != 1:
        raise Conflict(f"You changed E{evidence.number} in another window; nothing was stored from this one.")
    for name, value in (columns | {"version": version + 1}).items():
        setattr(evidence, name, value)
