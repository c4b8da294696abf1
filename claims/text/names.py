"""Full names in a document, and which one a short mention stands for. Who says what is not decided here."""

from bisect import bisect_left
from dataclasses import dataclass, field

from claims.text.phrases import Word, words_in
from claims.text.words import Words

LONGEST = 5
RECENT = 20


@dataclass
class NameBook:
    """Names of two words or more, by their last word, in the order of the text."""

    starts: dict[str, list[int]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def full(self, mention: str, position: int) -> str:
        """The last full name before ``position`` that ends with the mention; the mention itself when there is none."""
        parts = [part for part in mention.split() if not part.endswith(".")]
        if not parts or len(parts) > 2:
            return mention
        key = parts[-1]
        place = bisect_left(self.starts.get(key, []), position)
        for name in reversed(self.names.get(key, [])[max(0, place - RECENT) : place]):
            if len(name.split()) > len(parts) and name.endswith(" " + " ".join(parts)):
                return name
        return mention


def name_book(text: str, lists: Words) -> NameBook:
    """All full names of a document: runs of capitalised words on one line, articles and the like left off."""
    book = NameBook()
    run: list[Word] = []
    for word in words_in(text, 0, len(text)):
        if run and text[run[-1].end : word.start] not in (" ", "\u00a0"):
            _keep(book, run)
            run = []
        named = word.capital and word.folded not in lists.not_names
        if named:
            run.append(word)
        if run and (not named or word.possessive):
            _keep(book, run)
            run = []
    _keep(book, run)
    return book


def _keep(book: NameBook, run: list[Word]) -> None:
    if not 2 <= len(run) <= LONGEST:
        return
    last = run[-1].text
    key = last[:-2] if run[-1].possessive else last
    name = " ".join([*(word.text for word in run[:-1]), key])
    book.starts.setdefault(key, []).append(run[0].start)
    book.names.setdefault(key, []).append(name)
