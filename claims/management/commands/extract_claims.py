"""``manage.py extract_claims``: print the claims of a text without storing anything."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.errors import Incomplete
from claims.text import extract, normalise
from claims.workflow.reading import read_file

FAILED, USAGE = 1, 2
EXAMPLES = """examples:
  manage.py extract_claims article.txt
  manage.py extract_claims < article.txt
  manage.py extract_claims --jsonl corpus.jsonl > claims.jsonl   (lines {"id", "text", "language"?})

Offsets are code points of the text after reading, half-open. For several documents a list is printed."""


class Command(BaseCommand):
    """Break texts into claims and print them as JSON."""

    help = "Print the claims of documents as JSON; nothing is stored."
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Show examples below the help."""
        return super().create_parser(
            prog_name, subcommand, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        """``[PATH…|-] [--jsonl] [--language CODE]``."""
        parser.add_argument("paths", nargs="*", default=["-"], metavar="PATH", help="a file, or - (default)")
        parser.add_argument("--jsonl", action="store_true", help="read and write JSON lines, streaming")
        parser.add_argument("--language", help="a code such as en or de (default: found from the text)")

    def handle(self, **options: Any) -> None:
        """Print one object for one document, a list for several, a line each with ``--jsonl``."""
        paths = options["paths"]
        try:
            if options["jsonl"]:
                for path in paths:
                    self.stream(path)
                return
            found = [self.document(path, options["language"]) for path in paths]
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}.", returncode=FAILED) from error
        self.stdout.write(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False))

    def document(self, path: str, language: str | None) -> dict[str, Any]:
        """The claims of one file; its id is the path as given."""
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        try:
            reading = read_file(data, name="" if path == "-" else path).reading
        except Incomplete as error:
            raise CommandError(f"{path}: {error}", returncode=FAILED) from error
        return extract(reading.text, language or reading.language or None).as_dict(id=path)

    def stream(self, path: str) -> None:
        """Read JSON lines and write one line for each, in constant memory."""
        with sys.stdin if path == "-" else Path(path).open(encoding="utf-8") as lines:
            for each in rows(lines, path):
                extraction = extract(normalise(each["text"]), each.get("language"))
                self.stdout.write(json.dumps(extraction.as_dict(id=each.get("id")), ensure_ascii=False))


def rows(lines: IO[str], path: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file; a line that is none stops with its number."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict) or not isinstance(row["text"], str):
                raise TypeError
        except (ValueError, KeyError, TypeError):
            message = f'{path}, line {number}: expected an object with "id" and "text".'
            raise CommandError(message, returncode=FAILED) from None
        yield row
