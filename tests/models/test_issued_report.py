"""Issued reports. That they are frozen is tried in test_guards.py."""

from collections.abc import Callable

from django.utils import timezone

from claims.models import Document, IssuedReport, User


def test_numbers_are_unique_in_a_document(document: Document, edith: User, database_refuses: Callable):
    values = {
        "document": document,
        "number": 1,
        "revision": document.current_revision,
        "body": "{}",
        "sha256": "0" * 64,
        "by": edith,
        "at": timezone.now(),
    }
    assert str(IssuedReport.objects.create(**values)) == f"Report 1 of {document.title}"
    with database_refuses("issued_report_number_is_unique"):
        IssuedReport.objects.create(**values)
