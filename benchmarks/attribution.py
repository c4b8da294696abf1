"""Who says what, against a plain verb list with quotation marks, on texts marked by hand; transcripts with ``--data``.

The rules were tuned on one half of the marked texts; the other half was written before and kept back.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.marked_texts import MarkedText, Span, marked_texts
from benchmarks.resampling import bootstrap
from claims.text import extract, segment

WORD = re.compile(r"\w+")
QUOTATION = re.compile(r"[“«„\"](?:\S+\s+){3,}?\S*[”»“\"]")
VERBS = re.compile(
    r"\b(?:said|says|say|told|added|claimed|claims|argued|argues|warned|wrote|tweeted|believes?|thinks?|announced|denied"
    r"|insisted|insists|suggested|noted|explained|reported|confirmed|promised|vowed|accused|called|urged|asked|found"
    r"|according to)\b"
)
FOLDERS = (".", "e2e_transcripts")
Counts = tuple[int, int, int]  # found and right, found and wrong, missed
Finder = Callable[[MarkedText], list[Span]]


def main(arguments: list[str] | None = None) -> None:
    """Print sentence and word figures of both halves, ours and the peer's; with ``--data`` the transcripts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="a folder with dev_*.jsonl of transcripts, or e2e_transcripts in it"
    )
    parser.add_argument("--quick", action="store_true", help="fewer draws")
    given = parser.parse_args(arguments)
    draws = 50 if given.quick else 500
    for half in ("tuned", "kept"):
        texts = marked_texts(half)
        english = [text for text in texts if text.language == "en"]
        others = [text for text in texts if text.language != "en"]
        for name, part in ((f"{half}, English", english), (f"{half}, five other languages", others)):
            report(name, part, draws)
    if given.data:
        transcripts(given.data)


def report(name: str, texts: Sequence[MarkedText], draws: int) -> None:
    """Precision, recall and F1 of sentences and of words, with the peer in the same run."""
    print(f"{name}: {len(texts)} texts, {sum(len(segment(t.text, t.language)) for t in texts)} sentences")
    for finder, title in ((ours, "these rules"), (verb_list, "verbs and marks")):
        pairs = [counted(text, finder(text)) for text in texts]
        for place, what in ((0, "sentences"), (1, "words")):
            rows = [pair[place] for pair in pairs]
            f1 = bootstrap(rows, partial(figure, kind="f1"), draws)
            print(f"  {title:16} {what:10} P {figure(rows, 'p'):.3f}  R {figure(rows, 'r'):.3f}  F1 {f1}")
    right, known = map(sum, zip(*(sources(text) for text in texts), strict=True))
    print(f"  {'these rules':16} {'sources':10} {right} of {known} right")


def ours(text: MarkedText) -> list[Span]:
    """The contents that extraction finds."""
    return [content for _, _, content in extract(text.text, text.language).attributions]


def verb_list(text: MarkedText) -> list[Span]:
    """The peer: quotations of four words or more; in other sentences with a verb of the list the longer side of it."""
    found: list[Span] = []
    for start, end in segment(text.text, text.language):
        quoted = [match.span() for match in QUOTATION.finditer(text.text, start, end)]
        verb = VERBS.search(text.text, start, end)
        if quoted:
            found += quoted
        elif verb:
            sides = [(start, verb.start()), (verb.end(), end)]
            found.append(max(sides, key=lambda side: side[1] - side[0]))
    return found


def counted(text: MarkedText, found: Sequence[Span]) -> tuple[Counts, Counts]:
    """Sentences that hold content, and words of content."""
    gold, given = (
        words_in(text.text, [content for _, _, content in text.attributions]),
        words_in(text.text, found),
    )
    hits = [0, 0, 0]
    for start, end in segment(text.text, text.language):
        has, got = (any(start <= place < end for place in places) for places in (gold, given))
        hits = [hits[0] + (has and got), hits[1] + (got and not has), hits[2] + (has and not got)]
    return (hits[0], hits[1], hits[2]), (len(gold & given), len(given - gold), len(gold - given))


def words_in(text: str, spans: Sequence[Span]) -> set[int]:
    """Where the words begin that stand in one of the spans."""
    return {match.start() for start, end in spans for match in WORD.finditer(text, start, end)}


def figure(rows: Sequence[Counts], kind: str) -> float:
    """Precision ``p``, recall ``r`` or their harmonic mean ``f1`` over all rows."""
    right, wrong, missed = (sum(row[place] for row in rows) for place in range(3))
    parts = {
        "p": (right, right + wrong),
        "r": (right, right + missed),
        "f1": (2 * right, 2 * right + wrong + missed),
    }
    above, below = parts[kind]
    return above / below if below else 0.0


def sources(text: MarkedText) -> tuple[int, int]:
    """Of the contents found that have a source: how many have one that overlaps it, and how many there are."""
    found = extract(text.text, text.language).attributions
    right = known = 0
    for source, _, content in text.attributions:
        same = [row for row in found if row[2][0] < content[1] and content[0] < row[2][1]]
        if source is None or not same:
            continue
        known += 1
        right += any(row[0] is not None and row[0][0] < source[1] and source[0] < row[0][1] for row in same)
    return right, known


def transcripts(folder: Path) -> None:
    """The share of sentences whose speaker is that of the transcript, notes such as (APPLAUSE) left off; the misses."""
    paths = [path for place in FOLDERS for path in sorted((folder / place).glob("dev_*.jsonl"))]
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if "sents" in row]
    if not rows:
        sys.exit(f"There is no transcript in {folder} or {folder / FOLDERS[1]}.")
    right = every = 0
    for row in rows:
        found = extract(row["text"], "en").candidates
        place = 0
        for gold in row["sents"]:
            while place < len(found) and found[place].end <= gold["start"]:
                place += 1
            speaker = re.sub(r"^\([^)]*\)\s*", "", gold["speaker"])
            good = place < len(found) and found[place].speaker == speaker
            every, right = every + 1, right + good
            if not good:
                print(f"  missed: {row['id']} at {gold['start']}")
    print(f"transcripts: the speaker of {right} of {every} sentences is right ({right / every:.4%})")


if __name__ == "__main__":
    main(sys.argv[1:])
