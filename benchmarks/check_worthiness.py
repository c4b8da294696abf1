"""Check-worthiness against TF-IDF with logistic regression and against rules without training: how right, how fast.

The data stays where it is and is no part of the project. The newest eighth of the training sentences (three
debates of 2016) is kept back for the first figures, for which the score is trained anew without it, border and all.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.pipeline import Pipeline, make_pipeline

from benchmarks.resampling import bootstrap
from benchmarks.sentences import repeated
from benchmarks.untrained import untrained
from claims.management.commands.train_check_worthiness import rows_of
from claims.text import segment
from claims.text.check_worthiness import check_worthiness
from claims.text.kinds import Frame, kind_of
from claims.text.scoring.training import NEWEST, examples, train
from claims.text.scoring.weights import Models, shipped
from claims.text.signals import signals
from claims.text.words import words_for

CT24 = "cw_ct24_english"
DEBATES = {
    "CLEF-2019 debates": "cw_clef2019_debates/train.jsonl",
    "CLEF-2020 debates": "cw_clef2020_debates/train_noleak.jsonl",
}
POSTS = ("cw_clef2020_tweets/train.jsonl", "cw_clef2020_tweets/dev.jsonl")
MOSTLY = 0.2  # a debate with so many of its sentences among the training ones is one of theirs
ENGLISH = words_for("en")
Scorer = Callable[[Sequence[str]], list[float]]
Row = tuple[int, float, float, float]  # label, ours, TF-IDF, rules


def main(arguments: list[str] | None = None) -> None:
    """Print speed, and with ``--data`` what is right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check_worthiness", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"a folder with {CT24}, cw_clef2019_debates, …")
    parser.add_argument("--quick", action="store_true", help="0.1 MB")
    parser.add_argument("--worst", type=int, default=0, help="also list so many of the worst kept-back cases")
    given = parser.parse_args(arguments)
    speed(0.1 if given.quick else 0.5)
    if given.data:
        quality(given.data, given.worst)


def speed(megabytes: float) -> None:
    """Sentences a second through signals, kind and score, in English."""
    texts, _ = repeated(megabytes)
    sentences = [
        text[start:end] for text, code in texts if code == "en" for start, end in segment(text, code)
    ]
    ours(shipped())(sentences[:50])
    taken = statistics.median(cpu_seconds(lambda: ours(shipped())(sentences)) for _ in range(3))
    rules = statistics.median(cpu_seconds(lambda: untrained(sentences)) for _ in range(3))
    print(f"signals, kind and score: {len(sentences) / taken:,.0f} sentences a second of processor time,")
    print(f"{taken / rules:.2f} times what signals, kind and rules without training take")


def cpu_seconds(action: Callable[[], object]) -> float:
    """Processor seconds of one call: other work on the machine does not count."""
    start = time.process_time()
    action()
    return time.process_time() - start


def ours(models: Models) -> Scorer:
    """The project's score with these weights; each text one English sentence."""

    def scores(texts: Sequence[str]) -> list[float]:
        found = []
        for text in texts:
            seen = signals(text, ENGLISH)
            kind = kind_of(seen, Frame())[0]
            found.append(check_worthiness(text, seen, kind, Frame(), ENGLISH, models)[0])
        return found

    return scores


def peer(rows: Sequence[tuple[str, int]]) -> Scorer:
    """TF-IDF of words and pairs with logistic regression, as scikit-learn gives them."""
    model: Pipeline = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=4, solver="liblinear", random_state=0),
    )
    model.fit([text for text, _ in rows], [label for _, label in rows])
    return lambda texts: [float(each) for each in model.predict_proba(list(texts))[:, 1]]


def quality(folder: Path, worst: int) -> None:
    """All figures, each beside its two peers."""
    rows = rows_of(folder)
    newest = len(rows) - len(rows) // NEWEST
    before, kept = rows[:newest], rows[newest:]
    print("ours; TF-IDF with logistic regression; rules without training; ours − TF-IDF (95 of 100 draws)")
    scorers = (ours(train(examples(before))), peer(before), untrained)
    found = scored(kept, scorers)
    print(f"kept-back debates of 2016, {len(kept):,} sentences, all trained on {len(before):,}")
    flat(found)
    if worst:
        list_worst(kept, found, worst)
    scorers = (ours(shipped()), peer(rows), untrained)
    dev = labelled(folder / CT24 / "dev.jsonl")
    print(f"CheckThat! 2024 dev, {len(dev):,} sentences (many are nearly training sentences: no guide)")
    flat(scored(dev, scorers))
    known = {text for text, _ in rows}
    for name, path in DEBATES.items():
        debates(name, folder / path, scorers, known)
    posts = [row for path in POSTS for row in labelled(folder / path)]
    print(f"CLEF-2020 posts, {len(posts):,}")
    flat(scored(posts, scorers))


def labelled(path: Path) -> list[tuple[str, int]]:
    """Texts with their labels from a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(row["text"], row["label"]) for row in (json.loads(line) for line in lines if line.strip())]


def scored(rows: Sequence[tuple[str, int]], scorers: Sequence[Scorer]) -> list[Row]:
    """Label and the three scores of each text."""
    columns = [scorer([text for text, _ in rows]) for scorer in scorers]
    return list(zip([label for _, label in rows], *columns, strict=True))


def precision(rows: Sequence[Row], side: int) -> float:
    """Average precision of one of the scores."""
    return float(average_precision_score([row[0] for row in rows], [row[side] for row in rows]))


def f1(rows: Sequence[Row], side: int) -> float:
    """F1 where a score of .5 is the border."""
    return float(f1_score([row[0] for row in rows], [row[side] >= 0.5 for row in rows], zero_division=0))


def flat(rows: Sequence[Row]) -> None:
    """Average precision and F1 at .5 over all rows together."""
    for name, figure in (("AP", precision), ("F1 at .5", f1)):
        three = "; ".join(
            str(bootstrap(rows, lambda drawn, at=at, figure=figure: figure(drawn, at))) for at in (1, 2, 3)
        )
        gain = bootstrap(rows, lambda drawn, figure=figure: figure(drawn, 1) - figure(drawn, 2))
        print(f"  {name:8} {three}; {gain.signed()}")


def debates(name: str, path: Path, scorers: Sequence[Scorer], known: set[str]) -> None:
    """Mean average precision over debates; then without those that the training sentences come from."""
    documents: dict[str, list[tuple[str, int]]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            documents.setdefault(row["doc"], []).append((row["text"], row["label"]))
    parts = [
        (scored(rows, scorers), sum(text in known for text, _ in rows) / len(rows))
        for rows in documents.values()
    ]
    means(f"{name}, {len(parts)}", [rows for rows, _ in parts])
    others = [rows for rows, share in parts if share < MOSTLY]
    if others:
        means(f"  without debates that were trained on, {len(others)}", others)


def means(name: str, parts: Sequence[Sequence[Row]]) -> None:
    """One line: the mean over debates of each score's average precision."""
    each = [tuple(precision(rows, side) for side in (1, 2, 3)) for rows in parts]
    three = "; ".join(
        str(bootstrap(each, lambda drawn, at=at: statistics.mean(one[at] for one in drawn)))
        for at in range(3)
    )
    gain = bootstrap(each, lambda drawn: statistics.mean(one[0] - one[1] for one in drawn))
    print(f"{name}: MAP {three}; {gain.signed()}")


def list_worst(rows: Sequence[tuple[str, int]], found: Sequence[Row], most: int) -> None:
    """The cases farthest from their label: half of them ranked too low, half too high."""
    pairs = list(zip(rows, found, strict=True))
    low = sorted((one for one in pairs if one[1][0] == 1), key=lambda one: one[1][1])[: most // 2]
    high = sorted((one for one in pairs if one[1][0] == 0), key=lambda one: -one[1][1])[: most - most // 2]
    for (text, label), row in [*low, *high]:
        print(f"    {label} {row[1]:.3f} {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
