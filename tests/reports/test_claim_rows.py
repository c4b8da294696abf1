"""What a row of a claim says to whom, and which moves it offers."""

import pytest

from claims.lifecycle import ASSIGNMENT_MOVES, CLAIM_MOVES, ClaimStatus
from claims.models import Assignment, Claim
from claims.permissions import decide, visible_to, worked_on, worked_on_among
from claims.reports.claim_rows import LONGEST_WORDING, ROW_MOVES, ClaimRow, with_row
from claims.workflow import approving, assigning, editing, triage
from tests import factories


def row_of(user, claim):
    claims = with_row(user, visible_to(user, Claim.objects.filter(pk=claim.pk)))
    mine = worked_on_among(user, Claim.objects.all()).values_list("pk", flat=True)
    return ClaimRow(claims.get(), user, claim.pk in set(mine))


def test_an_editor_reads_status_reviewers_and_verdicts(edith, shared):
    row = row_of(edith, shared)
    assert (row.status, row.own, row.is_veiled) == ("in_review", None, False)
    assert [str(each.reviewer) for each in row.assignments] == ["Rolf", "Clara"]
    assert [review.verdict.label for review in row.handed_in] == ["False"]


def test_an_editor_who_reviews_it_reads_their_own_part(rolf, shared):
    row = row_of(rolf, shared)
    assert (row.status, row.own.status, row.is_veiled, row.moves) == ("", "asked", True, [])
    assert [str(each.reviewer) for each in row.assignments] == ["Rolf"]
    assert row.handed_in == []


def test_a_reviewer_reads_their_own_part(clara, shared):
    row = row_of(clara, shared)
    assert (row.status, row.own.status, row.own_verdict.label, row.moves) == ("", "submitted", "False", [])
    assert row.is_settled


def test_a_reviewer_reads_the_latest_of_their_own(edith, carl, document):
    claim = triage.queue(document.claims.get(number=1), by=edith)
    first = assigning.assign(claim, to=carl, by=edith)
    factories.make_review(first, submit=False)
    assigning.decline(first, by=carl, reason="No time.")
    assert (row_of(carl, claim).own.status, row_of(carl, claim).is_settled) == ("declined", True)
    assigning.assign(claim, to=carl, by=edith)
    row = row_of(carl, claim)
    assert (row.own.status, row.own_verdict, row.is_settled) == ("asked", None, False)


def test_a_long_wording_is_cut_between_words(edith, document):
    claim = document.claims.get(number=1)
    editing.edit(claim, by=edith, text="boat " * 200)
    words = row_of(edith, claim).words
    assert words.endswith("boat …")
    assert len(words) <= LONGEST_WORDING + 2
    assert row_of(edith, document.claims.get(number=2)).words == document.claims.get(number=2).text


def test_why_it_is_settled(edith, document):
    first, second, third = document.claims.order_by("number")
    triage.skip(first, by=edith, reason="other", words="Said in jest.")
    triage.retire(second, by=edith, reason="The paragraph was cut.")
    assert [row_of(edith, claim).why_settled for claim in (first, second, third)] == [
        "Other: Said in jest.",
        "The paragraph was cut.",
        "",
    ]


def test_the_moves_of_a_row_start_from_its_status():
    both = CLAIM_MOVES | ASSIGNMENT_MOVES
    for status, names in ROW_MOVES.items():
        assert [name for name in names if name in CLAIM_MOVES and status not in both[name].sources] == []


@pytest.mark.parametrize("sole_sign_off", [False, True])
@pytest.mark.parametrize("status", list(ROW_MOVES))
@pytest.mark.parametrize("name", ["edith", "elias", "rolf", "carl", "ada"])
def test_a_row_offers_what_decide_allows(cast, claim_in, settings, name, status, sole_sign_off):
    settings.SOLE_SIGN_OFF = sole_sign_off
    user, claim = cast[name], claim_in(status)
    assert [move.name for move in ClaimRow(with_claim(user, claim), user, worked_on(user, claim)).moves] == [
        move for move in ROW_MOVES[status] if allowed(user, move, claim)
    ]


def with_claim(user, claim):
    return with_row(user, Claim.objects.filter(pk=claim.pk)).get()


def allowed(user, move, claim):
    if move in CLAIM_MOVES:
        return bool(decide(user, move, claim))
    return any(decide(user, move, each) for each in Assignment.objects.filter(claim=claim))


def test_who_reviewed_or_wrote_it_is_not_offered_to_approve_it(cast, settings):
    edith, rolf = cast["edith"], cast["rolf"]
    written = factories.make_document(edith, writer=cast["elias"])
    claim = factories.bring_to(
        ClaimStatus.SUBMITTED,
        written.claims.get(number=1),
        editor=edith,
        reviewer=rolf,
        approver=cast["elias"],
        other=cast["clara"],
    )
    offered = {
        name: [move.name for move in row_of(cast[name], claim).moves] for name in ("edith", "elias", "rolf")
    }
    assert offered == {"edith": ["approve", "return"], "elias": ["return"], "rolf": []}
    settings.SOLE_SIGN_OFF = True
    assert "approve" in [move.name for move in row_of(rolf, claim).moves]


def test_rows_are_three_queries_however_many(edith, claim_in, django_assert_num_queries):
    for status in (ClaimStatus.SUBMITTED, ClaimStatus.DISPUTED, ClaimStatus.APPROVED):
        claim_in(status)
    assert edith.roles
    for count in (1, 3):
        with django_assert_num_queries(3):
            claims = with_row(edith, Claim.objects.exclude(status="proposed"))[:count]
            rows = [ClaimRow(claim, edith) for claim in claims]
            said = [
                (r.words, r.status, r.moves, r.handed_in, r.claim.document.title, r.why_settled) for r in rows
            ]
    assert len(said) == 3


def test_reopened_claims_forget_the_reviews_of_the_round_before(cast, claim_in):
    claim = claim_in(ClaimStatus.APPROVED)
    approving.reopen(claim, by=cast["edith"], reason="New figures.", weight="minor")
    row = row_of(cast["edith"], claim)
    assert (row.status, row.assignments, row.handed_in) == ("queued", [], [])
