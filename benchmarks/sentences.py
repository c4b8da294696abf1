"""Sentence boundaries against the sentencex package: how fast, and with ``--data`` how many are right.

The data stays where it is and is no part of the project. Errors were read in every other document of the
development files; the documents between them were kept back.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import sentencex

from benchmarks.figures import interleaved, ratio
from benchmarks.resampling import bootstrap
from claims.text import extract, read, segment

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ENDINGS = (".txt", ".md", ".html")
# Where a folder of several collections keeps those with sentences.
FOLDERS = (".", "seg_ud", "seg_golden_rules")
CODES = (
    "amharic am, arabic ar, armenian hy, bulgarian bg, burmese my, chinese zh, danish da, deutsch de, dutch nl,"
    " english en, english_clean en, french fr, greek el, hindi hi, italian it, japanese ja, kazakh kk, marathi mr,"
    " persian fa, polish pl, russian ru, slovak sk, spanish es, urdu ur"
)
LANGUAGES = dict(pair.split() for pair in CODES.split(", "))
Span = tuple[int, int]
Counts = tuple[int, int, int]
Splitter = Callable[[str, str], list[Span]]


def main(arguments: list[str] | None = None) -> None:
    """Print speed, and with ``--data`` what is right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sentences", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0, help="of repeated seeds (default 1)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="0.1 MB")
    parser.add_argument(
        "--data",
        type=Path,
        help='*.dev.jsonl or *.test.jsonl {"lang", "text", "sents": [[start, end], …]}, and rules by language'
        ' {"text", "sentences": […]}; in this folder or in seg_ud and seg_golden_rules below it',
    )
    given = parser.parse_args(arguments)
    print("compared with: sentencex, which knows sentences only, on the same texts in the same process")
    speed(0.1 if given.quick else given.megabytes, given.rounds)
    if given.data:
        quality(given.data)


def theirs(text: str, language: str) -> list[Span]:
    """The boundaries of sentencex, without the blanks around a sentence; those without words are left out."""
    found = sentencex.get_sentence_boundaries(language, text)
    return trimmed(text, [(each["start_index"], each["end_index"]) for each in found])


def trimmed(text: str, spans: list[Span]) -> list[Span]:
    """Each span without blanks at its ends; empty ones go."""
    result = []
    for start, end in spans:
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        if words.strip():
            result.append((start, start + len(words.strip())))
    return result


# --- speed ------------------------------------------------------------------------------------------------


def texts() -> list[tuple[str, str]]:
    """The seeds as they are read, each with its language."""
    paths = sorted(each for each in SEEDS.iterdir() if each.suffix in ENDINGS and each.name != "README.md")
    readings = [read(path.read_bytes(), name=path.name).text for path in paths]
    return [(text, extract(text).language) for text in readings]


def repeated(megabytes: float) -> tuple[list[tuple[str, str]], int]:
    """The seeds over and over, about so many megabytes, and how many bytes they are."""
    one = texts()
    size = sum(len(text.encode()) for text, _ in one)
    times = max(1, round(megabytes * 1_000_000 / size))
    return one * times, size * times


def speed(megabytes: float, rounds: int) -> None:
    """MB and sentences a second, ours and those of sentencex."""
    corpus, size = repeated(megabytes)
    actions = {
        "sentences": lambda: [segment(*each) for each in corpus],
        "sentencex": lambda: [theirs(*each) for each in corpus],
    }
    taken = dict(zip(actions, interleaved(list(actions.values()), rounds, warm=1), strict=True))
    print(f"seeds repeated to {size / 1e6:.2f} MB, {rounds} rounds, A B A B")
    for name, times in taken.items():
        each = statistics.median(times)
        count = sum(map(len, actions[name]()))
        against = "" if name == "sentencex" else f"; takes {ratio(times, taken['sentencex'])} times sentencex"
        print(f"  {name}: {size / 1e6 / each:.2f} MB/s, {count / each:,.0f} sentences a second{against}")


# --- quality ----------------------------------------------------------------------------------------------


def quality(folder: Path) -> None:
    """Exact spans of every treebank, then the rules of every language; both beside sentencex."""
    places = [folder / each for each in FOLDERS]
    banks = [
        path for place in places for kind in ("dev", "test") for path in sorted(place.glob(f"*.{kind}.jsonl"))
    ]
    rules = [place / f"{name}.jsonl" for place in places for name in LANGUAGES]
    if not banks:
        sys.exit(f"There is no *.dev.jsonl or *.test.jsonl in {folder} or {folder / 'seg_ud'}.")
    treebanks(banks)
    golden([path for path in rules if path.exists()])


def treebanks(paths: Sequence[Path]) -> None:
    """F1 of each file with its interval, its two halves, and what sentencex reaches."""
    print("sentences whose two ends are exactly those of the people who marked them, F1 (95 of 100 draws):")
    print("ours; every other document, those between; sentencex; difference")
    ours: dict[str, float] = {}
    sentencex_has: dict[str, float] = {}
    every: list[tuple[Counts, Counts]] = []
    for path in paths:
        rows = rows_of(path)
        pairs = [(hits([row], segment), hits([row], theirs)) for row in rows]
        name = path.name.removesuffix(".jsonl").removesuffix(".dev")
        print(f"  {name:12} {figures(pairs)}")
        ours[name], sentencex_has[name] = f1_of(pairs, 0), f1_of(pairs, 1)
        every += pairs
    print(f"  {'all':12} {figures(every)}")
    others = [name for name in ours if not name.startswith("en_")]
    if others:
        means = [statistics.mean(each[name] for name in others) for each in (ours, sentencex_has)]
        print(f"  mean of {len(others)} that are not English: {means[0]:.3f}; sentencex {means[1]:.3f}")


def figures(pairs: Sequence[tuple[Counts, Counts]]) -> str:
    """One line of the table."""
    halves = [f1_of(half, 0) for half in (pairs[::2], pairs[1::2])]
    difference = bootstrap(pairs, lambda drawn: f1_of(drawn, 0) - f1_of(drawn, 1))
    return (
        f"{bootstrap(pairs, lambda drawn: f1_of(drawn, 0))}; {halves[0]:.3f}, {halves[1]:.3f};"
        f" {f1_of(pairs, 1):.3f}; {difference.signed()}"
    )


def golden(paths: Sequence[Path]) -> None:
    """How many rules hold in each language: the sentences are exactly those that the rule wants."""
    if paths:
        print("golden rules that hold: ours, sentencex, of")
    for path in paths:
        rows, language = rows_of(path), LANGUAGES[path.stem]
        held = [sum(holds(row, language, splitter) for row in rows) for splitter in (segment, theirs)]
        print(f"  {path.stem:14} {held[0]:3} {held[1]:3} {len(rows):4}")


def holds(row: dict, language: str, splitter: Splitter) -> bool:
    """Whether the words of the sentences are those of the rule; blanks at their ends do not count."""
    text = row["text"]
    found = [text[start:end] for start, end in trimmed(text, splitter(text, language))]
    return found == [each.strip() for each in row["sentences"]]


def rows_of(path: Path) -> list[dict]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def hits(rows: list[dict], splitter: Splitter) -> Counts:
    """How many spans are right, found, and expected."""
    right = found = expected = 0
    for row in rows:
        ours = set(splitter(row["text"], row["lang"]))
        gold = set(trimmed(row["text"], [(start, end) for start, end in row["sents"]]))
        right, found, expected = right + len(ours & gold), found + len(ours), expected + len(gold)
    return right, found, expected


def f1_of(pairs: Sequence[tuple[Counts, Counts]], side: int) -> float:
    """F1 of one side over all documents together."""
    right, found, expected = (sum(pair[side][place] for pair in pairs) for place in range(3))
    return f1(right, found, expected)


def f1(right: int, found: int, expected: int) -> float:
    """Twice what is right, of what was found and what was expected (van Rijsbergen 1979)."""
    return 2 * right / (found + expected) if found + expected else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
