"""What the tests of the seeds share: every script as data, and the scales as they are named there."""

import json
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def scripts() -> dict[str, dict[str, Any]]:
    """Every script by the stem of its document."""
    paths = sorted(SEEDS.glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="session")
def pairs(scripts: dict[str, dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every claim with its document: (document, claim)."""
    return [(document, claim) for document in scripts.values() for claim in document["claims"]]


@pytest.fixture(scope="session")
def reviews(
    pairs: list[tuple[dict[str, Any], dict[str, Any]]],
) -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Every review with its document and claim: (document, claim, review)."""
    return [(document, claim, review) for document, claim in pairs for review in claim["reviews"]]


@pytest.fixture(scope="session")
def scales() -> dict[str, list[str]]:
    """The labels of the two scales that come with the product."""
    rating = (
        "True, Mostly true, Half true, Mostly false, False, Missing context, Misleading, Unproven, Outdated"
    )
    return {
        "Rating": [*rating.split(", "), "Satire", "Opinion"],
        "Before publication": ["Correct", "Needs change", "Wrong", "Not confirmed", "Opinion"],
    }
