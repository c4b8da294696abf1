"""The same editor's move on many claims: under the locks and by the rules of ``moving``, a few statements for 500.

Private to this folder. Claims go in batches, so that nobody else waits for longer than one batch takes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import F

from claims.errors import WorkflowError
from claims.lifecycle import CLAIM_MOVES, LIVE, AssignmentStatus, ClaimStatus, Purpose, Standing, status_of
from claims.models import Assignment, Claim, Review, User, rows
from claims.workflow.bulk import Outcome
from claims.workflow.ledger import Entry, Ledger, locked_ledgers, record_all
from claims.workflow.moving import Step, first_step, telling_nothing_to_its_reviewer

CLAIMS_A_BATCH = 500
LONG_COLUMNS = (
    "quote",
    "text",
    "search_text",
    "features",
    "document__search_text",
)  # read only if a move needs them
Body = Callable[[Step, Sequence[Assignment]], None]


def move_all(
    claims: Iterable[Claim], name: str, *, by: User, versions: Mapping[int, int] | None, body: Body
) -> Outcome:
    """Make one move on every claim; those refused are told with the sentence that ``claim_move`` gives.

    ``body`` fills each step, from the assignments of the claim's current round as well; a new assignment that it
    puts on the step is stored. One transaction and one event a claim for each batch, in the order given.
    """
    outcome = Outcome()
    for batch in batches(claims):
        with locked_ledgers({claim.document_id for claim in batch}) as ledgers:
            moving = _Batch(batch, ledgers, name, by, versions or {})
            _write(moving.steps(body, outcome), moving)
    return outcome


def batches(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """At most 500 claims, each once: a claim that comes again must be met as its first move left it."""
    batch: dict[int, Claim] = {}
    for claim in claims:
        if len(batch) == CLAIMS_A_BATCH or claim.pk in batch:
            yield list(batch.values())
            batch = {}
        batch[claim.pk] = claim
    if batch:
        yield list(batch.values())


class _Batch:
    """Some claims as they are under the locks, with the assignments of their current round."""

    def __init__(
        self,
        asked: Sequence[Claim],
        ledgers: Mapping[int, Ledger],
        name: str,
        by: User,
        versions: Mapping[int, int],
    ) -> None:
        self.asked, self.ledgers, self.versions = asked, ledgers, versions
        self.move, self.by = CLAIM_MOVES[name], by
        keys = [claim.pk for claim in asked]
        self.fresh = Claim.objects.select_related("document").defer(*LONG_COLUMNS).in_bulk(keys)
        self.rounds: defaultdict[int, list[Assignment]] = defaultdict(list)
        for each in Assignment.objects.filter(claim__in=keys, round=F("claim__round")).order_by("pk"):
            self.rounds[each.claim_id].append(each)

    def steps(self, body: Body, outcome: Outcome) -> list[Step]:
        """A step for every claim that may be moved; the others are refused."""
        found = []
        for claim in self.asked:
            fresh, version = self.fresh[claim.pk], self.versions.get(claim.pk)
            ledger = self.ledgers[fresh.document_id]
            try:
                with telling_nothing_to_its_reviewer(fresh, self.by, self.holds):
                    step = first_step(fresh, self.move, by=self.by, ledger=ledger, version=version)
                    body(step, self.rounds[fresh.pk])
            except WorkflowError as error:
                outcome.refused.append((claim, str(error)))
            else:
                found.append(step)
                outcome.done.append(claim)
        return found

    def holds(self, user: User, claim: Claim) -> bool:
        """``permissions.holds``, of what was read already."""
        return any(each.reviewer_id == user.pk and each.status in LIVE for each in self.rounds[claim.pk])

    def standing_of(self, steps: Iterable[Step]) -> Callable[[Claim], ClaimStatus]:
        """``moving.standing_of`` for the claims of these steps, with the verdicts of all of them in one query."""
        of_round = {s.claim.pk: [*self.rounds[s.claim.pk], *filter(None, [s.assignment])] for s in steps}
        handed_in = [
            each.pk
            for some in of_round.values()
            for each in some
            if each.stands is AssignmentStatus.SUBMITTED
        ]
        verdicts = _verdicts_of(handed_in) if handed_in else {}

        def standing(claim: Claim) -> ClaimStatus:
            standings = [
                Standing(each.stands, verdicts.get(each.pk), Purpose(each.purpose))
                for each in of_round[claim.pk]
            ]
            return status_of(claim.required_reviews, standings)

        return standing


def _verdicts_of(assignments: list[int]) -> dict[int, int | None]:
    """The verdict of each assignment's last submitted review."""
    reviews = Review.objects.submitted().filter(assignment__in=assignments).order_by("number")
    return dict(reviews.values_list("assignment_id", "verdict_id"))


def _write(steps: Sequence[Step], moving: _Batch) -> None:
    """The new assignments, the claims and the events. Under the locks each claim still is as it was read."""
    rows.add([step.assignment for step in steps if step.assignment])
    standing = moving.standing_of(steps)
    alike: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for step in steps:
        step.reckon(standing)
        alike[tuple(sorted(step.changes.items()))].append(step.claim.pk)
    for changes, keys in alike.items():
        Claim.objects.filter(pk__in=keys).update(**dict(changes), version=F("version") + 1)
    record_all((step.ledger, _entry(step)) for step in steps)


def _entry(step: Step) -> Entry:
    return Entry(step.action, step.by, step.role, step.words, step.claim, step.assignment)
