"""``manage.py verify_history``: whole, or every fault on a line of its own."""

import io
import json

import pytest
from django.core.management import call_command
from django.db import connection

from claims.models import Event
from claims.models.guards import GUARDS


def run(*arguments: str) -> tuple[str, int]:
    out = io.StringIO()
    try:
        call_command("verify_history", *arguments, stdout=out)
    except SystemExit as end:
        return out.getvalue(), int(end.code or 0)
    return out.getvalue(), 0


@pytest.fixture
def tampered(document):
    """Its second event changed behind the verbs' back."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for guard in (guard for guard in GUARDS if guard.table == "claims_event"):
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")
    Event.objects.filter(chain__document=document, number=2).update(action="approve")
    return document


def test_whole_history(document):
    assert run() == ("2 events in 2 chains, whole.\n", 0)
    out, code = run("--json")
    assert (json.loads(out), code) == ({"events": 2, "chains": 2, "whole": True, "faults": []}, 0)


def test_fault_is_named_and_fails(tampered):
    assert run() == (
        f"History of {tampered.title}: event 2 was changed\n2 events in 2 chains, 1 fault.\n",
        1,
    )


def test_fault_as_json(tampered):
    out, code = run("--json")
    assert (json.loads(out), code) == (
        {
            "events": 2,
            "chains": 2,
            "whole": False,
            "faults": [
                {
                    "chain": tampered.chain.pk,
                    "document": tampered.pk,
                    "number": 2,
                    "sentence": "event 2 was changed",
                }
            ],
        },
        1,
    )
