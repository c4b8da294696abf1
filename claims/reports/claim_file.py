"""Everything on one claim that one person may see, read in a constant number of queries. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch

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
from claims.permissions import holds, sees, visible_to
from claims.reports.history import Line, lines
from claims.sufficiency import Assessment, Counting, Requirement, assess, requirement_for


@dataclass(frozen=True)
class Source:
    """One piece of evidence as this person sees it; of a redacted one only its stance may be shown."""

    evidence: Evidence
    counting: Counting | None
    redacted: bool


@dataclass(frozen=True)
class Meter:
    """One part of the policy line: boxes and words."""

    have: int
    need: int
    what: str

    @property
    def filled(self) -> range:
        """One for each full box."""
        return range(min(self.have, self.need))

    @property
    def empty(self) -> range:
        """One for each empty box."""
        return range(max(self.need - self.have, 0))

    @property
    def words(self) -> str:
        """ "1 of 2 independent origins"; never more than is asked."""
        plural = {"piece of evidence": "pieces of evidence", "request for comment": "requests for comment"}
        what = self.what if self.need == 1 else plural.get(self.what, f"{self.what}s")
        return f"{min(self.have, self.need)} of {self.need} {what}"


@dataclass(frozen=True)
class ReviewFile:
    """A review with its sources, held against the policy as it is now."""

    review: Review | None
    assessment: Assessment
    sources: Sequence[Source] = ()
    struck: Sequence[Source] = ()

    @property
    def enough(self) -> bool:
        """The evidence meets the policy, or an exemption says why it cannot."""
        return self.assessment.met or bool(self.review and self.review.exemption)

    @property
    def alternatives(self) -> list[Meter]:
        """The parts of the policy line of which one is enough."""
        asks, has = self.assessment.requirement, self.assessment
        found = []
        if asks.origins:
            found.append(Meter(has.origins, asks.origins, "independent origin"))
            if asks.primary_suffices:
                found.append(Meter(has.primaries, 1, "primary source"))
        elif asks.pieces:
            found.append(Meter(has.pieces, asks.pieces, "piece of evidence"))
        enough = [meter for meter in found if meter.have >= meter.need]
        return enough or found

    @property
    def comment(self) -> Meter | None:
        """The part of the policy line that is asked for besides, if any."""
        asks = self.assessment.requirement.request_for_comment
        return Meter(int(self.assessment.comment_requested), 1, "request for comment") if asks else None


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
    requirement: Requirement = field(default_factory=Requirement)

    @property
    def is_working(self) -> bool:
        """This person has something to do on it as its reviewer."""
        return self.own is not None and self.own.status in (AssignmentStatus.ASKED, AssignmentStatus.STARTED)


def claim_file(claim: Claim, user: User) -> ClaimFile:
    """Gather what ``user`` sees of ``claim`` (its document selected); lists are empty where they see nothing."""
    rules = list(Policy.objects.all())
    assignments = _assignments(claim, user)
    live = [a for a in assignments if a.round == claim.round and a.status in LIVE]
    own = next((a for a in live if a.reviewer_id == user.pk), None)
    reviews = _reviews(claim, user)
    draft = next((r for r in reviews if own and r.assignment_id == own.pk and r.is_draft), None)
    last = _last_handed_in(reviews, live)
    decisions = _decisions(claim, user)
    current = next(
        (d for d in decisions if d.ended_at is None and claim.status == ClaimStatus.APPROVED), None
    )
    shown = {review.pk for review in last} | ({draft.pk} if draft else set())
    return ClaimFile(
        claim=claim,
        own=own,
        blind=Role.EDITOR not in user.roles or (own is not None and claim.status not in UNVEILED),
        shows_text=bool(own) or Role.EDITOR in user.roles or sees(user, claim.document),
        work=_work(claim, own, draft, rules, user),
        handed_in=[_review_file(review, rules, user) for review in last],
        earlier=[r for r in reviews if r.pk not in shown],
        assignments=assignments,
        decision=current,
        decision_sources=[] if last else _of_decision(current, user),
        corrections=[d for d in decisions if d.ended_at is not None],
        notes=list(
            visible_to(user, Note.objects.filter(claim=claim, struck_at=None)).select_related("author")
        ),
        contacts=list(visible_to(user, Contact.objects.filter(claim=claim)).select_related("by")),
        history=lines(claim, user),
        requirement=requirement_for(rules, kind=claim.kind, flags=claim.flags),
    )


def is_blind(claim: Claim, user: User) -> bool:
    """Whether a page must not tell where the claim stands: never to a reviewer, nor to an editor who reviews it."""
    return Role.EDITOR not in user.roles or (claim.status not in UNVEILED and holds(user, claim))


def _assignments(claim: Claim, user: User) -> list[Assignment]:
    rows = visible_to(user, Assignment.objects.filter(claim=claim))
    return list(rows.select_related("claim__document", "reviewer", "by", "returned_by").order_by("id"))


def _decisions(claim: Claim, user: User) -> list[Decision]:
    """The decisions this person sees, newest first; a claim in its first round without one never had any."""
    if claim.round == 1 and claim.current_decision_id is None:
        return []
    rows = visible_to(user, Decision.objects.filter(claim=claim))
    return list(rows.select_related("verdict", "by", "review__assignment__reviewer").order_by("-number"))


def _reviews(claim: Claim, user: User) -> list[Review]:
    """The reviews this person sees, newest first, each with the evidence they see."""
    evidence = (
        visible_to(user, Evidence.objects.filter(claim=claim)).select_related("added_by").order_by("number")
    )
    rows = visible_to(user, Review.objects.filter(assignment__claim=claim))
    return list(
        rows.select_related("verdict", "assignment__reviewer", "assignment__claim__document")
        .prefetch_related(Prefetch("evidence", queryset=evidence))
        .order_by("-number", "-id")
    )


def _last_handed_in(reviews: Iterable[Review], live: Sequence[Assignment]) -> list[Review]:
    """The submitted review of each assignment that stands as submitted, in the order of the assignments."""
    standing = [a.pk for a in live if a.status == AssignmentStatus.SUBMITTED]
    newest: dict[int, Review] = {}
    for review in reviews:
        if review.submitted_at is not None:
            newest.setdefault(review.assignment_id, review)
    return [newest[pk] for pk in standing if pk in newest]


def _work(
    claim: Claim, own: Assignment | None, draft: Review | None, rules: list[Policy], user: User
) -> ReviewFile | None:
    """The draft of this person held against the policy; an empty one before anything was saved."""
    if own is None or own.status == AssignmentStatus.SUBMITTED:
        return None
    if draft is not None:
        return _review_file(draft, rules, user)
    requirement = requirement_for(rules, kind=claim.kind, flags=claim.flags)
    asked = requirement.request_for_comment and Review(assignment=own).comment_requested()
    nothing = assess(requirement, (), kind=claim.kind, speaker="", publisher="", comment_requested=asked)
    return ReviewFile(None, nothing)


def _review_file(review: Review, rules: list[Policy], user: User) -> ReviewFile:
    assessment, pieces = review.assessment(rules), list(review.evidence.all())
    redacted = {piece.pk for piece in pieces if _is_redacted(piece, user)}
    counting = _countings(review, assessment, redacted)
    sources = [Source(e, counting.get(e.number), e.pk in redacted) for e in pieces]
    return ReviewFile(
        review,
        assessment,
        [source for source in sources if source.evidence.struck_at is None],
        [source for source in sources if source.evidence.struck_at is not None],
    )


def _countings(review: Review, assessment: Assessment, redacted: set[int]) -> dict[int, Counting]:
    """The answer for each piece; none rests on a redacted one: "same origin as E1" would name its source."""
    if not redacted:
        return assessment.by_number
    claim = review.assignment.claim
    public = [piece for piece in review.evidence.all() if piece.pk not in redacted]
    asked, publisher = assessment.requirement, claim.document.source
    return assess(asked, public, kind=claim.kind, speaker=claim.speaker, publisher=publisher).by_number


def _is_redacted(evidence: Evidence, user: User) -> bool:
    return evidence.confidential and evidence.added_by_id != user.pk and Role.EDITOR not in user.roles


def _of_decision(decision: Decision | None, user: User) -> list[Source]:
    """What the approved verdict rests on, for those who do not see the review itself."""
    if decision is None:
        return []
    rows = visible_to(user, Evidence.objects.standing().filter(review=decision.review_id))
    found = rows.distinct().order_by("number")
    return [Source(evidence, None, _is_redacted(evidence, user)) for evidence in found]
