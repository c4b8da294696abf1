"""One review with its sources, held against the policy as it is now. No queries here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claims.lifecycle import Role
from claims.models import Assignment, Evidence, Policy, Review, User
from claims.sufficiency import Assessment, Counting, assess, requirement_for


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
class Measure:
    """What reviews are held against: the policy as it is now, and the requests for comment that this person sees."""

    rules: Sequence[Policy]
    contacts: Sequence[Any]
    user: User

    def comment_requested(self, assignment: Assignment) -> bool:
        """As ``Review.comment_requested``: who sees a review sees the requests that count for it."""
        return any(each.from_outside or each.by_id == assignment.reviewer_id for each in self.contacts)

    def of_nothing(self, own: Assignment) -> ReviewFile:
        """Before anything was saved."""
        claim = own.claim
        requirement = requirement_for(self.rules, kind=claim.kind, flags=claim.flags)
        asked = requirement.request_for_comment and self.comment_requested(own)
        nothing = assess(requirement, (), kind=claim.kind, speaker="", publisher="", comment_requested=asked)
        return ReviewFile(None, nothing)

    def held_against(self, review: Review) -> ReviewFile:
        """A review with its sources."""
        assessment = review.assessment(self.rules, asked=self.comment_requested(review.assignment))
        pieces = list(review.evidence.all())
        redacted = {piece.pk for piece in pieces if is_redacted(piece, self.user)}
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


def is_redacted(evidence: Evidence, user: User) -> bool:
    """Whether this person may only know that there is a confidential source."""
    return evidence.confidential and evidence.added_by_id != user.pk and Role.EDITOR not in user.roles
