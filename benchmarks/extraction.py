"""Sentences and claims of the seeds against the sentencex package, in the same run.

With ``--data`` also how many sentences are right; the data stays where it is and is no part of the project.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import sentencex

from benchmarks.figures import interleaved, ratio
from claims.text import extract, read, segment

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ENDINGS = (".txt", ".md", ".html")
Span = tuple[int, int]
Splitter = Callable[[str, str], list[Span]]


def main(arguments: list[str] | None = None) -> None:
    """Print speed, and with ``--data`` the exact-span F1 of each file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0, help="of repeated seeds (default 1)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="0.1 MB")
    parser.add_argument(
        "--data", type=Path, help='a folder of *.dev.jsonl: {"lang", "text", "sents": [[start, end], …]}'
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


def speed(megabytes: float, rounds: int) -> None:
    """MB and sentences a second of sentences alone, of claims, and of sentencex."""
    one = texts()
    size = sum(len(text.encode()) for text, _ in one)
    corpus = one * max(1, round(megabytes * 1_000_000 / size))
    size *= len(corpus) // len(one)
    actions = {
        "sentences": lambda: [segment(*each) for each in corpus],
        "claims": lambda: [extract(*each) for each in corpus],
        "sentencex": lambda: [theirs(*each) for each in corpus],
    }
    taken = dict(zip(actions, interleaved(list(actions.values()), rounds, warm=1), strict=True))
    counts = {name: sum(map(len, found())) for name, found in actions.items() if name != "claims"}
    counts["claims"] = counts["sentences"]
    print(
        f"{len(one)} seeds repeated to {size / 1e6:.2f} MB, {counts['sentences']:,} sentences,"
        f" {rounds} rounds, A B C A B C"
    )
    for name, times in taken.items():
        each = statistics.median(times)
        against = "" if name == "sentencex" else f"; takes {ratio(times, taken['sentencex'])} times sentencex"
        print(
            f"  {name}: {size / 1e6 / each:.2f} MB/s, {counts[name] / each:,.0f} sentences a second{against}"
        )


# --- quality ----------------------------------------------------------------------------------------------


def quality(folder: Path) -> None:
    """Exact-span F1 of both on every file of the folder, and over all files."""
    paths = sorted(folder.glob("*.dev.jsonl"))
    if not paths:
        sys.exit(f"There is no *.dev.jsonl in {folder}.")
    print("sentences whose two ends are exactly those of the people who marked them, F1: ours, sentencex")
    total = {segment: [0, 0, 0], theirs: [0, 0, 0]}
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        scores = []
        for splitter, sums in total.items():
            counted = hits(rows, splitter)
            scores.append(f1(*counted))
            sums[:] = [a + b for a, b in zip(sums, counted, strict=True)]
        print(f"  {path.name.removesuffix('.dev.jsonl'):12} {scores[0]:.3f}  {scores[1]:.3f}")
    print("  {:12} {:.3f}  {:.3f}".format("all", *(f1(*sums) for sums in total.values())))


def hits(rows: list[dict], splitter: Splitter) -> tuple[int, int, int]:
    """How many spans are right, found, and expected."""
    right = found = expected = 0
    for row in rows:
        ours = set(splitter(row["text"], row["lang"]))
        gold = set(trimmed(row["text"], [(start, end) for start, end in row["sents"]]))
        right, found, expected = right + len(ours & gold), found + len(ours), expected + len(gold)
    return right, found, expected


def f1(right: int, found: int, expected: int) -> float:
    """Twice what is right, of what was found and what was expected (van Rijsbergen 1979)."""
    return 2 * right / (found + expected) if found + expected else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
