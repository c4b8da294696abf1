"""At the same moment: threads and processes on a database that really commits, SQLite and PostgreSQL alike."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from claims.errors import Conflict, NotAllowed
from claims.lifecycle import Role
from claims.models import Assignment, Chain, Claim, Decision, Event, Evidence, Review, User
from claims.reports.verification import verify
from claims.workflow import approving, assigning, checking, editing, evidence, talking, triage
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
PROCESSES, MOVES = 8, 50
REVIEWERS = 32
ROUNDS = 5


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returned or raised; all begin together, each on a connection of its own."""
    gate, told = threading.Barrier(len(acts)), [None] * len(acts)

    def run(index: int) -> None:
        try:
            gate.wait(30)
            told[index] = acts[index]()
        except Exception as error:
            told[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return told


def kinds(told: list[object]) -> list[str]:
    """Sorted: "done", or the name of the error."""
    return sorted(type(each).__name__ if isinstance(each, Exception) else "done" for each in told)


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_two_editors_move_the_same_version(claim: Claim, edith: User, elias: User, attempt: int):
    told = at_once(
        lambda: triage.queue(claim, by=edith, version=1),
        lambda: triage.skip(claim, by=elias, reason="opinion", version=1),
    )
    assert kinds(told) == ["Conflict", "done"]
    assert Claim.objects.get(pk=claim.pk).version == 2
    assert Event.objects.filter(claim=claim).count() == 1
    [loser] = [error for error in told if isinstance(error, Conflict)]
    winner = Event.objects.get(claim=claim).actor
    assert str(loser).startswith(f"Claim 1 was changed by {winner} at ")


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_two_tabs_of_one_reviewer(claim: Claim, edith: User, carl: User, attempt: int):
    assignment = assigning.assign(claim, to=carl, by=edith)
    told = at_once(
        lambda: checking.save(assignment, factories.draft(rationale="One tab."), by=carl, version=0),
        lambda: checking.save(assignment, factories.draft(rationale="Other tab."), by=carl, version=0),
    )
    assert kinds(told) == ["Conflict", "done"]
    [stored] = [review for review in told if isinstance(review, Review)]
    review = Review.objects.get()
    assert (review.rationale, review.version) == (stored.rationale, 1)


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_two_blind_reviewers_submit_at_once(claim: Claim, edith: User, carl: User, clara: User, attempt: int):
    triage.queue(claim, by=edith)
    editing.edit(claim, by=edith, flags=["legal"])
    reviews = []
    for reviewer in (carl, clara):
        assignment = assigning.assign(claim, to=reviewer, by=edith)
        reviews.append(factories.make_review(assignment, submit=False))
    told = at_once(
        *(
            lambda review=review: checking.submit(
                review.assignment, by=review.assignment.reviewer, version=review.version
            )
            for review in reviews
        )
    )
    assert kinds(told) == ["done", "done"]
    assert Claim.objects.get(pk=claim.pk).status == "submitted"
    assert list(verify()) == []


def test_one_reviewer_is_asked_once(claim: Claim, edith: User, elias: User, carl: User):
    told = at_once(
        *(lambda by=by: assigning.assign(claim, to=carl, by=by) for by in (edith, elias)),
    )
    assert kinds(told) == ["NotAllowed", "done"]
    assert Assignment.objects.count() == 1


def test_one_decision_is_made(claim: Claim, edith: User, elias: User, carl: User):
    factories.make_review(assigning.assign(claim, to=carl, by=edith))
    told = at_once(*(lambda by=by: approving.approve(claim, by=by) for by in (edith, elias)))
    assert kinds(told) == ["NotAllowed", "done"]
    [refusal] = [error for error in told if isinstance(error, NotAllowed)]
    assert str(refusal) == "Claim 1 is approved, so nothing was changed."
    assert Decision.objects.count() == 1


def test_evidence_added_at_once_gets_two_numbers(claim: Claim, edith: User, carl: User):
    assignment = assigning.assign(claim, to=carl, by=edith)
    told = at_once(
        *(
            lambda title=title: evidence.add_evidence(assignment, factories.source(title), by=carl)
            for title in ("One", "Two", "Three")
        )
    )
    assert sorted(piece.number for piece in told) == [1, 2, 3]
    assert Review.objects.count() == 1


def test_claims_added_at_once_get_numbers_of_their_own(claim: Claim, edith: User, elias: User):
    told = at_once(
        *(
            lambda by=by: editing.add(claim.document, by=by, start=0, end=20)
            for by in (edith, elias, edith, elias)
        )
    )
    assert kinds(told) == ["done"] * 4
    numbers = [made.number for made in told]
    assert sorted(numbers) == list(range(min(numbers), min(numbers) + 4))


def test_notes_and_moves_of_many_threads_leave_no_gap(claim: Claim, edith: User):
    before = Chain.objects.get(document=claim.document_id).last_number
    told = at_once(
        *(
            lambda number=number: [
                talking.add_note(claim, by=edith, body=f"Note {number}.{each}") for each in range(10)
            ]
            for number in range(8)
        )
    )
    assert kinds(told) == ["done"] * 8
    numbers = Event.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, before + 81))
    assert list(verify()) == []


def deadlocks() -> int:
    """How many the server has seen in this database; SQLite, with one writer at a time, cannot have any."""
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def test_thirty_two_reviewers_at_once_lose_nothing(edith: User):
    text = "".join(f"Quay {number} cost {number} million crowns in 2025.\n" for number in range(11, 19))
    documents = [factories.make_document(edith, text) for _ in range(4)]
    claims = [
        claim for each in documents for claim in each.claims.select_related("document").order_by("number")
    ]
    assert len(claims) == REVIEWERS
    asked = [
        assigning.assign(claim, to=factories.make_user(f"reviewer{i}", Role.REVIEWER), by=edith)
        for i, claim in enumerate(claims)
    ]
    before, seen = Event.objects.count(), deadlocks()
    draft, source = factories.draft(), factories.source()

    def work(assignment: Assignment) -> Review:
        review = checking.save(assignment, draft, by=assignment.reviewer, version=0)
        for _ in range(2):
            evidence.add_evidence(assignment, source, by=assignment.reviewer)
        return checking.submit(assignment, by=assignment.reviewer, version=review.version)

    told = at_once(*(lambda each=each: work(each) for each in asked))
    assert kinds(told) == ["done"] * REVIEWERS
    assert Review.objects.submitted().count() == REVIEWERS
    assert Evidence.objects.count() == 2 * REVIEWERS
    assert Event.objects.count() - before == 4 * REVIEWERS
    assert set(Claim.objects.values_list("status", flat=True)) == {"submitted"}
    assert deadlocks() == seen
    assert list(verify()) == []


# --- processes -------------------------------------------------------------------------------------------


def database_url() -> str:
    """The address of this run's own test database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def test_eight_processes_move_different_claims_of_one_document(edith: User):
    text = "".join(f"The port handled {number} million tonnes in 20{number}.\n" for number in range(10, 19))
    document = factories.make_document(edith, text)
    claims = list(document.claims.order_by("number"))[:PROCESSES]
    assert len(claims) == PROCESSES
    before = Chain.objects.get(document=document).last_number
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
    }
    with ExitStack() as stack:
        desks = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.workflow.moves", str(claim.pk), str(edith.pk), str(MOVES)],
                    cwd=ROOT,
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for claim in claims
        ]
        ready = [desk.stdout.readline() for desk in desks]
        told = [desk.communicate(timeout=120) for desk in _started(desks)]
    assert ready == ["ready\n"] * PROCESSES
    assert told == [("done\n", "")] * PROCESSES
    assert [desk.returncode for desk in desks] == [0] * PROCESSES
    events = Event.objects.filter(chain__document=document, number__gt=before)
    assert events.count() == PROCESSES * MOVES == 400
    numbers = events.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(before + 1, before + 401))
    moved = document.claims.filter(number__lte=claims[-1].number)
    assert set(moved.values_list("version", flat=True)) == {MOVES + 1}
    assert list(verify()) == []


def _started(desks: list[subprocess.Popen[str]]) -> list[subprocess.Popen[str]]:
    """Let all of them go before anybody waits for one."""
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    return desks
