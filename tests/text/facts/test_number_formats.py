"""Values of cells as the sheet shows them."""

import datetime
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.facts.number_formats import number, shown

NOON = datetime.datetime.fromisoformat("2026-03-12T12:00")  # a sheet knows no time zone


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (62.0, "General", "62"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "1e+20"),
        (0.125, "0%", "13%"),
        (0.125, "0.0%", "12.5%"),
        (2.5, "0", "3"),
        (4_100_000, "#,##0", "4,100,000"),
        (4_100_000, '#,##0.0,,"m"', "4.1m"),
        (1234.5, '#,##0.00 "€"', "1,234.50 €"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (-5, "0;(0)", "(5)"),
        (-5, "0;[Red]-0", "-5"),
        (-5.25, "0.0", "-5.3"),
        (1.5, "0.##", "1.5"),
        (2, "0.##", "2"),
        (12, "00000", "00012"),
        (5, '"p. "0', "p. 5"),
        (0.5, "# ?/?", "0.5"),
        (1500, "0.00E+00", "1500"),
        (7, "@", "7"),
        (math.inf, "0", "inf"),
    ],
)
def test_numbers(value: float, form: str, words: str):
    assert number(value, form) == words


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (None, "General", ""),
        ("as it is", "0.0", "as it is"),
        (True, "General", "TRUE"),
        (datetime.date(2026, 3, 12), "d mmm", "2026-03-12"),
        (NOON.replace(hour=0), "d mmm", "2026-03-12"),
        (NOON.replace(hour=14, minute=5), "d mmm hh:mm", "2026-03-12 14:05"),
        (datetime.time(0, 14, 5), "h:mm", "0:14:05"),
        (datetime.time(12, 30), "h:mm", "12:30"),
        (datetime.time(12, 30), "h:mm:ss", "12:30:00"),
        (datetime.timedelta(hours=26, seconds=3), "[h]:mm:ss", "26:00:03"),
    ],
)
def test_other_values(value: object, form: str, words: str):
    assert shown(value, form) == words


@settings(deadline=None)
@given(st.one_of(st.integers(-(10**18), 10**18), st.floats()), st.text(max_size=20))
def test_any_number_in_any_format_gives_words(value: float, form: str):
    assert number(value, form).strip() == number(value, form)


@settings(deadline=None)
@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_keeps_its_digits(value: int):
    assert int(number(value)) == int(number(value, "#,##0").replace(",", "")) == value
