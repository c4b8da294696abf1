"""Whether extraction grows with the length of the text and no faster: seconds and memory at 1 MB against 100 KB.

Each measurement runs in a process of its own, which first reads a small text so that word lists are loaded.
"""

import argparse
import json
import subprocess
import sys
import time
import tracemalloc

from benchmarks.sentences import texts
from claims.text import extract, normalise

SMALL, LARGE = 100_000, 1_000_000
MOST_TIME, MOST_MEMORY = 12.0, 1.2  # times those of 100 KB; times ten times the growth at 100 KB
SHAPES = {
    "articles": lambda: "\n\n".join(text for text, _ in texts()) + "\n\n",
    "one paragraph": lambda: (
        " ".join(" ".join(text for text, language in texts() if language == "en").split()) + " "
    ),
    "one line without a mark": lambda: "the harbour of the town was rebuilt and the ferries ",
    "quotations": lambda: (
        "“The quay is closed,” said Anna Berg, who has led the port since 2019. ‘Why?’ he asked. "
    ),
    "a transcript": lambda: "BERG: We built 40 bridges.\nMARTIN: He said that they did, and I agree.\n",
    "names": lambda: "Anna Berg met Ole Lund, Ida Holm and Per Dahl, a baker from Oslo, and they left. ",
    "brackets": lambda: "(((“’[{ ",
}


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each shape of text; the exit code is 1 when one grows faster than its length."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the lengths")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "LENGTH"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(measured(given.one[0], int(given.one[1]))))
        return 0
    small, large = (SMALL // 10, LARGE // 10) if given.quick else (SMALL, LARGE)
    print(f"extraction of {large:,} characters against {small:,}; at most {MOST_TIME} times the seconds,")
    print(f"and a peak of at most {MOST_MEMORY} times ten times the memory that the short one adds")
    return max(line(shape, small, large) for shape in SHAPES)


def line(shape: str, small: int, large: int) -> int:
    """Measure one shape at both lengths and print it; 1 when it grows too fast."""
    short, long = (in_a_process(shape, length) for length in (small, large))
    times = long["seconds"] / short["seconds"]
    memory = long["bytes"] / short["bytes"] / 10
    kept = times <= MOST_TIME and memory <= MOST_MEMORY
    print(
        f"  {shape:24} {times:5.1f} times the seconds ({long['seconds']:.2f} s);"
        f" {memory:.2f} times ten times the memory ({long['bytes'] / 1e6:.0f} MB){'' if kept else '  TOO FAST'}",
        flush=True,
    )
    return 0 if kept else 1


def in_a_process(shape: str, length: int) -> dict[str, float]:
    """The measurement of one text in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.growth", "--one", shape, str(length)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measured(shape: str, length: int) -> dict[str, float]:
    """Seconds of computing (the lesser of two) to extract one text, and the most bytes it takes meanwhile."""
    piece = SHAPES[shape]()
    text = normalise((piece * (length // len(piece) + 1))[:length])
    extract(piece[:2000])
    taken = []
    for _ in range(2):
        start = time.process_time()
        extract(text)
        taken.append(time.process_time() - start)
    tracemalloc.start()
    extract(text)
    return {"seconds": min(taken), "bytes": tracemalloc.get_traced_memory()[1]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
