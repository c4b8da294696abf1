"""What a row of the claim list says to whom."""

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim
from claims.permissions import visible_to
from claims.reports.table_rows import Badge, Chip, table_rows, with_columns, with_own
from claims.workflow import assigning, triage
from tests import factories


def row_of(user, claim):
    rows = visible_to(user, Claim.objects.filter(pk=claim.pk))
    rows = with_own(user, rows) if {str(role) for role in user.roles} == {"reviewer"} else rows
    [row] = table_rows(user, list(with_columns(user, rows)))
    return row


def test_an_editor_reads_status_and_reviewers(edith, shared):
    row = row_of(edith, shared)
    assert (row.sign, row.reviewers, row.verdict) == (
        Badge("in_review", "In review"),
        ["Rolf", "Clara"],
        None,
    )


def test_an_editor_who_reviews_it_reads_their_own_part(rolf, shared):
    row = row_of(rolf, shared)
    assert (row.sign, row.reviewers) == (Badge("asked", "Asked"), ["Rolf"])


def test_a_reviewer_reads_their_own_part(clara, shared):
    row = row_of(clara, shared)
    assert (row.sign.name, row.verdict, row.reviewers) == ("submitted", Chip("False", "red", "cross"), ())
    assert row.done


def test_a_reviewer_reads_the_latest_of_their_own(edith, carl, document):
    claim = triage.queue(document.claims.get(number=1), by=edith)
    first = assigning.assign(claim, to=carl, by=edith)
    factories.make_review(first, submit=False)
    assigning.decline(first, by=carl, reason="No time.")
    assert (row_of(carl, claim).sign.name, row_of(carl, claim).done) == ("declined", True)
    assigning.assign(claim, to=carl, by=edith)
    row = row_of(carl, claim)
    assert (row.sign.name, row.verdict, row.done) == ("asked", None, False)


@pytest.mark.parametrize("status", ["queued", "assigned", "in_review", "submitted", "disputed", "approved"])
@pytest.mark.parametrize("holder", [False, True])
def test_who_is_named_is_who_is_visible(cast, claim_in, status, holder):
    """The rule stands once as a query, in ``permissions``, and once in the rows."""
    claim, rolf = claim_in(ClaimStatus(status)), cast["rolf"]
    if holder:
        live = Assignment.objects.filter(claim=claim, reviewer=cast["carl"])
        live.update(reviewer=rolf)
    seen = visible_to(rolf, Assignment.objects.live().filter(claim=claim)).order_by("id")
    assert row_of(rolf, claim).reviewers == [str(each.reviewer) for each in seen]


def test_a_reader_who_also_reviews_sees_approved_claims_of_others(cast, claim_in, rita):
    claim = claim_in(ClaimStatus.APPROVED)
    both = factories.make_user("bo", *(role for name in ("carl", "rita") for role in cast[name].roles))
    rows = with_own(both, visible_to(both, Claim.objects.all())).order_by("own_due_sort", "own_claim")
    [row] = table_rows(both, list(with_columns(both, rows)))
    assert (row.number, row.sign, row.done) == (claim.number, None, True)
    assert row.verdict == Chip("True", "green", row.verdict.shape)


def test_long_words_and_titles_are_cut(edith):
    document = factories.make_document(edith, "Boats sailed from Vessby and " * 30, title="t" * 71)
    row = row_of(edith, document.claims.first())
    assert row.words.endswith(" …")
    assert row.title == "t" * 69 + "…"
