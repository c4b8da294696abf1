"""Builds the synthetic desk: people, then documents by the verbs of the import, then what became of their claims."""

import datetime
import sys
import time
from collections.abc import Callable

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.utils import timezone

from benchmarks.load.arrivals import Arrivals
from benchmarks.load.fates import Cast, Fates
from benchmarks.load.inventing import Size, invent
from claims.models import User

OPEN_DOCUMENTS, BATCH = 50, 100
EDITOR, OTHER_EDITOR, ADMINISTRATOR, READER = "edith", "elias", "ada", "rita"


def build(size: Size, *, today: datetime.datetime, tell: Callable[[str], None] = lambda words: None) -> float:
    """Fill an empty desk; due times are counted from ``today``, a midnight. Returns the seconds it took."""
    start, done = time.perf_counter(), 0
    cast = make_cast(size.reviewers)
    for first in range(0, size.documents, BATCH):
        numbers = range(first, min(first + BATCH, size.documents))
        with transaction.atomic():
            done += _batch(numbers, size, cast, today)
        if first // BATCH % 10 == 0:
            tell(f"{done:,} claims, {done / (time.perf_counter() - start):,.0f} a second")
    _tidy()
    return time.perf_counter() - start


def _batch(numbers: range, size: Size, cast: Cast, today: datetime.datetime) -> int:
    """One batch of documents and what became of their claims; returns how many claims."""
    arrivals = Arrivals(cast.editor, today, timezone.now())
    for number in numbers:
        made = invent(number, size)
        hours = _due_in_hours(number, made.due_in_hours)
        arrivals.bring_in(
            made,
            editor=cast.editor if number <= OPEN_DOCUMENTS else cast.other,
            due_at=None if hours is None else today + datetime.timedelta(hours=hours),
        )
    Fates(arrivals, numbers.start, cast).store()
    arrivals.store()
    return len(arrivals.claims)


def _due_in_hours(number: int, hours: int | None) -> int | None:
    """The editor's own documents are the next ones due."""
    return number + 1 if 0 < number <= OPEN_DOCUMENTS else hours


def make_cast(count: int) -> Cast:
    """Two editors, one of them without open documents, an administrator, a reader and the reviewers."""
    editors, reviewers, readers = map(_group, ("Editors", "Reviewers", "Readers"))
    editor, other = _person(EDITOR, editors), _person(OTHER_EDITOR, editors)
    administrator = _person(ADMINISTRATOR, editors)
    administrator.is_staff = administrator.is_superuser = True
    administrator.save()
    _person(READER, readers)
    return Cast(
        editor,
        other,
        administrator,
        [_person(f"reviewer{n:02}", reviewers) for n in range(1, count + 1)],
    )


def _group(name: str) -> Group:
    return Group.objects.get(name=name)


def _person(username: str, group: Group) -> User:
    user = User.objects.create(username=username, display_name=username.capitalize(), password="!")
    user.groups.set([group])
    return user


def cast_of_desk() -> Cast:
    """The people of a desk that was built before."""
    by_name = {user.username: user for user in User.objects.all()}
    reviewers = [by_name[name] for name in sorted(by_name) if name.startswith("reviewer")]
    return Cast(by_name[EDITOR], by_name[OTHER_EDITOR], by_name[ADMINISTRATOR], reviewers)


def _tidy() -> None:
    """What PostgreSQL does by itself in time, outside transactions; a desk on SQLite does nothing of the kind."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def midnight() -> datetime.datetime:
    """The last midnight, UTC."""
    return timezone.now().astimezone(datetime.UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def count_rows() -> int:
    """Rows of all tables of the app."""
    return sum(model._default_manager.count() for model in apps.get_app_config("claims").get_models())


def note(claims: int) -> dict[str, float]:
    """Build a desk and say what it took: seconds on the clock, and of this process's own time."""
    size, start = Size(claims), time.process_time()
    seconds = build(
        size, today=midnight(), tell=lambda words: print(f"  {words}", file=sys.stderr, flush=True)
    )
    return {
        "claims": size.claims,
        "documents": size.documents,
        "rows": count_rows(),
        "seconds": seconds,
        "cpu": time.process_time() - start,
    }
