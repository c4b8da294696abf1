"""``python -m benchmarks``: lists the figures and runs them, each in a process of its own. Measures nothing itself."""

import subprocess
import sys

ALL = {
    "load": "pages, verbs and exports of a desk of 10,000 claims, each beside its floor",
    "extraction": "speed of the whole; with --data DIR every figure of its parts beside their peers",
    "check_worthiness": "how fast the score is; with --data DIR also how right, against TF-IDF and untrained rules",
    "kinds": "kinds of statements against two naive rules, on sentences written for it",
    "propositions": "claims of a sentence against those people wrote, beside one sentence = one claim; with --data DIR",
    "sentences": "sentence boundaries against the sentencex package; with --data DIR also how many are right",
    "growth": "seconds and memory of a text of 1 MB against one of 100 KB",
    "fuzzing": "random texts, two minutes: no crash, no span outside the text, no claim across a paragraph",
    "attribution": "who says what against a verb list with quotation marks; with --data DIR also transcripts",
    "intake": "a document of 20,000 sentences against storing its rows alone",
    "readers": "web pages against trafilatura alone; with --data DIR also how much of pages and files is right",
}
USAGE = "usage: python -m benchmarks [NAME …] [--quick]   (python -m benchmarks.NAME --help for one)"


def main(arguments: list[str]) -> int:
    """Run the named figures, all when none is named; the exit code is the worst one."""
    names = [each for each in arguments if not each.startswith("-")]
    more = [each for each in arguments if each.startswith("-")]
    if set(names) - set(ALL) or set(more) - {"--quick"}:
        print(USAGE, *(f"  {name:16} {what}" for name, what in ALL.items()), sep="\n")
        return 0 if "--help" in more else 2
    worst = 0
    for name in names or ALL:
        print(f"\n{name}: {ALL[name]}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *more]).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
