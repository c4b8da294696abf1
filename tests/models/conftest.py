"""Rows by hand, to try what the database itself refuses."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import IntegrityError, connection, transaction

Refuses = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def database_refuses(db: None) -> Refuses:
    """``with database_refuses("claim_has_words"):`` – an IntegrityError that names the constraint or guard.

    Where a value breaks several, ``"one|other"``: which is told differs. SQLite tells a unique constraint's
    columns only, not its name: there any UNIQUE refusal will do.
    """

    @contextmanager
    def check(name: str) -> Iterator[None]:
        with pytest.raises(IntegrityError) as info, transaction.atomic():
            yield
        told = str(info.value)
        assert any(each in told for each in name.split("|")) or (
            connection.vendor == "sqlite" and told.startswith("UNIQUE")
        )

    return check
