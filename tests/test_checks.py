"""The system checks: what an administrator is told before something goes wrong."""

import pytest
from django.conf import LazySettings
from django.core.checks import CheckMessage, run_checks
from django.core.management import call_command
from django.db import connection


def said(messages: list[CheckMessage]) -> list[str | None]:
    """The numbers of our own messages."""
    return [message.id for message in messages if message.id and message.id.startswith("claims.")]


@pytest.mark.django_db
def test_a_migrated_database_is_in_order():
    assert said(run_checks(databases=["default"])) == []


@pytest.mark.django_db
def test_a_missing_guard_is_named():
    on = " ON claims_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER claims_event_no_update{on}")
    [message] = [found for found in run_checks(databases=["default"]) if found.id == "claims.E001"]
    assert message.msg == "The database lacks the guards claims_event_no_update."
    assert message.hint == "Run manage.py migrate."


@pytest.mark.django_db
def test_an_empty_database_is_not_blamed_before_the_first_migration():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_event RENAME TO something_else")
    assert said(run_checks(databases=["default"])) == []


def test_a_form_smaller_than_a_document_is_an_error(settings: LazySettings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = settings.DOCUMENT_MAX_BYTES - 1
    assert said(run_checks()) == ["claims.E002"]


def test_a_form_without_a_limit_is_fine(settings: LazySettings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = None
    assert said(run_checks()) == []


def test_due_soon_of_no_hours_is_warned_about(settings: LazySettings):
    settings.DUE_SOON_HOURS = 0
    assert said(run_checks()) == ["claims.W001"]


def test_readers_without_room_are_warned_about(settings: LazySettings):
    settings.READER_SECONDS, settings.READER_MEMORY_BYTES = 0, 1000
    assert said(run_checks()) == ["claims.W002", "claims.W002"]


@pytest.mark.django_db
def test_migrate_runs_the_checks_again(capsys: pytest.CaptureFixture[str]):
    call_command("migrate", verbosity=0)
    assert capsys.readouterr().err == ""
