"""Claims as rows of a list, for one person: only what they may know, only the columns a row shows. Reads only.

A reviewer's row has the state of their own assignment and no status of the claim; so has an editor's row of a claim
that they review themselves, until every required review is in.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Prefetch
from django.db.models.functions import Left

from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    CLAIM_MOVES,
    LIVE,
    SETTLED,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
    Move,
    Role,
)
from claims.models import Assignment, Claim, Review, User
from claims.permissions import decide, visible_to
from claims.vocabulary import SkipReason

if TYPE_CHECKING:
    from claims.models.claim import ClaimQuerySet

LONGEST_WORDING = 400  # code points of a claim's text in a row; a whole document can stand in one claim
COLUMNS = (
    "number",
    "status",
    "kind",
    "check_worthiness",
    "speaker",
    "flags",
    "due_at",
    "due_sort",
    "version",
    "made_by",
    "confirmed_by",
    "settled_reason",
    "settled_words",
    "start",
    "document__title",
    "document__writer",
    "current_decision__label",
    "current_decision__verdict__colour",
    "current_decision__verdict__shape",
)
# The moves that a row offers; the claim page offers every one.
ROW_MOVES = {
    ClaimStatus.PROPOSED: ("queue", "skip"),
    ClaimStatus.QUEUED: ("assign", "skip"),
    ClaimStatus.SUBMITTED: ("approve", "return"),
    ClaimStatus.DISPUTED: ("assign", "return"),
}


@dataclass
class ClaimRow:
    """One claim as this person sees it in a list; works on claims of ``with_row``.

    ``worked_on`` says whether this person reviewed the claim (``permissions.worked_on``); only moves need it.
    ``section_url`` leads to the section of the text in which it stands, "" where that is on the same page.
    """

    claim: Claim
    user: User
    worked_on: bool = False
    section_url: str = ""

    @property
    def words(self) -> str:
        """The stand-alone text, cut where it is longer than a row can show."""
        words: str = self.claim.wording  # type: ignore[attr-defined]
        return words if len(words) < LONGEST_WORDING else f"{words.rsplit(' ', 1)[0]} …"

    @property
    def assignments(self) -> list[Assignment]:
        """Those of the current round that this person sees (an editor), or their own, latest first (a reviewer)."""
        found: list[Assignment] = self.claim.seen_assignments  # type: ignore[attr-defined]
        return found

    @property
    def own(self) -> Assignment | None:
        """This person's own assignment on the claim."""
        return next((each for each in self.assignments if each.reviewer_id == self.user.pk), None)

    @property
    def status(self) -> str:
        """The claim's status, or "" where this person may only know their own part."""
        if Role.EDITOR not in self.user.roles:
            return ""
        return "" if self.is_veiled else self.claim.status

    @property
    def is_veiled(self) -> bool:
        """This person reviews the claim, and not every required review is in."""
        own = self.own
        return own is not None and own.stands in LIVE and self.claim.stands not in UNVEILED | SETTLED

    @property
    def is_settled(self) -> bool:
        """Nothing is left to do here for this person, so that its due time no longer matters."""
        if Role.EDITOR in self.user.roles or self.own is None:
            return self.claim.stands in SETTLED
        return self.own.closed_at is not None or self.own.stands is AssignmentStatus.SUBMITTED

    @property
    def moves(self) -> list[Move]:
        """The moves of this row that are open to this person now, as ``decide`` answers, without a query each."""
        names = ROW_MOVES.get(self.claim.stands, ()) if self.status else ()
        both = CLAIM_MOVES | ASSIGNMENT_MOVES
        return [both[name] for name in names if self._may(name)]

    def _may(self, name: str) -> bool:
        if name == "return":
            return self.own is None
        if name == "approve" and self.claim.document.writer_id == self.user.pk:
            return False
        if name == "approve" and self.worked_on:
            return bool(settings.SOLE_SIGN_OFF)
        return bool(decide(self.user, name))

    @property
    def why_settled(self) -> str:
        """Why it was skipped or retired, in words."""
        reason = self.claim.settled_reason
        label = SkipReason(reason).label if reason else ""
        return ": ".join(part for part in (label, self.claim.settled_words) if part)

    @property
    def own_verdict(self) -> Any:
        """The verdict of this person's own latest review, draft or handed in; or ``None``."""
        reviews = self.own.seen_reviews if self.own else []  # type: ignore[attr-defined]
        return reviews[0].verdict if reviews else None

    @property
    def handed_in(self) -> list[Review]:
        """The latest submitted review of each assignment, as far as this person sees it."""
        latest = [each.seen_reviews[0] for each in self.assignments if each.seen_reviews]  # type: ignore[attr-defined]
        return [review for review in latest if review.submitted_at is not None]


def with_row(user: User, claims: "ClaimQuerySet") -> "ClaimQuerySet":
    """Claims with what their row shows to this person: two queries more, whatever the number of rows."""
    reviews = visible_to(user, Review.objects.select_related("verdict").order_by("-number"))
    assignments = visible_to(user, Assignment.objects.select_related("reviewer"))
    if Role.EDITOR in user.roles:
        assignments = assignments.live().order_by("id")
    else:
        assignments = assignments.filter(reviewer=user).order_by("-id")
    assignments = assignments.prefetch_related(Prefetch("reviews", reviews, to_attr="seen_reviews"))
    return (
        claims.select_related("document", "current_decision__verdict")
        .only(*COLUMNS)
        .annotate(wording=Left("text", LONGEST_WORDING))
        .prefetch_related(Prefetch("assignments", assignments, to_attr="seen_assignments"))
    )
