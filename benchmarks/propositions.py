"""Claims of one sentence against claims that people wrote, beside one sentence = one claim in the same run.

Three collections in the folder of ``--data``: texts with atomic claims, sentences with propositions as sets of
tokens, sentences split into simple ones. The data stays where it is and is no part of the project. Errors were
read in every other document; of those between them only the figure was seen.
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nltk.stem import PorterStemmer
from scipy.optimize import linear_sum_assignment

from benchmarks.resampling import bootstrap
from benchmarks.sentences import rows_of
from claims.text import extract, segment

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
FUNCTION = frozenset(
    "a an the this that these those and or but nor so yet if as than of in on at by for from with to into onto about"
    " over under between among through during before after since until while when where because although though which"
    " who whom whose what how it its he him his she her they them their we us our you your i me my one is are was were"
    " be been being am has have had having do does did not no will would can could may might shall should must there"
    " also such including like very both each all any some more most s t".split()
)
STEMMER = PorterStemmer()
Content = frozenset[str]


@dataclass(frozen=True)
class Counts:
    """Of one document: claims found and expected, pairs alike enough, their likeness summed, gold claims covered."""

    found: int
    expected: int
    alike: int
    likeness: float
    half: int
    covered: int


def main(arguments: list[str] | None = None) -> None:
    """Print one table a collection."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.propositions", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with decomp_factcheck_bench and its like")
    parser.add_argument("--quick", action="store_true", help="no more than a word on what is needed")
    given = parser.parse_args(arguments)
    if not given.data:
        print("needs --data DIR, a folder with decomp_factcheck_bench, decomp_propsegment, decomp_hsplit")
        return
    print("compared with: one sentence = one claim, on the same texts in the same process")
    atomic(given.data)
    token_sets(given.data)
    simple_sentences(given.data)


# --- how alike ----------------------------------------------------------------------------------------------


@cache
def stem(word: str) -> str:
    """The Porter stem (Porter 1980) of a word in small letters."""
    return str(STEMMER.stem(word))


def content(text: str) -> Content:
    """The stems of the words that are no function words."""
    words = WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    return frozenset(stem(word) for word in words if word not in FUNCTION)


def f1(one: Content, other: Content) -> float:
    """Twice what two sets share, of their sizes."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def jaccard(one: frozenset, other: frozenset) -> float:
    """What two sets share, of all they hold."""
    return len(one & other) / len(one | other) if one or other else 0.0


def matched(
    found: Sequence[frozenset], gold: Sequence[frozenset], alike: Callable, least: float, half: float = 0.5
) -> Counts:
    """The best one-to-one matching (Kuhn 1955) of what was found with what was expected."""
    table = [[alike(one, other) for other in gold] for one in found]
    pairs: list[float] = []
    if found and gold:
        rows, columns = linear_sum_assignment(table, maximize=True)
        pairs = [table[row][column] for row, column in zip(rows, columns, strict=True)]
    covered = sum(any(len(each & one) >= 0.9 * len(each) for one in found) for each in gold)
    return Counts(
        len(found),
        len(gold),
        sum(each >= least for each in pairs),
        sum(pairs),
        sum(each >= half for each in pairs),
        covered,
    )


# --- figures over documents ---------------------------------------------------------------------------------


def total(rows: Sequence[Counts], name: str) -> float:
    """The sum of one count."""
    return sum(getattr(row, name) for row in rows)


def harmonic(rows: Sequence[Counts], name: str) -> float:
    """F1 with this count as what is right."""
    sizes = total(rows, "found") + total(rows, "expected")
    return 2 * total(rows, name) / sizes if sizes else 0.0


def precision(rows: Sequence[Counts], name: str) -> float:
    """This count of what was found."""
    return total(rows, name) / total(rows, "found") if total(rows, "found") else 0.0


def recall(rows: Sequence[Counts], name: str = "alike") -> float:
    """This count of what was expected."""
    return total(rows, name) / total(rows, "expected") if total(rows, "expected") else 0.0


def granularity(rows: Sequence[Counts]) -> float:
    """Claims found for one expected."""
    return recall(rows, "found")


def line(name: str, rows: Sequence[Counts], second: str, second_name: str, *, covered: bool) -> None:
    """One row of a table."""
    parts = [
        f"F1 {bootstrap(rows, lambda drawn: harmonic(drawn, 'alike'))}",
        f"precision {precision(rows, 'alike'):.3f}",
        f"recall {recall(rows):.3f}",
        f"{second_name} {bootstrap(rows, lambda drawn: harmonic(drawn, second))}",
        f"precision {precision(rows, second):.3f}",
    ]
    if covered:
        parts.append(f"covered {bootstrap(rows, lambda drawn: recall(drawn, 'covered'))}")
    parts.append(f"granularity {bootstrap(rows, granularity)}")
    print(f"  {name:22} " + ", ".join(parts))


def table(ours: Sequence[Counts], whole: Sequence[Counts], second: str, name: str, *, covered: bool) -> None:
    """Ours, its two halves, and one sentence = one claim."""
    line("claims", ours, second, name, covered=covered)
    line("every other document", ours[::2], second, name, covered=covered)
    line("those between", ours[1::2], second, name, covered=covered)
    line("one sentence one claim", whole, second, name, covered=covered)
    line("  those between", whole[1::2], second, name, covered=covered)


# --- collections --------------------------------------------------------------------------------------------


def atomic(folder: Path) -> None:
    """Texts whose sentences people broke into atomic claims (content words, F1 at .7)."""
    path = folder / "decomp_factcheck_bench" / "dev.jsonl"
    if not path.exists():
        return
    rows = rows_of(path)
    golds = [[content(claim) for each in row["sentences"] for claim in each["claims"]] for row in rows]
    ours = [[content(each.text) for each in extract(row["text"]).candidates] for row in rows]
    whole = [[content(row["text"][start:end]) for start, end in segment(row["text"], "en")] for row in rows]
    print(f"{path.parent.name}: {len(rows)} texts, stemmed content words, alike at .7")
    counted = [
        [matched(found, gold, f1, 0.7) for found, gold in zip(each, golds, strict=True)]
        for each in (ours, whole)
    ]
    table(counted[0], counted[1], "likeness", "soft F1", covered=True)


def token_sets(folder: Path) -> None:
    """Sentences whose propositions people marked as sets of tokens (Jaccard at .8 and .5), against each of them."""
    path = folder / "decomp_propsegment" / "dev.jsonl"
    if not path.exists():
        return
    rows = rows_of(path)
    print(f"{path.parent.name}: {len(rows)} sentences, sets of tokens, alike at .8 and at .5")
    found = [[tokens_of(row, each.spans) for each in extract(row["text"], "en").candidates] for row in rows]
    whole = [[frozenset(range(len(row["token_offsets"])))] for row in rows]
    counted = [
        [summed([matched(one, gold, jaccard, 0.8) for gold in raters(row)])]
        for each in (found, whole)
        for row, one in zip(rows, each, strict=True)
    ]
    both = [row[0] for row in counted]
    table(both[: len(rows)], both[len(rows) :], "half", "F1 at .5", covered=False)


def tokens_of(row: dict, spans: Sequence[tuple[int, int]]) -> frozenset:
    """The places of the tokens that lie in the spans."""
    offsets = enumerate(row["token_offsets"])
    return frozenset(
        place
        for place, (start, end) in offsets
        if any(first <= start and end <= last for first, last in spans)
    )


def raters(row: dict) -> list[list[frozenset]]:
    """The propositions of each person who found some."""
    answers = [[frozenset(each["tokens"]) for each in given["props"]] for given in row["responses"]]
    return [each for each in answers if each]


def summed(rows: Sequence[Counts]) -> Counts:
    """Counts against several people, added."""
    names = ("found", "expected", "alike", "likeness", "half", "covered")
    return Counts(**{name: total(rows, name) for name in names})


def simple_sentences(folder: Path) -> None:
    """Sentences that one person left whole and another split: split the whole one, compare with the finest."""
    path = folder / "decomp_hsplit" / "dev.jsonl"
    if not path.exists():
        return
    pairs = []
    for row in rows_of(path):
        versions = [each.split(" . ") for each in row["splits"]]
        whole = next((each[0] for each in versions if len(each) == 1), "")
        finest = max(versions, key=len)
        if whole and len(finest) > 1:
            pairs.append((whole[:1].upper() + whole[1:], [content(each) for each in finest]))
    print(f"{path.parent.name}: {len(pairs)} sentences, stemmed content words, alike at .7")
    ours = [
        matched([content(each.text) for each in extract(text, "en").candidates], gold, f1, 0.7)
        for text, gold in pairs
    ]
    peer = [matched([content(text)], gold, f1, 0.7) for text, gold in pairs]
    table(ours, peer, "likeness", "soft F1", covered=True)


if __name__ == "__main__":
    main(sys.argv[1:])
