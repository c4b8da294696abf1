"""Database triggers: what may never be changed or deleted, and what keeps the search index true.

One list of guards, each as one statement per vendor. Migrations put them up (``install``), a system check and a
test compare what is there with this list: on SQLite a changed column rebuilds its table and silently drops them.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from claims.models.search import SEARCHED_TABLES, index_statements

REFUSE = "claims_refuse"


@dataclass(frozen=True)
class Guard:
    """One trigger: before ``action`` on ``table``, refuse with ``message`` when ``when`` holds."""

    name: str
    table: str
    action: str
    message: str
    when: str = ""

    def sqlite(self) -> str:
        """The trigger as SQLite spells it."""
        when = f" WHEN {self.when}" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.action} ON {self.table} FOR EACH ROW{when} "
            f"BEGIN SELECT RAISE(ABORT, '{self.message}'); END"
        )

    def postgresql(self) -> str:
        """The trigger as PostgreSQL spells it."""
        level = "STATEMENT" if self.action == "TRUNCATE" else "ROW"
        when = f" WHEN ({self.when})" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.action} ON {self.table} FOR EACH {level}{when} "
            f"EXECUTE FUNCTION {REFUSE}('{self.message}')"
        )


def _append_only(table: str, what: str) -> list[Guard]:
    return [
        Guard(f"{table}_no_update", table, "UPDATE", f"{what} is never changed"),
        *_never_deleted(table, what),
    ]


def _never_deleted(table: str, what: str) -> list[Guard]:
    return [
        Guard(f"{table}_no_delete", table, "DELETE", f"{what} is never deleted"),
        Guard(f"{table}_no_truncate", table, "TRUNCATE", f"{what} is never deleted"),
    ]


_ERASURE = (
    "NOT (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.text = '' AND NEW.salt = '' "
    "AND NEW.event_id = OLD.event_id)"
)
_ENDING = (
    "NOT (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.claim_id = OLD.claim_id "
    "AND NEW.number = OLD.number AND NEW.review_id = OLD.review_id AND NEW.verdict_id = OLD.verdict_id "
    "AND NEW.wording = OLD.wording AND NEW.label = OLD.label AND NEW.meaning = OLD.meaning "
    "AND NEW.exemption = OLD.exemption AND NEW.sole_sign_off = OLD.sole_sign_off "
    "AND NEW.by_id = OLD.by_id AND NEW.at = OLD.at AND NEW.id = OLD.id "
    "AND COALESCE(CAST(NEW.as_of AS text), '') = COALESCE(CAST(OLD.as_of AS text), '') "
    "AND COALESCE(CAST(NEW.recheck_on AS text), '') = COALESCE(CAST(OLD.recheck_on AS text), '') "
    "AND CAST(NEW.policy AS text) = CAST(OLD.policy AS text))"
)
_WITHDRAWAL = (
    "NOT (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.id = OLD.id "
    "AND NEW.document_id = OLD.document_id AND NEW.revision_id = OLD.revision_id "
    "AND NEW.body = OLD.body AND NEW.sha256 = OLD.sha256 AND NEW.number = OLD.number "
    "AND NEW.reason = OLD.reason AND NEW.by_id = OLD.by_id AND NEW.at = OLD.at)"
)

GUARDS: list[Guard] = [
    *_append_only("claims_event", "history"),
    Guard("claims_eventbody_only_erased", "claims_eventbody", "UPDATE", "history is only erased", _ERASURE),
    *_never_deleted("claims_eventbody", "history"),
    *_append_only("claims_revisiontext", "the text of a revision"),
    Guard(
        "claims_review_no_update_once_submitted",
        "claims_review",
        "UPDATE",
        "a submitted review is never changed",
        "OLD.submitted_at IS NOT NULL",
    ),
    *_never_deleted("claims_review", "a review"),
    Guard("claims_decision_only_ended", "claims_decision", "UPDATE", "a decision is only ended", _ENDING),
    *_never_deleted("claims_decision", "a decision"),
    *_never_deleted("claims_evidence", "evidence"),
    Guard(
        "claims_issuedreport_only_withdrawn",
        "claims_issuedreport",
        "UPDATE",
        "an issued report is only withdrawn",
        _WITHDRAWAL,
    ),
    *_never_deleted("claims_issuedreport", "an issued report"),
]


def _index_triggers(table: str) -> dict[str, str]:
    """SQLite only: keep the search index of ``table`` in step (PostgreSQL indexes the expression itself)."""
    index = f"{table}_search"
    insert = f"INSERT INTO {index}(rowid, search_text) VALUES (NEW.id, NEW.search_text);"
    delete = f"INSERT INTO {index}({index}, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);"
    return {
        f"{index}_added": f"CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN {insert} END",
        f"{index}_gone": f"CREATE TRIGGER {index}_gone AFTER DELETE ON {table} BEGIN {delete} END",
        f"{index}_changed": (
            f"CREATE TRIGGER {index}_changed AFTER UPDATE OF search_text ON {table} BEGIN {delete} {insert} END"
        ),
    }


def wanted(vendor: str) -> dict[str, str]:
    """Every trigger that must be there, by name, with the statement that makes it."""
    if vendor == "postgresql":
        return {guard.name: guard.postgresql() for guard in GUARDS}
    found = {guard.name: guard.sqlite() for guard in GUARDS if guard.action != "TRUNCATE"}
    for table in SEARCHED_TABLES:
        found |= _index_triggers(table)
    return found


def present(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database has now."""
    sql = {
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'claims%%'",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'claims%%'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {row[0] for row in cursor.fetchall()}


def install(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put up every guard and search index anew; the last operation of each migration that alters a guarded table."""
    vendor = schema_editor.connection.vendor
    remove(schema_editor)
    if vendor == "postgresql":
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {REFUSE}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$",
            None,
        )
    for table in SEARCHED_TABLES:
        for statement in index_statements(vendor, table):
            schema_editor.execute(statement, None)
    for statement in wanted(vendor).values():
        schema_editor.execute(statement, None)


def remove(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take down every guard (for a migration's way back, and for the flush of transactional tests)."""
    tables = {guard.name: guard.table for guard in GUARDS}
    for name in present(schema_editor.connection):
        on = f" ON {tables[name]}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", None)
