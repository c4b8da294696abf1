"""``manage.py report DOCUMENT``: the verdict report of a document as a file or on standard output."""

import os
import tempfile
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.models import Document
from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS

FAILED = 1
STANDARD_OUTPUT = "-"
READABLE = 0o644


class Command(BaseCommand):
    """Print or save the report; 0 when it was written (complete or not), 1 when not, 2 when called wrongly."""

    help = "Write the verdict report of a document: HTML, CSV or JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        """``DOCUMENT --format html|csv|json [--output PATH]``."""
        parser.add_argument("document", metavar="DOCUMENT", help="the document's number or its public id")
        parser.add_argument("--format", choices=sorted(FORMATS), default="html", help="html if not given")
        parser.add_argument(
            "--output",
            metavar="PATH",
            default=STANDARD_OUTPUT,
            help="a file, written anew if it is there; - or nothing is standard output",
        )

    def handle(self, **options: Any) -> None:
        """Find the document, assemble its report, write it."""
        report = assemble(find(options["document"]))
        chunks = (chunk.encode() for chunk in FORMATS[options["format"]].stream(report))
        if options["output"] == STANDARD_OUTPUT:
            self._print(chunks)
        else:
            save(chunks, options["output"])

    def _print(self, chunks: Iterable[bytes]) -> None:
        """The same bytes as in a file, whatever the terminal's encoding; a reader may stop early."""
        raw = getattr(self.stdout, "buffer", None)
        try:
            for chunk in chunks:
                if raw is None:
                    self.stdout.write(chunk.decode(), ending="")
                else:
                    raw.write(chunk)
            (raw or self.stdout).flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that Python's own flush at the end is quiet


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


def save(chunks: Iterable[bytes], output: str) -> None:
    """Write a file in one step: whoever opens it sees the old report or the new one, never half of one."""
    path = Path(output).resolve()
    try:
        if path.exists() and not path.is_file():  # a device or a pipe; a folder is refused by the system
            with path.open("wb") as device:
                device.writelines(chunks)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".report-", delete=False) as part:
            try:
                part.writelines(chunks)
                part.close()
                Path(part.name).chmod(path.stat().st_mode & 0o777 if path.exists() else READABLE)
                Path(part.name).replace(path)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandError(f"{output} cannot be written: {reason}.", returncode=FAILED) from error
