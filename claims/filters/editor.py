"""What an editor may ask of the claim list: everything, but for the claims that they review themselves."""

from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from claims.filters.everybody import DUE, ClaimFilter, Rows, due_condition
from claims.filters.fields import ReviewerFilter, choice
from claims.lifecycle import LIVE, SETTLED, UNVEILED, AssignmentStatus, ClaimStatus, Role
from claims.models import Assignment, Review, User
from claims.models.user import NAMES
from claims.permissions import visible_to

WORTH = [("800", "0.80 or more"), ("600", "0.60 or more"), ("400", "0.40 or more"), ("200", "0.20 or more")]
# What the status of a claim may be called to an editor who reviews it and must not see more than their own part.
OWN_STATES = {
    ClaimStatus.ASSIGNED: [AssignmentStatus.ASKED],
    ClaimStatus.IN_REVIEW: [AssignmentStatus.STARTED, AssignmentStatus.SUBMITTED],
    ClaimStatus.ON_HOLD: [AssignmentStatus.WAITING],
}
# Where a review of the current round may have been handed in, without a decision.
WITH_REVIEWS = frozenset(ClaimStatus) - {ClaimStatus.PROPOSED, ClaimStatus.ASSIGNED, ClaimStatus.APPROVED}


class EditorClaimFilter(ClaimFilter):
    """Everything, but for a claim that the editor reviews: there, only what its reviewer may know."""

    status = choice("Status", ClaimStatus.choices(), method="with_status")
    reviewer = ReviewerFilter(
        label="Reviewer",
        queryset=lambda request: User.objects.active_reviewers().only(*NAMES),
        method="with_reviewer",
        empty_label="Any",
    )
    verdict = choice("Verdict", method="with_verdict")
    due = choice("Due", DUE, method="with_due")
    worth = choice("Check-worthiness", WORTH, method="with_worth")

    class Meta(ClaimFilter.Meta):
        pass

    @property
    def mine(self) -> QuerySet[Assignment]:
        """This editor's own live assignments on the outer claim."""
        return Assignment.objects.live().filter(claim=OuterRef("pk"), reviewer=self.user)

    def with_status(self, rows: Rows, name: str, value: str) -> Rows:
        """By status; a claim that the editor reviews counts by their own part until all required reviews are in."""
        status, asked = ClaimStatus(value), self.form.cleaned_data
        if status is ClaimStatus.PROPOSED and (asked.get("reviewer") or asked.get("verdict")):
            return rows.none()  # a proposed claim has neither, but half a million would be asked for it
        if Role.REVIEWER not in self.user.roles or status in UNVEILED | SETTLED | {ClaimStatus.PROPOSED}:
            return self.with_word(rows, "status", status)
        own = Exists(self.mine.filter(status__in=OWN_STATES.get(status, [])))
        by_own = Q(own) & ~Q(status__in=UNVEILED | SETTLED)
        return rows.filter((Q(status=status) & ~Q(Exists(self.mine))) | by_own)

    @property
    def columns(self) -> tuple[str, ...]:
        """With a reviewer, the newest claims are walked along the index of their assignments."""
        along = self.chosen_order == "new" and self.form.cleaned_data.get("reviewer")
        return ("-on_claim",) if along else super().columns

    @property
    def begins_with_few(self) -> bool:
        """One reviewer's claims are few beside the desk's too."""
        sorted_anyway = self.form.cleaned_data.get("reviewer") and self.chosen_order != "new"
        return bool(sorted_anyway) or super().begins_with_few

    def with_reviewer(self, rows: Any, name: str, value: User) -> Any:
        """Claims that this reviewer is on in the current round, as far as the editor sees it."""
        theirs = FilteredRelation("assignments", condition=Q(assignments__reviewer=value))
        rows = rows.annotate(on_it=theirs, on_claim=F("on_it__claim_id"))
        parts = {f"on_{part}": F(f"on_it__{part}") for part in ("reviewer_id", "round", "status")}
        rows = rows.alias(**parts).filter(on_reviewer_id=value.pk, on_round=F("round"), on_status__in=LIVE)
        seen = Q() if value == self.user else Q(status__in=UNVEILED) | ~Q(Exists(self.mine))
        return rows.filter(seen)

    def with_verdict(self, rows: Any, name: str, value: str) -> Any:
        """By the approved verdict, or by one handed in for the current round, as far as the editor sees it."""
        handed = {"assignment__status": AssignmentStatus.SUBMITTED, "assignment__round": OuterRef("round")}
        reviews = Review.objects.submitted().last_versions()
        reviews = reviews.filter(assignment__claim=OuterRef("pk"), verdict__label=value, **handed)
        # Not Exists: PostgreSQL would gather every such review of the desk before it looks at the first claim.
        handed_in = Subquery(visible_to(self.user, reviews).values("pk")[:1])
        undecided = Q(status__in=WITH_REVIEWS, current_decision__isnull=True, handed_in__isnull=False)
        return rows.alias(handed_in=handed_in).filter(Q(current_decision__label=value) | undecided)

    def with_due(self, rows: Rows, name: str, value: str) -> Rows:
        """By the claim's own due time, while it is undecided."""
        # In another order the index of due times would find the rows only to sort them all.
        column = "due_sort" if self.chosen_order == "due" else "due_at"
        return rows.exclude(status__in=SETTLED).filter(due_condition(value, column))

    def with_worth(self, rows: Any, name: str, value: str) -> Any:
        """By check-worthiness; the sum keeps its index out of every order but its own, as with due times."""
        if self.chosen_order == "worth":
            return rows.filter(check_worthiness__gte=value)
        return rows.alias(thousandths=F("check_worthiness") + 0).filter(thousandths__gte=int(value))
