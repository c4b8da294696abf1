"""Numbered lists in one row."""

from itertools import pairwise

import pytest

from claims.text.inline_lists import items


def parts(text: str, ordinals: bool = False) -> list[str]:
    cuts = [0, *items(text, (0, len(text)), ordinals), len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    "expected",
    [
        ["1. Close the gate", "2. Open the sluice", "3. Wait"],
        ["1) Close the gate", "2) Open the sluice"],
        ["(1) Close the gate", "(2) Open the sluice"],
        ["1.) Close the gate.", "2.) Open the sluice."],
        ["a. Close the gate", "b. Open the sluice", "c. Wait"],
        ["• 9. Close the gate", "• 10. Open the sluice"],
        ["⁃9. Close the gate", "⁃10. Open the sluice"],
    ],
)
def test_items_count_up(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The gate has 2. The sluice has 3. Wait",
        "1. Close the gate (2) Open the sluice",
        "1. Close the gate 3. Open the sluice",
        "z. The end",
        "",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert parts(text) == [text]


def test_dates_are_no_items_where_ordinals_have_a_full_stop() -> None:
    dates = "3. Mai bis 4. Mai"
    assert (parts(dates, ordinals=True), parts(dates)) == ([dates], ["3. Mai bis", "4. Mai"])
    assert parts("1. Tor 2. Wehr", ordinals=True) == ["1. Tor", "2. Wehr"]
