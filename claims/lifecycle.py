"""Statuses, roles and moves as data, and the derived status. No Django, no database here.

The two tables ``CLAIM_MOVES`` and ``ASSIGNMENT_MOVES`` feed the refusals, the buttons, docs/lifecycle.md,
the generated tests and the database checks. There is no second list of statuses anywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.vocabulary import Word


class Role(Word):
    """What a person may be at the desk; roles add up."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    READER = "reader"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


class ClaimStatus(Word):
    """Where a claim stands. Four are set by a move, six are derived from its assignments."""

    PROPOSED = "proposed"
    QUEUED = "queued"
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    ON_HOLD = "on_hold"
    SUBMITTED = "submitted"
    DISPUTED = "disputed"
    APPROVED = "approved"
    SKIPPED = "skipped"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        return "Reviewers differ" if self is ClaimStatus.DISPUTED else super().label


class AssignmentStatus(Word):
    """Where one reviewer's work on one claim stands."""

    ASKED = "asked"
    STARTED = "started"
    WAITING = "waiting"
    SUBMITTED = "submitted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Purpose(Word):
    """What an assignment asks for."""

    REVIEW = "review"
    ADJUDICATION = "adjudication"


SET_STATUSES = frozenset(
    {ClaimStatus.PROPOSED, ClaimStatus.SKIPPED, ClaimStatus.APPROVED, ClaimStatus.RETIRED}
)
DERIVED_STATUSES = frozenset(ClaimStatus) - SET_STATUSES
UNDECIDED = DERIVED_STATUSES | {ClaimStatus.PROPOSED}
SETTLED = frozenset({ClaimStatus.APPROVED, ClaimStatus.SKIPPED, ClaimStatus.RETIRED})
AWAITING_REVIEWERS = frozenset({ClaimStatus.ASSIGNED, ClaimStatus.IN_REVIEW, ClaimStatus.ON_HOLD})
AWAITING_EDITOR = frozenset({ClaimStatus.SUBMITTED, ClaimStatus.DISPUTED})
# Every required review is in: from here on the round's reviewers may read each other.
UNVEILED = AWAITING_EDITOR | {ClaimStatus.APPROVED}

PENDING = frozenset({AssignmentStatus.ASKED, AssignmentStatus.STARTED, AssignmentStatus.WAITING})
LIVE = PENDING | {AssignmentStatus.SUBMITTED}
CLOSED = frozenset({AssignmentStatus.DECLINED, AssignmentStatus.WITHDRAWN})


class Mover(Word):
    """In which relation to the thing a person makes a move."""

    EDITOR = "editor"
    HOLDER = "holder"
    SYSTEM = "system"


LABELS_OF_MOVERS = {
    Mover.EDITOR: "an editor",
    Mover.HOLDER: "its reviewer",
    Mover.SYSTEM: "the system",
}


@dataclass(frozen=True)
class Move:
    """One row of a move table.

    ``to`` is the status the move sets; ``None`` means derived from the assignments, or unchanged.
    ``asks`` says when the move asks for a reason: "never", "always" or "once started".
    """

    name: str
    label: str
    sources: frozenset[Word]
    to: Word | None
    by: frozenset[Mover]
    needs: str = ""
    asks: str = "never"


def _table(*moves: Move) -> dict[str, Move]:
    return {move.name: move for move in moves}


_C, _A = ClaimStatus, AssignmentStatus
_EDITOR, _HOLDER, _SYSTEM = frozenset({Mover.EDITOR}), frozenset({Mover.HOLDER}), frozenset({Mover.SYSTEM})
_OPEN_TO_CHANGE = frozenset({_C.PROPOSED, _C.QUEUED, _C.ASSIGNED, _C.IN_REVIEW, _C.ON_HOLD})

CLAIM_MOVES = _table(
    Move("queue", "Queue", frozenset({_C.PROPOSED}), None, _EDITOR),
    Move(
        "skip",
        "Skip",
        UNDECIDED,
        _C.SKIPPED,
        _EDITOR,
        "opinion, prediction, common knowledge, out of scope, duplicate of another claim, or other in words; "
        "assignments are closed; listed in the report",
        asks="always",
    ),
    Move(
        "restore",
        "Restore",
        frozenset({_C.SKIPPED, _C.RETIRED}),
        None,
        _EDITOR,
        "a passage in the current revision; goes back to the status before",
    ),
    Move(
        "edit",
        "Edit",
        _OPEN_TO_CHANGE,
        None,
        _EDITOR,
        "text, speaker, kind or flags; later only after return or reopen",
    ),
    Move("add", "Add a claim", frozenset(), _C.PROPOSED, _EDITOR, "a passage of the current revision"),
    Move(
        "split", "Split", _OPEN_TO_CHANGE, _C.PROPOSED, _EDITOR, "leaves pointers; submitted work asks first"
    ),
    Move("merge", "Merge", _OPEN_TO_CHANGE, None, _EDITOR, "leaves pointers; submitted work asks first"),
    Move(
        "assign",
        "Assign",
        UNDECIDED,
        None,
        _EDITOR,
        "an active reviewer, not on it in this round, not its writer; optional due date and instructions",
    ),
    Move(
        "approve",
        "Approve",
        frozenset({_C.SUBMITTED}),
        _C.APPROVED,
        _EDITOR,
        "policy met now, claim unchanged since the reviews; a decision is made",
    ),
    Move(
        "reopen",
        "Reopen",
        frozenset({_C.APPROVED}),
        None,
        _EDITOR,
        "minor or material; the decision ends and stays visible as a correction; next round",
        asks="always",
    ),
    Move(
        "recheck",
        "Recheck",
        frozenset({_C.SUBMITTED, _C.APPROVED}),
        None,
        _SYSTEM,
        "a new revision changed the passage, or the re-check date passed; next round",
        asks="always",
    ),
    Move(
        "retire",
        "Retire",
        frozenset(_C) - {_C.RETIRED},
        _C.RETIRED,
        _EDITOR,
        "assignments are closed; listed in the report",
        asks="always",
    ),
)

ASSIGNMENT_MOVES = _table(
    Move("start", "Start", frozenset({_A.ASKED}), _A.STARTED, _HOLDER, "comes with the first saved draft"),
    Move("save", "Save", frozenset({_A.STARTED}), _A.STARTED, _HOLDER),
    Move(
        "submit",
        "Submit",
        frozenset({_A.STARTED}),
        _A.SUBMITTED,
        _HOLDER,
        "verdict, rationale, the evidence that the policy asks for",
    ),
    Move(
        "recall",
        "Recall",
        frozenset({_A.SUBMITTED}),
        _A.STARTED,
        _HOLDER,
        "no editor acted, and another's review did not become visible to them",
    ),
    Move(
        "hold",
        "Put on hold",
        frozenset({_A.ASKED, _A.STARTED}),
        _A.WAITING,
        _HOLDER | _EDITOR,
        "until when",
        asks="always",
    ),
    Move(
        "resume",
        "Resume",
        frozenset({_A.WAITING}),
        None,
        _HOLDER | _EDITOR | _SYSTEM,
        "goes back to where it came from",
    ),
    Move(
        "decline",
        "Decline",
        PENDING,
        _A.DECLINED,
        _HOLDER,
        "editors see the reason; the draft is kept",
        asks="always",
    ),
    Move(
        "withdraw",
        "Unassign",
        PENDING,
        _A.WITHDRAWN,
        _EDITOR | _SYSTEM,
        "the draft is kept",
        asks="once started",
    ),
    Move(
        "return",
        "Return",
        frozenset({_A.SUBMITTED}),
        _A.STARTED,
        _EDITOR,
        "which review; the submitted version is kept",
        asks="always",
    ),
)

# Named in the tables, not yet offered by a verb or a button; docs/lifecycle.md names the same set.
NOT_YET = frozenset({"split", "merge", "recheck", "recall", "hold", "resume", "adjudication"})


@dataclass(frozen=True)
class Standing:
    """What ``status_of`` needs to know of one assignment of the current round."""

    status: AssignmentStatus
    verdict: object = None
    purpose: Purpose = Purpose.REVIEW


def status_of(required: int, round_: Iterable[Standing]) -> ClaimStatus:
    """The derived status of a claim from its ``required`` reviews (1 or more) and its current round.

    Pending work comes first, so that an extra reviewer's verdict is waited for; then an adjudication,
    then the required number and whether the verdicts agree.
    """
    live = [standing for standing in round_ if standing.status in LIVE]
    pending = [standing for standing in live if standing.status in PENDING]
    submitted = [standing for standing in live if standing.status is AssignmentStatus.SUBMITTED]
    if pending:
        if all(standing.status is AssignmentStatus.WAITING for standing in pending):
            return ClaimStatus.ON_HOLD
        untouched = not submitted and all(s.status is AssignmentStatus.ASKED for s in pending)
        return ClaimStatus.ASSIGNED if untouched else ClaimStatus.IN_REVIEW
    if any(standing.purpose is Purpose.ADJUDICATION for standing in submitted):
        return ClaimStatus.SUBMITTED
    if len(submitted) < required:
        return ClaimStatus.QUEUED
    same = len({standing.verdict for standing in submitted}) == 1
    return ClaimStatus.SUBMITTED if same else ClaimStatus.DISPUTED
