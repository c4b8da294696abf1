"""``manage.py import_facts SHEET``: a fact sheet becomes a document with claims, drafts and notes. No rule is here."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.errors import WorkflowError
from claims.management.people import FAILED, PARTLY, USAGE, acting, add_by
from claims.models import Document, Scale, User
from claims.workflow import facts, intake
from claims.workflow.arriving import Particulars
from claims.workflow.fact_sheets import COLUMNS, FactSheet, Plan, PlannedRow, pairs, plan, read_sheet
from claims.workflow.reading import read_file, refuse_size

HERE_ALREADY = "This text is here already: {}. Use --again to bring it in once more."
NOT_STORED = "Nothing was stored. Mend these rows, or use --keep-going to store the others."
NOTHING_STORED = "Nothing was stored: this was a dry run."
SHOWN = 60

EXAMPLES = """examples:
  manage.py import_facts facts.xlsx --dry-run                what each row becomes; nothing is stored
  manage.py import_facts facts.xlsx --by edith --reviewer carl --title "Harbour"
  manage.py import_facts facts.csv --text article.docx       each sentence must stand once in that text
  manage.py import_facts facts.csv --column fact="What to check" --status "OK=True" --status "Nope=False"
  manage.py import_facts facts.xlsx --keep-going             store the good rows, name the others

columns, in any order, under these or other usual names:
sentence, fact, status, source, notes, page, speaker, kind, reviewer

Without --text the text is made of the sentences. A status and its sources become the draft of the reviewer whom
the row or --reviewer names; that takes an editor: --by. docs/fact-sheets.md tells the rest.

exit code: 0 done, 1 nothing stored, 2 wrong use, 3 some rows left out"""


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    sheet: FactSheet
    about: Particulars
    reviewer: User | None
    path: str


class Command(BaseCommand):
    """Bring in a fact sheet."""

    help = "Bring in a fact sheet (.xlsx, .csv, .tsv; one fact a row) as a document with claims, evidence and notes."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Show examples below the help."""
        return super().create_parser(
            prog_name, subcommand, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        """``SHEET [--text FILE] [--reviewer USER] [--dry-run] [--keep-going] …``."""
        parser.add_argument("path", metavar="SHEET", help="a file .xlsx, .csv or .tsv")
        parser.add_argument("--text", metavar="FILE", help="the text that the sentences stand in")
        parser.add_argument("--title", default="", help="the document's title")
        parser.add_argument("--source", default="", help="who published the text")
        parser.add_argument("--reviewer", metavar="USER", help="who found what rows without a reviewer say")
        parser.add_argument("--scale", metavar="NAME", help="the rating scale (default: the first)")
        parser.add_argument(
            "--status",
            metavar="WORD=VERDICT",
            action="append",
            default=[],
            help="what a word of the desk means",
        )
        parser.add_argument(
            "--column",
            metavar="NAME=HEADER",
            action="append",
            default=[],
            help=f"how the sheet calls a column ({', '.join(COLUMNS)})",
        )
        parser.add_argument("--sheet", metavar="NAME", default="", help="which tab of a workbook")
        parser.add_argument("--dry-run", action="store_true", help="say what each row becomes; store nothing")
        parser.add_argument(
            "--keep-going", action="store_true", help="store the good rows, leave out the others"
        )
        parser.add_argument(
            "--again", action="store_true", help="bring a text in although it is here already"
        )
        parser.add_argument("--json", action="store_true", help="print JSON instead of sentences")
        add_by(parser)

    def handle(self, **options: Any) -> None:
        """Plan, say what is wrong, store."""
        path, by = options["path"], acting(options["by"])
        about = Particulars(options["title"], options["source"], scale=_scale(options["scale"]))
        reviewer = _reviewer(options["reviewer"])
        try:
            wish = Wish(_sheet(options), about, reviewer, path)
            planned = plan(wish.sheet, about=about, reviewer=reviewer)
            document = None if options["dry_run"] else self.store(wish, planned, by, options)
        except OSError as error:
            self.fail(f"{error.filename or path}: {error.strerror or error}.", options)
        except WorkflowError as error:
            self.fail(f"{path}: {error}", options)
        else:
            (self.as_json if options["json"] else self.as_sentences)(wish, planned, document, options)
            if code := _code(planned, brought_in=bool(document) or options["dry_run"]):
                sys.exit(code)

    def store(self, wish: Wish, planned: Plan, by: User, options: dict[str, Any]) -> Document | None:
        """The document; ``None`` when a row is wrong and nobody said to go on."""
        if planned.errors and not (options["keep_going"] and planned.rows):
            return None
        known = [] if options["again"] else list(intake.same_text(planned.reading.text, by=by)[:3])
        if known:
            names = ", ".join(f"document {each.pk} (“{each.title}”)" for each in known)
            raise WorkflowError(HERE_ALREADY.format(names))
        return facts.bring_in_facts(
            wish.sheet, by=by, about=wish.about, reviewer=wish.reviewer, keep_going=options["keep_going"]
        )

    def fail(self, sentence: str, options: dict[str, Any]) -> None:
        """Say why nothing was stored."""
        if options["json"]:
            self.stdout.write(
                json.dumps({"path": options["path"], "id": None, "error": sentence}, ensure_ascii=False)
            )
        else:
            self.stderr.write(sentence)
        sys.exit(FAILED)

    def as_sentences(
        self, wish: Wish, planned: Plan, document: Document | None, options: dict[str, Any]
    ) -> None:
        """A line for each row of a dry run, for each error and warning, and one for what was stored."""
        if options["dry_run"]:
            self.stdout.write(f"{wish.path}: {planned.head.told()}")
        self.rows_as_sentences(wish.path, planned, options)
        for warning in planned.warnings:
            self.stderr.write(f"{wish.path}: {warning}")
        if document is not None:
            claims = _counted("claim", document.last_claim_number)
            left = f", {_counted('row', len(planned.errors))} left out" if planned.errors else ""
            self.stdout.write(f"{wish.path}: document {document.pk}, “{document.title}”, {claims}{left}.")
        elif options["dry_run"]:
            self.stdout.write(f"{_counted('claim', len(planned.rows))}. {NOTHING_STORED}")
        else:
            self.stderr.write(NOT_STORED)

    def rows_as_sentences(self, path: str, planned: Plan, options: dict[str, Any]) -> None:
        """The rows in their order, the good ones on standard output and the others on standard error."""
        told = [(error.row, self.stderr, error.sentence) for error in planned.errors]
        if options["dry_run"]:
            told += [(row.fact.row, self.stdout, _becomes(row)) for row in planned.rows]
        for number, stream, sentence in sorted(told, key=lambda each: each[0]):
            stream.write(f"{path}, row {number}: {sentence}")
            stream.flush()

    def as_json(self, wish: Wish, planned: Plan, document: Document | None, options: dict[str, Any]) -> None:
        """The same as one object."""
        found = {
            "path": wish.path,
            "id": document.pk if document else None,
            "title": document.title if document else intake.title_of(wish.about, planned.reading),
            "heading": {"row": planned.head.row, "columns": _columns(planned)},
            "rows": [_as_data(row) for row in planned.rows],
            "errors": [{"row": error.row, "error": error.sentence} for error in planned.errors],
            "warnings": list(planned.warnings),
        }
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))


def _code(planned: Plan, *, brought_in: bool) -> int:
    """The exit code; a dry run ends as if it had kept going."""
    if not (brought_in and planned.rows):
        return FAILED
    return PARTLY if planned.errors else 0


def _bytes(path: Path) -> bytes:
    refuse_size(path.stat().st_size)
    return path.read_bytes()


def _sheet(options: dict[str, Any]) -> FactSheet:
    text = Path(options["text"]) if options["text"] else None
    return read_sheet(
        _bytes(Path(options["path"])),
        name=Path(options["path"]).name,
        page=options["sheet"],
        text=read_file(_bytes(text), name=text.name) if text else None,
        columns=_pairs(options["column"], 'fact="What to check"'),
        statuses=_pairs(options["status"], '"OK=True"'),
    )


def _pairs(given: list[str], example: str) -> dict[str, str]:
    try:
        return pairs(given, example)
    except WorkflowError as error:
        raise CommandError(str(error), returncode=USAGE) from None


def _scale(name: str | None) -> Scale | None:
    offered = Scale.objects.filter(withdrawn_at=None)
    found = offered.filter(name__iexact=name).first() if name else None
    if name and found is None:
        names = ", ".join(offered.order_by("id").values_list("name", flat=True))
        raise CommandError(f"There is no scale {name}. There are: {names}.", returncode=USAGE)
    return found


def _reviewer(username: str | None) -> User | None:
    return acting(username) if username else None


def _becomes(row: PlannedRow) -> str:
    """One row of a dry run in words."""
    fact = row.fact
    sentence = f" in “{_beginning(fact.sentence)}”" if fact.sentence != fact.text else ""
    found = [str(row.verdict)] if row.verdict else []
    found += [_counted("source", len(fact.sources))] if fact.sources else []
    draft = f"; draft of {row.reviewer}: " if row.reviewer else "; note for editors: "
    asked = f"; asked of {row.reviewer}" if row.reviewer else ""
    return f"claim “{_beginning(fact.text)}”{sentence}" + (draft + ", ".join(found) if found else asked)


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + " …"


def _columns(planned: Plan) -> dict[str, list[str]]:
    """Each column of facts and what stands over it in the sheet."""
    head = planned.head
    return {column: [head.name(place) for place in places] for column, places in head.places.items()}


def _as_data(row: PlannedRow) -> dict[str, Any]:
    fact = row.fact
    return {
        "row": fact.row,
        "sentence": fact.sentence,
        "start": row.span[0],
        "end": row.span[1],
        "text": fact.text,
        "verdict": str(row.verdict) if row.verdict else None,
        "reviewer": row.reviewer.username if row.reviewer else None,
        "sources": [{"title": source.title, "link": source.link} for source in fact.sources],
        "notes": fact.notes,
        "page": fact.page,
        "speaker": fact.speaker,
    }


def _counted(word: str, number: int) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
