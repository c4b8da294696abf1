"""Keyset paging: one query a page, no counts, no offsets, and rows that move do not hide others. Knows no model."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

PAGE_SIZE = 50
AFTER, BEFORE = "after", "before"
Whole = Callable[[QuerySet[Any]], QuerySet[Any, Any]]
SALT = "claims.paging"


@dataclass(frozen=True)
class Page:
    """Some rows in order, and what the addresses of the pages beside them say (``None``: there is no such page)."""

    rows: list[Any]
    newer: dict[str, str] | None = None
    older: dict[str, str] | None = None

    def links(self, params: QueryDict) -> dict[str, str]:
        """``newer_url`` and ``older_url`` for ui/pager.html; empty where there is no such page."""
        return {
            "newer_url": "" if self.newer is None else address(params, **self.newer),
            "older_url": "" if self.older is None else address(params, **self.older),
        }


def address(params: QueryDict, *, without: Sequence[str] = (), **more: str) -> str:
    """The same page with other parameters: always without the old cursor, never an empty address."""
    kept = params.copy()
    for name in (AFTER, BEFORE, *without):
        kept.pop(name, None)
    for name, value in more.items():
        kept[name] = value
    return f"?{kept.urlencode()}"


def page(
    rows: QuerySet[Any],
    columns: Sequence[str],
    params: QueryDict,
    *,
    size: int = PAGE_SIZE,
    whole: Whole | None = None,
) -> Page:
    """The page of ``rows`` that ``params`` asks for by ``after`` or ``before``; else the first one.

    ``columns`` are never null, each with ``-`` when descending, and the last one makes the order total. ``whole`` makes
    rows with all their columns of the keys of one page: what is found and put in order is then not joined to anything.
    """
    rows = rows.order_by(*columns)
    if anchor := _read(params.get(BEFORE), columns):
        before = rows.filter(_beyond(columns, anchor, back=True)).reverse()
        found = _found(before, columns, size, whole)[::-1]
        if len(found) > size:
            shown = found[1:]
            return Page(shown, {BEFORE: _write(shown[0], columns)}, {AFTER: _write(shown[-1], columns)})
        anchor = None  # nothing before it is left: the first page, in full
    else:
        anchor = _read(params.get(AFTER), columns)
    return _first_or_later(
        _found(rows.filter(_beyond(columns, anchor)) if anchor else rows, columns, size, whole),
        columns,
        size,
        first=not anchor,
    )


def _found(rows: QuerySet[Any], columns: Sequence[str], size: int, whole: Whole | None) -> list[Any]:
    """One row more than a page, in the order of ``rows``."""
    few = rows[: size + 1]
    if whole is None:
        return list(few)
    found = whole(few.values("pk")).order_by(*columns)
    return list(found if rows.query.standard_ordering else found.reverse())


def _first_or_later(found: list[Any], columns: Sequence[str], size: int, *, first: bool) -> Page:
    shown = found[:size]
    newer = None
    if not first:
        newer = {BEFORE: _write(shown[0], columns)} if shown else {}
    older = {AFTER: _write(shown[-1], columns)} if len(found) > size else None
    return Page(shown, newer, older)


def _beyond(columns: Sequence[str], anchor: Sequence[Any], *, back: bool = False) -> Q:
    """Rows strictly beyond the anchor in this order; the first column bounds them once more, for the index."""
    beyond, same = Q(), Q()
    for column, value in zip(columns, anchor, strict=True):
        name = column.removeprefix("-")
        way = "lt" if column.startswith("-") is not back else "gt"
        if not beyond:
            bound = Q(**{f"{name}__{way}e": value})
        beyond |= same & Q(**{f"{name}__{way}": value})
        same &= Q(**{name: value})
    return bound & beyond


def _write(row: Model, columns: Sequence[str]) -> str:
    values = [getattr(row, column.removeprefix("-")) for column in columns]
    plain = [{"t": value.isoformat()} if isinstance(value, datetime.datetime) else value for value in values]
    return signing.dumps(plain, salt=_salt(columns))


def _read(token: str | None, columns: Sequence[str]) -> list[Any] | None:
    """The anchor in a cursor, or ``None`` when it is absent, altered, or made for another order."""
    if not token:
        return None
    try:
        plain = signing.loads(token, salt=_salt(columns))
    except signing.BadSignature:
        return None
    return [
        datetime.datetime.fromisoformat(value["t"]) if isinstance(value, dict) else value for value in plain
    ]


def _salt(columns: Sequence[str]) -> str:
    return f"{SALT}:{','.join(columns)}"
