"""What every test run needs before the cast of tests/conftest.py enters: an own database, a quick hasher."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections


def pytest_configure() -> None:
    # Argon2 is slow on purpose; the tests log in thousands of times.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give each run its own SQLite file, so that two runs in one checkout do not meet."""
    for connection in connections.all():
        if connection.vendor == "sqlite":
            folder: Path = tmp_path_factory.mktemp("database")
            connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")
