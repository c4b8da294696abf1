"""Where a synthetic desk lies: a SQLite file or a PostgreSQL database; made, copied and dropped. No Django."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

SQLITE, POSTGRES = "sqlite", "postgres"
PREFIX = "factcheck_load"


@dataclass(frozen=True)
class Place:
    """One desk: its engine, its size, the folder of its files, and the PostgreSQL server when it lies there."""

    db: str
    claims: int
    folder: Path
    server: str
    name: str = ""

    @property
    def database(self) -> str:
        """The database's own name."""
        return f"{PREFIX}_{self.claims}{self.name}"

    @property
    def file(self) -> Path:
        """Where the desk lies on SQLite."""
        return self.folder / f"{self.database}.sqlite3"

    @property
    def address(self) -> str:
        """What DATABASE_URL says."""
        if self.db == SQLITE:
            return f"sqlite:///{self.file}"
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{self.database}"))

    @property
    def record(self) -> Path:
        """What was measured while the desk was built; there only once it was built to the end."""
        return self.folder / f"{self.database}.{self.db}.built.json"

    @property
    def results(self) -> Path:
        """The last figure of each row."""
        return self.folder / f"{self.database}.{self.db}.results.json"

    def create(self) -> None:
        """An empty database; what lay there before goes."""
        self.drop()
        if self.db == POSTGRES:
            self._on_server(f'CREATE DATABASE "{self.database}"')

    def drop(self) -> None:
        """Remove the desk."""
        self.record.unlink(missing_ok=True)
        if self.db == POSTGRES:
            self._on_server(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
            return
        for ending in ("", "-wal", "-shm"):
            self.file.with_name(self.file.name + ending).unlink(missing_ok=True)

    def copy(self) -> "Place":
        """The same desk once more, for rows that write; nobody may be connected to this one."""
        other = Place(self.db, self.claims, self.folder, self.server, f"{self.name}_copy")
        other.drop()
        if self.db == POSTGRES:
            self._on_server(f'CREATE DATABASE "{other.database}" TEMPLATE "{self.database}"')
        else:
            shutil.copyfile(self.file, other.file)
        return other

    def is_built(self) -> bool:
        """Whether it was built to the end before."""
        return self.record.exists()

    def built(self) -> dict[str, Any]:
        """What was noted when it was built."""
        found: dict[str, Any] = json.loads(self.record.read_text(encoding="utf-8"))
        return found

    def _on_server(self, statement: str) -> None:
        import psycopg  # noqa: PLC0415 - a desk on SQLite does without it

        server = urlunsplit(urlsplit(self.server)._replace(scheme="postgresql"))
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement)
