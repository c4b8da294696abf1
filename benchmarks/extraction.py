"""Claims of the seeds against their sentences alone, in one run; with ``--data`` also how many sentences are right.

The data stays where it is and is no part of the project.
"""

import argparse
import statistics
import sys
from pathlib import Path

from benchmarks.figures import interleaved, ratio
from benchmarks.sentences import quality, repeated, theirs
from claims.text import extract, segment


def main(arguments: list[str] | None = None) -> None:
    """Print speed, and with ``--data`` what ``benchmarks.sentences`` prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0, help="of repeated seeds (default 1)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="0.1 MB")
    parser.add_argument("--data", type=Path, help="a folder as benchmarks.sentences reads it")
    given = parser.parse_args(arguments)
    print("compared with: sentencex, which knows sentences only, on the same texts in the same process")
    speed(0.1 if given.quick else given.megabytes, given.rounds)
    if given.data:
        quality(given.data)


def speed(megabytes: float, rounds: int) -> None:
    """MB and sentences a second of sentences alone, of claims, and of sentencex."""
    corpus, size = repeated(megabytes)
    actions = {
        "sentences": lambda: [segment(*each) for each in corpus],
        "claims": lambda: [extract(*each) for each in corpus],
        "sentencex": lambda: [theirs(*each) for each in corpus],
    }
    taken = dict(zip(actions, interleaved(list(actions.values()), rounds, warm=1), strict=True))
    counts = {name: sum(map(len, found())) for name, found in actions.items() if name != "claims"}
    counts["claims"] = counts["sentences"]
    print(
        f"seeds repeated to {size / 1e6:.2f} MB, {counts['sentences']:,} sentences, {rounds} rounds, A B C A B C"
    )
    for name, times in taken.items():
        each = statistics.median(times)
        against = "" if name == "sentencex" else f"; takes {ratio(times, taken['sentencex'])} times sentencex"
        print(
            f"  {name}: {size / 1e6 / each:.2f} MB/s, {counts[name] / each:,.0f} sentences a second{against}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
