"""What an editor may ask of the claim list."""

import pytest

from claims.models import Claim, Document, Review, Verdict
from claims.workflow import approving, assigning, checking, triage
from tests import factories
from tests.filters.asking import due_in, filterset, found


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


@pytest.mark.parametrize("order", ["new", "worth", "due"])
@pytest.mark.parametrize("more", ["reviewer={carl}", "verdict=True"])
def test_a_proposed_claim_has_neither_reviewer_nor_verdict(desk, more, order):
    asked = more.format(carl=desk["carl"].pk)
    assert found(desk["edith"], f"{asked}&order={order}") != []
    assert found(desk["edith"], f"status=proposed&{asked}&order={order}") == []


@pytest.mark.parametrize("order", ["new", "worth", "due"])
@pytest.mark.parametrize(
    "more", ["", "&kind=statistic", "&status=assigned", "&reviewer={carl}&status=assigned"]
)
def test_one_document_is_asked_together_with_everything_else(desk, order, more):
    edith, key = desk["edith"], Document.objects.get(title="assigned").pk
    asked = f"document={key}&order={order}{more.format(carl=desk['carl'].pk)}"
    claims = Claim.objects.filter(document=key)
    claims = claims.filter(kind="statistic") if "kind" in more else claims
    expected = sorted(claim.number for claim in claims if "assigned" not in more or claim.number == 1)
    assert [number for _, number in found(edith, asked)] == expected != []


@pytest.mark.parametrize("again", [False, True])
def test_a_verdict_that_was_returned_stands_no_longer(desk, again):
    edith, carl = desk["edith"], desk["carl"]
    assignment = Claim.objects.get(document__title="submitted", number=1).assignments.get()
    assert ("submitted", 1) in found(edith, "verdict=True")
    approving.return_review(assignment, by=edith, reason="Which table?")
    if again:
        draft = assignment.reviews.order_by("-number")[0]
        Review.objects.filter(pk=draft.pk).update(
            verdict=Verdict.objects.get(scale=draft.verdict.scale, label="False")
        )
        draft.refresh_from_db()
        checking.submit(assignment, by=carl, version=draft.version)
    assert ("submitted", 1) not in found(edith, "verdict=True")
    assert (("submitted", 1) in found(edith, "verdict=False")) == again


def test_a_document_on_its_way_in_is_neither_offered_nor_accepted(desk):
    coming = Document.objects.get(title="queued")
    Document.objects.filter(pk=coming.pk).update(current_revision=None)
    asked = filterset(desk["edith"], f"document={coming.pk}")
    assert list(asked.errors) == ["document"]
    assert "queued" not in [label for _, label in asked.form.fields["document"].choices]
