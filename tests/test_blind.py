"""Blind: until every required review of a round is in, a reviewer sees nothing of the others' work.

Here through ``visible_to`` on every kind of thing; through every address in journeys/test_blind.py.
"""

import pytest

from claims.lifecycle import Role
from claims.models import Assignment, Claim, Contact, Decision, Document, Event, Note, Review, User
from claims.permissions import visible_to
from claims.workflow import approving, assigning, checking, talking, triage
from tests import factories
from tests.markers import MARKER, Pair, asked_of, leaks, leave_markers

pytestmark = pytest.mark.django_db
ALL_WORK = {"Review", "Evidence", "Note", "Contact", "Event"}


@pytest.fixture
def pair(claim: Claim, edith: User, carl: User, clara: User) -> Pair:
    return asked_of(claim, edith, carl, clara)


@pytest.mark.parametrize("submit", [False, True])
def test_nothing_of_the_first_review_shows_before_the_second_is_in(pair: Pair, clara: User, submit: bool):
    leave_markers(pair.carls, submit=submit)
    assert leaks(clara) == set()
    seen = visible_to(clara, Assignment.objects.all())
    assert [assignment.reviewer for assignment in seen] == [clara]
    carls = Event.objects.filter(actor=pair.carls.reviewer)
    assert carls.count() == 8 + submit
    assert not visible_to(clara, carls).exists()
    assert not visible_to(clara, Event.objects.filter(assignment=pair.carls)).exists()


def test_it_shows_when_both_are_in(pair: Pair, clara: User):
    leave_markers(pair.carls, submit=True)
    factories.make_review(pair.claras)
    assert leaks(clara) == ALL_WORK
    notes = visible_to(clara, Note.objects.filter(author=pair.carls.reviewer))
    assert [note.body for note in notes] == [f"{MARKER} in a note"]
    drafts = visible_to(clara, Event.objects.filter(assignment=pair.carls, action__in=("start", "save")))
    assert not drafts.exists()
    assert not visible_to(clara, Event.objects.filter(action="note to editors")).exists()


def test_it_is_hidden_again_when_an_editor_returns_one(pair: Pair, clara: User, elias: User):
    leave_markers(pair.carls, submit=True)
    factories.make_review(pair.claras)
    approving.return_review(pair.carls, by=elias, reason="One more source.")
    assert leaks(clara) == set()


def test_an_editor_who_reviews_it_is_blind_too(claim: Claim, edith: User, carl: User, rolf: User):
    pair = asked_of(claim, edith, carl, rolf)
    leave_markers(pair.carls, submit=True)
    assert leaks(rolf) == set()
    assert [row.reviewer for row in visible_to(rolf, Assignment.objects.all())] == [rolf]
    factories.make_review(pair.claras)
    assert leaks(rolf) == ALL_WORK


def test_an_editor_sees_drafts_only_once_handed_in(pair: Pair, edith: User):
    leave_markers(pair.carls, submit=False)
    assert leaks(edith) == {"Note", "Contact", "Event"}
    told = visible_to(edith, Event.objects.filter(actor=pair.carls.reviewer)).order_by("number")
    assert [event.action for event in told] == ["note", "note to editors", "request for comment"]
    checking.submit(pair.carls, by=pair.carls.reviewer, version=1)
    assert leaks(edith) == ALL_WORK


def test_after_declining_only_what_one_wrote(pair: Pair, clara: User, edith: User):
    leave_markers(pair.carls, submit=True)
    checking.save(pair.claras, factories.draft(rationale="Half done."), by=clara, version=0)
    talking.add_note(pair.claim, by=clara, body="I know the mayor.")
    talking.add_note(pair.claim, by=edith, body="Ask the port.")
    assigning.decline(pair.claras, by=clara, reason="I know the mayor.")
    assert leaks(clara) == set()
    assert not visible_to(clara, Document.objects.all()).exists()
    assert [review.rationale for review in visible_to(clara, Review.objects.all())] == ["Half done."]
    assert [note.body for note in visible_to(clara, Note.objects.all())] == ["I know the mayor."]
    events = visible_to(clara, Event.objects.all())
    assert {(event.actor, event.assignment) for event in events} <= {
        (clara, pair.claras),
        (edith, pair.claras),
    }


def test_a_withdrawn_reviewer_without_a_draft_sees_nothing_of_the_claim(pair: Pair, clara: User, edith: User):
    assigning.unassign(pair.claras, by=edith)
    rows = [model._default_manager.all() for model in (Document, Claim, Review, Note)]
    assert [visible_to(clara, each).exists() for each in rows] == [False] * 4


def test_the_next_round_hides_the_work_of_the_one_before(
    claim: Claim, edith: User, elias: User, carl: User, clara: User
):
    triage.queue(claim, by=edith)
    carls = assigning.assign(claim, to=carl, by=edith)
    leave_markers(carls, submit=True)
    approving.approve(claim, by=elias)
    approving.reopen(claim, by=elias, reason="New figures.", weight="minor")
    assigning.assign(Claim.objects.get(pk=claim.pk), to=clara, by=edith)
    assert leaks(clara) == set()
    assert not visible_to(clara, Decision.objects.all()).exists()


def test_an_editors_words_reach_the_reviewers_but_not_their_words_to_editors(
    pair: Pair, clara: User, edith: User
):
    talking.add_note(pair.claim, by=edith, body="Ask the port.")
    talking.add_note(pair.claim, by=edith, body="Between us.", visible_to="editors")
    talking.record_contact(pair.claim, by=edith, who="The port", how="By e-mail")
    assert [note.body for note in visible_to(clara, Note.objects.all())] == ["Ask the port."]
    assert [contact.who for contact in visible_to(clara, Contact.objects.all())] == ["The port"]
    factories.make_review(pair.carls)
    factories.make_review(pair.claras)
    assert [note.body for note in visible_to(clara, Note.objects.all())] == ["Ask the port."]


def test_a_decliners_reason_is_for_editors(pair: Pair, clara: User, edith: User):
    assigning.decline(pair.carls, by=pair.carls.reviewer, reason=f"{MARKER} is my cousin.")
    other = assigning.assign(pair.claim, to=factories.make_user("cleo", Role.REVIEWER), by=edith)
    factories.make_review(other)
    factories.make_review(pair.claras)
    declined = Event.objects.filter(action="decline")
    assert visible_to(edith, declined).exists()
    assert not visible_to(clara, declined).exists()
