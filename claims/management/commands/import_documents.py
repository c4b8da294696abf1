"""``manage.py import_documents PATH…``: bring texts in and propose their claims. Reading is the workflow's."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress

from claims.errors import WorkflowError
from claims.management.incoming import Item, count, items, passed_over
from claims.management.people import FAILED, PARTLY, USAGE, acting, add_by
from claims.models import Document, User
from claims.workflow import intake, reading
from claims.workflow.reading import Incoming

Result = dict[str, Any]
NO_NUMBERS = {"sentences": 0, "claims": 0}
NAMED = 10
PASSED_OVER = "Passed over, as their endings say that they cannot be read: {}."
STOPPED = "Stopped here: the rest was not read. Mend it, or use --keep-going."
HERE_ALREADY = "This text is here already: {}. Use --again to bring it in once more."

EXAMPLES = """examples:
  manage.py import_documents article.docx interview.md --by edith
  manage.py import_documents --dry-run --json report.pdf     what would come in; nothing is stored
  manage.py import_documents archive/ --keep-going           every file of a folder that can be read
  manage.py import_documents documents.csv                   a list with a column “text”
  manage.py import_documents https://example.org/story       needs LINK_IMPORT=1
  manage.py import_documents - --title "Speech of 3 March" < speech.txt

A run stops at the first document that cannot be brought in, unless told to keep going; a dry run always goes on.
A text that is here already is left out and does not stop anything.

exit code: 0 all brought in, 1 none, 2 wrong use, 3 some"""


class Command(BaseCommand):
    """Bring in files, folders, lists of documents and pages."""

    help = (
        "Bring in documents (Word, OpenDocument, PDF, HTML, mail, Markdown, text) and propose their claims."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Show examples below the help."""
        return super().create_parser(
            prog_name, subcommand, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        """``PATH… [--title …] [--by USER] [--again] [--dry-run] [--keep-going] [--json]``."""
        what = "a file, a folder, a list of documents (.csv, .jsonl), a link, or - for standard input"
        parser.add_argument("paths", nargs="+", metavar="PATH", help=what)
        parser.add_argument("--title", default="", help="the title (for one document)")
        parser.add_argument(
            "--again", action="store_true", help="bring a text in although it is here already"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="read and count; store nothing, ask no database"
        )
        parser.add_argument("--keep-going", action="store_true", help="go on after a document that fails")
        parser.add_argument("--json", action="store_true", help="print one JSON list instead of sentences")
        add_by(parser)

    def handle(self, **options: Any) -> None:
        """Take one document after the other, so that ten thousand need no more memory than one."""
        paths, dry = options["paths"], options["dry_run"]
        if options["title"] and (len(paths) > 1 or count(paths) != 1):
            raise CommandError("--title is for one document; name one path.", returncode=USAGE)
        by = None if dry else acting(options["by"])
        results = self.results(paths, by, options)
        outcome = self.as_json(results) if options["json"] else self.as_sentences(results)
        self.tell_what_was_passed_over(paths)
        if set(outcome) != {"brought in"}:
            sys.exit(PARTLY if "brought in" in outcome else FAILED)

    def tell_what_was_passed_over(self, paths: list[str]) -> None:
        """Name the files of folders that were not tried."""
        names: list[str] = []
        more = 0
        for file in passed_over(paths):
            if len(names) < NAMED:
                names.append(str(file))
            else:
                more += 1
        if names:
            others = f" and {more} more" if more else ""
            self.stderr.write(PASSED_OVER.format(", ".join(names) + others))

    def results(self, paths: list[str], by: User | None, options: dict[str, Any]) -> Iterator[Result]:
        """What happened to each document, as it happens."""
        goes_on = options["keep_going"] or by is None
        console = Console(stderr=True)
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("Reading", total=count(paths))
            coming = items(paths)
            for item in coming:
                bar.update(task, advance=1, description=item.path[-40:])
                result = looked_at(item, options["title"]) if by is None else one(item, by, options)
                stops = end(result) == "refused" and not goes_on
                rest = next(coming, None) if stops else None
                yield result | ({"stopped": STOPPED} if rest else {})
                if stops:
                    return

    def as_json(self, results: Iterable[Result]) -> Counter[str]:
        """One JSON list, written as it grows; returns how many documents ended in which way."""
        ends, mark = Counter[str](), "[\n"
        for result in results:
            self.stdout.write(mark + json.dumps(result, ensure_ascii=False, indent=2), ending="")
            mark = ",\n"
            ends[end(result)] += 1
        self.stdout.write("\n]" if ends else "[]")
        return ends

    def as_sentences(self, results: Iterable[Result]) -> Counter[str]:
        """A line for each document, and the sum of several; returns how many ended in which way."""
        ends = Counter[str]()
        for result in results:
            ends[end(result)] += 1
            (self.stderr if result["error"] else self.stdout).write(sentence(result))
        if ends.total() > 1:
            self.stdout.write(", ".join(f"{number} {how}" for how, number in ends.items()) + ".")
        return ends


def end(result: Result) -> str:
    """How a document ended: brought in (in a dry run: can be), here already, or refused."""
    return "here already" if "same_as" in result else "refused" if result["error"] else "brought in"


def one(item: Item, by: User, options: dict[str, Any]) -> Result:
    """Bring in one document; what happened, as data."""
    result: Result = {"path": item.path, "id": None, "error": ""}
    try:
        incoming, about = item.read(), item.particulars()
        known = [] if options["again"] else list(intake.same_text(incoming.reading.text, by=by)[:3])
        if known:
            names = ", ".join(f"document {each.pk} (“{each.title}”)" for each in known)
            return result | {"same_as": [each.pk for each in known], "error": HERE_ALREADY.format(names)}
        about = replace(about, title=options["title"] or about.title)
        return result | particulars(intake.bring_in(incoming, by=by, about=about))
    except OSError as error:
        return result | {"error": f"{error.strerror or error}."}
    except WorkflowError as error:
        return result | {"error": str(error)}


def looked_at(item: Item, title: str) -> Result:
    """What would come in, as data; nothing is stored and no database is asked."""
    nothing = dict.fromkeys(("title", "author", "language", "link", "reader", "text"), "")
    result: Result = {"path": item.path, "error": "", **nothing, "date": None, "warnings": [], **NO_NUMBERS}
    try:
        incoming, about = item.read(), item.particulars()
    except OSError as error:
        return result | {"error": f"{error.strerror or error}."}
    except WorkflowError as error:
        return result | {"error": str(error)}
    return result | found_in(incoming, replace(about, title=title or about.title))


def found_in(incoming: Incoming, about: intake.Particulars) -> Result:
    """The text, its particulars and its numbers, as a dry run shows them."""
    read = incoming.reading
    counted = reading.preview(read, language=about.language)
    date = about.date or read.date
    return {
        "title": intake.title_of(about, read),
        "author": about.author or read.author,
        "date": date.isoformat() if date else None,
        "language": counted.language,
        "link": about.link or read.link,
        "reader": read.reader,
        "text": read.text,
        "warnings": list(read.warnings),
        "sentences": counted.sentences,
        "claims": counted.claims,
    }


def particulars(document: Document) -> Result:
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


def sentence(result: Result) -> str:
    """One result as a line for a person."""
    if result["error"]:
        return " ".join(filter(None, [f"{result['path']}: {result['error']}", result.get("stopped", "")]))
    named = f"document {result['id']}, “{result['title']}”" if "id" in result else f"“{result['title']}”"
    offers = "proposed" if "id" in result else "to propose; nothing was stored"
    warnings = "".join(f" {warning}" for warning in result["warnings"])
    return (
        f"{result['path']}: {named}, {counted('sentence', result['sentences'])}, "
        f"{counted('claim', result['claims'])} {offers}.{warnings}"
    )


def counted(word: str, number: int) -> str:
    """“1 claim”, “2 claims”."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
