"""Everything on one claim that one person may see, read in a constant number of queries. Reads only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, FilteredRelation, Prefetch, QuerySet
from django.db.models.query import prefetch_related_objects

from claims.lifecycle import LIVE, UNVEILED, AssignmentStatus, ClaimStatus, Role
from claims.models import (
    Assignment,
    Claim,
    Contact,
    Decision,
    Evidence,
    Note,
    Policy,
    Review,
    User,
)
from claims.permissions import from_outside, holds, reviews_on_seen, sees, visible_to
from claims.reports.history import Line, lines
from claims.reports.review_file import Measure, ReviewFile, Source, is_redacted
from claims.sufficiency import Requirement, requirement_for


@dataclass(frozen=True)
class ClaimFile:
    """What the claim page shows beside the text."""

    claim: Claim
    own: Assignment | None
    blind: bool
    shows_text: bool
    work: ReviewFile | None
    handed_in: Sequence[ReviewFile]
    earlier: Sequence[Review]
    assignments: Sequence[Assignment]
    decision: Decision | None
    decision_sources: Sequence[Source]
    corrections: Sequence[Decision]
    notes: Sequence[Note]
    contacts: Sequence[Contact]
    history: Sequence[Line]
    part: Mapping[str, bool]  # what ``permissions.holds`` and ``permissions.worked_on`` answer
    reviewers: str = ""
    requirement: Requirement = field(default_factory=Requirement)

    @property
    def is_working(self) -> bool:
        """This person has something to do on it as its reviewer."""
        return self.own is not None and self.own.status in (AssignmentStatus.ASKED, AssignmentStatus.STARTED)


def claim_file(claim: Claim, user: User) -> ClaimFile:
    """Gather what ``user`` sees of ``claim`` (its document selected); lists are empty where they see nothing."""
    rules = list(Policy.objects.all())
    assignments, reviews = _work_on(claim, user)
    live = [a for a in assignments if a.round == claim.round and a.status in LIVE]
    own = next((a for a in live if a.reviewer_id == user.pk), None)
    contacts = _contacts(claim, user)
    measure = Measure(rules, contacts, user)
    draft = next((r for r in reviews if own and r.assignment_id == own.pk and r.is_draft), None)
    last = _last_handed_in(reviews, live)
    veiled = claim.status not in UNVEILED and (Role.EDITOR not in user.roles or own is not None)
    decisions = [] if veiled else _decisions(claim, user)
    current = next(
        (d for d in decisions if d.ended_at is None and claim.status == ClaimStatus.APPROVED), None
    )
    shown = {review.pk for review in last} | ({draft.pk} if draft else set())
    return ClaimFile(
        claim=claim,
        own=own,
        blind=veiled or Role.EDITOR not in user.roles,
        shows_text=bool(own) or Role.EDITOR in user.roles or sees(user, claim.document),
        work=_work(own, draft, measure),
        handed_in=[measure.held_against(review) for review in last],
        earlier=[r for r in reviews if r.pk not in shown],
        assignments=assignments,
        decision=current,
        decision_sources=[] if last else _of_decision(current, user),
        corrections=[d for d in decisions if d.ended_at is not None],
        notes=list(
            visible_to(user, Note.objects.filter(claim=claim, struck_at=None)).select_related("author")
        ),
        contacts=contacts,
        history=lines(claim, user),
        part={"holds": own is not None, "worked_on": own is not None or _handed_in_any(reviews, user)},
        reviewers=_reviewers_of(current, assignments, user),
        requirement=requirement_for(rules, kind=claim.kind, flags=claim.flags),
    )


def is_blind(claim: Claim, user: User) -> bool:
    """Whether a page must not tell where the claim stands: never to a reviewer, nor to an editor who reviews it."""
    return Role.EDITOR not in user.roles or (claim.status not in UNVEILED and holds(user, claim))


def _work_on(claim: Claim, user: User) -> tuple[list[Assignment], list[Review]]:
    """The assignments this person sees, as they were asked, and the reviews, newest first, each with its evidence.

    Two queries: one row of the first is an assignment with one of its reviews.
    """
    rows: QuerySet[Any] = visible_to(user, Assignment.objects.filter(claim=claim)).annotate(
        seen=FilteredRelation("reviews", condition=reviews_on_seen(user))
    )
    assignments: dict[int, Assignment] = {}
    reviews: list[Review] = []
    for row in rows.select_related("reviewer", "by", "returned_by", "seen__verdict").order_by("id"):
        assignment, review = assignments.setdefault(row.pk, row), getattr(row, "seen", None)
        assignment.claim = claim
        if review is not None:
            review.assignment = assignment
            reviews.append(review)
    reviews.sort(key=lambda review: (review.number, review.pk), reverse=True)
    evidence = visible_to(user, Evidence.objects.filter(claim=claim)).order_by("number")
    prefetch_related_objects(reviews, Prefetch("evidence", queryset=evidence))
    return list(assignments.values()), reviews


def _decisions(claim: Claim, user: User) -> list[Decision]:
    """The decisions this person sees, newest first; a claim in its first round without one never had any."""
    if claim.round == 1 and claim.current_decision_id is None:
        return []
    rows = visible_to(user, Decision.objects.filter(claim=claim))
    return list(rows.select_related("verdict", "by", "review__assignment__reviewer").order_by("-number"))


def _reviewers_of(decision: Decision | None, assignments: Sequence[Assignment], user: User) -> str:
    """What ``decision.reviewers`` says; an editor of an approved claim sees every assignment of it already."""
    if decision is None:
        return ""
    if Role.EDITOR not in user.roles:
        return decision.reviewers
    of_round = [a for a in assignments if a.round == decision.review.assignment.round]
    return " and ".join(str(a.reviewer) for a in of_round if a.status == AssignmentStatus.SUBMITTED)


def _contacts(claim: Claim, user: User) -> list[Any]:
    """The requests for comment this person sees, each with whether it is by somebody who never reviewed the claim."""
    outside = ExpressionWrapper(from_outside("by"), output_field=BooleanField())
    rows = visible_to(user, Contact.objects.filter(claim=claim)).annotate(from_outside=outside)
    return list(rows.select_related("by"))


def _last_handed_in(reviews: Iterable[Review], live: Sequence[Assignment]) -> list[Review]:
    """The submitted review of each assignment that stands as submitted, in the order of the assignments."""
    standing = [a.pk for a in live if a.status == AssignmentStatus.SUBMITTED]
    newest: dict[int, Review] = {}
    for review in reviews:
        if review.submitted_at is not None:
            newest.setdefault(review.assignment_id, review)
    return [newest[pk] for pk in standing if pk in newest]


def _work(own: Assignment | None, draft: Review | None, measure: Measure) -> ReviewFile | None:
    """The draft of this person held against the policy; an empty one before anything was saved."""
    if own is None or own.status == AssignmentStatus.SUBMITTED:
        return None
    return measure.held_against(draft) if draft is not None else measure.of_nothing(own)


def _handed_in_any(reviews: Iterable[Review], user: User) -> bool:
    return any(r.submitted_at is not None and r.assignment.reviewer_id == user.pk for r in reviews)


def _of_decision(decision: Decision | None, user: User) -> list[Source]:
    """What the approved verdict rests on, for those who do not see the review itself."""
    if decision is None:
        return []
    rows = visible_to(user, Evidence.objects.standing().filter(review=decision.review_id))
    found = rows.distinct().order_by("number")
    return [Source(evidence, None, is_redacted(evidence, user)) for evidence in found]
