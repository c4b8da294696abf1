"""How much a claim is worth checking: a score from 0 to 1 for ranking, and what moved it.

A linear model with trained weights (``scoring/``) over signs and, in English, wording; then a ceiling for each kind, so
that what cannot be checked yet (predictions) or at all (opinions) ranks below what can. At .5 lies the border of the
sentences that the annotators called worth checking.
"""

import math
from collections.abc import Mapping, Sequence

from claims.text.kinds import Frame
from claims.text.scoring.features import readable, signs, tokens, wording
from claims.text.scoring.weights import Models, Weights, shipped
from claims.text.signals import Signals
from claims.text.words import Words
from claims.vocabulary import Kind

CEILINGS = {
    Kind.PREDICTION: 0.45,
    Kind.OPINION: 0.35,
    Kind.OTHER: 0.2,
}
PAGE_FURNITURE = 0.1
SHOWN = 9
START, REST, CEILING = "starting point", "all else", "ceiling"


def check_worthiness(
    passage: str, seen: Signals, kind: Kind, frame: Frame, lists: Words, models: Models | None = None
) -> tuple[float, dict[str, float]]:
    """The score of a passage, rounded to three decimals, and the strongest shares of it, twelve at most.

    Shares are in logits and add up to that of the score before the ceiling; “ceiling” is the factor of the kind.
    ``models`` are those that ship if none are given.
    """
    weights = (models or shipped()).of(lists.code)
    pieces = wording(tokens(passage, lists), weights.wording) if weights.wording else []
    shares = _shares(signs(seen), pieces, weights)
    ceiling = ceiling_of(seen, kind, frame)
    logit = math.fsum([weights.bias, *shares.values()])
    shown = _shown(shares, weights.bias)
    if ceiling < 1:
        shown[CEILING] = ceiling
    return round(ceiling * _probability(logit), 3), shown


def ceiling_of(seen: Signals, kind: Kind, frame: Frame) -> float:
    """The most that the score can be. Who speaks for themselves (“we”, “you”) is judged by the weights alone."""
    if frame.heading or frame.byline or frame.timing:
        return PAGE_FURNITURE
    spoken = kind in (Kind.PREDICTION, Kind.OPINION) or seen.request
    if spoken and seen.first_person:
        return 1.0
    return CEILINGS.get(kind, 1.0)


def logit_of(found: Mapping[str, float], pieces: Sequence[str], weights: Weights) -> float:
    """The score before the ceiling, in logits."""
    return math.fsum([weights.bias, *_shares(found, pieces, weights).values()])


def _shares(found: Mapping[str, float], pieces: Sequence[str], weights: Weights) -> dict[str, float]:
    """What each sign and each known piece of wording adds."""
    shares = {name: weights.signs[name] * value for name, value in found.items() if name in weights.signs}
    known = [piece for piece in pieces if piece in weights.wording]
    for piece in known:
        shares[readable(piece)] = weights.wording[piece] / math.sqrt(len(known))
    return shares


def _shown(shares: Mapping[str, float], bias: float) -> dict[str, float]:
    """The strongest shares first, then the starting point and the sum of the others."""
    ranked = sorted(shares, key=lambda name: (-abs(shares[name]), name))
    shown = {name: round(shares[name], 3) for name in ranked[:SHOWN] if round(shares[name], 3)}
    shown[START] = round(bias, 3)
    rest = round(math.fsum(shares[name] for name in ranked[SHOWN:]), 3)
    return shown | ({REST: rest} if rest else {})


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit > -700 else 0.0
