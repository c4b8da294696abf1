"""What a reader gives back, and the refusal that a person reads. No format is known here."""

import datetime
from dataclasses import dataclass


class Unreadable(ValueError):
    """The bytes give no text; the message is a sentence for the person who brought them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, normalised, and what the file says about itself ("" or None where it says nothing)."""

    text: str
    title: str = ""
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    format: str = "plain"
    warnings: tuple[str, ...] = ()
