"""Turns of a transcript: ``NAME: text`` lines and how far each speaker's words reach. No sentence rules here."""

import re
from collections import Counter
from dataclasses import dataclass

from claims.text.stamps import BRACKETED, HAS_CUES, LEAD, STAMP, seconds

# Capitals, or up to five words that begin with a capital, then a colon and a blank.
WORD = r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w.’'-]*)"
LINKS = r"(?:de|van|von|der|of|the|and|&|\d+(?![\d.,]|:\d))"
NOTE = r"\([^()\n]{1,40}\)"
# Spelt out in full capitals a label may be long: ``SEN. ANNA BERG (D-VT), CANDIDATE:``.
CAPITALS = r"[^\W\d_a-z][^a-zà-öø-ÿа-яёіїєґ:\n]{2,90}"
NAME = rf"{WORD}(?:[ \t]+(?:{WORD}|{LINKS})){{0,4}}"
BEHIND = rf"(?:[ \t]*(?:{NOTE}|{BRACKETED}))?:"
LABEL = re.compile(
    rf"[ \t]*(?P<lead>{LEAD})?(?:{NOTE}[ \t]*)?"
    rf"(?P<name>{NAME}(?={BEHIND})|{CAPITALS}(?=:)){BEHIND}[ \t]"
)
LINE = re.compile(r"^" + LABEL.pattern, re.MULTILINE)
# A name and a stamp on a line of their own; the words stand below.
NAME_LINE = re.compile(
    rf"^[ \t]*+(?P<lead>{LEAD})?(?P<name>{NAME})(?:[ \t]*+[-–—|,]?[ \t]*+(?P<trail>{STAMP}))?:?[ \t]*+$",
    re.MULTILINE,
)
# How subtitles for the web name a speaker.
VOICE = re.compile(r"^[ \t]*+(?P<lead>)<v(?:\.[\w.]+)?[ \t]++(?P<name>[^<>\n]{1,60})>", re.MULTILINE)
DIGITS = re.compile(r"\d+")

SHORT_FORMS = frozenset("UK EU US USA UN".split())
FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|ich|wir|je|nous|yo|nosotros|я|мы|ми)\b")
LETTERS = re.compile(r"[^\W\d_]+")
VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]|[^\x00-\u024f]")  # letters beyond the Latin ones count as vowels
NOT_NAMES = frozenset(
    "note notes breaking update updated correction source sources photo picture image caption figure table example"
    " warning summary background contact read more see also editor’s editor's ps nb http https fact claim verdict"
    " rating date title author anmerkung hinweis quelle foto bild fazit fuente nota actualización remarque"
    " примечание источник фото примітка джерело".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: the label's span without its colon, where the words begin and end.

    The cue is the colon with the note before it; below a name line its stamp.
    """

    name: str
    label: tuple[int, int]
    words: int
    end: int
    cue: tuple[int, int] = (0, 0)


def turns(text: str) -> list[Turn]:
    """The turns in order; none when the labels look like chance (``Note:``) and not like a transcript."""
    both = {match.start("name"): match for match in [*_labels(text), *_name_lines(text)]}
    both.update((match.start("name"), match) for match in VOICE.finditer(text))
    labels = [both[start] for start in sorted(both)]
    ends = [match.start() for match in labels[1:]] + [len(text)]
    return [
        Turn(match["name"], match.span("name"), match.end(), end, _cue(match))
        for match, end in zip(labels, ends, strict=False)
    ]


def _labels(text: str) -> list[re.Match[str]]:
    """Those in full capitals where there are several; a programme of events has none."""
    labels = [match for match in LINE.finditer(text) if _is_label(text, match)]
    timed = [match for match in labels if _is_timed(match)]
    if timed and not _recorded(timed):
        labels = [match for match in labels if not _is_timed(match)]
    capitals = [match for match in labels if match["name"].isupper()]
    labels = capitals if len(capitals) > 1 else labels
    return labels if _is_transcript(text, labels) else []


def _is_timed(match: re.Match[str]) -> bool:
    """A stamp without brackets before the name, which may be the time of the day."""
    return bool(match["lead"]) and match["lead"][0].isdigit()


def _cue(match: re.Match[str]) -> tuple[int, int]:
    """What stands behind the name without the blanks around it; a stamp before the name where nothing does."""
    start, end = match.end("name"), match.end()
    words = match.string[start:end]
    if not words.strip():
        start, end = match.span("lead")
        words = match["lead"]
    elif words.strip()[-1] != ":":
        start += len(words) - len(words.lstrip())
    return start, start + len(match.string[start:end].rstrip())


def is_name_line(line: str) -> bool:
    """``Anna Berg  00:12`` or ``00:12 Anna Berg``, and nothing else."""
    match = NAME_LINE.fullmatch(line)
    return match is not None and _is_stamped(match)


def _is_stamped(match: re.Match[str]) -> bool:
    return bool(match["lead"] or match["trail"]) and match["name"].split()[0].lower() not in NOT_NAMES


def _name_lines(text: str) -> list[re.Match[str]]:
    """The lines of a name and a stamp, or of a name and a colon, where they are those of a transcript."""
    lines = list(NAME_LINE.finditer(text))
    stamped = [match for match in lines if _is_stamped(match)]
    alone = [match for match in lines if _is_alone(match)]
    names = Counter(match["name"] for match in alone)
    talk = len(names) > 1 and max(names.values()) > 1
    return (stamped if _recorded(stamped) else []) + (alone if talk else [])


def _is_alone(match: re.Match[str]) -> bool:
    """A full name or capitals, and a colon: no heading such as ``Ingredients:``."""
    name = match["name"]
    colon = match.group().rstrip().endswith(":")
    plain = not (match["lead"] or match["trail"]) and name.split()[0].lower() not in NOT_NAMES
    return colon and plain and (name.isupper() or len(name.split()) > 1)


def _recorded(found: list[re.Match[str]]) -> bool:
    """Whether the stamps are those of a recording: from nought, or rising while one of several names returns.

    In a programme of events (``10:00 Coffee Break``) no name does.
    """
    stamps = [DIGITS.findall(match["lead"] or match["trail"]) for match in found]
    if not stamps or int(stamps[0][0]) == 0:
        return bool(stamps)
    times = [seconds(match["lead"] or match["trail"]) for match in found]
    names = Counter(match["name"] for match in found)
    return times == sorted(times) and len(names) > 1 and max(names.values()) > 1


def _is_label(text: str, match: re.Match[str]) -> bool:
    """No word such as ``Note:``, and no name that introduces a quotation in a line of prose: ``Berg: “It is safe.”``"""
    if match["name"].split()[0].lower() in NOT_NAMES:
        return False
    return match["name"].isupper() or text[match.end() : match.end() + 1] not in tuple('“„«"')


def plain_name(name: str) -> str:
    """A label in full capitals as a name is written: ``ANNA O’BRIEN`` is "Anna O’Brien"; other names stay.

    A short single word (``NATO``), known short forms, words without a vowel (``BBC``) and what stands in brackets stay.
    """
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name) < 5):
        return name
    return " ".join(_capitalized(word) for word in words)


def _capitalized(word: str) -> str:
    if word in SHORT_FORMS or word.startswith("(") or not VOWEL.search(word):
        return word
    return LETTERS.sub(lambda letters: letters[0].capitalize(), word)


def _is_transcript(text: str, labels: list[re.Match[str]]) -> bool:
    """Any label of subtitles, one that opens a speech, or several.

    Several return, are all in capitals, or open most paragraphs.
    """
    if labels and HAS_CUES.search(text):
        return True
    if len(labels) < 2:
        return bool(labels) and _is_speech(text, labels[0])
    names = Counter(match["name"] for match in labels)
    if all(name.isupper() for name in names):
        return True
    paragraphs = len([part for part in re.split(r"\n\s*\n", text) if part.strip()])
    lines = len([line for line in text.split("\n") if line.strip()])
    returning = max(names.values()) > 1
    return len(labels) * 2 >= lines or (returning and len(labels) * 4 >= paragraphs)


def _is_speech(text: str, label: re.Match[str]) -> bool:
    """A single label on top of a text: behind a stamp, or in capitals where the text is in the first person."""
    opens = not text[: label.start()].strip()
    if opens and label["lead"]:
        return True
    return opens and label["name"].isupper() and FIRST_PERSON.search(text, label.end()) is not None
