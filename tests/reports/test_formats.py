"""Three formats by name, and file names that any system takes."""

import dataclasses

import pytest

from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS, file_name
from tests import reporting


def test_formats_and_their_media_types():
    assert {name: form.media_type for name, form in FORMATS.items()} == {
        "html": "text/html; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "json": "application/json",
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The new quay", "report-7-the-new-quay.csv"),
        ("../../etc/passwd\r\nX: y", "report-7-etcpasswd-x-y.csv"),
        ("Новости", "report-7.csv"),
        ("a" * 300, f"report-7-{'a' * 60}.csv"),
    ],
)
def test_file_name_is_safe(cast, title, name):
    report = assemble(reporting.checked(cast))
    titled = dataclasses.replace(report, document=dataclasses.replace(report.document, title=title))
    assert file_name(titled, 7, "csv") == name


def test_file_name_says_incomplete(cast, document):
    assert file_name(assemble(document), 7, "html").endswith("-incomplete.html")
