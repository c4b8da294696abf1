"""The formats in which a report goes out, by the word that names them in addresses and commands; and file names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.text import slugify

from claims.reports import csv, html, json
from claims.reports.document_report import Report

LONGEST_TITLE = 60


@dataclass(frozen=True)
class Format:
    """How a report becomes a file: its media type, and its text in chunks (UTF-8 on the way out)."""

    media_type: str
    stream: Callable[[Report], Iterator[str]]


def _whole_page(report: Report) -> Iterator[str]:
    yield html.render(report)


FORMATS = {
    "html": Format(html.MEDIA_TYPE, _whole_page),
    "csv": Format(csv.MEDIA_TYPE, csv.stream),
    "json": Format(json.MEDIA_TYPE, json.stream),
}


def file_name(report: Report, document: int, form: str) -> str:
    """A name of letters, digits and hyphens that any system takes; it says INCOMPLETE too."""
    title = slugify(report.document.title)[:LONGEST_TITLE].strip("-_")
    parts = ["report", str(document), title, "" if report.complete else "incomplete"]
    return f"{'-'.join(part for part in parts if part)}.{form}"
