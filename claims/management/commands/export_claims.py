"""``manage.py export_claims``: claims with document, decision and reviewers, as CSV or JSON Lines."""

import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_date

from claims.lifecycle import ClaimStatus
from claims.management.commands.report import find
from claims.management.saving import FAILED, add_output, write
from claims.models import Claim, Document, Verdict
from claims.models.claim import ClaimQuerySet
from claims.reports.claim_export import FORMATS, stream
from claims.vocabulary import Kind, stored


class Command(BaseCommand):
    """Print or save claims; 0 when they were written, 1 when not, 2 when called wrongly."""

    help = "Write claims with their document, decision and reviewers: CSV or JSON Lines. All claims unless filtered."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--format csv|jsonl [--document …] [--status …] [--kind …] [--verdict …] [--since DAY] [--output PATH]``."""
        parser.add_argument("--format", choices=sorted(FORMATS), default="csv", help="csv if not given")
        parser.add_argument(
            "--document", metavar="DOCUMENT", help="only of this document: its number or public id"
        )
        parser.add_argument("--status", choices=stored(ClaimStatus), help="only claims that stand so")
        parser.add_argument("--kind", choices=stored(Kind), help="only claims of this kind")
        parser.add_argument("--verdict", metavar="LABEL", help="only claims approved with this verdict")
        parser.add_argument(
            "--since", metavar="DAY", help="only claims added on this day or later: 2026-03-12"
        )
        add_output(parser)

    def handle(self, **options: Any) -> None:
        """Find the claims and write them."""
        write(stream(wanted(options), options["format"]), options["output"], self.stdout)


def wanted(options: dict[str, Any]) -> ClaimQuerySet:
    """The claims that all filters leave."""
    claims = Claim.objects.exclude(document__in=Document.objects.arriving())
    if options["document"]:
        claims = claims.filter(document=find(options["document"]))
    if options["status"]:
        claims = claims.filter(status=options["status"])
    if options["kind"]:
        claims = claims.filter(kind=options["kind"])
    if options["verdict"]:
        claims = claims.filter(current_decision__label=label(options["verdict"]))
    if options["since"]:
        claims = claims.filter(added_at__gte=beginning_of(options["since"]))
    return claims


def label(name: str) -> str:
    """A verdict's label as the scales spell it, in any case."""
    known = list(Verdict.objects.order_by("scale", "position").values_list("label", flat=True))
    for each in known:
        if each.casefold() == name.casefold():
            return each
    message = f"There is no verdict “{name}”. There are: {', '.join(dict.fromkeys(known))}."
    raise CommandError(message, returncode=FAILED)


def beginning_of(day: str) -> datetime.datetime:
    """Midnight of a day in the desk's time zone."""
    try:
        found = parse_date(day)
    except ValueError:
        found = None
    if found is None:
        raise CommandError(f"Write the day as 2026-03-12, not as {day!r}.", returncode=FAILED)
    return timezone.make_aware(datetime.datetime.combine(found, datetime.time()))
