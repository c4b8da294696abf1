"""Values of cells as the sheet shows them: decimals, percent, currency, dates, times. No file is read here."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

# ECMA-376 part 1, 18.8.31: words in quotation marks, an escaped sign, [$€-407], [Red], a blank as wide as a sign.
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].')
DIGITS = re.compile(r"[#0?][#0?, ]*(\.[#0?]*)?(,*)")
PLAIN = re.compile(r"general|@|/|e[+-]", re.IGNORECASE)
MOST_DECIMALS = 15


def shown(value: object, form: str = "General") -> str:
    """One value as the sheet shows it; dates as 2026-03-12, times as 14:05 or 1:02:03, truth as TRUE and FALSE."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return number(value, form)
    if isinstance(value, datetime.datetime):
        day = value.date().isoformat()
        return day if value.time() == datetime.time() else f"{day} {_clock(value.time(), form)}"
    if isinstance(value, datetime.time):
        return _clock(value, form)
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        hours, rest = divmod(abs(seconds), 3600)
        return f"{'-' if seconds < 0 else ''}{hours}:{rest // 60:02}:{rest % 60:02}"
    return str(value)


def _clock(time: datetime.time, form: str) -> str:
    seconds = f":{time.second:02}" if time.second or "s" in form.lower() else ""
    return f"{time.hour}:{time.minute:02}{seconds}"


def number(value: float, form: str = "General") -> str:
    """A number in a number format of the sheet; without one, up to 15 digits, as Excel keeps them."""
    sections = form.split(";")
    negative = value < 0 and len(sections) > 1
    section = sections[1 if negative else 0]
    masked = LITERAL.sub(lambda match: "\0" * len(match.group()), section)
    digits = DIGITS.search(masked)
    if digits is None or PLAIN.search(masked) or value != value or value in (float("inf"), float("-inf")):
        return _plain(value)
    scale = Decimal(100) ** masked.count("%") / Decimal(1000) ** len(digits[2])
    before, after = section[: digits.start()], section[digits.end() :]
    sign = "-" if value < 0 and not negative else ""
    return f"{sign}{_literal(before)}{_decimal(value, scale, digits)}{_literal(after)}".strip()


def _decimal(value: float, scale: Decimal, digits: re.Match[str]) -> str:
    places = (digits[1] or "")[1:]
    comma = "," if re.search(r",[#0?]", digits[0]) else ""
    with localcontext(rounding=ROUND_HALF_UP, prec=400):
        size = abs(Decimal(repr(value))) * scale
        words = format(size, f"{comma}.{min(len(places), MOST_DECIMALS)}f")
    optional = len(places) - len(places.rstrip("#?"))
    whole, dot, fraction = words.partition(".")
    whole = whole if comma else whole.zfill(digits[0].partition(".")[0].count("0"))
    kept = fraction[: len(fraction) - optional] + fraction[len(fraction) - optional :].rstrip("0")
    return f"{whole}{dot}{kept}" if kept else whole


def _literal(piece: str) -> str:
    return LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", piece)


def _plain(value: float) -> str:
    words = f"{value:.15g}"
    return str(int(value)) if "e" not in words and float(value).is_integer() else words
