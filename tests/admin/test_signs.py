"""Badges, links and excerpts of admin's columns."""

import pytest

from claims.admin.signs import (
    YOURS,
    claims_link,
    document_link,
    excerpt,
    several,
    status_badge,
    with_shown_status,
)
from claims.lifecycle import ClaimStatus
from claims.models import Claim, User
from claims.workflow import assigning, triage


@pytest.mark.parametrize("status", ClaimStatus)
def test_a_status_has_its_symbol_and_its_word(status: ClaimStatus):
    badge = status_badge(status.value)
    assert (f"status--{status}" in badge, status.label in badge) == (True, True)


def test_ones_own_claim_has_a_badge_of_its_own():
    assert "With you" in status_badge(YOURS)


def test_a_status_is_hidden_from_the_reviewer_only_while_others_may_work(
    claim: Claim, rolf: User, edith: User
):
    def shown(user: User) -> str:
        return with_shown_status(Claim.objects.filter(pk=claim.pk), user).get().shown

    triage.queue(claim, by=edith)
    assert shown(rolf) == "queued"
    assigning.assign(claim, to=rolf, by=edith)
    assert (shown(rolf), shown(edith)) == (YOURS, "assigned")
    Claim.objects.filter(pk=claim.pk).update(status="submitted")
    assert shown(rolf) == "submitted"


def test_a_number_leads_to_its_claims():
    assert claims_link(3, document=7, status="triage") == (
        '<a href="/admin/claims/claim/?document=7&amp;status=triage">3</a>'
    )
    assert claims_link(0, document=7) == '<span class="quiet">0</span>'


def test_a_title_is_no_markup():
    assert document_link(7, "<b>5 > 3</b>") == (
        '<a href="/admin/claims/document/7/change/">&lt;b&gt;5 &gt; 3&lt;/b&gt;</a>'
    )


def test_names_stand_with_commas():
    assert (several(["Carl", "<Clara>"]), several([], "Nobody")) == ("Carl, &lt;Clara&gt;", "Nobody")


@pytest.mark.parametrize(
    ("words", "short"),
    [("one  two\nthree", "one two three"), ("one two three four", "one two …"), ("", "")],
)
def test_an_excerpt_ends_at_a_word(words: str, short: str):
    assert excerpt(words, 13) == short
