"""Full-text search over the ``search_text`` column; beside ``rows`` the only module that asks which database it is.

Verbs write ``search_text`` as tokens joined by one space. SQLite's FTS5 (``ascii`` tokenizer, which then splits
at spaces only) and PostgreSQL's ``array_to_tsvector`` index exactly these tokens, so both find the same rows.

Neither index knows an order: of a word in every second row it would hand over half the table to show one page. Common
words are looked for in the newest rows alone, row by row, which finds the same rows as the index would there.
"""

import re
import unicodedata
from typing import TypeVar

from django.db import connection, models
from django.db.models import F, Func, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

SEARCHED_TABLES = ("claims_claim", "claims_document")
LONGEST_TOKEN = 100
LONGEST_TEXT = 200_000  # characters; PostgreSQL refuses a text vector of 1 MB
# Words are common that one in two hundred of the newest rows has: they are looked for in so many of the newest rows.
SAMPLE, COMMON = 2_000, 10
LOOKED_AT = 50_000
ONLY_THE_NEWEST = (
    f"Only the newest were searched, up to {LOOKED_AT:,}, as so many have these words."
    " Add a word to search all."
)
WORDS = re.compile(r"[^\W_]+")

Rows = TypeVar("Rows", bound="models.QuerySet[models.Model]")


def search_tokens(text: str) -> list[str]:
    """Letters and digits only, case folded, without accents: the form in which words are compared."""
    plain = text.lower() if text.isascii() else _plain(text)
    return [token[:LONGEST_TOKEN] for run in WORDS.findall(plain) for token in _letters_and_digits(run)]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return folded.translate(WITHOUT_ACCENTS)


class _WithoutAccents(dict[int, int | None]):
    """For ``translate``: every sign as it is, but for combining ones; looked up once each."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


WITHOUT_ACCENTS = _WithoutAccents()


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
        if _are_common(rows.model, tokens):
            return _with_each(rows, tokens)
        return rows.filter(self._by_index(tokens))

    def narrow_newest(self, rows: Rows, words: str) -> tuple[Rows, bool]:
        """For a quick page: of common words the newest rows alone, and whether older ones are left out."""
        tokens = search_tokens(words)
        if not tokens or not _are_common(rows.model, tokens):
            return self.narrow(rows, words), False
        border = _up_to(rows.model, LOOKED_AT)
        left_out = rows.model._default_manager.filter(pk__lte=border).exists()
        return _with_each(rows.filter(pk__gt=border), tokens), left_out

    def _by_index(self, tokens: list[str]) -> Q | Func:
        if connection.vendor == "postgresql":
            query = " & ".join(f"'{token}':*" for token in tokens)
            sql = (
                f"SELECT id FROM {self.table} WHERE "  # noqa: S608 - the table's name is ours
                "array_to_tsvector(string_to_array(search_text, ' ')) @@ %s::tsquery"
            )
            # As an array they are found first: the planner takes a walk through all rows for cheaper than it is.
            given = {"arg_joiner": " = ANY(ARRAY", "template": "%(expressions)s)"}
            return Func(F("pk"), _ids(sql, query), output_field=models.BooleanField(), **given)
        query = " ".join(f'"{token}"*' for token in tokens)
        sql = f"SELECT rowid FROM {self.table}_search WHERE {self.table}_search MATCH %s"  # noqa: S608
        return Q(pk__in=_ids(sql, query))


def _are_common(model: type[models.Model], tokens: list[str]) -> bool:
    newest = model._default_manager.filter(pk__gt=_up_to(model, SAMPLE))
    return _with_each(newest, tokens).count() >= COMMON


def _up_to(model: type[models.Model], count: int) -> int:
    """The key below which so many of the newest rows end, as a number: PostgreSQL plans by it; 0 or less for all.

    It is counted from the newest row that has arrived: thousands may be on their way in, which nobody sees.
    """
    arrived: models.QuerySet[models.Model] = model._default_manager.arrived()  # type: ignore[attr-defined]
    newest = arrived.order_by("-pk").values_list("pk", flat=True).first()
    return (newest or 0) - count


def _ids(sql: str, query: str) -> RawSQL:
    return RawSQL(sql, [query], models.BigIntegerField())  # noqa: S611 - the words travel as a parameter


def _with_each(rows: Rows, tokens: list[str]) -> Rows:
    """Rows in whose text each token begins a token: what the index finds, without it."""
    text = Concat(Value(" "), "search_text")
    return rows.filter(*(GreaterThan(StrIndex(text, Value(f" {token}")), 0) for token in tokens))


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
