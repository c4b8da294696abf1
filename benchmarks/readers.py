"""The readers against libraries alone: trafilatura and readability-lxml on pages, pypdf on PDFs, python-docx on Word.

Words are compared as bags: token F1 over lower-cased ``\\w+``. The data stays where it is, outside of the project.
"""

import argparse
import io
import json
import logging
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx
import lxml.html
import pypdf
import readability
import trafilatura

from benchmarks.figures import interleaved, milliseconds, ratio
from claims.text.readers import Unreadable, read

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NEEDED = "Say --data DIR for how right they are: a folder with html_scrapinghub/, html_readability/, pdf/ and docx/."
WORST, SAMPLE = 20, 8
RESAMPLES, SEED = 2000, 7


def main(arguments: list[str] | None = None) -> None:
    """Print the speed on the seeds, or with ``--data`` what is right on pages, PDFs and Word files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="html_scrapinghub/, html_readability/, pdf/ and docx/ in it"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="2 rounds")
    given = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    rounds = 2 if given.quick else given.rounds
    print(
        "compared with: trafilatura and readability-lxml alone, pypdf alone, python-docx alone, in the same process"
    )
    if given.data is None:
        print(NEEDED)
        speed([path.read_bytes() for path in sorted(SEEDS.glob("*.html"))], rounds)
        return
    pages = list(references(given.data))
    speed([page.data for page in pages], rounds)
    quality(pages)
    for kind, theirs in (("pdf", by_pypdf), ("docx", by_python_docx)):
        agreement(sorted((given.data / kind).glob(f"*.{kind}")), kind, theirs)


# --- words ------------------------------------------------------------------------------------------------


def words(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(re.findall(r"\w+", text.lower()))


def f1(found: Counter[str], expected: Counter[str]) -> float:
    """Twice the words in common, of the words of both; 1 when both have none (van Rijsbergen 1979)."""
    both = found.total() + expected.total()
    return 2 * (found & expected).total() / both if both else 1.0


# --- who reads --------------------------------------------------------------------------------------------


def ours(data: bytes, name: str) -> str:
    """The text by our door, "" with its sentence printed when it refuses."""
    try:
        return read(data, name=name).text
    except Unreadable as refusal:
        print(f"  {name}: {refusal}")
        return ""


def by_trafilatura(data: bytes) -> str:
    return trafilatura.extract(data) or ""


def by_readability(data: bytes) -> str:
    try:
        summary = readability.Document(data.decode("utf-8", errors="replace")).summary()
    except readability.readability.Unparseable:
        return ""
    return str(lxml.html.fromstring(summary).text_content())


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_python_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


# --- pages ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reference:
    """A page, and the words that people found to be its article."""

    name: str
    data: bytes
    text: str


def references(folder: Path) -> Iterator[Reference]:
    """The pages with articleBody in ground_truth.jsonl, then those with an expected.html beside them."""
    truth = folder / "html_scrapinghub/ground_truth.jsonl"
    rows = truth.read_text(encoding="utf-8").splitlines() if truth.exists() else []
    for row in map(json.loads, rows):
        yield Reference(row["file"], (truth.parent / row["file"]).read_bytes(), row["articleBody"])
    for path in sorted((folder / "html_readability").glob("*/expected.html")):
        expected = lxml.html.fromstring(path.read_text(encoding="utf-8")).text_content()
        yield Reference(f"{path.parent.name}.html", path.with_name("source.html").read_bytes(), str(expected))


def speed(pages: Sequence[bytes], rounds: int) -> None:
    """Seconds a page of the door and of trafilatura."""
    if not pages:
        return
    door, theirs = interleaved(
        [lambda: [read(page, name="a.html") for page in pages], lambda: list(map(by_trafilatura, pages))],
        rounds,
        warm=1,
    )
    each = [seconds / len(pages) for seconds in door]
    print(
        f"{len(pages)} {'page' if len(pages) == 1 else 'pages'}, {rounds} rounds, A B A B: {milliseconds(each)} a page,"
        f" takes {ratio(door, theirs)} times trafilatura"
    )


def quality(pages: Sequence[Reference]) -> None:
    """Mean F1 of the three with its interval, our lead, and the worst pages with the words that are wrong."""
    if not pages:
        return
    expected = [words(page.text) for page in pages]
    found = [words(ours(page.data, page.name)) for page in pages]
    scores = {"ours": [f1(*pair) for pair in zip(found, expected, strict=True)]}
    for name, reader in (("trafilatura", by_trafilatura), ("readability-lxml", by_readability)):
        scores[name] = [f1(words(reader(page.data)), bag) for page, bag in zip(pages, expected, strict=True)]
    print(f"mean token F1 of {len(pages)} pages against their references, 95 % by {RESAMPLES} resamples")
    for name, each in scores.items():
        print(f"  {name:17} {interval(each)}")
    lead = [a - b for a, b in zip(scores["ours"], scores["trafilatura"], strict=True)]
    print(f"  {'ours − trafilatura':17} {interval(lead)}")
    order = sorted(range(len(pages)), key=lambda number: (scores["ours"][number], pages[number].name))
    print(f"the {min(WORST, len(order))} worst: F1, words missing, words too many, some of them")
    for number in order[:WORST]:
        print(f"  {pages[number].name:24} {told(found[number], expected[number])}")


def interval(scores: Sequence[float]) -> str:
    """The mean and the middle 95 % of the means of resampled pages (Efron 1979), always from the same seed."""
    chance = random.Random(SEED)
    means = sorted(statistics.fmean(chance.choices(scores, k=len(scores))) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]
    return f"{statistics.fmean(scores):.3f} ({low:.3f}–{high:.3f})"


def told(found: Counter[str], expected: Counter[str]) -> str:
    """One page's figures, with its most frequent missing and superfluous words."""
    missing, extra = expected - found, found - expected
    shown = (" ".join(word for word, _ in bag.most_common(SAMPLE)) or "none" for bag in (missing, extra))
    return "{:.3f} {:4} {:4}  missing: {}; too many: {}".format(
        f1(found, expected), missing.total(), extra.total(), *shown
    )


# --- files without a reference ----------------------------------------------------------------------------


def agreement(paths: Sequence[Path], kind: str, theirs: Callable[[bytes], str]) -> None:
    """Words in common with a library alone, file by file; there is no reference for these."""
    if not paths:
        return
    name = theirs.__name__.removeprefix("by_").replace("_", "-")
    print(
        f"{kind}: {len(paths)} files, no reference; F1 between ours and {name} alone, words of ours, of theirs"
    )
    scores = []
    for path in paths:
        data = path.read_bytes()
        own, other = (
            words(ours(data, path.name)),
            words(attempt(partial(theirs, data), f"{name}, {path.name}")),
        )
        scores.append(f1(own, other))
        print(f"  {path.name:40} {scores[-1]:.3f} {own.total():6} {other.total():6}")
    print(f"  mean {statistics.fmean(scores):.3f}; each was read or refused in a sentence, none crashed")


def attempt(reader: Callable[[], str], name: str) -> str:
    """The other library's text; whatever it raises is printed, as its answer."""
    try:
        return reader()
    except Exception as error:
        print(f"  {name}: {type(error).__name__}: {error}")
        return ""


if __name__ == "__main__":
    main(sys.argv[1:])
