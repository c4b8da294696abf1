"""What a PDF says about itself."""

import datetime

import pytest

from claims.text.readers.pdf.about import NO_AUTHOR, NO_TITLE, read_pdf_day, shown_title
from tests.text.readers.pdfs import line


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Microsoft Word - harbour report.docx",
        "Microsoft PowerPoint - slides",
        "untitled",
        "(anonymous)",
        "Untitled-1",
        "Document1",
        "report_final.pdf",
        "Harbour report.docx",
        "C:\\texts\\report.txt",
        "???",
    ],
)
def test_no_title(title: str) -> None:
    assert NO_TITLE.fullmatch(title)


@pytest.mark.parametrize(
    "title", ["Harbour", "Documents of a disaster", "The Node.js affair", "Report 2025", "Titles and roles"]
)
def test_a_title(title: str) -> None:
    assert not NO_TITLE.fullmatch(title)


def test_authors() -> None:
    assert all(map(NO_AUTHOR.fullmatch, ("anonymous", "(anonymous)", "Admin", "user", "")))
    assert not any(map(NO_AUTHOR.fullmatch, ("Liv Berg", "Adminson")))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("D:20260331120000+02'00'", datetime.date(2026, 3, 31)),
        ("D:20260331", datetime.date(2026, 3, 31)),
        ("20260331", datetime.date(2026, 3, 31)),
        ("2026-03-31T12:00:00Z", datetime.date(2026, 3, 31)),
        ("D:20261331", None),
        ("D:19700101000000Z", None),
        ("D:00000000", None),
        ("last spring", None),
        ("", None),
    ],
)
def test_days(written: str, day: datetime.date | None) -> None:
    assert read_pdf_day(written) == day


def test_the_largest_text_above_is_the_title() -> None:
    lines = [
        line("The Gazette", 50, size=12),
        line("Harbour to be", 80, size=22),
        line("rebuilt", 104, size=22),
        line("The council voted.", 140),
    ]
    assert shown_title(lines, 10) == "Harbour to be rebuilt"


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [line("The council voted.", 140)],
        [line("Below the middle", 700, size=22), line("The council voted.", 140)],
        [line("12", 80, size=22), line("The council voted.", 140)],
        [line(f"large line {n}", 80 + 24 * n, size=22) for n in range(6)],
    ],
)
def test_no_text_stands_out(lines: list) -> None:
    assert shown_title(lines, 10) == ""
