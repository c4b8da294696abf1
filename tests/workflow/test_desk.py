"""A document's particulars, and changes of the desk itself."""

from collections.abc import Callable

import pytest

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Document, Event, Scale, User
from claims.workflow import triage
from claims.workflow.assigning import assign
from claims.workflow.desk import deactivate, edit_document, offer_again, record_desk_change, withdraw
from claims.workflow.intake import Particulars
from tests import factories


def about(document: Document, **more: object) -> Particulars:
    given = {name: getattr(document, name) for name in Particulars.__dataclass_fields__}
    return Particulars(**(given | more))


def test_edit_document(document: Document, edith: User, one_event: Callable):
    with one_event("edit document"):
        changed = edit_document(document, about(document, title="The new quay", author="Ida"), by=edith)
    assert (changed.title, changed.author, changed.source) == ("The new quay", "Ida", "Coast Courier")
    words = Event.objects.order_by("id").last().body.words
    assert words == {"changed": {"title": [document.title, "The new quay"], "author": ["", "Ida"]}}
    assert [found.pk for found in Document.objects.search("quay ida")] == [document.pk]


def test_nothing_changed_is_no_event(document: Document, edith: User):
    before = Event.objects.count()
    edit_document(document, about(document), by=edith)
    assert Event.objects.count() == before


def test_a_title_is_needed(document: Document, edith: User, refused: Callable):
    with refused(Incomplete, "Give the document a title.") as errors:
        edit_document(document, about(document, title="  "), by=edith)
    assert set(errors[0].fields) == {"title"}


def test_the_scale_changes_in_triage_only(document: Document, edith: User, refused: Callable):
    other = Scale.objects.get(name="Before publication")
    assert edit_document(document, about(document, scale=other), by=edith).scale == other
    triage.queue(document.claims.first(), by=edith)
    with refused(Incomplete, "The scale stays: claims of this document are already past triage."):
        edit_document(document, about(document, scale=Scale.objects.get(name="Rating")), by=edith)


def test_no_scale_given_keeps_it(document: Document, edith: User):
    assert edit_document(document, about(document, scale=None), by=edith).scale == document.scale


@pytest.mark.parametrize("name", ["carl", "rita", "ada", "otto"])
def test_others_may_not(document: Document, cast: dict[str, User], refused: Callable, name: str):
    with refused(Forbidden, "Only an editor may do this."):
        edit_document(document, about(document, title="Mine"), by=cast[name])


def test_a_desk_change_stands_in_the_desks_own_history(carl: User, ada: User, one_event: Callable):
    with one_event("change account"):
        record_desk_change(carl, "change account", by=ada, changed={"display name": ["Carl", "Karl"]})
    event = Event.objects.get()
    assert (event.chain.document, event.number, event.role) == (None, 1, "administrator")
    assert event.body.words == {
        "what": "user",
        "which": "Carl",
        "id": carl.pk,
        "changed": {"display name": ["Carl", "Karl"]},
    }


def test_deactivate_takes_back_what_was_asked_in_every_document(cast: dict[str, User]):
    carl, ada, edith = cast["carl"], cast["ada"], cast["edith"]
    claims = [factories.make_document(edith).claims.first() for _ in range(2)]
    for claim in claims:
        assign(triage.queue(claim, by=edith), to=carl, by=edith)
    assert deactivate(carl, by=ada).is_active is False
    assert {(a.status, a.closed_reason) for a in Assignment.objects.all()} == {
        ("withdrawn", "The account was deactivated.")
    }
    assert [(e.actor.username, e.role) for e in Event.objects.filter(action="withdraw")] == [
        ("system", "system")
    ] * 2


def test_deactivate_is_for_administrators_and_not_for_oneself(cast: dict[str, User], refused: Callable):
    with refused(Forbidden, "Only an administrator may do this."):
        deactivate(cast["carl"], by=cast["edith"])
    with refused(Incomplete, "You cannot switch off your own account. Ask another administrator."):
        deactivate(cast["ada"], by=cast["ada"])


def test_withdraw_and_offer_again_are_each_recorded_once(ada: User, edith: User, refused: Callable):
    verdict = factories.verdict("Outdated")
    for verb in (withdraw, withdraw, offer_again, offer_again):
        verb(verdict, by=ada)
    assert list(Event.objects.order_by("id").values_list("action", flat=True)) == ["withdraw", "offer again"]
    assert factories.verdict("Outdated").withdrawn_at is None
    with refused(Forbidden, "Only an administrator may do this."):
        withdraw(verdict, by=edith)


def test_deactivating_leaves_earlier_rounds_and_decided_claims_alone(
    claim_in: Callable[..., Claim], carl: User, ada: User
):
    claim_in(ClaimStatus.APPROVED)
    deactivate(carl, by=ada)
    assert Assignment.objects.get().status == "submitted"
    assert Claim.objects.get(assignments__reviewer=carl).status == "approved"


@pytest.mark.parametrize("name", ["edith", "rolf", "carl", "rita", "otto"])
def test_the_desk_is_set_by_administrators(cast: dict[str, User], refused: Callable, name: str):
    verdict = factories.verdict("Satire")
    for verb, thing in ((deactivate, cast["clara"]), (withdraw, verdict), (offer_again, verdict)):
        with refused(Forbidden, "Only an administrator may do this."):
            verb(thing, by=cast[name])


def test_a_reviewer_of_the_document_cannot_become_its_writer(
    claim_in: Callable[..., Claim], edith: User, carl: User, refused: Callable
):
    document = claim_in(ClaimStatus.ASSIGNED).document
    sentence = "Carl reviews claims of this document, and nobody reviews a text they wrote."
    with refused(Incomplete, sentence):
        edit_document(document, about(document, writer=carl), by=edith)
