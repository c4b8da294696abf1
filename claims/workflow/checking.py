"""A reviewer's own work: the draft and handing it in. Evidence is in ``evidence.py``."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import timezone

from claims.errors import Conflict, Incomplete
from claims.lifecycle import AssignmentStatus
from claims.models import Assignment, Review, User, Verdict
from claims.workflow.moving import Step, assignment_move

CHOOSE_VERDICT = "Choose a verdict."
OF_THIS_SCALE = "Choose a verdict of this document's scale."
WRITE_RATIONALE = "Say what you found, and where, in one sentence or more."


@dataclass(frozen=True)
class Draft:
    """What the verdict form holds; everything may be empty until it is submitted."""

    verdict: Verdict | None = None
    rationale: str = ""
    as_of: datetime.date | None = None
    confidence: str = ""
    exemption: str = ""

    def columns(self) -> dict[str, Any]:
        """The review's columns."""
        return {
            "verdict": self.verdict,
            "rationale": self.rationale.strip(),
            "as_of": self.as_of,
            "confidence": self.confidence,
            "exemption": self.exemption.strip(),
        }


def save(assignment: Assignment, draft: Draft, *, by: User, version: int) -> Review:
    """Keep the draft; the first one starts the assignment. ``version`` is the draft's, 0 when there is none yet."""
    with draft_move(assignment, by=by) as (step, review):
        _right_scale(draft, review)
        _same_draft(review, version)
        changed = _changed(review, draft)
        step.words["review"] = {"number": review.number, "changed": changed}
        _store(review, draft)
    return review


def submit(assignment: Assignment, *, by: User, version: int) -> Review:
    """Hand in the saved draft: verdict, rationale and the evidence that the policy asks for, or an exemption."""
    with assignment_move(assignment, "submit", by=by) as step:
        review = draft_of(step.assignment)
        if review is None:
            raise Incomplete(CHOOSE_VERDICT, {"verdict": CHOOSE_VERDICT})
        _same_draft(review, version)
        _complete(review)
        assert step.assignment is not None
        step.assignment.submitted_at = timezone.now()
        _write(
            review,
            submitted_at=step.assignment.submitted_at,
            as_of=review.as_of or timezone.localdate(),
            claim_digest=step.claim.digest(),
        )
        step.words["review"] = {"number": review.number, "verdict": str(review.verdict)}
    return review


@contextmanager
def draft_move(assignment: Assignment, *, by: User, action: str = "") -> Iterator[tuple[Step, Review]]:
    """Work on the draft under the lock: ``start`` with a new review when asked, else ``save``."""

    def name(fresh: Assignment) -> str:
        return "start" if fresh.status == AssignmentStatus.ASKED else "save"

    with assignment_move(assignment, name, by=by) as step:
        step.new_version = False
        begins, step.action = step.action == "start", action or step.action
        assert step.assignment is not None
        draft = None if begins else draft_of(step.assignment)
        yield step, draft or _first_draft(step.assignment)


def draft_of(assignment: Assignment | None) -> Review | None:
    """The review that is not handed in yet, if there is one."""
    drafts = Review.objects.filter(assignment=assignment, submitted_at__isnull=True)
    found = drafts.select_related("verdict").first()
    if found and assignment:
        found.assignment = assignment  # with its claim and document, as they were read already
    return found


def _first_draft(assignment: Assignment) -> Review:
    last = Review.objects.filter(assignment=assignment).order_by("-number").first()
    return Review.objects.create(
        assignment=assignment,
        number=last.number + 1 if last else 1,
        revision_id=assignment.claim.revision_id,
        saved_at=timezone.now(),
        version=0,
    )


def _same_draft(review: Review, version: int) -> None:
    if review.version != version:
        raise Conflict(_elsewhere(review))


def _elsewhere(review: Review) -> str:
    at = timezone.localtime(review.saved_at)
    return f"You saved this review in another window at {at:%H:%M}; nothing was stored from this one."


def _right_scale(draft: Draft, review: Review) -> None:
    verdict, scale = draft.verdict, review.assignment.claim.document.scale_id
    withdrawn = verdict and verdict.withdrawn_at and verdict.pk != review.verdict_id
    if verdict and (verdict.scale_id != scale or withdrawn):
        raise Incomplete(OF_THIS_SCALE, {"verdict": OF_THIS_SCALE})


def _changed(review: Review, draft: Draft) -> dict[str, list[str]]:
    """Before and after of each field that the draft changes, as words."""
    new = draft.columns()
    return {
        name: [str(getattr(review, name) or ""), str(value or "")]
        for name, value in new.items()
        if (getattr(review, name) or "") != (value or "")
    }


def _store(review: Review, draft: Draft) -> None:
    revision = review.assignment.claim.revision_id
    _write(review, **draft.columns(), revision_id=revision, saved_at=timezone.now())


def _write(review: Review, **columns: Any) -> None:
    """Compare and set, in the database and in hand."""
    rows = Review.objects.filter(pk=review.pk, version=review.version)
    if rows.update(**columns, version=F("version") + 1) != 1:
        raise Conflict(_elsewhere(review))
    for name, value in (columns | {"version": review.version + 1}).items():
        setattr(review, name, value)


def _complete(review: Review) -> None:
    fields: dict[str, str] = {}
    if review.verdict is None:
        fields["verdict"] = CHOOSE_VERDICT
    if not review.rationale.strip():
        fields["rationale"] = WRITE_RATIONALE
    missing = review.assessment().missing
    if missing and not review.exemption.strip():
        fields["evidence"] = missing
    if fields:
        raise Incomplete(" ".join(fields.values()), fields)
