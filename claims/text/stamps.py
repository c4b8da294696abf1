"""Time stamps of transcripts and subtitles, and clock times: where they stand. Whose words follow is not told here."""

import re

TIME = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,:]\d{1,3})?"
PARTS = re.compile(r"\d{1,3}(?::[0-5]\d){1,2}")
RANGE = rf"{TIME}(?:[ \t]*+(?:-->|[-–—])[ \t]*+{TIME})?"
BRACKETED = rf"(?:\[{RANGE}\]|\({RANGE}\)|<{RANGE}>)"
STAMP = rf"(?:{BRACKETED}|{RANGE}(?![\w:]))"
# A stamp before a name, with the dash that may stand between.
LEAD = rf"{STAMP}[ \t]*+(?:[-–—|][ \t]*+)?"

OPENS = re.compile(rf"{LEAD}(?:\([^()\n]{{1,40}}\))?|<v(?:\.[\w.]+)?")
CUE = rf"{TIME}[ \t]*+-->[ \t]*+{TIME}(?:[ \t]++[^\n]{{1,80}})?"
# A line that only tells the time: a stamp, or the cue line of subtitles; the number above such a line.
TIMING = re.compile(rf"(?:{STAMP}|{CUE})")
NUMBERED = re.compile(rf"\d{{1,5}}[ \t]*+\n\s{{0,4}}{CUE}")
HAS_CUES = re.compile(rf"^[ \t]*+{CUE}[ \t]*+$", re.MULTILINE)
OPENING = re.compile(rf"{BRACKETED}[ \t]*+(?:[-–—|][ \t]*+)?")
TAG = "</v>"
# “at 10:30”, “5 pm”: a time of the day counts nothing.
CLOCK = re.compile(
    r"(?<![\w:])(?<!\d[.,])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,3})?)?(?:\s?[ap]m\b)?(?![\w%:])"
    r"|\d{1,2}(?:\.[0-5]\d)?\s?(?:[ap]m|Uhr)\b)",
    re.IGNORECASE,
)
NEAR = 24
RATIO = re.compile(
    r"\b(?:ratio|odds|scale|score|won|beat|lost|verhältnis|maßstab|gewann|ratios|rapport|échelle|escala)\b",
    re.IGNORECASE,
)


def seconds(stamp: str) -> int:
    """The first time of a stamp; of two numbers the first are minutes."""
    time = PARTS.search(stamp)
    total = 0
    for part in time.group().split(":") if time else []:
        total = total * 60 + int(part)
    return total


def is_lead(words: str) -> bool:
    """Whether the words before a label are a stamp, perhaps with a note behind it, or open a voice of subtitles."""
    return OPENS.fullmatch(words) is not None


def is_timing(text: str, start: int, end: int) -> bool:
    """Whether a passage is nothing but a time stamp, the cue line of subtitles or the number above it."""
    if not text[start].isdigit() and text[start] not in "[(<":
        return False
    if TIMING.fullmatch(text, start, end):
        return True
    return text[start:end].isdigit() and NUMBERED.match(text, start) is not None


def past_stamp(text: str, start: int, end: int) -> int:
    """Where the words of a sentence begin behind a stamp in brackets; ``start`` when none opens it."""
    opening = OPENING.match(text, start, end)
    return opening.end() if opening is not None and opening.end() < end else start


def before_tag(text: str, start: int, end: int) -> int:
    """Where the words of a sentence end before the tag that closes a voice in subtitles."""
    return end - len(TAG) if text.endswith(TAG, start + 1, end) and end - start > len(TAG) else end


def without_clock(passage: str) -> str:
    """The passage with stars in place of the times of the day, every other character where it was."""
    return CLOCK.sub(lambda match: match[0] if _compares(match) else "*" * len(match[0]), passage)


def _compares(match: re.Match[str]) -> bool:
    """“A ratio of 1:20”: two numbers beside each other, no time."""
    return RATIO.search(match.string, max(0, match.start() - NEAR), match.start()) is not None
