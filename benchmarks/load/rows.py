"""Rows into a table as fast as the engine takes them: ``executemany`` on SQLite, COPY on PostgreSQL, past models."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Max, Model

ROWS_A_STATEMENT = 500


class Table:
    """Rows of one model on their way in: what is not named has the model's default; keys are counted here."""

    def __init__(self, model: type[Model]) -> None:
        self.model, self.name, self.key = model, model._meta.db_table, model._meta.pk.attname
        fields = [field for field in model._meta.concrete_fields if not field.generated]
        self.columns = [field.column for field in fields]
        self.defaults = {field.column: _default(field) for field in fields}
        self.last: int = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
        self.rows: list[list[Any]] = []

    def add(self, **values: Any) -> int:
        """One row by its columns, in the database's own types; returns its key."""
        self.last += 1
        self.put({self.key: self.last} | values)
        return self.last

    def put(self, values: dict[str, Any]) -> None:
        """One row whose key is among its columns."""
        found = self.defaults | values
        if len(found) != len(self.columns):
            raise TypeError(f"{self.name} has no such column: {set(found) - set(self.columns)}")
        self.rows.append(list(found.values()))

    def store(self) -> int:
        """Write what was added and forget it; returns how many rows."""
        rows, self.rows = self.rows, []
        for first in range(0, len(rows), ROWS_A_STATEMENT):
            insert_together(self.name, self.columns, rows[first : first + ROWS_A_STATEMENT])
        if connection.vendor == "postgresql" and rows and self.key == "id":
            with connection.cursor() as cursor:
                sequence = f"SELECT setval(pg_get_serial_sequence('{self.name}', 'id'), {self.last})"
                cursor.execute(sequence)
        return len(rows)


def insert_together(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """All in one statement, which writes the search index of SQLite once."""
    if connection.vendor == "postgresql":
        insert(table, columns, rows)
    else:
        names, marks = ", ".join(f'"{column}"' for column in columns), f"({', '.join(['%s'] * len(columns))})"
        with connection.cursor() as cursor:
            sql = f'INSERT INTO "{table}" ({names}) VALUES {", ".join([marks] * len(rows))}'
            cursor.execute(sql, [value for row in rows for value in row])


def insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The engine's own way for many rows."""
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
            return
        with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def ready(model: type[Model], rows: Iterable[Model]) -> tuple[str, list[str], list[list[Any]]]:
    """What ``insert`` takes for rows that are there as models."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    values = [[stored(field, getattr(row, field.attname)) for field in fields] for row in rows]
    return model._meta.db_table, [field.column for field in fields], values


def stored(field: Any, value: Any) -> Any:
    """A value as the database keeps it; JSON as text, which both engines take."""
    if field.get_internal_type() == "JSONField":
        return json.dumps(value)
    return field.get_db_prep_save(value, connection) if value is not None else None


def _default(field: Any) -> Any:
    return stored(field, field.get_default())
