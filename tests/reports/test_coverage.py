"""Sentences accounted for, claims by where they stand, and a reviewer's own share."""

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Claim
from claims.reports.coverage import (
    BAR_PARTS,
    Coverage,
    Progress,
    SentenceState,
    Share,
    Standing,
    coverage,
    progress,
    shares,
)
from claims.workflow import assigning, triage
from tests import factories

UNSEEN, SKIPPED, CLAIMED = SentenceState.UNSEEN, SentenceState.SKIPPED, SentenceState.CLAIMED


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([], UNSEEN),
        (["proposed"], UNSEEN),
        (["retired"], UNSEEN),
        (["proposed", "retired"], UNSEEN),
        (["skipped"], SKIPPED),
        (["skipped", "retired"], SKIPPED),
        (["skipped", "proposed"], UNSEEN),
        (["queued"], CLAIMED),
        (["approved", "proposed", "skipped"], CLAIMED),
    ],
)
def test_the_state_of_a_sentence(statuses, state):
    assert coverage(1, [Standing(status, 0, 0) for status in statuses]).states == [state]


def test_a_claim_covers_every_sentence_it_touches():
    found = coverage(5, [Standing("queued", 1, 3), Standing("skipped", 4, 9)])
    assert found.states == [UNSEEN, CLAIMED, CLAIMED, CLAIMED, SKIPPED]
    assert (found.total, found.claimed, found.skipped, found.unseen, found.accounted) == (5, 3, 1, 1, 4)
    assert found.percent == 80


def test_sentences_with_claims_to_triage_are_counted_among_the_unseen():
    standings = [Standing("proposed", 0, 1), Standing("queued", 1, 1), Standing("skipped", 2, 2)]
    found = coverage(5, [*standings, Standing("proposed", 2, 2), Standing("retired", 3, 3)])
    assert found.states == [UNSEEN, CLAIMED, UNSEEN, UNSEEN, UNSEEN]
    assert found.proposed == 2


def test_a_hundred_per_cent_means_all():
    assert Coverage([CLAIMED] * 999 + [UNSEEN]).percent == 99
    assert Coverage([CLAIMED, SKIPPED]).percent == 100
    assert Coverage([]).percent == 100


def test_next_unseen_goes_round():
    found = Coverage([UNSEEN, CLAIMED, UNSEEN])
    assert [found.next_unseen(after) for after in (-1, 0, 1, 2, 99)] == [0, 2, 2, 0, 0]
    assert Coverage([CLAIMED]).next_unseen() is None


def test_a_short_bar_has_a_part_a_sentence():
    assert Coverage([CLAIMED, CLAIMED, UNSEEN, SKIPPED]).bar() == [
        {"x": "0", "width": "25", "kind": "claims"},
        {"x": "25", "width": "25", "kind": "claims"},
        {"x": "50", "width": "25", "kind": "unseen"},
        {"x": "75", "width": "25", "kind": "skipped"},
    ]


def test_a_long_bar_joins_neighbours():
    assert Coverage([CLAIMED] * 300 + [UNSEEN] * 100).bar() == [
        {"x": "0", "width": "75", "kind": "claims"},
        {"x": "75", "width": "25", "kind": "unseen"},
    ]


def test_the_longest_bar_stays_short_and_hides_nothing_unseen():
    states = [CLAIMED] * 20_000
    states[7_777] = UNSEEN
    parts = Coverage(states).bar()
    assert [part["kind"] for part in parts] == ["claims", "unseen", "claims"]
    assert len(Coverage([CLAIMED, UNSEEN, SKIPPED] * 7_000).bar()) <= BAR_PARTS * 2


def test_progress_counts_by_where_claims_stand(document, edith, carl, claim_in, django_assert_num_queries):
    first, second, _ = document.claims.order_by("number")
    triage.queue(first, by=edith)
    triage.skip(second, by=edith, reason="opinion")
    other = claim_in(ClaimStatus.SUBMITTED).document
    with django_assert_num_queries(1):
        found = progress([document.pk, other.pk], edith)
    mine = found[document.pk]
    assert (mine.total, mine.to_triage, mine.unassigned, mine.settled) == (3, 1, 1, 1)
    assert (mine.with_reviewers, mine.waiting_for_editor) == (0, 0)
    assert (found[other.pk].waiting_for_editor, found[other.pk].to_triage) == (1, 2)
    assert mine.bar() == [
        {"x": "0", "width": "33.333", "kind": "done"},
        {"x": "33.333", "width": "0", "kind": "started"},
    ]
    assert Progress().bar() == []


def test_progress_tells_who_also_reviews_nothing_of_the_others(cast, document):
    edith, rolf, carl = cast["edith"], cast["rolf"], cast["carl"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    own, other = (assigning.assign(claim, to=who, by=edith) for who in (rolf, carl))
    Claim.objects.filter(pk=claim.pk).update(required_reviews=2)
    factories.make_review(own)
    told = progress([document.pk], rolf)[document.pk]
    assert (told.with_reviewers, told.unassigned, told.total) == (1, 0, 3)
    assigning.decline(other, by=carl, reason="No time.")
    assert Claim.objects.get(pk=claim.pk).status == "queued"
    assert progress([document.pk], rolf)[document.pk].bar() == told.bar()
    assert progress([document.pk], edith)[document.pk].unassigned == 1


def test_a_share_is_ones_own(document, edith, carl, clara, django_assert_num_queries):
    for claim in document.claims.order_by("number"):
        triage.queue(claim, by=edith)
    first, second, third = document.claims.order_by("number")
    factories.make_review(assigning.assign(first, to=carl, by=edith))
    factories.make_review(assigning.assign(second, to=carl, by=edith), submit=False)
    declined = assigning.assign(third, to=carl, by=edith)
    assigning.decline(declined, by=carl, reason="I know the mayor.")
    assigning.assign(third, to=clara, by=edith)
    with django_assert_num_queries(1):
        share = shares(carl, [document.pk])[document.pk]
    assert (share.total, share.submitted, share.started, share.asked) == (2, 1, 1, 0)
    assert [part["width"] for part in share.bar()] == ["50", "50"]
    assert shares(clara, [document.pk])[document.pk].asked == 1
    assert Share().bar() == []
