"""The score as it was before there were trained weights: signs weighed by hand. Kept as a peer to measure against."""

import math
from collections.abc import Sequence

from claims.text.check_worthiness import CEILINGS
from claims.text.kinds import Frame, kind_of
from claims.text.scoring.features import signs
from claims.text.signals import signals
from claims.text.words import words_for

BIAS = 0.1
WEIGHTS = {
    "figure": 1.2,
    "number": 0.25,
    "date": 0.35,
    "comparison": 0.35,
    "name": 0.2,
    "definition": -0.2,
    "weak hedge": -0.25,
    "evaluative word": -0.12,
    "first person": -0.35,
    "few words": -1.2,
}


def untrained(texts: Sequence[str]) -> list[float]:
    """A score from 0 to 1 for each text, one English sentence each."""
    lists = words_for("en")
    found = []
    for text in texts:
        seen = signals(text, lists)
        kind = kind_of(seen, Frame())[0]
        shares = (WEIGHTS.get(name, 0.0) * value for name, value in signs(seen).items())
        found.append(CEILINGS.get(kind, 1.0) / (1 + math.exp(-BIAS - math.fsum(shares))))
    return found
