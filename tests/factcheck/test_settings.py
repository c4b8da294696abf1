"""The settings as a server meets them: fresh processes with an environment and no .env file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = {"SECRET_KEY": "k3-" + "0123456789abcdefghij" * 3, "ALLOWED_HOSTS": "factcheck.example.org"}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py as a server would: only PATH and the given settings, and no .env file."""
    bare = {"PATH": os.environ["PATH"], "ENV_FILE": "no-such-file", **environment}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def value(expression: str, **environment: str) -> str:
    """What a settings expression is in a fresh process."""
    script = f"from django.conf import settings; print({expression})"
    result = manage("shell", "--no-imports", "--command", script, **environment)
    assert result.stderr == ""
    return result.stdout.strip()


def test_the_app_refuses_to_start_without_a_secret_key():
    result = manage("check", ALLOWED_HOSTS="factcheck.example.org")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        "Set SECRET_KEY: without DEBUG, Factcheck does not start without a secret key."
    )


def test_an_empty_secret_key_is_none():
    assert manage("check", SECRET_KEY="").returncode == 1


def test_development_starts_without_a_secret_key():
    assert manage("check", DEBUG="1").returncode == 0


def test_the_deployment_check_is_clean():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **SERVER)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_deployment_check_complains_about_a_short_key():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **{**SERVER, "SECRET_KEY": "short"})
    assert result.returncode == 1
    assert "security.W009" in result.stderr


def test_a_server_shows_no_demo_and_no_error_pages():
    assert value("settings.DEBUG, settings.DEMO, settings.HTTPS", **SERVER) == "False False True"


@pytest.mark.parametrize(
    ("url", "engine"),
    [
        ("sqlite:///:memory:", "factcheck.sqlite"),
        ("postgres://user:secret@127.0.0.1:1/name", "django.db.backends.postgresql"),
        ("postgres:///name?host=/run/postgresql", "django.db.backends.postgresql"),
    ],
)
def test_one_address_names_the_database(url: str, engine: str):
    assert value("settings.DATABASES['default']['ENGINE']", DATABASE_URL=url, **SERVER) == engine


def test_sqlite_waits_for_its_turn_and_keeps_its_guards():
    options = value("settings.DATABASES['default']['OPTIONS']", **SERVER)
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON"
    assert options == str({"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas})


@pytest.mark.parametrize(
    ("environment", "pool", "kept"),
    [
        ({}, {"min_size": 1, "max_size": 8, "timeout": 20}, 0),
        ({"DATABASE_POOL": "3", "CONN_MAX_AGE": "9"}, {"min_size": 1, "max_size": 3, "timeout": 20}, 0),
        ({"DATABASE_POOL": "0"}, None, 60),
        ({"DATABASE_POOL": "0", "CONN_MAX_AGE": "9"}, None, 9),
    ],
)
def test_postgresql_keeps_a_pool_or_a_connection_a_thread(
    environment: dict[str, str], pool: object, kept: int
):
    default = "settings.DATABASES['default']"
    expression = f"{default}['OPTIONS'].get('pool'), {default}['CONN_MAX_AGE']"
    url = "postgres:///name?host=/run/postgresql"
    assert value(expression, DATABASE_URL=url, **environment, **SERVER) == f"{pool} {kept}"


def test_an_env_file_is_read_and_the_environment_wins(tmp_path: Path):
    file = tmp_path / "env"
    file.write_text("DUE_SOON_HOURS=5\nTIME_ZONE=Europe/Kyiv\n")
    expression = "settings.DUE_SOON_HOURS, settings.TIME_ZONE"
    assert value(expression, **SERVER, ENV_FILE=str(file), TIME_ZONE="UTC") == "5 UTC"
