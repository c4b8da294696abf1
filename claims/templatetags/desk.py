"""How the pages say times, statuses, verdicts and check-worthiness: filters and small parts. No queries here."""

import datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, Decision, Verdict

register = template.Library()

NO_DUE_DATE = "No due date"


def _day_words(when: datetime.datetime) -> tuple[str, bool]:
    """The day as people say it, long months short ("Wed 25 Nov"), and whether it is a near day in one word."""
    local, today = timezone.localtime(when), timezone.localdate()
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((local.date() - today).days)
    if near:
        return near, True
    short = date_format(local, "D j N" if local.year == today.year else "D j N Y")
    return short.replace(".", ""), False


@register.filter
def moment(when: datetime.datetime | None) -> str:
    """A time inside a sentence: "today 11:30", "Fri 13 March 12:00"; empty for nothing."""
    return f"{_day_words(when)[0]} {timezone.localtime(when):%H:%M}" if when else ""


@register.filter
def due_words(when: datetime.datetime | None) -> str:
    """A due time at the beginning of a line: "Today 17:00", "Fri 13 March 12:00", "No due date"."""
    words = moment(when)
    return words[:1].upper() + words[1:] if words else NO_DUE_DATE


@register.filter
def due_hours(when: datetime.datetime | None) -> str:
    """How far off a due time is: "in 5 hours", "2 hours late", "in 3 days"; empty without one."""
    if when is None:
        return ""
    left = when - timezone.now()
    span = _span_words(abs(left))
    return f"{span} late" if left < datetime.timedelta(0) else f"in {span}"


def _span_words(span: datetime.timedelta) -> str:
    """A span in its largest fitting unit, rounded: minutes up to 90, hours up to 48, then days."""
    minutes = max(round(span.total_seconds() / 60), 1)
    if minutes < 90:
        return _counted(minutes, "minute")
    hours = round(minutes / 60)
    return _counted(hours, "hour") if hours < 48 else _counted(round(minutes / 1440), "day")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


@register.filter
def counted(count: int, word: str) -> str:
    """A number with its word: ``{{ 1|counted:"claim" }}`` is "1 claim", 2 is "2 claims"."""
    return _counted(count, word)


@register.filter
def is_overdue(when: datetime.datetime | None) -> bool:
    """Whether a due time has passed."""
    return when is not None and when < timezone.now()


@register.filter
def is_due_soon(when: datetime.datetime | None) -> bool:
    """Whether a due time lies ahead, within the hours that the setting calls soon."""
    soon = datetime.timedelta(hours=settings.DUE_SOON_HOURS)
    return when is not None and timezone.now() <= when <= timezone.now() + soon


@register.filter
def percent(thousandths: int) -> str:
    """0 to 1000 as per cent for a bar, with a point whatever the language: "81.5"."""
    return f"{thousandths / 10:g}"


@register.inclusion_tag("ui/due.html")
def due_time(
    when: datetime.datetime | None, *, line: bool = False, done: bool = False, prefix: str = ""
) -> dict[str, Any]:
    """A due time in words and hours; once the work is ``done`` it is neither late nor soon. ``prefix``: "Due"."""
    return {
        "words": f"{prefix} {moment(when)}" if prefix and when else due_words(when),
        "more": "" if done else due_hours(when),
        "late": not done and is_overdue(when),
        "soon": not done and is_due_soon(when),
        "line": line,
        "quiet": done or when is None,
    }


@register.inclusion_tag("ui/badge.html")
def claim_badge(status: str) -> dict[str, str]:
    """A claim's status: square symbol and word. Never on a reviewer's page."""
    return {"name": str(status), "label": ClaimStatus(status).label}


@register.inclusion_tag("ui/badge.html")
def assignment_badge(assignment: Assignment) -> dict[str, str]:
    """The state of one assignment: square symbol and word; "Returned" once an editor gave it back."""
    if assignment.is_returned:
        return {"name": "returned", "label": "Returned"}
    return {"name": assignment.status, "label": AssignmentStatus(assignment.status).label}


@register.inclusion_tag("ui/chip.html")
def verdict_chip(verdict: Verdict) -> dict[str, str]:
    """A verdict: round symbol and word on its tint."""
    return {"colour": verdict.colour, "shape": verdict.shape, "label": verdict.label}


@register.inclusion_tag("ui/chip.html")
def decision_chip(decision: Decision) -> dict[str, str]:
    """An approved verdict, with the label as it stood when it was approved."""
    return {"colour": decision.verdict.colour, "shape": decision.verdict.shape, "label": decision.label}


@register.inclusion_tag("ui/icon.html")
def status_icon(status: str) -> dict[str, str]:
    """The square symbol of a status alone; its word must stand beside it."""
    return {"name": f"s-{status}"}


@register.inclusion_tag("claims/_worth.html")
def worth(claim: Claim) -> dict[str, Any]:
    """Check-worthiness: a small bar and its number."""
    part = {"x": "0", "width": percent(claim.check_worthiness), "kind": "worth"}
    return {"parts": [part], "number": claim.worth}


@register.inclusion_tag("claims/_flags.html")
def flags(claim: Claim) -> dict[str, Any]:
    """The flags of a claim, each with its sign and word."""
    return {"words": [flag.label for flag in claim.flag_words]}
