"""Bytes to characters: byte order marks, UTF-8, a declared charset, then a guess with a warning."""

import codecs

from claims.text.readers.reading import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED = "The encoding was not declared; it was taken for {name}. Check accents and quotation marks."
DAMAGED = "Some bytes are not valid {name}; they are shown as \ufffd."
UNDECODABLE = "The characters of this file cannot be made out. Save it as UTF-8, or paste the text."
BINARY = "This is not a text file. Paste the text instead."

SAMPLE = 200_000
# A file that is UTF-8 but for this share of bytes is damaged UTF-8, not another encoding.
DAMAGE = 0.001
# Control characters that no text needs; more than this share of them says binary.
CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
BINARY_SHARE = 0.02


def decode(data: bytes, *, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters of ``data`` and warnings in words; Unreadable when they cannot be made out."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide)
    if _binary(data):
        raise Unreadable(BINARY)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _otherwise(data, declared)


def _strictly(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") > max(3, len(text) * DAMAGE):
            raise Unreadable(UNDECODABLE) from None
        return text, (DAMAGED.format(name=name.removesuffix("-sig").upper()),)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of mostly Latin text is zero."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return ""


def _binary(data: bytes) -> bool:
    """Whether control characters stand where text has none. Single NULs are mended later, not refused."""
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, CONTROLS)) > max(8, BINARY_SHARE * len(sample))


def _otherwise(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    """Not UTF-8: the declared charset, damaged UTF-8, or the best guess."""
    if declared:
        try:
            return data.decode(declared), ()
        except (UnicodeDecodeError, LookupError):
            pass
    damaged = _with_surrogates(data)
    if damaged or _mostly_utf8(data):
        return damaged or data.decode("utf-8", errors="replace"), (DAMAGED.format(name="UTF-8"),)
    return _guess(data)


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


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - start-up cost; most files are UTF-8

    best = from_bytes(data[:SAMPLE]).best()
    name = best.encoding if best is not None else "cp1252"
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise Unreadable(UNDECODABLE) from None
    return text, (GUESSED.format(name=_spoken(name)),)


def _spoken(name: str) -> str:
    """The usual way to write a codec's name: cp1251 is Windows-1251."""
    if name.startswith("cp125"):
        return "Windows-" + name[2:]
    return name.upper().replace("_", "-")
