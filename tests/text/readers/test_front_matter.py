"""The block of lines on top of a Markdown file."""

import datetime

import pytest

from claims.text.readers.front_matter import FrontMatter, read_day, split_front_matter


def test_title_author_and_date_are_read() -> None:
    front = split_front_matter(
        "---\ntitle: \"A: b\"\nAuthor: [Ann, 'Bo']\ndate: 2026-03-01T10:00\nlang: en-GB\n---\nBody\n"
    )
    assert front == FrontMatter("Body\n", "A: b", "Ann, Bo", datetime.date(2026, 3, 1), "en")


@pytest.mark.parametrize("text", ["Body", "---\nOne rule above.\n\n---\nAnd below.", "", "---"])
def test_a_text_without_a_block_stays_whole(text: str) -> None:
    assert split_front_matter(text) == FrontMatter(text)


def test_a_date_that_is_none_is_warned_about() -> None:
    front = split_front_matter("---\ndate: soon\n---\n")
    assert front.date is None
    assert front.warnings == (
        "The date “soon” in the front matter is not a date like 2026-03-31; it was left out.",
    )


@pytest.mark.parametrize(
    ("written", "day"), [("2026-2-3", datetime.date(2026, 2, 3)), ("2026-13-01", None), ("", None)]
)
def test_days(written: str, day: datetime.date | None) -> None:
    assert read_day(written) == day
