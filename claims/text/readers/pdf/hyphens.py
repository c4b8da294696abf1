"""Hyphens at the ends of lines: which of them divide one word, and which belong to it."""

import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
END = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)-$")
START = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Scripts that write words without blanks between them: kana, Han and their marks, full-width forms.
UNSPACED = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
# No word or address that matters is longer; what is looked at stays short however long a line is.
LONGEST = 200
# English first parts of compounds (“well-known”), and endings and other second parts that are written onto them
# (“lower”, “highway”, French “longtemps”); first parts that other words begin with too (“partner”, “antique”), which
# say something only before a word of the document; and first parts that have a hyphen before few words.
FIRST_PARTS = frozenset("well self half long short high low full much".split())
WRITTEN_ON = re.compile(
    r"e(?:[dnrs]|st|ned|ning|red|ring)|ers?|ing|ings|ly|ish\w*|less\w*|ness\w*|ages?|ways?|light\w*|land\w*|falls?|list\w*"
    r"|comings?|cuts?|temps"
)
LIKELY_PARTS = frozenset("all anti cross non part post pre".split())
FEW = {
    "so": frozenset(["called"]),
    "ex": frozenset(
        "boss boyfriend chancellor chief girlfriend head husband leader mayor member minister officer partner"
        " policeman president prime soldier wife".split()
    ),
}
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_?=&#%]$")


class Joiner:
    """Puts two lines of one paragraph together, by the words that the rest of the document holds."""

    def __init__(self, lines: Iterable[str]) -> None:
        """``lines`` are all lines of the document; words cut in two by a line's end do not count as seen."""
        self.seen: Counter[str] = Counter()
        self.compounds: set[str] = set()
        cut = False
        for line in lines:
            words = [word.casefold() for word in WORD.findall(line)]
            if cut:
                words = words[1:]
            cut = bool(END.search(line[-LONGEST:]))
            for word in words[:-1] if cut else words:
                self._see(word)

    def _see(self, word: str) -> None:
        self.seen[word] += 1
        if "-" in word:
            self.compounds.add(word.partition("-")[0])
            self.seen.update(word.split("-"))

    def join(self, lines: Iterable[str]) -> str:
        """The lines of one paragraph in one: with blanks, or without where a word or an address goes on."""
        parts: list[str] = []
        for line in lines:
            if parts and line:
                parts[-1:] = self._joined(parts[-1], line)
            elif line:
                parts.append(line)
        return "".join(parts)

    def _joined(self, before: str, line: str) -> tuple[str, str]:
        """Two lines that follow one another, the first with the blank that parts them or without its hyphen."""
        tail = before[-LONGEST:]
        if END.search(tail) and line[0].isalnum():
            return (before if self.keeps_hyphen(tail, line) else before[:-1]), line
        glued = (
            ADDRESS.search(tail)
            and not line[0].isupper()
            or tail[-1] in "—/"
            and tail[-2:-1].isalnum()
            and line[0].isalnum()
        )
        if glued or UNSPACED.match(tail[-1]) and UNSPACED.match(line[0]):
            return before, line
        return before + " ", line

    def keeps_hyphen(self, text: str, line: str) -> bool:
        """Whether the hyphen at the end of ``text`` is part of the word that goes on in ``line``.

        It stays before a capital or a digit and after one, and where the document has the word with a hyphen more
        often than without. Where it has neither, the hyphen stays if the document has both parts as words, or
        another word that begins with this part and a hyphen; in a word that has a hyphen already; and after a usual
        first part of compounds.
        """
        found, following = END.search(text), START.match(line)
        if not found or not following:
            return True
        first, second = found[1], following[0]
        if not second[0].islower() and second[0].upper() != second[0].lower() or not first[-1].isalpha():
            return not (first.isupper() and second.isupper())
        if second[0].isdigit():
            return True
        first, second = first.casefold(), second.casefold()
        joined, hyphenated = self.seen[first + second], self.seen[f"{first}-{second}"]
        if joined or hyphenated:
            return hyphenated > joined
        if "-" in first or "-" in second:
            return self.seen[first.rpartition("-")[2] + second.partition("-")[0]] == 0
        both = self.seen[second] and (self.seen[first] or first in LIKELY_PARTS)
        return bool(both) or first in self.compounds or _is_compound(first, second)


def _is_compound(first: str, second: str) -> bool:
    """Whether English words like these two have a hyphen between them."""
    return second in FEW.get(first, ()) or first in FIRST_PARTS and not WRITTEN_ON.fullmatch(second)
