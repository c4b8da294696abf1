"""How much a claim is worth checking: a score from 0 to 1 for ranking, and what moved it.

A logistic score over counted signs (weights set by hand; a trained model may take their place), then scaled
by a ceiling for each kind, so that what cannot be checked yet (predictions) or at all (opinions) ranks below what can.
"""

import math

from claims.text.kinds import Frame
from claims.text.signals import Signals
from claims.vocabulary import Kind

BIAS = 0.1
WEIGHTS = {
    "figure": 1.2,
    "number": 0.25,
    "date": 0.35,
    "comparison": 0.35,
    "name": 0.2,
    "named speaker": 0.3,
    "event": 0.3,
    "quotation": -0.1,
    "definition": -0.2,
    "hedge": -0.25,
    "evaluative word": -0.12,
    "reported opinion": -0.5,
    "first person": -0.35,
    "short": -1.2,
}
CEILINGS = {
    Kind.PREDICTION: 0.45,
    Kind.OPINION: 0.35,
    Kind.OTHER: 0.2,
}
MOST = 3
FEW_WORDS = 5


def check_worthiness(
    seen: Signals, kind: Kind, frame: Frame, *, speaker: str
) -> tuple[float, dict[str, float]]:
    """The score, rounded to three decimals, and each feature's share of it in the order of ``WEIGHTS``.

    Shares are in logits, but for “ceiling”, which is the factor of the kind.
    """
    counts = {
        "figure": float(bool(seen.figure)),
        "number": float(min(seen.numbers, MOST)),
        "date": float(bool(seen.date)),
        "comparison": float(bool(seen.comparison)),
        "name": float(min(seen.names, MOST)),
        "named speaker": float(speaker[:1].isupper()),
        "event": float(kind == Kind.EVENT),
        "quotation": float(frame.quoted),
        "definition": float(kind == Kind.DEFINITION),
        "hedge": float(min(seen.weak_hedges + (frame.quoted and bool(seen.strong_hedge)), MOST)),
        "evaluative word": float(min(seen.evaluative, MOST)),
        "reported opinion": float(bool(frame.reported and seen.opinion)),
        "first person": float(min(seen.first_person, MOST)),
        "short": float(seen.words < FEW_WORDS),
    }
    shares = {name: round(WEIGHTS[name] * count, 3) for name, count in counts.items() if count}
    ceiling = 0.1 if frame.heading or frame.byline else CEILINGS.get(kind, 1.0)
    if ceiling < 1:
        shares["ceiling"] = ceiling
    logit = BIAS + math.fsum(share for name, share in shares.items() if name != "ceiling")
    return round(ceiling / (1 + math.exp(-logit)), 3), shares
