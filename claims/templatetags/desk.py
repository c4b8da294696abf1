"""How the pages say times, statuses, verdicts and check-worthiness: filters and small parts. No queries here."""

import datetime
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from claims.models import Assignment, Decision, Verdict
from claims.reports.table_rows import Badge, Chip, badge_of_claim, badge_of_state
from claims.vocabulary import Flag, worth_words

register = template.Library()

NO_DUE_DATE = "No due date"
PARTS_KEPT = 8192
FIELDS_KEPT = 128  # with all their options they are large, and a new document changes them


def part(template_name: str, /, **said: Hashable) -> SafeString:
    """A small template with a few words in it: ``part("ui/badge.html", name="queued", label="Queued")``.

    It says nothing but these words, so the same words are drawn once and not for every row of every list.
    """
    return _drawn(template_name, **said) if settings.DEBUG else _kept(template_name, **said)


class BarPart(NamedTuple):
    """One part of ui/bar.html: where it begins and how wide it is in per cent, and what it stands for."""

    x: str
    width: str
    kind: str


def _drawn(template_name: str, /, **said: Hashable) -> SafeString:
    return render_to_string(template_name, said)


_kept = lru_cache(maxsize=PARTS_KEPT)(_drawn)
_kept_field = lru_cache(maxsize=FIELDS_KEPT)(_drawn)


@register.simple_tag
def claim_url(document: int, number: int) -> str:
    """The address of a claim's page; ``{% url %}`` would search for its pattern in every row anew."""
    return _claim_address(get_script_prefix()).format(document, number)


@lru_cache(maxsize=8)
def _claim_address(prefix: str) -> str:
    """``/documents/{}/claims/{}/`` below the prefix of this site, which ``reverse`` reads for itself."""
    return reverse("claims:claim-detail", args=[0, 0]).replace("/0/", "/{}/")


@lru_cache(maxsize=1024)
def _day_words(day: datetime.date, today: datetime.date) -> str:
    """The day as people say it, long months short ("Wed 25 Nov")."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if near:
        return near
    return date_format(day, "D j N" if day.year == today.year else "D j N Y").replace(".", "")


@register.filter
def moment(when: datetime.datetime | None) -> str:
    """A time inside a sentence: "today 11:30", "Fri 13 March 12:00"; empty for nothing."""
    if when is None:
        return ""
    local = timezone.localtime(when)
    return f"{_day_words(local.date(), timezone.localdate())} {local:%H:%M}"


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
    return f"{count} {word}" if count == 1 else f"{count:,} {word}s"


@register.filter
def counted(count: int, word: str) -> str:
    """A number with its word: ``{{ 1|counted:"claim" }}`` is "1 claim", 2 is "2 claims"."""
    return _counted(count, word)


@register.filter
def thousands(count: int) -> str:
    """A number as every page writes it: 3,030."""
    return f"{count:,}"


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


@register.simple_tag
def due_time(
    when: datetime.datetime | None, *, line: bool = False, done: bool = False, prefix: str = ""
) -> SafeString:
    """A due time in words and hours; once the work is ``done`` it is neither late nor soon. ``prefix``: "Due"."""
    return part(
        "ui/due.html",
        words=f"{prefix} {moment(when)}" if prefix and when else due_words(when),
        more="" if done else due_hours(when),
        late=not done and is_overdue(when),
        soon=not done and is_due_soon(when),
        line=line,
        quiet=done or when is None,
    )


@register.simple_tag
def badge(sign: Badge) -> SafeString:
    """A status or state as a row has it: square symbol and word."""
    return part("ui/badge.html", name=sign.name, label=sign.label)


@register.simple_tag
def claim_badge(status: str) -> SafeString:
    """A claim's status: square symbol and word. Never on a reviewer's page."""
    return badge(badge_of_claim(status))


@register.simple_tag
def assignment_badge(assignment: Assignment) -> SafeString:
    """The state of one assignment: square symbol and word; "Returned" once an editor gave it back."""
    return badge(badge_of_state(assignment.state))


@register.simple_tag
def verdict_chip(verdict: Verdict | Chip) -> SafeString:
    """A verdict: round symbol and word on its tint."""
    return part("ui/chip.html", colour=verdict.colour, shape=verdict.shape, label=verdict.label)


@register.simple_tag
def decision_chip(decision: Decision) -> SafeString:
    """An approved verdict, with the label as it stood when it was approved."""
    verdict = decision.verdict
    return part("ui/chip.html", colour=verdict.colour, shape=verdict.shape, label=decision.label)


@register.simple_tag
def status_icon(status: str) -> SafeString:
    """The square symbol of a status alone; its word must stand beside it."""
    return part("ui/icon.html", name=f"s-{status}")


@register.simple_tag
def worth(thousandths: int) -> SafeString:
    """Check-worthiness: a small bar and its number."""
    bar = (BarPart("0", percent(thousandths), "worth"),)
    return part("claims/_worth.html", parts=bar, number=worth_words(thousandths))


@register.simple_tag
def guess() -> SafeString:
    """That wording and speaker are the machine's, and nobody confirmed them."""
    return part("claims/_guess.html")


@register.simple_tag
def names(people: Sequence[str]) -> SafeString:
    """Who is on a claim, no name broken over two lines."""
    return part("claims/_names.html", names=tuple(people))


@register.simple_tag
def flags(found: Sequence[str]) -> SafeString | str:
    """The flags of a claim, each with its sign and word."""
    return part("claims/_flags.html", words=tuple(Flag(flag).label for flag in found)) if found else ""


@register.simple_tag
def filter_field(field: BoundField) -> SafeString:
    """A field of a filter row. Django's own would draw each of its many options from a template of its own."""
    options = tuple((str(key), str(words)) for key, words in getattr(field.field, "choices", ()))
    return (_drawn if settings.DEBUG else _kept_field)(
        "ui/filter_field.html",
        name=field.html_name,
        label=str(field.label),
        id=field.id_for_label,
        value=str(field.value() or ""),
        options=options,
        longest=getattr(field.field, "max_length", None),
    )
