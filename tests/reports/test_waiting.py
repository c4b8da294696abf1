"""An editor's half of the dashboard: its groups hold what plain queries find. The page: views/test_desk.py."""

import datetime
import random

import pytest
from django.utils import timezone

from claims.lifecycle import UNDECIDED, UNVEILED, ClaimStatus
from claims.models import Assignment, Claim, Document, User
from claims.permissions import visible_to
from claims.reports import figures
from claims.reports.figures import Group
from claims.reports.waiting import PILES, waiting, waiting_sentence
from claims.workflow import assigning
from tests import factories

OPEN = sorted(UNDECIDED)


def group(key: str, count: int) -> Group:
    return Group(key, key, [], count, "")


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ([], ""),
        ([group("proposed", 38)], "38 to triage."),
        ([group("queued", 2), group("disputed", 1)], "Two unassigned and one on which reviewers differ."),
        (
            [group("overdue", 10_001), group("queued", 1), group("submitted", 3)],
            "10,000+ overdue. One unassigned and three submitted.",
        ),
    ],
)
def test_waiting_sentence(groups: list[Group], sentence: str):
    assert waiting_sentence(groups) == sentence


@pytest.fixture
def crowd(cast: dict[str, User]) -> Document:
    """Sixty claims of a document, given to reviewers."""
    text = "".join(f"The port grew by {n} per cent in 2025.\n" for n in range(3, 63))
    document = factories.make_document(cast["edith"], text)
    for number, claim in enumerate(document.claims.order_by("number")):
        who = cast["rolf"] if number % 7 == 0 else cast["carl"]
        assigning.assign(claim, to=who, by=cast["edith"])
    return document


def scatter(document: Document, seed: int) -> None:
    """Any status and due time, also the same for several claims."""
    chance, now = random.Random(seed), timezone.now()
    for claim in document.claims.all():
        hours = chance.choice([-30, -30, -2, 5, 400, None])
        due = None if hours is None else now + datetime.timedelta(hours=hours)
        worth = chance.choice([100, 500, 500, 900])
        status = chance.choice(OPEN)
        Claim.objects.filter(pk=claim.pk).update(status=status, due_at=due, check_worthiness=worth)


def plainly(user: User) -> dict[str, tuple[list[int], int]]:
    """Keys and count of each group, a query each."""
    own = Assignment.objects.live().filter(reviewer=user).exclude(claim__status__in=UNVEILED)
    claims = visible_to(user, Claim.objects.all()).exclude(pk__in=own.values("claim"))
    found = {
        "overdue": claims.undecided().overdue().order_by("due_sort", "id"),
        "proposed": claims.to_triage().order_by("-check_worthiness", "-id"),
        "queued": claims.unassigned().order_by("due_sort", "id"),
        "submitted": claims.filter(status=ClaimStatus.SUBMITTED).order_by("due_sort", "id"),
        "disputed": claims.filter(status=ClaimStatus.DISPUTED).order_by("due_sort", "id"),
    }
    return {key: ([claim.pk for claim in rows[:8]], rows.count()) for key, rows in found.items() if rows}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["edith", "rolf"])
def test_the_groups_are_those_of_plain_queries(cast: dict[str, User], crowd: Document, name: str, seed: int):
    scatter(crowd, seed)
    groups = waiting(cast[name])
    assert {each.key: ([row.pk for row in each.rows], each.count) for each in groups} == plainly(cast[name])
    for row in figures.in_order(groups):
        assert row.reviewers == [
            str(each.reviewer) for each in Assignment.objects.live().filter(claim=row.pk)
        ]
    assert [each.key for each in groups] == [pile.key for pile in PILES if pile.key in plainly(cast[name])]


def test_what_an_editor_reviews_is_neither_shown_nor_counted(cast: dict[str, User], crowd: Document):
    own = Assignment.objects.filter(reviewer=cast["rolf"]).values("claim")
    crowd.claims.update(due_at=timezone.now() - datetime.timedelta(hours=1))
    late = waiting(cast["rolf"])[0]
    assert (late.key, late.count) == ("overdue", crowd.claims.exclude(pk__in=own).count())
    assert not {row.pk for row in late.rows} & set(own.values_list("claim", flat=True))


def test_a_document_on_its_way_in_is_neither_shown_nor_counted(cast: dict[str, User], crowd: Document):
    crowd.claims.update(status=ClaimStatus.QUEUED)
    (queued,) = waiting(cast["edith"])
    assert queued.count == crowd.claims.count()
    Document.objects.filter(pk=crowd.pk).update(current_revision=None)
    assert waiting(cast["edith"]) == []


def test_no_count_goes_beyond_what_is_counted(
    cast: dict[str, User], crowd: Document, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("claims.reports.waiting.COUNT", "(SELECT COUNT(*) FROM ({} LIMIT 11) AS counted)")
    monkeypatch.setattr(figures, "COUNTED", 10)
    crowd.claims.update(status=ClaimStatus.QUEUED)
    (queued,) = waiting(cast["edith"])
    assert (queued.count, queued.counted, len(queued.rows)) == (11, "10+", 8)
