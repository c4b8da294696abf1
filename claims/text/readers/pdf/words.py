"""The words of a PDF page and where they stand, from PDFium's characters. No line or column is decided here."""

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Any, NamedTuple

# Shares of a letter's height: an unmarked gap between two words, a step that leaves the line, a small raised sign and
# how far it stands from its word, at most and at the end of a line.
GAP = 0.5
MADE_GAP = 0.1
STEP = 0.2
SMALL = 0.85
REACH, END_REACH = 0.4, 1.0
# PDFium writes U+0002 for a hyphen at the end of a line. A soft hyphen that is drawn can be seen: it is a hyphen.
HYPHENS = str.maketrans(dict.fromkeys("\x02\xad\u2010\u2011\ufffe", "-"))
# Bullets of the Symbol and Wingdings fonts, which have no place of their own in Unicode.
BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf0d8\uf06e\uf071\uf076\uf0fc", "•"))
BOLD = ("bold", "black", "heavy", "cmbx")
FIELDS = ("text", "choice")


@dataclass(slots=True)
class Word:
    """Letters without a blank between them, in points: x to the right, y downwards, as seen by who reads the word.

    ``base`` is the y of the line it stands on, ``size`` the height of its letters from ascender to descender, ``turn``
    the clockwise degrees it is turned on the page; ``spaced`` says that a blank stands before it, ``raised`` and
    ``lowered`` that it is a small sign above or below the line.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int = 0
    bold: bool = False
    spaced: bool = True
    raised: bool = False
    lowered: bool = False


class Glyph(NamedTuple):
    """One character in the frame of its own direction, with its number in PDFium's text page."""

    letter: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    number: int


# A blank of the file, and one that PDFium adds because it sees a gap.
BLANK = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0, -1)
ADDED = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0, -2)
Box = tuple[float, float, float, float]


def page_words(page: Any) -> list[Word]:
    """The words drawn inside the page's box, in the order of the file; text that cannot be seen (OCR) counts too."""
    textpage = page.get_textpage()
    try:
        lines = _levels(_glyphs(textpage, page.get_bbox()))
        words = [_word(textpage.raw, run, spaced) for line in lines for run, spaced in _runs(line)]
    finally:
        textpage.close()
    words = [word for word in words if word.text]
    _settle(words)
    return words


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page (y upwards) as seen by who reads text turned by so many degrees (y downwards)."""
    if turn == 0:
        return x, -y
    sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    return x * cosine - y * sine, -x * sine - y * cosine


def _glyphs(textpage: Any, page_box: Box) -> Iterator[Glyph]:
    """The characters inside the box, and the blanks among them: the file's (BLANK) and those PDFium adds (ADDED)."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    raw, rect, x, y = textpage.raw, pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    where, across, down = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    left, bottom, right, top = page_box
    turn, line = 0, math.nan
    for number in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, number)
        if code <= 32 and code != 2 or code == 160:
            yield ADDED if pdfium.FPDFText_IsGenerated(raw, number) and code == 32 else BLANK
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, number, where)
        pdfium.FPDFText_GetCharOrigin(raw, number, across, down)
        if y.value != line:
            line = y.value
            turn = _degrees(pdfium.FPDFText_GetCharAngle(raw, number))
        if not (
            left <= (rect.left + rect.right) / 2 <= right and bottom <= (rect.bottom + rect.top) / 2 <= top
        ):
            continue
        yield _glyph(
            chr(code), (rect.left, rect.bottom, rect.right, rect.top), (x.value, y.value), turn, number
        )


def _degrees(angle: float) -> int:
    return round(math.degrees(angle)) % 360 if math.isfinite(angle) else 0


def _glyph(letter: str, box: Box, origin: tuple[float, float], turn: int, number: int) -> Glyph:
    left, bottom, right, top = box
    if turn == 0:
        return Glyph(letter, left, right, -origin[1], max(top - bottom, 1.0), 0, number)
    corners = [turned(x, y, turn) for x in (left, right) for y in (bottom, top)]
    along, across = [x for x, _ in corners], [y for _, y in corners]
    size = max(max(across) - min(across), 1.0)
    return Glyph(letter, min(along), max(along), turned(*origin, turn)[1], size, turn, number)


def _levels(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow one another on one level; a small sign above the line is a level of its own."""
    level: list[Glyph] = []
    last = BLANK
    for glyph in glyphs:
        if glyph.letter.strip():
            if level and last.letter.strip() and _leaves(last, glyph):
                yield level
                level = [BLANK] if level[-1] is BLANK or level[-1] is ADDED else []
            last = glyph
        level.append(glyph)
    yield level


def _leaves(one: Glyph, other: Glyph) -> bool:
    return one.turn != other.turn or abs(one.base - other.base) > STEP * min(one.size, other.size)


def _gap(one: Glyph, other: Glyph) -> float:
    """The distance of two characters, whichever stands first."""
    return max(other.left - one.right, one.left - other.right)


def _runs(level: list[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """Characters that belong to one word, and whether a blank stood before them.

    An added blank counts only where its gap is wider than between the letters around: on lines whose letters stand
    apart, PDFium takes some of these gaps for blanks.
    """
    pairs = [
        _gap(one, other) for one, other in pairwise(level) if one.letter.strip() and other.letter.strip()
    ]
    usual = max(median(pairs), 0.0) if pairs else 0.0
    run: list[Glyph] = []
    spaced = blank = False
    added = False
    for glyph in level:
        if glyph is BLANK or glyph is ADDED:
            blank, added = blank or glyph is BLANK, True
            continue
        if run:
            gap = _gap(run[-1], glyph)
            far = gap > usual + (MADE_GAP if added else GAP) * min(run[-1].size, glyph.size)
            if blank or far:
                yield run, spaced
                run, spaced = [], blank or added
        else:
            spaced = blank or added
        run.append(glyph)
        blank = added = False
    if run:
        yield run, spaced


def _word(raw: Any, run: list[Glyph], spaced: bool) -> Word:
    text = "".join(glyph.letter for glyph in run)
    if not text.isascii():
        text = _clean("".join(_logical(run)))
    return Word(
        text=text.translate(HYPHENS),
        left=min(glyph.left for glyph in run),
        right=max(glyph.right for glyph in run),
        base=run[0].base,
        size=max(glyph.size for glyph in run),
        turn=run[0].turn,
        bold=_is_bold(raw, run[0].number),
        spaced=spaced,
    )


def _logical(run: list[Glyph]) -> Iterator[str]:
    """The letters in reading order.

    Letters that are written from right to left are ordered by their places, because PDFium's order depends on how
    the file drew them; letters of one glyph, which share their box, come from PDFium turned round. Numbers and Latin
    letters among them keep their own direction.
    """
    if not any(right_to_left(glyph.letter) for glyph in run):
        yield from (glyph.letter for glyph in run)
        return
    boxes = sorted(
        (list(group) for _, group in groupby(run, key=lambda glyph: glyph[1:4])), key=_from_the_right
    )
    letters = [glyph.letter for box in boxes for glyph in reversed(box)]
    for foreign, group in groupby(letters, key=lambda letter: letter.isalnum() and not right_to_left(letter)):
        part = list(group)
        yield from reversed(part) if foreign else part


def _from_the_right(group: list[Glyph]) -> float:
    """A letter by its right edge, a vowel sign by its middle, so that it comes after the letter that bears it."""
    one = group[0]
    return -(one.left + one.right) / 2 if unicodedata.category(one.letter) == "Mn" else -one.right


def right_to_left(letter: str) -> bool:
    """Whether a letter is written from right to left (Hebrew, Arabic and their kin)."""
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _clean(text: str) -> str:
    """Surrogate pairs as their letter; signs that only the file's own font knows go."""
    text = text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
    return "".join(
        letter for letter in text.translate(BULLETS) if unicodedata.category(letter) not in ("Co", "Cn")
    )


def _is_bold(raw: Any, number: int) -> bool:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - start-up cost: loads the library

    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, number, name, len(name), None)
    return any(part in name.value.decode("latin-1").lower() for part in BOLD)


def _settle(words: list[Word]) -> None:
    """Put small raised and lowered signs on the line of the word that they stand beside.

    A small word before others like it is no sign but text beside a large initial.
    """
    for index, word in enumerate(words):
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        pairs = [(host, word.left - host.right, _ends_line(word, host, after)) for host in before] + [
            (host, host.left - word.right, False) for host in after
        ]
        host = next((host for host, distance, last in pairs if _beside(word, host, distance, last)), None)
        if host and not any(other.base == word.base and other.size == word.size for other in after):
            word.raised, word.lowered = host.base > word.base, host.base < word.base
            word.base, word.size = host.base, host.size


def _ends_line(word: Word, host: Word, after: list[Word]) -> bool:
    """Whether a sign that may call a footnote is the last on the line of its word, where it may stand further off."""
    above = host.base > word.base and word.text.isdigit()
    return above and all(other.base > host.base + STEP * host.size for other in after)


def _beside(word: Word, host: Word, distance: float, last: bool) -> bool:
    return (
        word.turn == host.turn
        and not host.raised
        and word.size < SMALL * host.size
        and abs(distance) < (END_REACH if last else REACH) * host.size
        and 0.05 * host.size < abs(host.base - word.base) < 0.7 * host.size
    )
