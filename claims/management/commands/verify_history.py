"""``manage.py verify_history``: does the history still hold? Names every fault and fails if there is one."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.models import Chain, Event
from claims.reports.verification import Fault, verify

FAULTS = 1


class Command(BaseCommand):
    """Walk every chain; 0 when all are whole, 1 when something was changed, removed, inserted, swapped or cut."""

    help = "Verify the history: every event follows from the one before it, and its words are as they were."

    def add_arguments(self, parser: CommandParser) -> None:
        """``[--json]``."""
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, **options: Any) -> None:
        """Print the faults as they are found, then the sum."""
        found = []
        for fault in verify():
            found.append(fault)
            if not options["json"]:
                self.stdout.write(str(fault))
        events, chains = Event.objects.count(), Chain.objects.count()
        if options["json"]:
            about = {"events": events, "chains": chains, "whole": not found}
            self.stdout.write(
                json.dumps({**about, "faults": [as_dict(f) for f in found]}, ensure_ascii=False)
            )
        else:
            end = "whole." if not found else f"{counted(len(found), 'fault')}."
            self.stdout.write(f"{counted(events, 'event')} in {counted(chains, 'chain')}, {end}")
        if found:
            raise SystemExit(FAULTS)


def as_dict(fault: Fault) -> dict[str, object]:
    """One fault as data; ``document`` is null for the desk's own chain."""
    return {
        "chain": fault.chain.pk,
        "document": fault.chain.document_id,
        "number": fault.number,
        "sentence": fault.sentence,
    }


def counted(count: int, word: str) -> str:
    """A number with its word."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
