"""Fields that offer a few documents or people and accept all that one sees."""

import pytest

from claims.models import Document
from claims.reports.offered import DOCUMENTS_OFFERED
from tests import factories
from tests.filters.asking import filterset, found


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


def test_the_chosen_document_comes_first_however_old(desk, monkeypatch):
    monkeypatch.setattr("claims.reports.offered.CANDIDATES", 1)
    for name, titles in (("edith", ["Any", "queued", "approved"]), ("rita", ["Any", "approved"])):
        asked = filterset(desk[name], f"document={Document.objects.get(title='queued').pk}")
        assert bool(asked.errors) == (name == "rita")
        assert [label for _, label in asked.form.fields["document"].choices] == titles


def test_documents_offered_are_few_and_the_chosen_one_is_among_them(edith, monkeypatch):
    monkeypatch.setattr("claims.reports.offered.DOCUMENTS_OFFERED", 2)
    assert DOCUMENTS_OFFERED == 25
    first, *_ = [factories.make_document(edith, title=title) for title in ("a", "b", "c" * 80)]
    asked = filterset(edith, f"document={first.pk}")
    assert asked.errors == {}
    labels = [label for _, label in asked.form.fields["document"].choices]
    assert labels == ["Any", "a", "c" * 58 + " …", "b"]
    assert {title for title, _ in found(edith, f"document={first.pk}")} == {"a"}
