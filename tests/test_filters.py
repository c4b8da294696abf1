"""What can be asked of the claim list, and that nobody can ask for what they may not know."""

import datetime

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from claims.filters import (
    EditorClaimFilter,
    ReaderClaimFilter,
    ReviewerClaimFilter,
    filter_of,
    verdict_labels,
)
from claims.lifecycle import ClaimStatus
from claims.models import Claim, Document
from claims.permissions import visible_to
from claims.reports.offered import DOCUMENTS_OFFERED
from claims.reports.table_rows import with_own
from claims.workflow import approving, assigning, triage
from tests import factories


def filterset(user, asked=""):
    request = RequestFactory().get(f"/claims/?{asked}")
    request.user = user
    rows = visible_to(user, Claim.objects.all())
    if filter_of(user) is ReviewerClaimFilter:
        rows = with_own(user, rows)
    return filter_of(user)(QueryDict(asked), rows, request=request)


def found(user, asked=""):
    return sorted(filterset(user, asked).qs.values_list("document__title", "number"))


def due_in(hours):
    return timezone.now() + datetime.timedelta(hours=hours)


@pytest.fixture
def desk(cast, claim_in):
    """A claim in each of six statuses, held by carl, in a document named after its status."""
    edith = cast["edith"]
    for status in ("queued", "assigned", "in_review", "submitted", "disputed", "approved"):
        claim_in(ClaimStatus(status), factories.make_document(edith, title=status))
    return cast


def test_each_role_asks_its_own_questions(cast):
    assert [filter_of(cast[name]) for name in ("edith", "rolf", "carl", "rita", "otto")] == [
        EditorClaimFilter,
        EditorClaimFilter,
        ReviewerClaimFilter,
        ReaderClaimFilter,
        ReaderClaimFilter,
    ]
    assert list(EditorClaimFilter.base_filters) == [
        "q",
        "document",
        "kind",
        "order",
        "status",
        "reviewer",
        "verdict",
        "due",
        "worth",
    ]
    assert list(ReviewerClaimFilter.base_filters) == [
        "q",
        "document",
        "kind",
        "order",
        "state",
        "verdict",
        "due",
    ]
    assert list(ReaderClaimFilter.base_filters) == ["q", "document", "kind", "order", "verdict"]


@pytest.mark.parametrize("status", ["queued", "assigned", "in_review", "submitted", "disputed", "approved"])
def test_an_editor_asks_by_status(desk, status):
    assert found(desk["edith"], f"status={status}") == [(status, 1)]


def test_an_editor_asks_by_reviewer(desk):
    assert [title for title, _ in found(desk["edith"], f"reviewer={desk['carl'].pk}")] == [
        "approved",
        "assigned",
        "disputed",
        "in_review",
        "submitted",
    ]
    assert found(desk["edith"], f"reviewer={desk['clara'].pk}") == [("disputed", 1)]


def test_an_editor_asks_by_verdict_approved_or_handed_in(desk):
    assert [title for title, _ in found(desk["edith"], "verdict=True")] == [
        "approved",
        "disputed",
        "submitted",
    ]
    assert found(desk["edith"], "verdict=False") == [("disputed", 1)]


def test_an_ended_decision_is_no_verdict_of_now(desk):
    claim = Claim.objects.get(status="approved")
    approving.reopen(claim, by=desk["edith"], reason="New figures.", weight="minor")
    assert ("approved", 1) not in found(desk["edith"], "verdict=True")


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [("due=overdue", [1]), ("due=soon", [2]), ("due=later", [3]), ("due=none", [])],
)
def test_an_editor_asks_by_due_time_of_what_is_undecided(edith, asked, numbers):
    for number, hours in enumerate((-2, 3, 90, -2), 1):
        factories.make_document(edith, "One boat sank in 2025.\n", title=str(number), due_at=due_in(hours))
    triage.skip(Claim.objects.get(document__title="4"), by=edith, reason="opinion")
    assert [int(title) for title, _ in found(edith, asked)] == numbers


def test_an_editor_asks_by_kind_and_check_worthiness(edith, document):
    claims = Claim.objects.all()
    assert found(edith, "worth=800") == sorted(
        claims.filter(check_worthiness__gte=800).values_list("document__title", "number")
    )
    assert {c.kind for c in filterset(edith, "kind=statistic").qs} == {"statistic"}


@pytest.mark.parametrize("words", ["freight", "FREIGHT", "tonnes vessby", "Coast", "crow"])
def test_words_are_searched_in_any_case_and_by_their_beginning(edith, document, words):
    expected = {"freight": [1], "FREIGHT": [1], "tonnes vessby": [1], "Coast": [], "crow": [3]}[words]
    assert [number for _, number in found(edith, f"q={words}")] == expected


# --- what must not be asked --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked", ["status=disputed", "reviewer=1", "worth=800", "status=approved&reviewer=2"]
)
def test_a_reviewer_cannot_ask_about_others(desk, asked):
    assert found(desk["carl"], asked) == found(desk["carl"])


def test_a_reviewer_asks_for_their_own_verdict_only(desk):
    carl, clara = desk["carl"], desk["clara"]
    assert found(clara, "verdict=False") == [("disputed", 1)]
    assert found(clara, "verdict=True") == []
    assert ("in_review", 1) in found(carl, "verdict=True")


def test_a_reviewer_asks_by_own_state(desk):
    carl = desk["carl"]
    claim = Claim.objects.get(document__title="submitted", number=1)
    approving.return_review(claim.assignments.get(), by=desk["edith"], reason="Which table?")
    assert found(carl, "state=asked") == [("assigned", 1)]
    assert found(carl, "state=started") == [("in_review", 1)]
    assert found(carl, "state=returned") == [("submitted", 1)]
    assert found(carl, "state=submitted") == [("approved", 1), ("disputed", 1)]


def test_a_reviewer_asks_by_own_due_time(edith, carl, clara, document):
    for number, hours in ((1, -2), (2, 3)):
        claim = triage.queue(document.claims.get(number=number), by=edith)
        assigning.assign(claim, to=carl, by=edith, due=due_in(hours))
        assigning.assign(claim, to=clara, by=edith, due=due_in(90))
    assert [number for _, number in found(carl, "due=overdue")] == [1]
    assert [number for _, number in found(carl, "due=soon")] == [2]
    assert [number for _, number in found(clara, "due=later")] == [1, 2]


def test_an_editor_who_reviews_a_claim_asks_by_their_own_part(cast, document):
    edith, rolf, clara = cast["edith"], cast["rolf"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    factories.make_review(assigning.assign(claim, to=clara, by=edith), label="False")
    assert Claim.objects.get(pk=claim.pk).status == "in_review"
    assert (len(found(edith, "status=in_review")), len(found(edith, "status=assigned"))) == (1, 0)
    assert (len(found(rolf, "status=in_review")), len(found(rolf, "status=assigned"))) == (0, 1)
    assert found(rolf, f"reviewer={clara.pk}") == []
    assert len(found(rolf, f"reviewer={rolf.pk}")) == 1
    assert found(rolf, "verdict=False") == []
    assert len(found(edith, "verdict=False")) == 1


def test_a_reader_asks_among_approved_claims(desk):
    assert found(desk["rita"]) == [("approved", 1)]
    assert found(desk["rita"], "verdict=True") == [("approved", 1)]
    assert found(desk["rita"], "verdict=False") == []
    assert found(desk["rita"], "status=submitted&state=asked") == [("approved", 1)]


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("carl", ["approved", "assigned", "disputed", "in_review", "submitted"]),
        ("clara", ["disputed"]),
        ("rita", ["approved"]),
        ("otto", []),
    ],
)
def test_documents_offered_are_those_of_claims_one_sees(desk, name, titles):
    field = filterset(desk[name]).form.fields["document"]
    assert sorted(label for _, label in field.choices) == sorted(["Any", *titles])


def test_a_document_one_does_not_see_is_like_one_that_does_not_exist(desk):
    hidden, missing = Document.objects.get(title="queued").pk, 987654
    errors = [filterset(desk["clara"], f"document={key}").errors for key in (hidden, missing)]
    assert errors[0] == errors[1] != {}


def test_documents_offered_are_few_and_the_chosen_one_is_among_them(edith, monkeypatch):
    monkeypatch.setattr("claims.reports.offered.DOCUMENTS_OFFERED", 2)
    assert DOCUMENTS_OFFERED == 25
    first, *_ = [factories.make_document(edith, title=title) for title in ("a", "b", "c" * 80)]
    labels = [label for _, label in filterset(edith, f"document={first.pk}").form.fields["document"].choices]
    assert labels == ["Any", "a", "c" * 58 + " …"]
    assert {title for title, _ in found(edith, f"document={first.pk}")} == {"a"}


@pytest.mark.parametrize(
    "asked",
    [
        "status=nope",
        "kind=%00",
        "document=x",
        "document=99999999999999999999999",
        "reviewer=-1",
        "due=yesterday",
        "worth=1e9",
        "verdict=Nice",
        "order=price",
        "q=" + "x" * 201,
        "q=a%00b",
    ],
)
def test_what_is_not_known_is_an_error_of_its_field_and_filters_nothing(edith, document, asked):
    asked_set = filterset(edith, asked)
    assert list(asked_set.errors) == [asked.partition("=")[0]]
    assert asked_set.qs.count() == 3


def test_orders(edith, carl, rita):
    assert [filterset(edith, f"order={order}").columns for order in ("", "new", "worth", "due")] == [
        ("-id",),
        ("-id",),
        ("-check_worthiness", "-id"),
        ("due_sort", "id"),
    ]
    carls = filterset(carl, "order=due")
    assert (carls.errors, carls.columns) == ({}, ("own_due_sort", "own_claim"))
    assert list(filterset(rita, "order=due").errors) == ["order"]


def test_verdict_labels_are_each_named_once(db):
    labels = verdict_labels()
    assert labels[:2] == ["True", "Mostly true"]
    assert labels.count("Opinion") == 1
