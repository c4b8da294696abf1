"""A throw-away desk: an empty SQLite database in a folder that goes away, with Django set up on it.

Import nothing of ``claims`` at the top of a benchmark: the address of the database must be set before Django starts.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throw_away_desk() -> Iterator[Path]:
    """Set Django up on a new database as a production desk would run it, but for HTTPS."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-", ignore_cleanup_errors=True) as folder:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="factcheck.settings",
            ENV_FILE="no-such-file",
            DATABASE_URL=f"sqlite:///{folder}/bench.sqlite3",
            SECRET_KEY="benchmarks-only-" + "x" * 40,
            DEBUG="1",
            ALLOWED_HOSTS="testserver",
        )
        import django  # noqa: PLC0415 - only now is the database known

        django.setup()
        from django.conf import settings  # noqa: PLC0415 - the same
        from django.core.management import call_command  # noqa: PLC0415 - the same
        from django.db import connections  # noqa: PLC0415 - the same

        settings.DEBUG = False  # else every query is kept in memory
        settings.TEMPLATES[0]["OPTIONS"]["debug"] = False
        call_command("migrate", verbosity=0)
        try:
            yield Path(folder)
        finally:
            connections.close_all()
