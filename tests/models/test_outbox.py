"""What is due to be sent or done."""

import datetime

import pytest

from claims.models import Outbox


@pytest.mark.django_db
def test_a_row_says_what_is_due():
    due = datetime.datetime(2026, 3, 12, 17, tzinfo=datetime.UTC)
    row = Outbox.objects.create(what="mail", due_at=due)
    assert (str(row), row.tries, row.done_at, row.payload) == ("mail at 2026-03-12 17:00", 0, None, {})
