"""``manage.py import_documents PATH…``: bring texts in and propose their claims. Reading is in ``claims.text``."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.errors import WorkflowError
from claims.management.people import FAILED, PARTLY, USAGE, acting, add_by
from claims.models import Document, User
from claims.workflow import intake

EXAMPLES = """examples:
  manage.py import_documents article.txt interview.md --by edith
  manage.py import_documents - --title "Speech of 3 March" < speech.txt
  manage.py import_documents page.html --json

exit code: 0 all brought in, 1 none, 2 wrong use, 3 some"""


class Command(BaseCommand):
    """Bring in plain text, Markdown and HTML."""

    help = "Bring documents in (.txt, .md, .html, or - for standard input) and propose their claims."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Show examples below the help."""
        return super().create_parser(
            prog_name, subcommand, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        """``PATH… [--title …] [--by USER] [--again] [--json]``."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or - for standard input")
        parser.add_argument("--title", default="", help="the title (for one document)")
        parser.add_argument(
            "--again", action="store_true", help="bring a text in although it is here already"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON list instead of sentences")
        add_by(parser)

    def handle(self, **options: Any) -> None:
        """Bring in each path by itself: one that fails does not stop the others."""
        paths = options["paths"]
        if options["title"] and len(paths) > 1:
            raise CommandError("--title is for one document; name one path.", returncode=USAGE)
        by = acting(options["by"])
        results = [self.one(path, by, options["title"], options["again"]) for path in paths]
        if options["json"]:
            self.stdout.write(json.dumps(results, ensure_ascii=False, indent=2))
        else:
            for result in results:
                (self.stderr if result["error"] else self.stdout).write(sentence(result))
        failed = sum(bool(result["error"]) for result in results)
        if failed:
            sys.exit(FAILED if failed == len(results) else PARTLY)

    def one(self, path: str, by: User, title: str, again: bool) -> dict[str, Any]:
        """Bring in one path; what happened, as data."""
        result: dict[str, Any] = {"path": path, "id": None, "error": ""}
        try:
            data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            reading = intake.read_text(
                data, name="" if path == "-" else path, max_bytes=settings.DOCUMENT_MAX_BYTES
            )
            known = list(intake.same_text(reading.text, by=by)[:3])
            if known and not again:
                names = ", ".join(f"document {each.pk} (“{each.title}”)" for each in known)
                result["same_as"] = [each.pk for each in known]
                result["error"] = f"This text is here already: {names}. Use --again to bring it in once more."
                return result
            document = intake.bring_in(reading, by=by, about=intake.Particulars(title=title))
        except OSError as error:
            result["error"] = f"{error.strerror or error}."
        except WorkflowError as error:
            result["error"] = str(error)
        else:
            result |= particulars(document)
        return result


def particulars(document: Document) -> dict[str, Any]:
    """What the command tells about a document it brought in."""
    revision = document.current_revision
    assert revision is not None
    return {
        "id": document.pk,
        "title": document.title,
        "author": document.author,
        "date": document.date.isoformat() if document.date else None,
        "language": document.language,
        "sentences": revision.sentence_count,
        "claims": document.last_claim_number,
        "warnings": revision.warnings,
    }


def sentence(result: dict[str, Any]) -> str:
    """One result as a line for a person."""
    if result["error"]:
        return f"{result['path']}: {result['error']}"
    warnings = "".join(f" {warning}" for warning in result["warnings"])
    return (
        f"{result['path']}: document {result['id']}, “{result['title']}”, "
        f"{counted('sentence', result['sentences'])}, {counted('claim', result['claims'])} proposed.{warnings}"
    )


def counted(word: str, number: int) -> str:
    """“1 claim”, “2 claims”."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
