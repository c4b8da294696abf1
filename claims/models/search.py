"""Full-text search over the ``search_text`` column; the only module that asks which database it is.

Verbs write ``search_text`` as tokens joined by one space. SQLite's FTS5 (``ascii`` tokenizer, which then splits
at spaces only) and PostgreSQL's ``array_to_tsvector`` index exactly these tokens, so both find the same rows.
"""

import re
import unicodedata
from typing import TypeVar

from django.db import connection, models
from django.db.models.expressions import RawSQL

SEARCHED_TABLES = ("claims_claim", "claims_document")
LONGEST_TOKEN = 100
LONGEST_TEXT = 200_000  # characters; PostgreSQL refuses a text vector of 1 MB
WORDS = re.compile(r"[^\W_]+")

Rows = TypeVar("Rows", bound="models.QuerySet[models.Model]")


def search_tokens(text: str) -> list[str]:
    """Letters and digits only, case folded, without accents: the form in which words are compared."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return [token[:LONGEST_TOKEN] for run in WORDS.findall(plain) for token in _letters_and_digits(run)]


def _letters_and_digits(run: str) -> list[str]:
    """A run of the quick pattern without the few signs that it takes for letters."""
    return [run] if run.isalnum() else "".join(c if c.isalnum() else " " for c in run).split()


def as_search_text(*parts: str) -> str:
    """What a verb stores in ``search_text``: each word once, as many as PostgreSQL's index takes in one row."""
    found = dict.fromkeys(token for part in parts for token in search_tokens(part))
    return " ".join(found)[:LONGEST_TEXT].strip()


class SearchText:
    """Search in one table's ``search_text``."""

    def __init__(self, table: str) -> None:
        self.table = table

    def narrow(self, rows: Rows, words: str) -> Rows:
        """Keep the rows in which every word of ``words`` begins some token; none for words without a letter."""
        tokens = search_tokens(words)
        if not tokens:
            return rows if not words.strip() else rows.none()
        if connection.vendor == "postgresql":
            query = " & ".join(f"'{token}':*" for token in tokens)
            sql = (
                f"SELECT id FROM {self.table} WHERE "  # noqa: S608 - the table's name is ours
                "array_to_tsvector(string_to_array(search_text, ' ')) @@ %s::tsquery"
            )
        else:
            query = " ".join(f'"{token}"*' for token in tokens)
            sql = f"SELECT rowid FROM {self.table}_search WHERE {self.table}_search MATCH %s"  # noqa: S608
        return rows.filter(pk__in=RawSQL(sql, [query]))  # noqa: S611 - the words travel as a parameter


def index_statements(vendor: str, table: str) -> list[str]:
    """What makes the index of one table, one statement a call."""
    if vendor == "postgresql":
        return [
            f"CREATE INDEX IF NOT EXISTS {table}_search ON {table} "
            "USING gin (array_to_tsvector(string_to_array(search_text, ' ')))"
        ]
    return [
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_search USING fts5("
        f"search_text, content='{table}', content_rowid='id', tokenize='ascii')"
    ]
