"""Sources on the claim page and on their own pages."""

import pytest

from claims.models import Assignment, Evidence, User
from claims.workflow import checking, evidence
from tests import factories

SOURCE = {
    "title": "Passengers by crossing",
    "stance": "refutes",
    "form": "data",
    "level": "secondary",
    "origin": "Coast Office",
    "link": "https://coast.example/4",
    "excerpt": "1.7 million\r\nin all",
}


def test_evidence_add_saves_the_draft_first(as_user, path, held: Assignment, carl: User, typed, draft_of):
    answer = as_user(carl).post(path(held.claim, "evidence", "add"), typed() | SOURCE)
    assert (answer.status_code, answer.headers["Location"]) == (302, path(held.claim) + "#evidence")
    piece = Evidence.objects.get()
    assert (piece.title, piece.stance, piece.form, piece.excerpt) == (
        "Passengers by crossing",
        "refutes",
        "data",
        "1.7 million\nin all",
    )
    assert draft_of(held).rationale == "The company counts 1.7 million."


def test_evidence_add_without_a_name_keeps_everything(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    answer = as_user(carl).post(path(held.claim, "evidence", "add"), typed() | SOURCE | {"title": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["errors"] == [("evidence_title", "Name the source.")]
    assert 'value="https://coast.example/4"' in page
    assert draft_of(held).rationale == "The company counts 1.7 million."
    assert Evidence.objects.count() == 0


def test_evidence_add_refuses_an_address_that_is_none(as_user, path, held: Assignment, carl: User, typed):
    answer = as_user(carl).post(
        path(held.claim, "evidence", "add"), typed() | SOURCE | {"link": "javascript:alert(1)"}
    )
    assert answer.status_code == 422
    assert Evidence.objects.count() == 0


def test_evidence_edit_changes_the_source(as_user, path, held: Assignment, carl: User):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    browser, address = as_user(carl), path(held.claim, "evidence", piece.pk, "edit")
    assert 'value="Freight table 2025"' in browser.get(address).content.decode()
    answer = browser.post(address, SOURCE | {"version": piece.version})
    piece.refresh_from_db()
    assert (answer.status_code, piece.title, piece.version) == (302, "Passengers by crossing", 2)


def test_evidence_edit_from_an_older_tab_shows_both_versions(as_user, path, held: Assignment, carl: User):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    browser, address = as_user(carl), path(held.claim, "evidence", piece.pk, "edit")
    browser.post(address, SOURCE | {"version": 1})
    answer = browser.post(address, SOURCE | {"version": 1, "title": "Another table"})
    assert answer.status_code == 409
    assert 'value="Another table"' in answer.content.decode()
    assert browser.post(address, SOURCE | {"version": 2, "title": "Another table"}).status_code == 302


@pytest.mark.parametrize("move", ["edit", "strike"])
def test_evidence_moves_after_handing_in_keep_what_was_typed(
    as_user, path, held: Assignment, carl: User, move: str
):
    review = factories.make_review(held)
    piece = review.evidence.get(number=1)
    given = SOURCE | {"version": piece.version, "title": "Typed too late", "reason": "Typed too late"}
    answer = as_user(carl).post(path(held.claim, "evidence", piece.pk, move), given)
    page = answer.content.decode()
    assert (answer.status_code, "Typed too late" in page) == (409, True)
    assert "This assignment is submitted, so nothing was changed." in page


def test_evidence_edit_without_a_name_keeps_what_was_typed(as_user, path, held: Assignment, carl: User):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    answer = as_user(carl).post(
        path(held.claim, "evidence", piece.pk, "edit"), SOURCE | {"title": "", "version": 1}
    )
    assert answer.status_code == 422
    assert "Name the source." in answer.content.decode()


def test_evidence_strike_asks_why_and_keeps_the_source_in_sight(as_user, path, held: Assignment, carl: User):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    browser, address = as_user(carl), path(held.claim, "evidence", piece.pk, "strike")
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": 1}).status_code == 422
    assert browser.post(address, {"version": 1, "reason": "It is about another port."}).status_code == 302
    page = browser.get(path(held.claim)).content.decode()
    assert "1 struck source" in page
    assert "Struck: It is about another port." in page


def test_evidence_strike_of_a_submitted_review_is_refused(as_user, path, held: Assignment, carl: User):
    factories.make_review(held)
    piece = Evidence.objects.get()
    answer = as_user(carl).post(
        path(held.claim, "evidence", piece.pk, "strike"), {"version": 1, "reason": "No."}, follow=True
    )
    assert "This assignment is submitted, so nothing was changed." in answer.content.decode()


def test_evidence_edit_by_an_editor_is_refused_with_the_reason(as_user, path, held: Assignment, carl, edith):
    checking.save(held, factories.draft(), by=carl, version=0)
    factories.make_review(held)
    piece = Evidence.objects.get()
    answer = as_user(edith).get(path(held.claim, "evidence", piece.pk, "edit"))
    assert answer.status_code == 403


def test_evidence_edit_of_what_one_does_not_see_is_a_404(as_user, path, held: Assignment, carl, edith):
    piece = evidence.add_evidence(held, factories.source(), by=carl)
    rows = [
        as_user(edith).get(path(held.claim, "evidence", pk, "edit")).status_code for pk in (piece.pk, 999)
    ]
    # A draft's evidence is nobody's but its reviewer's.
    assert rows == [404, 404]
