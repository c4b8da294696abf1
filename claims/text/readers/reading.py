"""What a reader gives back, and the refusal that a person reads. No format is known here."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any


class Unreadable(ValueError):
    """The bytes give no text; the message is a sentence for the person who brought them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, normalised, and what the file says about itself ("" or None where it says nothing).

    ``format`` names the reader; ``reader`` is the same with its version and that of its library, for the record.
    """

    text: str
    title: str = ""
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    link: str = ""
    format: str = "plain"
    reader: str = ""
    warnings: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain data that JSON can hold; ``from_dict`` makes the same reading of it."""
        return asdict(self) | {"date": self.date.isoformat() if self.date else None}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Reading":
        """The inverse of ``as_dict``; KeyError, TypeError or ValueError for anything else."""
        date = datetime.date.fromisoformat(data["date"]) if data["date"] else None
        words = {name: value for name, value in data.items() if name not in ("date", "warnings")}
        if not all(isinstance(value, str) for value in (*words.values(), *data["warnings"])):
            raise TypeError("a reading is made of words")
        return cls(**words, date=date, warnings=tuple(data["warnings"]))
