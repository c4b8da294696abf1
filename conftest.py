"""What every test run needs before the cast enters: a database of its own, as the migrations left it."""

from collections.abc import Generator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

FIRST_ROWS = pytest.StashKey[str]()


def pytest_configure() -> None:
    # Argon2 is slow on purpose; the tests log in thousands of times.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give each run its own SQLite file, so that two runs in one checkout do not meet."""
    for each in connections.all():
        if each.vendor == "sqlite":
            folder: Path = tmp_path_factory.mktemp("database")
            each.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Remember what the migrations wrote: groups, scales, policies, the system account."""
    with django_db_blocker.unblock():
        request.config.stash[FIRST_ROWS] = connection.creation.serialize_db_to_string()


# A test that really commits ends with a flush, which the guards refuse and which takes the first rows along.
# The guards step aside for the flush only; afterwards the database is as the migrations left it.


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    if not commits(item) or FIRST_ROWS not in item.config.stash:
        return (yield)
    blocker = item.config.stash[blocking_manager_key]
    with blocker.unblock():
        for guard in flush_guards():
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")
    try:
        return (yield)
    finally:
        if nextitem is not None:  # after the last test its database is gone
            with blocker.unblock():
                for guard in flush_guards():
                    execute(guard.postgresql() if connection.vendor == "postgresql" else guard.sqlite())
                put_back(item.config.stash[FIRST_ROWS])
                connection.close()


def commits(item: pytest.Item) -> bool:
    """Whether a test runs outside a transaction that is rolled back."""
    mark = item.get_closest_marker("django_db")
    by_mark = mark is not None and (mark.kwargs.get("transaction") or mark.args[:1] == (True,))
    return bool(by_mark or {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))


def flush_guards() -> list:
    from claims.models.guards import GUARDS  # noqa: PLC0415 - models need Django set up

    actions = {"DELETE", "TRUNCATE"} if connection.vendor == "postgresql" else {"DELETE"}
    return [guard for guard in GUARDS if guard.action in actions]


def put_back(rows: str) -> None:
    Permission.objects.all().delete()  # the flush wrote these anew, under other numbers
    ContentType.objects.all().delete()
    ContentType.objects.clear_cache()
    connection.creation.deserialize_db_from_string(rows)


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
