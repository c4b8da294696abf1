"""What the database itself refuses to change or delete, and that its guards are up after all migrations."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from claims.lifecycle import ClaimStatus
from claims.models import (
    Claim,
    Decision,
    Event,
    EventBody,
    Evidence,
    IssuedReport,
    Review,
    RevisionText,
    User,
)
from claims.models.guards import GUARDS, install, present, wanted
from claims.workflow import approving

NOW = datetime(2026, 3, 12, tzinfo=UTC)
TABLES = sorted({guard.table for guard in GUARDS})


@pytest.fixture
def desk(claim_in: Callable[..., Claim], elias: User) -> Claim:
    """A row in every guarded table."""
    claim = claim_in(ClaimStatus.APPROVED)
    IssuedReport.objects.create(
        document=claim.document,
        number=1,
        revision=claim.revision,
        body="{}",
        sha256="0" * 64,
        by=elias,
        at=NOW,
    )
    return claim


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_list_of_guarded_tables():
    assert TABLES == [
        "claims_decision",
        "claims_event",
        "claims_eventbody",
        "claims_evidence",
        "claims_issuedreport",
        "claims_review",
        "claims_revisiontext",
    ]


@pytest.mark.django_db
def test_the_guards_present_are_the_guards_wanted():
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert present(connection) == set(wanted(connection.vendor))


@pytest.mark.django_db(transaction=True)
def test_the_guards_can_be_put_up_again():
    with connection.schema_editor() as editor:
        install(editor)
    assert present(connection) == set(wanted(connection.vendor))


def structure() -> list[tuple[str, ...]]:
    """Every table, index and trigger of the app as the database describes it."""
    sql = {
        "sqlite": "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name LIKE 'claims%'",
        "postgresql": (
            "SELECT 'index', indexname, tablename, indexdef FROM pg_indexes WHERE tablename LIKE 'claims%' "
            "UNION ALL SELECT 'trigger', tgname, tgrelid::regclass::text, pg_get_triggerdef(oid) "
            "FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'claims%' "
            "UNION ALL SELECT 'constraint', conname, conrelid::regclass::text, pg_get_constraintdef(oid) "
            "FROM pg_constraint WHERE conrelid::regclass::text LIKE 'claims%'"
        ),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted(tuple(str(each) for each in row) for row in cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_every_migration_backwards_and_forwards_again_leaves_the_same():
    before = structure()
    MigrationExecutor(connection).migrate([("claims", None)])
    assert "claims_claim" not in connection.introspection.table_names()
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert structure() == before
    assert present(connection) == set(wanted(connection.vendor))


@pytest.mark.parametrize("table", TABLES)
def test_delete_is_refused(desk: Claim, table: str):
    with pytest.raises(IntegrityError, match="never deleted"):
        run(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_truncate_is_refused(desk: Claim, table: str):
    if connection.vendor == "sqlite":  # has no TRUNCATE: an unfiltered DELETE is its word for it
        with pytest.raises(IntegrityError, match="never deleted"):
            run(f"DELETE FROM {table}")
        return
    with pytest.raises(IntegrityError, match="never deleted"):
        run(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", TABLES)
def test_replacing_a_row_is_refused(desk: Claim, table: str):
    """SQLite's INSERT OR REPLACE deletes without saying so; PostgreSQL's word is ON CONFLICT DO UPDATE."""
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
        key = connection.introspection.get_primary_key_column(cursor, table)
    if connection.vendor == "sqlite":
        statement = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    else:
        if table == "claims_evidence":
            return  # evidence of a draft may be edited; only deleting is refused
        statement = (
            f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) "
            f"DO UPDATE SET {columns[-1]} = EXCLUDED.{columns[-1]}"
        )
    with pytest.raises(IntegrityError, match=r"never (changed|deleted)|only (erased|ended|withdrawn)"):
        run(statement)


CHANGES: dict[str, tuple[type, dict[str, Any], str]] = {
    "an event's action": (Event, {"action": "nothing"}, "history is never changed"),
    "an event's number": (Event, {"number": 900}, "history is never changed"),
    "the words of an event": (EventBody, {"text": "{}"}, "history is only erased"),
    "the salt of an event": (EventBody, {"salt": ""}, "history is only erased"),
    "erased words that stay": (EventBody, {"erased_at": NOW}, "history is only erased"),
    "the text of a revision": (RevisionText, {"text": "Other."}, "the text of a revision is never changed"),
    "a sentence of a revision": (
        RevisionText,
        {"sentence_offsets": b""},
        "the text of a revision is never changed",
    ),
    "a submitted rationale": (Review, {"rationale": "Other."}, "a submitted review is never changed"),
    "a submission": (Review, {"submitted_at": None}, "a submitted review is never changed"),
    "a decision's wording": (Decision, {"wording": "Other."}, "a decision is only ended"),
    "a decision's label": (Decision, {"label": "False"}, "a decision is only ended"),
    "a decision's wording while it ends": (
        Decision,
        {"wording": "Other.", "ended_at": NOW, "ended_reason": "New."},
        "a decision is only ended",
    ),
    "a decision's as-of date while it ends": (
        Decision,
        {"as_of": None, "ended_at": NOW, "ended_reason": "New."},
        "a decision is only ended",
    ),
    "a decision's policy while it ends": (
        Decision,
        {"policy": {"reviews": 0}, "ended_at": NOW, "ended_reason": "New."},
        "a decision is only ended",
    ),
    "an issued report": (IssuedReport, {"body": "[]"}, "an issued report is only withdrawn"),
    "an issued report's signature while withdrawn": (
        IssuedReport,
        {"at": NOW.replace(year=2020), "withdrawn_at": NOW},
        "an issued report is only withdrawn",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_update_is_refused(desk: Claim, what: str):
    model, values, message = CHANGES[what]
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        model._default_manager.update(**values)


def test_what_may_change_does(desk: Claim, elias: User):
    assert EventBody.objects.update(text="", salt="", erased_at=NOW) == Event.objects.count()
    assert IssuedReport.objects.update(withdrawn_at=NOW) == 1
    approving.reopen(desk, by=elias, reason="New figures.", weight="minor")
    assert Evidence.objects.update(title="Editable while a draft") == 1


def test_what_was_ended_erased_or_withdrawn_stays_so(desk: Claim, elias: User):
    approving.reopen(desk, by=elias, reason="New figures.", weight="minor")
    EventBody.objects.update(text="", salt="", erased_at=NOW)
    IssuedReport.objects.update(withdrawn_at=NOW)
    for model, values in (
        (Decision, {"ended_at": None, "ended_reason": ""}),
        (Decision, {"ended_reason": "Another."}),
        (EventBody, {"erased_at": None}),
        (IssuedReport, {"withdrawn_at": None}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model._default_manager.update(**values)


def test_no_row_is_deleted_through_the_models_either(desk: Claim):
    for row in (Event.objects.first(), Review.objects.first(), Evidence.objects.first()):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk)._raw_delete("default")
