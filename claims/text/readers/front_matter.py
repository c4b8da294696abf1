"""The ``---`` block on top of a Markdown file: a few plain ``key: value`` lines, not the whole of YAML."""

import datetime
import re
from dataclasses import dataclass

BLOCK = re.compile(r"\A---[ \t]*\n(.*?)(?:\n|\A)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
LINE = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

BAD_DATE = "The date “{value}” in the front matter is not a date like 2026-03-31; it was left out."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and what is left of the text below it."""

    body: str
    title: str = ""
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    warnings: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Take the block off the text; a text without one comes back whole."""
    block = BLOCK.match(text)
    lines = {key.lower(): _plain(value) for key, value in LINE.findall(block.group(1))} if block else {}
    if block is None or not lines:
        return FrontMatter(body=text)
    written = lines.get("date", "")
    day = read_day(written)
    return FrontMatter(
        body=text[block.end() :],
        title=lines.get("title", ""),
        author=lines.get("author", "") or lines.get("authors", ""),
        date=day,
        language=(lines.get("lang", "") or lines.get("language", ""))[:2].lower(),
        warnings=(BAD_DATE.format(value=written),) if written and day is None else (),
    )


def read_day(written: str) -> datetime.date | None:
    """The first ``YYYY-MM-DD`` in a text as a date, or None."""
    found = DAY.search(written)
    if found is None:
        return None
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _plain(value: str) -> str:
    """A value without its quotation marks or the brackets of a list."""
    value = value.strip()
    if len(value) > 1 and value[0] == "[" and value[-1] == "]":
        return ", ".join(_plain(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
