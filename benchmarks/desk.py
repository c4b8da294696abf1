"""A desk for figures: an empty database of its own, with Django set up on it as a production desk would run it.

Import nothing of ``claims`` at the top of a benchmark: the address of the database must be set before Django starts.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throw_away_desk() -> Iterator[Path]:
    """A desk on SQLite in a folder that goes away."""
    folder = tempfile.TemporaryDirectory(prefix="factcheck-bench-", ignore_cleanup_errors=True)
    with folder as path, desk_at(f"sqlite:///{path}/bench.sqlite3"):
        yield Path(path)


def environment(address: str) -> dict[str, str]:
    """How a process runs on the database at this address: as in production, but for HTTPS and kept static files."""
    return {
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        "ENV_FILE": "no-such-file",
        "DATABASE_URL": address,
        "SECRET_KEY": "benchmarks-only-" + "x" * 40,
        "DEBUG": "1",
        "ALLOWED_HOSTS": "testserver,127.0.0.1",
    }


@contextmanager
def desk_at(address: str) -> Iterator[None]:
    """Set Django up on this database and migrate it."""
    os.environ.update(environment(address))
    import django  # noqa: PLC0415 - only now is the database known

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the same
    from django.db import connections  # noqa: PLC0415 - the same

    run_as_production()
    call_command("migrate", verbosity=0)
    try:
        yield
    finally:
        connections.close_all()


def run_as_production() -> None:
    """What DEBUG would change: every query kept in memory, templates read anew for every page."""
    from django.conf import settings  # noqa: PLC0415 - the database must be known first

    settings.DEBUG = False
    options = settings.TEMPLATES[0]["OPTIONS"]
    options["debug"] = False
