"""Trains the weights of the score on labelled sentences. The only place that needs scikit-learn (extra ``train``)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.text.check_worthiness import ceiling_of, logit_of
from claims.text.kinds import Frame, kind_of
from claims.text.scoring.features import signs, tokens, wording
from claims.text.scoring.weights import Models, Weights
from claims.text.signals import Signals, signals
from claims.text.words import words_for

DECIMALS = 3
LEAST_OFTEN = 5  # sentences a piece of wording must stand in
NEWEST = 8  # one eighth of the sentences, the newest debates (2016), sets the border
SPREAD = 1.5  # flattens the score, so that a page of facts is not all .9; the order and the border stay
STRENGTH = 4.0  # inverse of regularisation; 2 and 8 gave less by folds
HEADER = {
    "what": "Weights of the check-worthiness score of Factcheck, in logits."
    " Written by manage.py train_check_worthiness.",
    "trained on": "CheckThat! 2024 Task 1, English, training part (CLEF 2024 CheckThat! Lab)",
    "descends from": "ClaimBuster: A Benchmark Dataset of Check-worthy Factual Claims,"
    " by Fatma Arslan, Naeemul Hassan, Chengkai Li and Mark Tremayne (2020)",
    "source": "https://doi.org/10.5281/zenodo.3609356",
    "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "changes": "The sentences are not contained; these weights were computed from them.",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence as the score sees it."""

    seen: Signals
    tokens: list[str]
    ceiling: float
    label: int


def examples(rows: Iterable[tuple[str, int]]) -> list[Example]:
    """Look at English sentences with their labels (1: worth checking), in the order of the debates."""
    lists = words_for("en")
    found = []
    for passage, label in rows:
        seen = signals(passage, lists)
        ceiling = ceiling_of(seen, kind_of(seen, Frame())[0], Frame())
        found.append(Example(seen, tokens(passage, lists), ceiling, label))
    return found


def train(labelled: Sequence[Example]) -> Models:
    """Both models; the bias is set so that .5 is where F1 is best on the newest debates."""
    vocabulary = frozenset(_vocabulary(labelled))
    english = _calibrated(labelled, vocabulary)
    return Models(english, _calibrated(labelled, frozenset()))


def content_of(models: Models, labelled: Sequence[Example]) -> dict[str, Any]:
    """What is written to the weights file: where it comes from, how it is rounded, both models."""
    counts = {"sentences": len(labelled), "worth checking": sum(each.label for each in labelled)}
    header = {**HEADER, **counts, "decimals": DECIMALS}
    return {
        "header": header,
        "English": models.english.as_dict(),
        "any language": models.any_language.as_dict(),
    }


def written(content: Mapping[str, Any]) -> str:
    """The content as JSON, keys sorted, one a line: the same bytes for the same weights."""
    return json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _vocabulary(labelled: Sequence[Example]) -> list[str]:
    """The wording that occurs often enough. A first word that is no plain word inside sentences is a name."""
    inside = Counter(word for each in labelled for word in dict.fromkeys(each.tokens[1:]))
    known = frozenset(word for word, count in inside.items() if count >= LEAST_OFTEN)
    counts = Counter(piece for each in labelled for piece in wording(each.tokens, known))
    return sorted(piece for piece, count in counts.items() if count >= LEAST_OFTEN)


def _calibrated(labelled: Sequence[Example], vocabulary: frozenset[str]) -> Weights:
    """Weights of all examples; the border comes from the newest debates, scored by those before them."""
    newest = len(labelled) - len(labelled) // NEWEST
    before = _fitted(labelled[:newest], vocabulary)
    border = best_border([(_logit(before, each), each) for each in labelled[newest:]])
    whole = _fitted(labelled, vocabulary)
    return Weights(
        _rounded(whole.bias - border),
        {name: _rounded(weight) for name, weight in whole.signs.items()},
        {name: _rounded(weight) for name, weight in whole.wording.items()},
    )


def _rounded(weight: float) -> float:
    return round(weight / SPREAD, DECIMALS)


def _logit(model: Weights, example: Example) -> float:
    return logit_of(signs(example.seen), wording(example.tokens, model.wording), model)


def best_border(scored: Sequence[tuple[float, Example]]) -> float:
    """The logit above which F1 is best: the middle of the borders that are as good to a hundredth.

    What has a ceiling is never above.
    """
    positives = sum(example.label for _, example in scored)
    free = sorted((one for one in scored if one[1].ceiling == 1), key=lambda one: -one[0])
    right, found = 0, []
    for taken, (logit, example) in enumerate(free, start=1):
        right += example.label
        found.append((2 * right / (taken + positives), logit))
    best = max((f1 for f1, _ in found), default=0.0)
    good = [logit for f1, logit in found if f1 >= best - 0.01]
    return good[len(good) // 2] if good else 0.0


def _fitted(labelled: Sequence[Example], vocabulary: frozenset[str]) -> Weights:
    """Logistic regression; wording is scaled to length 1, so that long sentences do not outweigh short ones."""
    from scipy import sparse  # noqa: PLC0415 - comes with scikit-learn, which only training needs
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - see above

    rows = [_row(each, vocabulary) for each in labelled]
    names = sorted({name for row in rows for name in row})
    places = {name: place for place, name in enumerate(names)}
    lengths = [0]
    for row in rows:
        lengths.append(lengths[-1] + len(row))
    values = [value for row in rows for value in row.values()]
    columns = [places[name] for row in rows for name in row]
    matrix = sparse.csr_matrix((values, columns, lengths), shape=(len(rows), len(names)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-4, random_state=0)
    model.fit(matrix, [each.label for each in labelled])
    weights = {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Weights(
        float(model.intercept_[0]),
        {name: weight for (group, name), weight in weights.items() if group == "sign"},
        {name: weight for (group, name), weight in weights.items() if group == "wording"},
    )


def _row(example: Example, vocabulary: frozenset[str]) -> dict[tuple[str, str], float]:
    row = {("sign", name): value for name, value in signs(example.seen).items()}
    pieces = [piece for piece in wording(example.tokens, vocabulary) if piece in vocabulary]
    return row | {("wording", piece): len(pieces) ** -0.5 for piece in pieces}
