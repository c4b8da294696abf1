"""The trained weights, read once a process from ``check_worthiness.json``. ``training.py`` makes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("check_worthiness.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """One linear model, in logits: a bias, a weight for each sign, and for each piece of wording (none: signs only)."""

    bias: float
    signs: Mapping[str, float]
    wording: Mapping[str, float] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {"bias": self.bias, "signs": dict(self.signs), "wording": dict(self.wording)}


@dataclass(frozen=True, slots=True)
class Models:
    """English has signs and wording; every other language the signs alone."""

    english: Weights
    any_language: Weights

    def of(self, language: str) -> Weights:
        """The weights for a two-letter code."""
        return self.english if language == "en" else self.any_language


def models_from(content: Mapping[str, Any]) -> Models:
    """The models in the content of a weights file."""
    return Models(Weights(**content["English"]), Weights(**content["any language"]))


@cache
def shipped() -> Models:
    """The models that come with the project."""
    return models_from(json.loads(FILE.read_text(encoding="utf-8")))
