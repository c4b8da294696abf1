"""Characters: one normal form for a document's text.

Offsets anywhere else count the code points of text that went through ``normalise``.
"""

import re
import unicodedata

REPLACED = re.compile("[\x00\ud800-\udfff]")
# Every sign that Unicode calls a line end becomes LF, so that lines are counted alike everywhere.
# A paragraph separator and a form feed end a paragraph, hence the blank line.
PARAGRAPH_ENDS = re.compile("[\x0c\u2029]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
# Signs of typesetting, not of the text: blanks that do not break, letters joined into one glyph, hidden breaks.
TYPESET = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


def normalise(text: str) -> str:
    """The text in the one form that is stored and that offsets count in; the same again when repeated.

    NUL and lone surrogates become U+FFFD, byte order marks at the start go, CRLF, CR, VT, NEL and U+2028 become
    LF, FF and U+2029 become a blank line, and the whole is composed once (NFC, Unicode Standard Annex 15).
    """
    text = REPLACED.sub("\ufffd", text).lstrip("\ufeff")
    text = LINE_ENDS.sub("\n", PARAGRAPH_ENDS.sub("\n\n", text))
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """The words of a file without the signs of typesetting, normalised; the same again when repeated.

    No-break, figure and narrow blanks become a blank, Latin ligatures their letters (fi, fl, ff …); soft hyphens,
    zero-width blanks and word joiners go. Joiners that change letters or emoji (U+200C, U+200D) stay.
    """
    return normalise(normalise(text).translate(TYPESET))
