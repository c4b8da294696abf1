"""The writers' queue on a SQLite file of its own, whatever database the other tests use."""

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from factcheck.sqlite import base
from factcheck.sqlite.base import DatabaseWrapper, turns_at
from tests.factcheck.sqlite.test_turns import wait_until

DESK = "desk"
HOLD = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE');"
    "c.execute('INSERT INTO line (words) VALUES (?)', ('held',)); print('holds', flush=True);"
    "sys.stdin.readline(); c.execute('COMMIT')"
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A database with one table."""
    path = str(tmp_path / "desk.sqlite3")
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE line (id integer PRIMARY KEY, words text NOT NULL)")
        made.execute(
            "CREATE TABLE note (line integer REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED NOT NULL)"
        )
    made.close()
    return path


@pytest.fixture
def desk(
    django_db_blocker: DjangoDbBlocker, file: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DatabaseWrapper]:
    """A connection to it, under a name of its own; the tests' own database stays out of it."""
    about = connections.settings["default"] | {
        "ENGINE": "factcheck.sqlite",
        "NAME": file,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
    }
    monkeypatch.setitem(connections.settings, DESK, about)
    with django_db_blocker.unblock():
        yield connections[DESK]
        connections[DESK].close()
    del connections[DESK]


def add(words: str) -> None:
    with connections[DESK].cursor() as cursor:
        cursor.execute("INSERT INTO line (words) VALUES (%s)", [words])


def lines(file: str) -> list[str]:
    with sqlite3.connect(file) as reading:
        found = [words for (words,) in reading.execute("SELECT words FROM line ORDER BY id")]
    reading.close()
    return found


def is_free(file: str) -> bool:
    turn = turns_at[file].take(0)
    given = turn.is_ours
    turn.end()
    return given and turns_at[file].waiting == 0


def in_thread(write) -> threading.Thread:
    def run() -> None:
        try:
            write()
        finally:
            connections[DESK].close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_writers_of_a_process_write_in_the_order_in_which_they_came(desk: DatabaseWrapper, file: str):
    def in_transaction(words: str) -> None:
        with transaction.atomic(DESK):
            add(words)

    threads = []
    with transaction.atomic(DESK):
        for number in range(10):
            act = in_transaction if number % 2 else add  # a single statement stands in line too
            threads.append(in_thread(lambda act=act, number=number: act(f"{number}")))
            wait_until(lambda number=number: turns_at[file].waiting == number + 1)
        add("first")
    for thread in threads:
        thread.join(30)
    assert lines(file) == ["first", *(f"{number}" for number in range(10))]
    assert is_free(file)


def test_a_transaction_inside_another_waits_for_nobody(desk: DatabaseWrapper, file: str):
    with transaction.atomic(DESK):
        add("outer")
        with transaction.atomic(DESK):
            add("inner")
        with transaction.atomic(DESK):
            add("undone")
            transaction.set_rollback(True, DESK)
        assert not is_free(file)
    assert lines(file) == ["outer", "inner"]
    assert is_free(file)


def test_reading_waits_for_nobody(desk: DatabaseWrapper, file: str):
    add("there")
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with desk.cursor() as cursor:
            cursor.execute("SELECT words FROM line")
            assert cursor.fetchall() == [("there",)]
        other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    "statement", ["INSERT INTO line (words) VALUES (NULL)", "INSERT INTO nowhere VALUES (1)"]
)
def test_a_statement_that_fails_ends_its_turn(desk: DatabaseWrapper, file: str, statement: str):
    with pytest.raises(DatabaseError), desk.cursor() as cursor:
        cursor.execute(statement)
    with pytest.raises(DatabaseError), transaction.atomic(DESK), desk.cursor() as cursor:
        cursor.execute(statement)
    assert is_free(file)


class Failing:
    """A connection of which one statement fails, and everything else is the real one's."""

    def __init__(self, connection: sqlite3.Connection, statement: str) -> None:
        self.connection, self.statement = connection, statement

    def __getattr__(self, name: str) -> object:
        return getattr(self.connection, name)

    def execute(self, statement: str) -> sqlite3.Cursor:
        if statement == self.statement:
            raise sqlite3.OperationalError("disk I/O error")
        return self.connection.execute(statement)


@pytest.mark.parametrize("statement", ["PRAGMA busy_timeout = 0", "PRAGMA busy_timeout = 20000"])
def test_a_connection_that_cannot_set_how_long_it_waits_ends_its_turn(
    desk: DatabaseWrapper, file: str, statement: str
):
    desk.ensure_connection()
    desk.connection = Failing(desk.connection, statement)
    with pytest.raises(sqlite3.OperationalError, match="disk"), transaction.atomic(DESK):
        pytest.fail("it never began")
    assert (desk.connection.in_transaction, is_free(file)) == (False, True)


def test_a_connection_closed_behind_djangos_back_ends_its_turn(desk: DatabaseWrapper, file: str):
    desk.ensure_connection()
    desk.connection.close()
    with pytest.raises(sqlite3.ProgrammingError), transaction.atomic(DESK):
        pytest.fail("it never began")
    assert is_free(file)


def test_a_commit_that_fails_ends_its_turn(desk: DatabaseWrapper, file: str):
    with pytest.raises(IntegrityError), transaction.atomic(DESK), desk.cursor() as cursor:
        cursor.execute("INSERT INTO note (line) VALUES (77)")
    assert is_free(file)
    add("afterwards")
    assert lines(file) == ["afterwards"]


def test_a_connection_closed_in_a_transaction_ends_its_turn(desk: DatabaseWrapper, file: str):
    with transaction.atomic(DESK):
        add("undone")
        desk.close()
        assert is_free(file)
    add("afterwards")
    assert lines(file) == ["afterwards"]


def test_another_process_is_waited_for(desk: DatabaseWrapper, file: str):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "holds\n"
        threads = [in_thread(lambda: add("waited"))]
        wait_until(lambda: file in turns_at and not is_free(file))
        assert lines(file) == []
        other.communicate("go\n", timeout=30)
        threads[0].join(30)
    assert lines(file) == ["held", "waited"]


def test_a_killed_process_holds_nobody_up(desk: DatabaseWrapper, file: str):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "holds\n"
        other.send_signal(signal.SIGKILL)
    add("afterwards")
    assert lines(file) == ["afterwards"]
    assert sorted(path.name for path in Path(file).parent.iterdir() if "-" not in path.name) == [
        "desk.sqlite3"
    ]


def test_whoever_waits_too_long_is_told_so_and_keeps_no_turn(desk: DatabaseWrapper, file: str):
    desk.settings_dict["OPTIONS"]["timeout"] = 0.05
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="database is locked"):
            add("too late")
        with pytest.raises(OperationalError, match="database is locked"), transaction.atomic(DESK):
            add("too late")
        other.execute("ROLLBACK")
    other.close()
    assert is_free(file)


def test_who_reads_what_was_there_before_anothers_write_is_told_at_once(
    desk: DatabaseWrapper, file: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        base, "sleep", lambda seconds: pytest.fail("it asked again, though it can never pass")
    )
    for words in ("one", "two"):
        add(words)
    with desk.cursor() as reading:
        reading.execute("SELECT words FROM line")
        assert reading.fetchone() == ("one",)
        with sqlite3.connect(file) as other:
            other.execute("INSERT INTO line (words) VALUES ('another')")
        other.close()
        with pytest.raises(OperationalError) as told:
            add("too late")
    assert told.value.__cause__.sqlite_errorcode == sqlite3.SQLITE_BUSY_SNAPSHOT
    assert is_free(file)
    add("afterwards")
    assert lines(file) == ["one", "two", "another", "afterwards"]
