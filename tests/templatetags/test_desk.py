"""Times, statuses and verdicts as the pages say them."""

import datetime
import re

import pytest
import time_machine
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone

from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Decision, Verdict
from claims.templatetags import desk

NOW = datetime.datetime(2026, 3, 12, 12, 0, tzinfo=datetime.UTC)


def at(day: int, hour: int, minute: int = 0, month: int = 3, year: int = 2026) -> datetime.datetime:
    return datetime.datetime(year, month, day, hour, minute, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon():
    """Thursday 12 March 2026 at noon."""
    with time_machine.travel(NOW, tick=False):
        yield


def rendered(tag: str, **context: object) -> str:
    page = Template("{% load desk %}" + tag).render(Context(context))
    return " ".join(page.split())


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (at(12, 17), "Today 17:00"),
        (at(11, 9, 5), "Yesterday 09:05"),
        (at(13, 0), "Tomorrow 00:00"),
        (at(14, 12), "Sat 14 March 12:00"),
        (at(1, 8, month=2, year=2027), "Mon 1 Feb 2027 08:00"),
        (None, "No due date"),
    ],
)
def test_due_words(when: datetime.datetime | None, words: str):
    assert desk.due_words(when) == words


def test_moment_stands_inside_a_sentence():
    assert [desk.moment(when) for when in (at(12, 11, 30), at(6, 12), None)] == [
        "today 11:30",
        "Fri 6 March 12:00",
        "",
    ]


def test_a_day_begins_when_it_does_for_the_person():
    with timezone.override("Europe/Berlin"):
        assert desk.due_words(at(12, 23, 30)) == "Tomorrow 00:30"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (at(12, 17), "in 5 hours"),
        (at(12, 10), "2 hours late"),
        (at(12, 12), "in 1 minute"),
        (at(12, 13), "in 60 minutes"),
        (at(14, 11), "in 47 hours"),
        (at(14, 12), "in 2 days"),
        (at(2, 12), "10 days late"),
        (None, ""),
    ],
)
def test_due_hours(when: datetime.datetime | None, words: str):
    assert desk.due_hours(when) == words


def test_overdue_and_due_soon_exclude_each_other(settings):
    settings.DUE_SOON_HOURS = 24
    whens = [at(12, 11), at(12, 13), at(13, 12), at(13, 13), None]
    assert [desk.is_overdue(when) for when in whens] == [True, False, False, False, False]
    assert [desk.is_due_soon(when) for when in whens] == [False, True, True, False, False]


def test_counted():
    assert [desk.counted(n, "claim") for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]


def test_due_time_is_late_only_while_there_is_work():
    shown = [rendered("{% due_time when done=done %}", when=at(12, 10), done=done) for done in (False, True)]
    assert shown == [
        '<div class="row-due due due--late">Today 10:00<span class="due-more">2 hours late</span></div>',
        '<div class="row-due due due--quiet">Today 10:00</div>',
    ]


def test_a_part_is_drawn_once_for_the_same_words_and_anew_for_others(settings):
    settings.DEBUG = False
    queued, again, other = (
        desk.part("ui/badge.html", name="queued", label=label) for label in ("Queued", "Queued", "<Queued>")
    )
    assert queued is again
    assert other.endswith("&lt;Queued&gt;</span>\n")
    settings.DEBUG = True
    assert desk.part("ui/badge.html", name="queued", label="Queued") is not queued


def test_the_address_of_a_claim():
    assert rendered("{% claim_url 7 12 %}") == reverse("claims:claim-detail", args=[7, 12])


@pytest.mark.parametrize("status", list(ClaimStatus))
def test_claim_badge_has_sign_and_word(status: ClaimStatus):
    page = rendered("{% claim_badge status %}", status=status.value)
    assert page.endswith(f"</svg> {status.label}</span>")
    assert page.startswith(f'<span class="status status--{status}">')


@pytest.mark.parametrize("status", list(AssignmentStatus))
def test_assignment_badge_has_sign_and_word(status: AssignmentStatus):
    page = rendered("{% assignment_badge assignment %}", assignment=Assignment(status=status.value))
    assert page.endswith(f"</svg> {status.label}</span>")


def test_assignment_that_was_given_back_is_returned():
    tag = "{% assignment_badge assignment %}"
    started, submitted = (Assignment(status=status, returned_at=NOW) for status in ("started", "submitted"))
    assert rendered(tag, assignment=started).endswith("</svg> Returned</span>")
    assert rendered(tag, assignment=submitted).endswith("</svg> Submitted</span>")


def test_verdict_chip_and_decision_chip():
    verdict = Verdict(label="False", colour="red", shape="cross")
    decision = Decision(verdict=verdict, label="Wrong")
    chips = [desk.verdict_chip(verdict), desk.decision_chip(decision)]
    assert [re.sub(r"\s*<svg.*?</svg>\s*", "", chip, flags=re.DOTALL).split("\n")[1] for chip in chips] == [
        f'<span class="verdict verdict--red">{label}</span>' for label in ("False", "Wrong")
    ]
    assert ['href="#v-cross"' in chip for chip in chips] == [True, True]


def test_status_icon():
    assert '<use href="#s-queued"/>' in rendered("{% status_icon 'queued' %}")


def test_worth_is_a_bar_and_its_number():
    page = rendered("{% worth 815 %}")
    assert 'width="81.5%"' in page
    assert page.endswith("</svg> 0.81</span>")


def test_percent_has_a_point_in_any_language():
    assert [desk.percent(n) for n in (0, 5, 333, 1000)] == ["0", "0.5", "33.3", "100"]


def test_flags_are_words():
    page = rendered("{% flags found %}", found=["legal", "anonymous_source"])
    assert page.count('class="flag"') == 2
    assert page.endswith("Anonymous source</span>")
