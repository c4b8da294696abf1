"""``manage.py report DOCUMENT``: the verdict report of a document as a file or on standard output."""

import uuid
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.management.saving import add_output, write
from claims.models import Document
from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS

FAILED = 1


class Command(BaseCommand):
    """Print or save the report; 0 when it was written (complete or not), 1 when not, 2 when called wrongly."""

    help = "Write the verdict report of a document: HTML, CSV or JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        """``DOCUMENT --format html|csv|json [--output PATH]``."""
        parser.add_argument("document", metavar="DOCUMENT", help="the document's number or its public id")
        parser.add_argument("--format", choices=sorted(FORMATS), default="html", help="html if not given")
        add_output(parser)

    def handle(self, **options: Any) -> None:
        """Find the document, assemble its report, write it."""
        report = assemble(find(options["document"]))
        chunks = (chunk.encode() for chunk in FORMATS[options["format"]].stream(report))
        write(chunks, options["output"], self.stdout)


def find(name: str) -> Document:
    """The document with this number or public id."""
    if name.isascii() and name.isdigit() and len(name) < 19:
        found = Document.objects.arrived().filter(pk=int(name)).first()
    else:
        found = Document.objects.arrived().filter(public_id=_public_id(name)).first()
    if found is None:
        raise CommandError(f"There is no document {name}.", returncode=FAILED)
    return found


def _public_id(name: str) -> uuid.UUID:
    try:
        return uuid.UUID(name)
    except ValueError as error:
        message = f"Name the document by its number or its public id, not by {name!r}."
        raise CommandError(message, returncode=FAILED) from error
