"""A selection travels sealed: the same claims come out, for nobody else, and only as they were chosen."""

import pytest
from django.core import signing

from claims.admin.selection import ROWS_A_QUERY, SALT, Selection, in_portions
from claims.models import Claim, User
from claims.workflow import assigning


@pytest.fixture
def selection(claim: Claim, edith: User) -> Selection:
    return Selection.of(claim.document.claims.all(), edith)


def test_what_goes_in_comes_out_in_order(selection: Selection, edith: User):
    again = Selection.opened(selection.sealed(), edith)
    assert again == selection
    assert [claim.number for claim in again.claims()] == [1, 2, 3]
    assert [claim.number for claim in again.claims(2)] == [1, 2]


def test_a_version_is_kept_for_each_claim(selection: Selection):
    assert list(selection.seen.values()) == [1, 1, 1]


def test_a_changed_seal_opens_nothing(selection: Selection, edith: User):
    assert Selection.opened(selection.sealed() + "x", edith) is None
    assert Selection.opened("", edith) is None


def test_a_seal_of_something_else_opens_nothing(edith: User):
    assert Selection.opened(signing.dumps([edith.pk, 1, 1], salt="other"), edith) is None
    assert Selection.opened(signing.dumps([edith.pk, 1, 1], salt=SALT), edith) == Selection({1: 1}, edith)


def test_a_selection_is_its_owners_only(selection: Selection, elias: User):
    assert Selection.opened(selection.sealed(), elias) is None


def test_the_reviewers_of_a_selection_are_those_on_its_claims(
    selection: Selection, claim: Claim, cast: dict[str, User]
):
    assigning.assign(claim, to=cast["carl"], by=cast["edith"])
    assert [str(user) for user in selection.reviewers()] == ["Carl"]


def test_thousands_are_asked_for_in_portions():
    assert [len(some) for some in in_portions(range(2 * ROWS_A_QUERY + 1))] == [ROWS_A_QUERY, ROWS_A_QUERY, 1]
