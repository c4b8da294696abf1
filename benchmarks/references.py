"""What is put for pronouns and short references, against sentences that people wrote to stand alone.

Compared in the same run with the last full name before a pronoun. The data stays where it is and is no part of
the project. Errors were read in every other document; the documents between them were kept back.
"""

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.resampling import bootstrap
from claims.text import segment
from claims.text.lines import blocks
from claims.text.names import name_book
from claims.text.quotations import quotations
from claims.text.references import Reference, References
from claims.text.words import words_for

FILE = "decomp_factcheck_bench/dev.jsonl"
PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
FREE = frozenset("the a an of and or in on at to for by from with s".split())
ENDINGS = re.compile(r"(?:ies|es|s|y)$")
Finder = Callable[[str], list[Reference]]


def main(arguments: list[str] | None = None) -> None:
    """Print precision and recall of both, all documents and either half; with ``--show`` what was put where."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.references", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help=f"a folder with {FILE}, or any *.jsonl in it"
    )
    parser.add_argument("--show", choices=("even", "odd", "all"), help="also print the replacements")
    given = parser.parse_args(arguments)
    path = (
        given.data / FILE if (given.data / FILE).exists() else next(iter(sorted(given.data.glob("*.jsonl"))))
    )
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    for name, finder in {"ours": ours, "last full name": last_name}.items():
        print(f"{name}: precision, recall, replacements right of all; documents of even and of odd number")
        counts = [count(row, finder) for row in rows]
        for half in (counts, counts[::2], counts[1::2]):
            print(f"  {figures(half)}")
    if given.show:
        show(rows, given.show)


@dataclass(frozen=True)
class Counts:
    """Of one document: replacements right and all, sentences resolved by both and by people."""

    right: int
    put: int
    both: int
    people: int


def ours(text: str) -> list[Reference]:
    """The references of a document, as the extraction finds them."""
    reader = References(text, words_for("en"))
    quoted = [each for block in blocks(text) for each in quotations(text, *block)]
    found: list[Reference] = []
    for index, span in enumerate(segment(text, "en")):
        found += reader.read(
            index, span, [each for each in quoted if each.start < span[1] and each.end > span[0]]
        )
    return found


def last_name(text: str) -> list[Reference]:
    """The peer: each pronoun stands for the last full name before it."""
    book = name_book(text, words_for("en"))
    pairs = sorted(
        (start, name)
        for key in book.starts
        for start, name in zip(book.starts[key], book.names[key], strict=True)
    )
    found = []
    for match in PRONOUN.finditer(text):
        place = bisect_right(pairs, (match.start(), "")) - 1
        if place >= 0:
            start, name = pairs[place]
            found.append(Reference(*match.span(), name, (start, start + len(name))))
    return found


def count(row: dict, finder: Finder) -> Counts:
    """The counts of one document."""
    found = finder(row["text"])
    right = put = both = people = 0
    for sentence in row["sentences"]:
        start, end = sentence["span"] or (0, 0)
        mine = [each for each in found if start <= each.start < end]
        good = [each for each in mine if is_right(each, sentence)]
        wanted = replaced(sentence)
        right, put = right + len(good), put + len(mine)
        people, both = people + wanted, both + (wanted and bool(good))
    return Counts(right, put, both, people)


def replaced(sentence: dict) -> bool:
    """Whether people wrote a pronoun of the sentence out."""
    return len(PRONOUN.findall(sentence["text"])) > len(PRONOUN.findall(sentence["decontext"]))


def is_right(reference: Reference, sentence: dict) -> bool:
    """Whether the content words put there are more often in a wording by people than in the sentence, or all in it."""
    words = stems(reference.words)
    wordings = [stems(each) for each in (sentence["decontext"], *sentence["claims"])]
    return any(all(each in wording for each in words) for wording in wordings)


def stems(words: str) -> Counter[str]:
    """Content words without their endings."""
    return Counter(ENDINGS.sub("", word) for word in WORD.findall(words.lower()) if word not in FREE)


def figures(counts: Sequence[Counts]) -> str:
    """Precision and recall with their intervals."""

    def share(part: str, whole: str) -> Callable[[Sequence[Counts]], float]:
        return lambda drawn: (
            sum(getattr(each, part) for each in drawn) / max(1, sum(getattr(each, whole) for each in drawn))
        )

    precision = bootstrap(counts, share("right", "put"))
    recall = bootstrap(counts, share("both", "people"))
    right, put = (sum(getattr(each, name) for each in counts) for name in ("right", "put"))
    return f"{precision}, {recall}, {right} of {put}"


def show(rows: Sequence[dict], half: str) -> None:
    """Each sentence with something put in, and whether people wrote the same."""
    for number, row in enumerate(rows):
        if half != "all" and number % 2 != (half == "odd"):
            continue
        found = ours(row["text"])
        for sentence in row["sentences"]:
            start, end = sentence["span"] or (0, 0)
            for each in found:
                if start <= each.start < end:
                    sign = " " if is_right(each, sentence) else "?"
                    before, after = row["text"][start : each.start], row["text"][each.end : end]
                    said = row["text"][each.start : each.end]
                    print(f"{number:3} {sign} {before}[{said} → {each.words}]{after}".replace("\n", " "))


if __name__ == "__main__":
    main(sys.argv[1:])
