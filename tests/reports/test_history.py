"""The history of a claim as sentences."""

from claims.models import Claim, User
from claims.reports.history import lines
from claims.workflow import assigning, checking, editing, evidence, talking, triage
from tests import factories


def told(claim: Claim, user: User) -> list[str]:
    return [f"{line.who} {line.verb} {line.rest}".strip() for line in reversed(lines(claim, user))]


def test_history_tells_who_did_what(claim: Claim, edith: User, carl: User):
    editing.edit(claim, by=edith, text="The harbour handled 4.1 million tonnes.", speaker="The port")
    triage.queue(claim, by=edith)
    assignment = assigning.assign(claim, to=carl, by=edith, instructions="By phone.")
    evidence.add_evidence(assignment, factories.source(), by=carl)
    assert told(claim, carl) == [
        "Edith edited the text and the speaker",
        "Edith queued it",
        "Edith assigned it to you",
        "You added E1",
    ]
    assert lines(claim, carl)[1].words == "By phone."


def test_history_tells_repeated_saves_as_one(claim: Claim, edith: User, carl: User):
    triage.queue(claim, by=edith)
    assignment = assigning.assign(claim, to=carl, by=edith)
    for version in range(4):
        checking.save(assignment, factories.draft(rationale=f"Words {version}."), by=carl, version=version)
    assert told(claim, carl)[2:] == ["You started", "You saved the draft"]


def test_history_tells_the_reason_of_a_skip(claim: Claim, edith: User):
    triage.skip(claim, by=edith, reason="out_of_scope", words="The weather.")
    assert lines(claim, edith)[0].words == "Out of scope The weather."


def test_history_leaves_notes_to_their_own_place(claim: Claim, edith: User):
    talking.add_note(claim, by=edith, body="Among us.", visible_to="editors")
    assert told(claim, edith) == []


def test_history_hides_others_work(claim: Claim, edith: User, carl: User, clara: User):
    triage.queue(claim, by=edith)
    assigning.assign(claim, to=carl, by=edith)
    before = told(claim, carl)
    factories.make_review(assigning.assign(claim, to=clara, by=edith))
    assert told(claim, carl) == before
