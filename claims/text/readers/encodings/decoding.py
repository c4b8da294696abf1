"""Bytes to characters: byte order marks, UTF-8, a declared charset, then a guess with a warning."""

import codecs

from claims.text.readers.encodings.guessing import guess
from claims.text.readers.encodings.mojibake import garbled
from claims.text.readers.reading import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED = "The encoding was not declared; it was taken for {name}. Check accents and quotation marks."
CONTRADICTED = (
    "The file says it is {declared}, which it is not; it was taken for {name}. "
    "Check accents and quotation marks."
)
DAMAGED = "Some bytes are not valid {name}; they are shown as \ufffd."
UNDECODABLE = "The characters of this file cannot be made out. Save it as UTF-8, or paste the text."
BINARY = "This is not a text file. Paste the text instead."

SAMPLE = 200_000
# A file that is UTF-8 but for this share of bytes is damaged UTF-8, not another encoding.
DAMAGE = 0.001
# Control characters that no text needs; more than this share of them says binary.
CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
BINARY_SHARE = 0.02

# What labels mean in practice, as browsers read them (WHATWG Encoding Standard).
MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
LABELS = {
    "ks_c_5601-1987": "cp949", "x-sjis": "cp932", "windows-31j": "cp932", "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic", "iso-8859-8-i": "iso8859_8", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "windows-874": "cp874", "unicode": "utf-16", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "dos-874": "cp874",
}  # fmt: skip
# Names that Python knows and that are no encodings of files.
NO_CHARSETS = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem")
# These hide their letters behind plain ASCII, and would pass for UTF-8.
VEILED = ("iso2022", "utf-7", "hz")
ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
JAPANESE_MAIL = "iso2022_jp_ext"
# The usual ways to write the names of codecs.
SPOKEN = {
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
    "cp874": "Windows-874",
    "mac_roman": "Mac Roman",
    "mac_cyrillic": "Mac Cyrillic",
}


def decode(data: bytes, *, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters of ``data`` and warnings in words; Unreadable when they cannot be made out.

    A byte order mark counts first, then valid UTF-8, then the ``declared`` charset, then damaged UTF-8, then the
    likeliest guess. Text that was garbled before it came here is warned about and stays as it is.
    """
    text, warnings = _decoded(data, _codec(declared), declared)
    return text, warnings + garbled(text)


def _decoded(data: bytes, codec: str, declared: str) -> tuple[str, tuple[str, ...]]:
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide)
    veiled = codec.startswith(VEILED) or codec.startswith(("utf-16", "utf-32"))
    hidden = codec if veiled else JAPANESE_MAIL if any(mark in data for mark in ESCAPES) else ""
    text = _text(data, hidden)
    if text:
        return text, ()
    if _binary(data):
        raise Unreadable(BINARY)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _otherwise(data, codec, declared)


def _codec(declared: str) -> str:
    """Python's name for what a label means, "" for one that means nothing."""
    label = declared.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("-", "_") in NO_CHARSETS else MEANT.get(name, name)


def _text(data: bytes, codec: str) -> str:
    """The whole text in an encoding, or "" when a byte does not fit or nothing is asked."""
    try:
        return data.decode(codec) if codec else ""
    except (UnicodeError, LookupError):
        return ""


def _strictly(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") > max(3, len(text) * DAMAGE):
            raise Unreadable(UNDECODABLE) from None
        return text, (DAMAGED.format(name=_spoken(name.removesuffix("-sig"))),)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without its mark, "" for others: zeros stand in step, or the letters are of few scripts."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2 or 0 not in sample:
        return ""
    even, odd = sample[::2], sample[1::2]
    four = next(filter(lambda name: _is_prose(sample, name), ("utf-32-le", "utf-32-be")), "")
    if four and len(data) % 4 == 0:
        return four
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return next(filter(lambda name: _is_prose(sample, name), ("utf-16-le", "utf-16-be")), "")


def _is_prose(sample: bytes, codec: str) -> bool:
    """Letters of at most three blocks (any number of ideographs), blanks and printed signs, and nothing else."""
    text = sample.decode(codec, "replace")
    blocks = {ord(letter) >> 8 for letter in text if letter.isalpha() and not "\u3400" <= letter <= "\ud7a3"}
    known = all(letter.isspace() or letter.isprintable() for letter in text)
    divided = any(letter in " \n.,、。，" for letter in text)
    return known and divided and len(blocks) <= 3 and "\ufffd" not in text


def _binary(data: bytes) -> bool:
    """Whether control characters stand where text has none. Single NULs are mended later, not refused."""
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, CONTROLS)) > max(8, BINARY_SHARE * len(sample))


def _otherwise(data: bytes, codec: str, declared: str) -> tuple[str, tuple[str, ...]]:
    """Not UTF-8: the declared charset, damaged UTF-8, or the best guess."""
    text = _text(data, codec) or (_text(data, "latin-1") if codec == "cp1252" else "")
    if text:
        return text, ()
    damaged = _with_surrogates(data)
    if damaged or _mostly_utf8(data):
        return damaged or data.decode("utf-8", errors="replace"), (DAMAGED.format(name="UTF-8"),)
    return _guess(data, declared)


def _with_surrogates(data: bytes) -> str:
    """UTF-8 but for surrogates: pairs become their letter, lone ones U+FFFD; "" for other bytes."""
    try:
        text = data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return ""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")


def _mostly_utf8(data: bytes) -> bool:
    """Real multi-byte letters far outnumber the broken ones; a last letter cut in two does not count."""
    whole = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    broken = whole.count("\ufffd")
    good = sum(1 for letter in whole if letter > "\x7f") - broken
    return good > 0 and broken * 4 <= good


def _guess(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    name = guess(data) or "cp1252"
    text = data.decode(name, errors="replace")
    lost = text.count("\ufffd")
    if lost > max(3, len(text) * DAMAGE):
        raise Unreadable(UNDECODABLE)
    spoken = _spoken(name)
    said = CONTRADICTED.format(declared=declared, name=spoken) if declared else GUESSED.format(name=spoken)
    return text, (said,) + ((DAMAGED.format(name=spoken),) if lost else ())


def _spoken(name: str) -> str:
    """The usual way to write a codec's name: cp1251 is Windows-1251."""
    if name.startswith("cp125"):
        return "Windows-" + name[2:]
    return SPOKEN.get(name) or name.upper().replace("_", "-").replace("ISO8859", "ISO-8859")
