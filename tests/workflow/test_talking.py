"""Notes and requests for comment."""

import datetime
from collections.abc import Callable

import pytest

from claims.errors import Forbidden, Incomplete
from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Contact, Event, Note, User
from claims.workflow import approving, assigning, talking


@pytest.fixture
def asked(claim_in: Callable[..., Claim]) -> Claim:
    """Carl is asked to check it."""
    return claim_in(ClaimStatus.ASSIGNED)


def test_a_note_of_the_holder_is_told_as_theirs(asked: Claim, carl: User, one_event: Callable):
    with one_event("note", of=asked):
        note = talking.add_note(asked, by=carl, body=" I rang the port. ")
    assert (note.body, note.author, note.visible_to) == ("I rang the port.", carl, "desk")
    event = Event.objects.order_by("id").last()
    assert (event.role, event.assignment) == ("reviewer", Assignment.objects.get())


def test_a_note_to_editors_has_an_event_of_its_own(asked: Claim, edith: User, one_event: Callable):
    with one_event("note to editors", of=asked):
        talking.add_note(asked, by=edith, body="Tight.", visible_to="editors")
    event = Event.objects.order_by("id").last()
    assert (event.role, event.assignment) == ("editor", None)


def test_a_note_changes_no_version(asked: Claim, carl: User):
    talking.add_note(asked, by=carl, body="I rang the port.")
    assert Claim.objects.get(pk=asked.pk).version == asked.version


def test_an_empty_note(asked: Claim, carl: User, refused: Callable):
    with refused(Incomplete, "Write the note.") as errors:
        talking.add_note(asked, by=carl, body=" \n ")
    assert set(errors[0].fields) == {"body"}


@pytest.mark.parametrize("name", ["clara", "rita", "ada", "dora", "otto"])
def test_notes_are_for_editors_and_its_reviewers(
    asked: Claim, cast: dict[str, User], refused: Callable, name: str
):
    with refused(Forbidden, "Only an editor or a reviewer of this claim may do this."):
        talking.add_note(asked, by=cast[name], body="Me too.")


def test_no_note_after_declining(asked: Claim, carl: User, refused: Callable):
    assigning.decline(Assignment.objects.get(), by=carl, reason="No time.")
    with refused(Forbidden, "Only an editor or a reviewer of this claim may do this."):
        talking.add_note(asked, by=carl, body="One more thing.")


def test_a_tab_of_an_earlier_round_does_not_help(
    claim_in: Callable[..., Claim], carl: User, elias: User, refused: Callable
):
    seen = claim_in(ClaimStatus.APPROVED)
    approving.reopen(seen, by=elias, reason="New figures.", weight="minor")
    assert seen.round == 1
    with refused(Forbidden, "Only an editor or a reviewer of this claim may do this."):
        talking.add_note(seen, by=carl, body="One more thing.")


def test_a_request_for_comment(asked: Claim, carl: User, one_event: Callable):
    day = datetime.date(2026, 3, 12)
    with one_event("request for comment", of=asked):
        contact = talking.record_contact(asked, by=carl, who=" The port ", how="By telephone", asked_on=day)
    assert (contact.who, contact.how, contact.asked_on, contact.answer) == (
        "The port",
        "By telephone",
        day,
        "",
    )
    words = Event.objects.order_by("id").last().body.words
    assert words == {"who": "The port", "how": "By telephone", "on": "2026-03-12", "answer": ""}


@pytest.mark.parametrize(
    ("given", "fields"),
    [({"who": "", "how": ""}, {"who", "how"}), ({"who": " ", "how": "By letter"}, {"who"})],
)
def test_a_request_says_whom_and_how(
    asked: Claim, carl: User, refused: Callable, given: dict, fields: set[str]
):
    with refused(Incomplete, "Say who was asked for comment, and how.") as errors:
        talking.record_contact(asked, by=carl, **given)
    assert set(errors[0].fields) == fields
    assert (Note.objects.count(), Contact.objects.count()) == (0, 0)


def test_own_assignment(asked: Claim, carl: User, clara: User):
    assert talking.own_assignment(asked, carl) == Assignment.objects.get()
    assert talking.own_assignment(asked, clara) is None
