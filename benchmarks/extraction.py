"""The whole extraction: how fast it is, and with ``--data`` every figure of its parts beside their peers.

Each part runs in a process of its own, as it does alone; with ``--write`` what they print goes into docs/extraction.md.
The data stays where it is and is no part of the project.
"""

import argparse
import re
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import interleaved, ratio
from benchmarks.sentences import repeated, theirs
from claims.text import extract, segment

PAGE = Path(__file__).resolve().parent.parent / "docs" / "extraction.md"
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
PARTS = ("sentences", "propositions", "references", "attribution", "check_worthiness")
ALONE = ("kinds", "growth", "fuzzing")  # these need no data


def main(arguments: list[str] | None = None) -> int:
    """Print speed, and with ``--data`` what each part prints; 1 when one of them fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0, help="of repeated seeds (default 1)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="0.1 MB")
    parser.add_argument("--data", type=Path, help="a folder with the collections that the parts read")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/extraction.md")
    given = parser.parse_args(arguments)
    print("compared with: sentencex, which knows sentences only, on the same texts in the same process")
    speed(0.1 if given.quick else given.megabytes, given.rounds)
    if given.write and not given.data:
        parser.error("--write needs --data: without it there are no figures.")
    if not given.data:
        return 0
    data = ["--data", str(given.data)]
    commands = [[each, *data] for each in PARTS] + [[each] for each in ALONE]
    printed = [part(*command) for command in commands]
    if given.write:
        written(PAGE, [lines for lines, _ in printed])
    return max(code for _, code in printed)


def part(name: str, *arguments: str) -> tuple[str, int]:
    """Run one part, print what it prints while it does; its words and its exit code."""
    print(f"\n{name}", flush=True)
    command = [sys.executable, "-m", f"benchmarks.{name}", *arguments]
    lines = [f"{name}\n"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return "".join(lines), running.returncode


def written(page: Path, parts: list[str]) -> None:
    """Put the parts between the two marks of the page; SystemExit when it has none."""
    text = page.read_text(encoding="utf-8")
    if not FIGURES.search(text):
        sys.exit(f"{page.name} has no place for figures.")
    block = "```text\n" + "\n".join(parts) + "```\n"
    page.write_text(FIGURES.sub(lambda _: block, text), encoding="utf-8")


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
    sys.exit(main(sys.argv[1:]))
