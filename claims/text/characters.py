"""Characters: one normal form for a document's text, and the search tokens of any text.

Offsets anywhere else count the code points of text that went through ``normalise``.
"""

import re
import unicodedata

MAX_TOKEN = 100

REPLACED = re.compile("[\x00\ud800-\udfff]")
# Every sign that Unicode calls a line end becomes LF, so that lines are counted alike everywhere.
# A paragraph separator and a form feed end a paragraph, hence the blank line.
PARAGRAPH_ENDS = re.compile("[\x0c\u2029]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
WORDS = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """The text in the one form that is stored and that offsets count in; the same again when repeated.

    NUL and lone surrogates become U+FFFD, byte order marks at the start go, CRLF, CR, VT, NEL and U+2028 become
    LF, FF and U+2029 become a blank line, and the whole is composed once (NFC, Unicode Standard Annex 15).
    """
    text = REPLACED.sub("\ufffd", text).lstrip("\ufeff")
    text = LINE_ENDS.sub("\n", PARAGRAPH_ENDS.sub("\n\n", text))
    return unicodedata.normalize("NFC", text)


def tokens(text: str) -> list[str]:
    """Search tokens in order: case and accents folded, runs of letters and digits, each at most 100 characters."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return [run[:MAX_TOKEN] for run in _runs(plain.casefold())]


def _runs(text: str) -> list[str]:
    """Maximal runs of ``str.isalnum``; the pattern is quick and the check keeps its few other signs out."""
    found = []
    for match in WORDS.finditer(text):
        run = match.group()
        if run.isalnum():
            found.append(run)
        else:
            found += "".join(letter if letter.isalnum() else " " for letter in run).split()
    return found
