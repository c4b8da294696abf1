"""System checks: the guards are up, the settings make sense."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from claims.models.guards import present, wanted


@register(Tags.database)
def guards_are_present(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Compare the triggers in the database with the list; silent before the first migration."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if "claims_event" not in connection.introspection.table_names():
            continue
        missing = set(wanted(connection.vendor)) - present(connection)
        if missing:
            message = f"The database lacks the guards {', '.join(sorted(missing))}."
            found.append(Error(message, hint="Run manage.py migrate.", id="claims.E001"))
    return found


@register
def limits_fit_together(**kwargs: Any) -> list[CheckMessage]:
    """A text of the allowed size must fit into the form that carries it."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if limit is not None and limit < settings.DOCUMENT_MAX_BYTES:
        return [
            Error("DATA_UPLOAD_MAX_MEMORY_SIZE is smaller than DOCUMENT_MAX_BYTES.", id="claims.E002"),
        ]
    return []


@register
def readers_have_room(**kwargs: Any) -> list[CheckMessage]:
    """A reader that may not even start refuses every file, as if the file were at fault."""
    least = {
        "READER_SECONDS": 5,
        "READER_CPU_SECONDS": 2,
        "READER_MEMORY_BYTES": 300_000_000,
        "READER_OUTPUT_BYTES": settings.DOCUMENT_MAX_BYTES,
        "READER_OPEN_FILES": 16,
        "READERS_AT_ONCE": 1,
        "FETCH_SECONDS": 1,
    }
    return [
        Warning(f"{name} is less than {value}: no file can be read.", id="claims.W002")
        for name, value in least.items()
        if getattr(settings, name) < value
    ]


@register
def due_soon_is_a_time(**kwargs: Any) -> list[CheckMessage]:
    """Zero or negative hours would make the group meaningless."""
    if settings.DUE_SOON_HOURS < 1:
        return [Warning("DUE_SOON_HOURS is less than one hour.", id="claims.W001")]
    return []
