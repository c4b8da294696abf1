"""The lifecycle as data: the derived status and both move tables, held against a second statement of the rules."""

from collections.abc import Iterator
from itertools import combinations_with_replacement

import pytest

from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    AWAITING_EDITOR,
    AWAITING_REVIEWERS,
    CLAIM_MOVES,
    CLOSED,
    DERIVED_STATUSES,
    LABELS_OF_MOVERS,
    LIVE,
    NOT_YET,
    PENDING,
    SET_STATUSES,
    SETTLED,
    UNDECIDED,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
    Move,
    Mover,
    Purpose,
    Standing,
    status_of,
)

A = AssignmentStatus

# --- the derived status ----------------------------------------------------------------------------------

KINDS = [
    *(Standing(status, None, purpose) for status in A if status is not A.SUBMITTED for purpose in Purpose),
    *(Standing(A.SUBMITTED, verdict, purpose) for verdict in ("true", "false") for purpose in Purpose),
]


def rounds() -> Iterator[tuple[Standing, ...]]:
    """Every round of up to three assignments, whatever their order."""
    for size in range(4):
        yield from combinations_with_replacement(KINDS, size)


def as_the_rules_say(required: int, round_: tuple[Standing, ...]) -> str:
    """The rules in the order of their sentences, in plain words and counts."""
    count = {status: sum(standing.status == status for standing in round_) for status in A}
    still_open = count[A.ASKED] + count[A.STARTED] + count[A.WAITING]
    handed_in = [standing for standing in round_ if standing.status == "submitted"]
    if still_open and still_open == count[A.WAITING]:
        return "on_hold"
    if still_open and (count[A.STARTED] or count[A.WAITING] or handed_in):
        return "in_review"
    if still_open:
        return "assigned"
    if "adjudication" in [standing.purpose for standing in handed_in]:
        return "submitted"
    if len(handed_in) < required:
        return "queued"
    return "submitted" if len({standing.verdict for standing in handed_in}) == 1 else "disputed"


@pytest.mark.parametrize("required", [1, 2, 3])
def test_status_of_every_round(required: int):
    told = {round_: status_of(required, round_) for round_ in rounds()}
    assert len(told) == 680
    assert {r: s for r, s in told.items() if s != as_the_rules_say(required, r)} == {}


@pytest.mark.parametrize(
    ("required", "round_", "status"),
    [
        (1, [], ClaimStatus.QUEUED),
        (1, [(A.ASKED, None)], ClaimStatus.ASSIGNED),
        (1, [(A.STARTED, None)], ClaimStatus.IN_REVIEW),
        (1, [(A.WAITING, None)], ClaimStatus.ON_HOLD),
        (2, [(A.WAITING, None), (A.ASKED, None)], ClaimStatus.IN_REVIEW),
        (1, [(A.SUBMITTED, 5)], ClaimStatus.SUBMITTED),
        (2, [(A.SUBMITTED, 5)], ClaimStatus.QUEUED),
        (2, [(A.SUBMITTED, 5), (A.ASKED, None)], ClaimStatus.IN_REVIEW),
        (2, [(A.SUBMITTED, 5), (A.SUBMITTED, 5)], ClaimStatus.SUBMITTED),
        (2, [(A.SUBMITTED, 5), (A.SUBMITTED, 1)], ClaimStatus.DISPUTED),
        (1, [(A.SUBMITTED, 5), (A.SUBMITTED, 1)], ClaimStatus.DISPUTED),
        (1, [(A.DECLINED, None), (A.WITHDRAWN, None)], ClaimStatus.QUEUED),
        (1, [(A.DECLINED, 5)], ClaimStatus.QUEUED),
    ],
)
def test_status_of_the_rounds_one_talks_about(
    required: int, round_: list[tuple[AssignmentStatus, object]], status: ClaimStatus
):
    assert status_of(required, [Standing(*each) for each in round_]) is status


def test_an_adjudication_decides_what_reviewers_differ_on():
    differ = [Standing(A.SUBMITTED, 5), Standing(A.SUBMITTED, 1)]
    assert status_of(2, differ) is ClaimStatus.DISPUTED
    asked = Standing(A.ASKED, None, Purpose.ADJUDICATION)
    assert status_of(2, [*differ, asked]) is ClaimStatus.IN_REVIEW
    ruled = Standing(A.SUBMITTED, 1, Purpose.ADJUDICATION)
    assert status_of(2, [*differ, ruled]) is ClaimStatus.SUBMITTED


def test_the_order_of_assignments_does_not_matter():
    for round_ in rounds():
        assert status_of(2, round_) == status_of(2, reversed(round_))


def test_status_of_says_derived_statuses_only_and_all_of_them():
    assert {status_of(required, round_) for required in (1, 2) for round_ in rounds()} == DERIVED_STATUSES


# --- sets of statuses ------------------------------------------------------------------------------------


def test_every_claim_status_is_set_or_derived_and_waits_for_someone_or_is_settled():
    assert set(ClaimStatus) == SET_STATUSES | DERIVED_STATUSES
    assert set() == SET_STATUSES & DERIVED_STATUSES
    assert set(ClaimStatus) - AWAITING_EDITOR - AWAITING_REVIEWERS - SETTLED == {"proposed", "queued"}
    assert set(ClaimStatus) == UNDECIDED | SETTLED
    assert set() == UNDECIDED & SETTLED


def test_others_work_shows_only_when_every_review_is_in():
    assert {"submitted", "disputed", "approved"} == UNVEILED


def test_every_assignment_status_is_live_or_closed():
    assert set(AssignmentStatus) == LIVE | CLOSED
    assert set() == LIVE & CLOSED
    assert {"submitted"} == LIVE - PENDING


def test_labels_are_words_for_people():
    labels = [status.label for status in ClaimStatus]
    assert labels == [
        "Proposed",
        "Queued",
        "Assigned",
        "In review",
        "On hold",
        "Submitted",
        "Reviewers differ",
        "Approved",
        "Skipped",
        "Retired",
    ]
    assert set(LABELS_OF_MOVERS) == set(Mover)


# --- the move tables -------------------------------------------------------------------------------------

OPEN = "proposed queued assigned in_review on_hold"
UNDECIDED_WORDS = f"{OPEN} submitted disputed"
E, H, S = "editor", "holder", "system"
# name: from, to ("" is derived or unchanged), by, asks for a reason
CLAIM_ROWS = {
    "queue": ("proposed", "", E, "never"),
    "skip": (UNDECIDED_WORDS, "skipped", E, "always"),
    "restore": ("skipped retired", "", E, "never"),
    "edit": (OPEN, "", E, "never"),
    "add": ("", "proposed", E, "never"),
    "split": (OPEN, "proposed", E, "never"),
    "merge": (OPEN, "", E, "never"),
    "assign": (UNDECIDED_WORDS, "", E, "never"),
    "approve": ("submitted", "approved", E, "never"),
    "reopen": ("approved", "", E, "always"),
    "recheck": ("submitted approved", "", S, "always"),
    "retire": (f"{UNDECIDED_WORDS} approved skipped", "retired", E, "always"),
}
ASSIGNMENT_ROWS = {
    "start": ("asked", "started", H, "never"),
    "save": ("started", "started", H, "never"),
    "submit": ("started", "submitted", H, "never"),
    "recall": ("submitted", "started", H, "never"),
    "hold": ("asked started", "waiting", f"{H} {E}", "always"),
    "resume": ("waiting", "", f"{H} {E} {S}", "never"),
    "decline": ("asked started waiting", "declined", H, "always"),
    "withdraw": ("asked started waiting", "withdrawn", f"{E} {S}", "once started"),
    "return": ("submitted", "started", E, "always"),
}


def as_row(move: Move) -> tuple[set[str], str, set[str], str]:
    return set(map(str, move.sources)), str(move.to or ""), set(map(str, move.by)), move.asks


def split(row: tuple[str, str, str, str]) -> tuple[set[str], str, set[str], str]:
    return set(row[0].split()), row[1], set(row[2].split()), row[3]


@pytest.mark.parametrize(("table", "rows"), [(CLAIM_MOVES, CLAIM_ROWS), (ASSIGNMENT_MOVES, ASSIGNMENT_ROWS)])
def test_the_move_table_is_complete(table: dict[str, Move], rows: dict[str, tuple[str, str, str, str]]):
    assert {name: as_row(move) for name, move in table.items()} == {n: split(r) for n, r in rows.items()}
    assert [move.name for move in table.values()] == list(table)


def test_what_stands_in_the_tables_only_is_named():
    assert NOT_YET - set(CLAIM_MOVES) - set(ASSIGNMENT_MOVES) == {"adjudication"}
