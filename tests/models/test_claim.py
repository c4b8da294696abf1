"""Claims: their constraints as sentences, and the words of their QuerySet."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Claim, ClaimLink, ClaimSpan, Document, User
from claims.workflow import editing
from tests import factories

BAD = {
    "claim_passage_is_not_empty": {"start": 5, "end": 5},
    "claim_has_words": {"text": ""},
    "claim_status_is_known": {"status": "lost"},
    "claim_kind_is_known": {"kind": "rumour"},
    "claim_check_worthiness_is_at_most_1000": {"check_worthiness": 1001},
    "claim_needs_at_least_one_review": {"required_reviews": 0},
    "claim_approved_has_decision": {"status": "approved"},
    "claim_skipped_has_reason": {"status": "skipped", "status_before": "queued"},
    "claim_retired_has_reason": {"status": "retired", "status_before": "queued"},
    "claim_put_aside_knows_status_before": {"status": "skipped", "settled_reason": "opinion"},
    "claim_number_is_unique": {"number": 2},
}


@pytest.mark.parametrize("name", BAD)
def test_the_database_refuses(claim: Claim, database_refuses: Callable, name: str):
    with database_refuses(name):
        Claim.objects.filter(pk=claim.pk).update(**BAD[name])


def test_an_undecided_claim_has_no_decision(claim_in: Callable[..., Claim], database_refuses: Callable):
    approved = claim_in(ClaimStatus.APPROVED)
    with database_refuses("claim_undecided_has_no_decision"):
        Claim.objects.filter(pk=approved.pk).update(status="queued")


def test_a_quote_without_words_is_refused(claim: Claim, database_refuses: Callable):
    with database_refuses("claim_has_words"):
        Claim.objects.filter(pk=claim.pk).update(quote="")


def test_every_constraint_has_a_test():
    names = {constraint.name for constraint in Claim._meta.constraints}
    assert names == {*BAD, "claim_undecided_has_no_decision"}


def test_spans_are_not_empty_and_numbered(claim: Claim, database_refuses: Callable):
    span = claim.spans.first()
    with database_refuses("span_is_not_empty"):
        ClaimSpan.objects.filter(pk=span.pk).update(start=span.end)
    with database_refuses("span_position_is_unique"):
        ClaimSpan.objects.create(claim=claim, revision=claim.revision, position=span.position, start=0, end=1)


def test_a_claim_links_to_another_one_once(claim: Claim, document: Document, database_refuses: Callable):
    other = document.claims.get(number=2)
    ClaimLink.objects.create(from_claim=claim, to_claim=other, how="split")
    with database_refuses("claim_link_is_unique"):
        ClaimLink.objects.create(from_claim=claim, to_claim=other, how="split")
    with database_refuses("claim_links_to_another_claim"):
        ClaimLink.objects.create(from_claim=claim, to_claim=claim, how="merged")


# --- the QuerySet ----------------------------------------------------------------------------------------


def test_the_words_for_where_claims_stand(claim_in: Callable[..., Claim], cast: dict[str, User]):
    documents = {
        status: factories.make_document(cast["edith"]) for status in ClaimStatus if status != "on_hold"
    }
    for status, document in documents.items():
        claim = claim_in(status, document)
        document.claims.exclude(pk=claim.pk).update(
            status="skipped", status_before="queued", settled_reason="x"
        )
    every = Claim.objects.exclude(settled_reason="x")

    def found(rows: object) -> list[str]:
        return sorted(claim.status for claim in rows)

    assert found(every.to_triage()) == ["proposed"]
    assert found(every.unassigned()) == ["queued"]
    assert found(every.with_reviewers()) == ["assigned", "in_review"]
    assert found(every.waiting_for_editor()) == ["disputed", "submitted"]
    assert found(every.undecided()) == [
        "assigned",
        "disputed",
        "in_review",
        "proposed",
        "queued",
        "submitted",
    ]


def test_overdue(document: Document):
    now = timezone.now()
    late, early, none = document.claims.order_by("number")[:3]
    Claim.objects.filter(pk=late.pk).update(due_at=now - datetime.timedelta(minutes=1))
    Claim.objects.filter(pk=early.pk).update(due_at=now + datetime.timedelta(minutes=1))
    assert list(document.claims.overdue()) == [late]
    assert list(document.claims.overdue(now + datetime.timedelta(hours=1)).order_by("number")) == [
        late,
        early,
    ]
    assert none.due_sort.year == 9999


def test_claims_without_a_due_time_come_last(document: Document):
    first, second = document.claims.order_by("number")[:2]
    Claim.objects.filter(pk=second.pk).update(due_at=timezone.now())
    ordered = list(document.claims.filter(pk__in=[first.pk, second.pk]).order_by("due_sort", "id"))
    assert ordered == [second, first]


def test_text_order(document: Document, edith: User):
    added = editing.add(document, by=edith, start=0, end=11)
    ordered = list(document.claims.in_text_order())
    assert ordered[0] == added
    assert [claim.start for claim in ordered] == sorted(claim.start for claim in ordered)


# --- one claim -------------------------------------------------------------------------------------------


def test_the_digest_is_of_what_the_claim_says(claim: Claim, edith: User):
    before = claim.digest()
    said = {"text": "New.", "speaker": "Holm", "kind": "opinion", "flags": ["legal"]}
    digests = {before}
    for name, value in said.items():
        editing.edit(claim, by=edith, **{name: value})
        digests.add(Claim.objects.get(pk=claim.pk).digest())
    assert len(digests) == 5


def test_the_digest_does_not_depend_on_who_is_due_or_the_order_of_flags(claim: Claim):
    Claim.objects.filter(pk=claim.pk).update(flags=["legal", "health"])
    one = Claim.objects.get(pk=claim.pk).digest()
    Claim.objects.filter(pk=claim.pk).update(flags=["health", "legal"], due_at=timezone.now(), version=7)
    assert Claim.objects.get(pk=claim.pk).digest() == one


def test_worth_and_guess(claim: Claim, edith: User):
    claim.check_worthiness = 73
    assert (claim.worth, claim.is_guess, claim.flag_words) == ("0.07", True, [])
    assert not editing.edit(claim, by=edith).is_guess
