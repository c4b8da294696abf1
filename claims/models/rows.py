"""Many new rows of one table at once: statements of 500 rows on SQLite, COPY on PostgreSQL.

``bulk_create`` asks each field of each row for its value again and, on SQLite, writes 27 claims a statement; as the
search index is written once a statement, that is most of the time. What is stored is the same.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from django.db import connection, models
from django.db.models import Field

ROWS_A_STATEMENT = 500
FEW = 10  # for so few rows COPY is a detour
# Their values go to the database as they are.
PLAIN = (models.IntegerField, models.CharField, models.TextField, models.ForeignKey)


def new_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """Keys for so many new rows, rising; to be used in the transaction in which they are asked for."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
    return range(last + 1, last + 1 + count)


def add(things: Sequence[models.Model]) -> None:
    """Store new things of one table and give them their keys, as ``bulk_create`` does; in a transaction."""
    if not things:
        return
    model, key = type(things[0]), type(things[0])._meta.pk
    assert key is not None
    if isinstance(key, models.AutoField):
        for thing, number in zip(things, new_keys(model, len(things)), strict=True):
            thing.pk = number
    fields = stored_fields(model)
    insert(model, fields, ([field.pre_save(thing, add=True) for field in fields] for thing in things))
    for thing in things:
        thing._state.adding, thing._state.db = False, connection.alias


def add_alike(like: models.Model, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Store rows that are as ``like`` but for some columns, without making a thing of each; in a transaction.

    ``names`` are the fields' names, a related thing standing as its key; each row holds their values in this order.
    The database gives the keys unless ``id`` is among the names.
    """
    model = type(like)
    varying = [model._meta.get_field(name) for name in names]
    same = [field for field in stored_fields(model) if field not in varying and not field.primary_key]
    rest = [field.get_db_prep_save(field.pre_save(like, add=True), connection) for field in same]
    fields = [field for field in varying if isinstance(field, Field)]
    _write(model, [*fields, *same], ((*row, *rest) for row in _prepared(fields, rows)))


def stored_fields(model: type[models.Model]) -> list[Field]:
    """The fields whose values are written; the others the database makes itself."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def insert(model: type[models.Model], fields: Sequence[Field], rows: Iterable[Sequence[Any]]) -> None:
    """Store rows of these fields' values."""
    _write(model, fields, _prepared(fields, rows))


def _prepared(fields: Sequence[Field], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The values as the database takes them."""
    odd = [(place, field) for place, field in enumerate(fields) if not isinstance(field, PLAIN)]
    for row in rows:
        values = list(row)
        for place, field in odd:
            values[place] = field.get_db_prep_save(values[place], connection)
        yield values


def _write(model: type[models.Model], fields: Sequence[Field], rows: Iterable[Sequence[Any]]) -> None:
    columns = ", ".join(f'"{field.column}"' for field in fields)
    into, size = f'"{model._meta.db_table}" ({columns})', _rows_a_statement(len(fields))
    portioned = portions(rows, size)
    for some in portioned:
        if connection.vendor == "postgresql" and len(some) > FEW:
            _copy(into, chain(some, chain.from_iterable(portioned)))
        else:
            _insert(into, some)


def _rows_a_statement(width: int) -> int:
    if connection.vendor == "postgresql":
        return ROWS_A_STATEMENT
    limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    return min(ROWS_A_STATEMENT, limit // width)


def _copy(into: str, rows: Iterable[Sequence[Any]]) -> None:
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(f"COPY {into} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _insert(into: str, rows: Sequence[Sequence[Any]]) -> None:
    marks = f"({', '.join(['%s'] * len(rows[0]))})"
    sql = f"INSERT INTO {into} VALUES {', '.join([marks] * len(rows))}"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])


def portions(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most ``size``."""
    some: list[Any] = []
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
