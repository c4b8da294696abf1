"""Numbered lists typed in one row: ``1. First 2. Second``. Lists with an item on each line are found by the lines."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

FIRST = re.compile(
    r"(?P<bullet>[•⁃◦▪·*-][ \t]?)?(?P<open>\(?)(?P<number>\d{1,3}|[a-y])(?P<close>\.\)|[.)])[ \t]"
)


def items(text: str, block: Span, ordinals: bool = False) -> Iterator[int]:
    """Where the second, third, … item begins: numbers or letters that count up, written alike, from the first word.

    With ``ordinals`` a number with a full stop may be a date (“3. Mai bis 4. Mai”) and opens a list only as “1.”.
    """
    first = FIRST.match(text, *block)
    if first is None:
        return
    if ordinals and first["close"] == "." and not first["bullet"] and first["number"] not in ("1", "a"):
        return
    position, number = first.end(), first["number"]
    while True:
        number = _next(number)
        marker = f"{first['bullet'] or ''}{first['open']}{number}{first['close']} "
        position = text.find(" " + marker, position, block[1])
        if position < 0:
            return
        yield position + 1
        position += len(marker)


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
