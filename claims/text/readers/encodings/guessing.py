"""Which encoding undeclared bytes are in: each candidate is decoded and its letters weighed. Nothing is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claims.text.readers.encodings import alphabets

SAMPLE = 6_000
LOST = "\ufffd"
# Signs of print that stand beside words in any language.
PRINT = frozenset("«»„“”‘’‚‹›–—…•·°§№€£©®™±×½¼¾²³†‡¿¡ \u00a0、。，．！？：；（）「」『』《》【】・〜～％ー")
PRINT_POINTS = 0.4
FOREIGN = -1.0
# A Latin letter of another language: names are borrowed, whole words hardly.
BORROWED = -0.3
MISFIT = -1.5
LOSS = -6.0
# Beyond this a guess is as good as none.
LEAST = 0.2


@dataclass(frozen=True)
class Candidate:
    """An encoding, how its letters are weighed, and what it costs to be the rarer one."""

    codec: str
    weigh: Callable[[str], float]
    rarity: float = 0.0


def guess(data: bytes) -> str:
    """Python's name of the likeliest encoding of 8-bit bytes that are not UTF-8, or "" when none is likely.

    For each candidate the letters beyond ASCII are weighed: letters of one language, its frequent ones more, capitals
    where capitals stand, no signs inside words, no lonely ideographs; the mean for a byte beyond ASCII decides.
    """
    sample = _telling(data)
    best = max(CANDIDATES, key=lambda candidate: _points(sample, candidate))
    return best.codec if _points(sample, best) > LEAST else ""


def _telling(data: bytes) -> bytes:
    """Whole lines that hold bytes beyond ASCII, as many as tell enough."""
    lines: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line[:SAMPLE])
            size += len(lines[-1])
        if size > SAMPLE:
            break
    return b"\n".join(lines)


def _points(sample: bytes, candidate: Candidate) -> float:
    beyond = sum(byte > 0x7F for byte in sample)
    text = sample.decode(candidate.codec, "replace")
    cut = text.endswith(LOST) and len(sample) >= SAMPLE
    lost = text.count(LOST) - cut
    return (candidate.weigh(text.replace(LOST, "")) + LOSS * lost) / max(1, beyond) - candidate.rarity


def _weigh_letters(languages: dict[str, str], *, ranked: bool) -> Callable[[str], float]:
    """Points for an alphabet with capitals: the language in whose letters most is written counts."""
    weights = [_weights(letters.replace(" ", ""), ranked=ranked) for letters in languages.values()]

    def weigh(text: str) -> float:
        fits = [_fit(text, at) for at in range(len(text)) if text[at] > "\x7f"]
        letters = [text[at].lower() for at in range(len(text)) if text[at] > "\x7f"]
        return max(sum(map(_letter_points, letters, fits, [known] * len(fits))) for known in weights)

    return weigh


def _weights(letters: str, *, ranked: bool) -> dict[str, float]:
    share = 1 / len(letters)
    return {letter: 1.15 - 0.6 * at * share if ranked else 1.0 for at, letter in enumerate(letters)}


def _letter_points(letter: str, fit: float, known: dict[str, float]) -> float:
    if letter in known:
        return known[letter] + fit
    if letter in PRINT:
        return PRINT_POINTS + fit
    return (BORROWED if letter.isalpha() and _script(letter) == "LATIN" else FOREIGN) + fit


def _fit(text: str, at: int) -> float:
    """How badly a sign sits among its neighbours: a capital after a small letter, a sign inside a word."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign.isalpha():
        if _is_alone(sign, before, after) or _is_mixed(text, at):
            return MISFIT
        if sign.isupper():
            return MISFIT if before.islower() else (-0.25 if before.isupper() or after.isupper() else 0.0)
        return MISFIT if _is_shouting(text, at) else 0.0
    inside = before.isalpha() and after.isalpha() and sign not in "’‘·" and sign not in alphabets.THAI["thai"]
    return MISFIT if inside and not _script(before).startswith(("C", "H", "K")) else 0.0


def _is_mixed(text: str, at: int) -> bool:
    """A letter beside one of another script."""
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(each.isalpha() and _script(each) != _script(text[at]) for each in around)


def _is_alone(sign: str, before: str, after: str) -> bool:
    """A Latin consonant that is a word of its own."""
    alone = not before.strip() and not after.strip() and _script(sign) == "LATIN"
    return alone and unicodedata.normalize("NFD", sign)[0].lower() not in "aeiouyøæ"


def _is_shouting(text: str, at: int) -> bool:
    """A small letter behind two capitals: McDONALDs are rare."""
    return at > 1 and text[at - 2].isupper() and text[at - 1].isupper()


@cache
def _script(letter: str) -> str:
    """The first word of a letter's name: LATIN, CYRILLIC, CJK …"""
    return unicodedata.name(letter, "?").partition(" ")[0]


def _weigh_characters(frequent: str, *scripts: str) -> Callable[[str], float]:
    """Points for a script of thousands of characters; each was two bytes, so each counts twice."""
    known = frozenset(frequent)

    def weigh(text: str) -> float:
        return sum(
            2 * _character_points(text, at, known, scripts) for at in range(len(text)) if text[at] > "\x7f"
        )

    return weigh


def _character_points(text: str, at: int, known: frozenset[str], scripts: tuple[str, ...]) -> float:
    sign = text[at]
    if sign in PRINT:
        return PRINT_POINTS
    if _script(sign) not in scripts:
        return FOREIGN
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    if not any(each > "\x7f" for each in around) and any(map(str.isalpha, around)):
        return MISFIT
    return 1.2 if sign in known or _script(sign) == "HIRAGANA" else 0.3


KANA = "".join(map(chr, range(0x30A1, 0x30FB)))
_west = _weigh_letters(alphabets.LATIN, ranked=False)
_cyrillic = _weigh_letters(alphabets.CYRILLIC, ranked=True)
_greek = _weigh_letters(alphabets.GREEK, ranked=True)
_hebrew = _weigh_letters(alphabets.HEBREW, ranked=True)
_arabic = _weigh_letters(alphabets.ARABIC, ranked=True)
_thai = _weigh_letters(alphabets.THAI, ranked=True)
_japanese = _weigh_characters(KANA, "HIRAGANA", "KATAKANA", "CJK", "KATAKANA-HIRAGANA")
# The order decides between equals, the rarity between near ones.
CANDIDATES = (
    Candidate("cp1252", _west),
    Candidate("cp1251", _cyrillic),
    Candidate("koi8_r", _cyrillic, 0.001),
    Candidate("koi8_u", _cyrillic, 0.002),
    Candidate("iso8859_5", _cyrillic, 0.003),
    Candidate("cp866", _cyrillic, 0.003),
    Candidate("mac_cyrillic", _cyrillic, 0.004),
    Candidate("cp1250", _west, 0.001),
    Candidate("iso8859_2", _west, 0.002),
    Candidate("iso8859_15", _west, 0.003),
    Candidate("cp1254", _west, 0.002),
    Candidate("cp1257", _west, 0.003),
    Candidate("mac_roman", _west, 0.005),
    Candidate("cp850", _west, 0.005),
    Candidate("cp852", _west, 0.006),
    Candidate("cp1253", _greek),
    Candidate("iso8859_7", _greek, 0.002),
    Candidate("cp1255", _hebrew),
    Candidate("cp1256", _arabic),
    Candidate("iso8859_6", _arabic, 0.002),
    Candidate("cp874", _thai),
    Candidate("cp932", _japanese),
    Candidate("euc_jp", _japanese),
    Candidate("gb18030", _weigh_characters(alphabets.SIMPLIFIED, "CJK")),
    Candidate("big5", _weigh_characters(alphabets.TRADITIONAL, "CJK")),
    Candidate("cp949", _weigh_characters(alphabets.HANGUL, "HANGUL", "CJK")),
)
