"""Turns of a transcript: ``NAME: text`` lines and how far each speaker's words reach. No sentence rules here."""

import re
from collections import Counter
from dataclasses import dataclass

# Capitals, or up to five words that begin with a capital, then a colon and a blank.
WORD = r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w.’'-]*)"
LINKS = r"(?:de|van|von|der|of|the|and|&|\d+)"
NOTE = r"\([^()\n]{1,40}\)"
# Spelt out in full capitals a label may be long: ``SEN. ANNA BERG (D-VT), CANDIDATE:``.
CAPITALS = r"[^\W\d_a-z][^a-zà-öø-ÿа-яёіїєґ:\n]{2,90}"
LABEL = re.compile(
    rf"[ \t]*(?:{NOTE}[ \t]*)?"
    rf"(?P<name>{WORD}(?:[ \t]+(?:{WORD}|{LINKS})){{0,4}}(?=(?:[ \t]*{NOTE})?:)|{CAPITALS}(?=:))"
    rf"(?:[ \t]*{NOTE})?:[ \t]"
)
LINE = re.compile(r"^" + LABEL.pattern, re.MULTILINE)

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
    """One speaker's words: the label's span without its colon, where the words begin and end."""

    name: str
    label: tuple[int, int]
    words: int
    end: int


def turns(text: str) -> list[Turn]:
    """The turns in order; none when the labels look like chance (``Note:``) and not like a transcript."""
    labels = [match for match in LINE.finditer(text) if _is_label(text, match)]
    capitals = [match for match in labels if match["name"].isupper()]
    labels = capitals if len(capitals) > 1 else labels
    if not _is_transcript(text, labels):
        return []
    ends = [match.start() for match in labels[1:]] + [len(text)]
    return [
        Turn(match["name"], match.span("name"), match.end(), end)
        for match, end in zip(labels, ends, strict=True)
    ]


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
    """One label that opens a speech, or several that return, are all in capitals, or open most paragraphs."""
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
    """A single label in capitals on top of a text in the first person."""
    opens = not text[: label.start()].strip()
    return opens and label["name"].isupper() and FIRST_PERSON.search(text, label.end()) is not None
