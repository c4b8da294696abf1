"""Django's SQLite backend with a fair queue for writers. Django asks for a module of this name.

SQLite lets one connection write at a time. The others ask again after pauses that grow to a tenth of a second, so a
late comer may overtake one that has waited for seconds. Here the writers of one process take turns in the order in
which they came, and only the first in line asks SQLite, every millisecond: each process has one asker, and all
askers have the same chance. Nothing is stored for it: what a killed process held is released by the kernel, as ever.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import Any, TypeVar

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from factcheck.sqlite.turns import Turn, Turns

PAUSE = 0.001  # seconds
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
KIND_OF_ERROR = 0xFF  # the lowest byte of SQLite's codes

Given = TypeVar("Given")
turns_at: dict[str, Turns] = {}  # by the database's path
os.register_at_fork(after_in_child=turns_at.clear)  # the threads that wait there are not here


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn before it writes."""

    turns: Turns
    turn = Turn()

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """A connection in the queue of its database."""
        self.turns = turns_at.setdefault(str(self.settings_dict["NAME"]), Turns())
        made: sqlite3.Connection = super().get_new_connection(conn_params)
        return made

    def create_cursor(self, name: str | None = None) -> "Cursor":
        """A cursor that knows its connection's queue."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    def in_turn(self, write: Callable[[], Given]) -> tuple[Given, Turn]:
        """What ``write`` gives as soon as it may write, and the turn, which is the caller's to end."""
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        until = monotonic() + patience
        turn = self.turns.take(patience)  # where others take too long, SQLite decides what happens
        try:
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                return _asking_again(write, until), turn
            finally:
                self.connection.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
        except BaseException:
            try:
                with suppress(sqlite3.Error):
                    self.connection.rollback()  # where it had begun already
            finally:
                turn.end()
            raise

    # The rest is private to Django, and unknown to its stubs.

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc]
        if self.transaction_mode is None:  # type: ignore[attr-defined]
            begin()  # it may never write
        else:
            _, self.turn = self.in_turn(begin)

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc] # where it fails, Django rolls back next
        self.turn.end()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.turn.end()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self.turn.end()


class Cursor(base.SQLiteCursorWrapper):
    """A single statement outside a transaction takes a turn of its own."""

    wrapper: DatabaseWrapper

    def execute(self, query: str, params: Any = None) -> Any:
        """Run a statement; one that writes waits for its turn unless its transaction has it."""
        if not query.startswith(WRITES) or self.connection.in_transaction:
            return super().execute(query, params)
        given, turn = self.wrapper.in_turn(partial(super().execute, query, params))
        turn.end()
        return given


def _asking_again(write: Callable[[], Given], until: float) -> Given:
    """Even pauses, where SQLite's own grow longer each time."""
    while True:
        try:
            return write()
        except (OperationalError, sqlite3.OperationalError) as error:
            if not _is_busy(error) or monotonic() > until:
                raise
        sleep(PAUSE)


def _is_busy(error: Exception) -> bool:
    """Whether it may pass; it never does for who still reads what was there before somebody else's write."""
    code = getattr(error.__cause__ or error, "sqlite_errorcode", 0)
    return bool(code & KIND_OF_ERROR == sqlite3.SQLITE_BUSY and code != sqlite3.SQLITE_BUSY_SNAPSHOT)
