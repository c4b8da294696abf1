"""The file that ships: what it says of itself, and that nothing in it is a name or a sentence."""

import json
from typing import Any

import pytest

from claims.text.scoring.training import DECIMALS, written
from claims.text.scoring.weights import FILE, Weights, models_from, shipped


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def test_the_file_names_its_source_and_licence(content: dict[str, Any]) -> None:
    header = content["header"]
    assert header["source"] == "https://doi.org/10.5281/zenodo.3609356"
    assert header["licence"] == "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
    assert header["trained on"].startswith("CheckThat! 2024")
    assert "ClaimBuster" in header["descends from"]
    assert "Arslan" in header["descends from"]
    assert (header["sentences"], header["worth checking"]) == (22450, 5403)


def test_the_file_is_small_and_written_by_the_command(content: dict[str, Any]) -> None:
    assert FILE.stat().st_size <= 1_000_000
    assert FILE.read_text(encoding="utf-8") == written(content)


def test_every_weight_is_rounded(content: dict[str, Any]) -> None:
    assert content["header"]["decimals"] == DECIMALS
    for name in ("English", "any language"):
        weights = [*content[name]["signs"].values(), *content[name]["wording"].values()]
        assert weights == [round(weight, DECIMALS) for weight in weights]


def test_names_have_no_weight(content: dict[str, Any]) -> None:
    wording = content["English"]["wording"]
    assert "[name]" in wording
    assert [name for name in ("reagan", "obama", "nixon", "clinton", "romney") if name in wording] == []


def test_only_english_has_wording() -> None:
    models = shipped()
    assert models.of("en") is models.english
    assert models.of("de") is models.of("") is models.any_language
    assert dict(models.any_language.wording) == {}
    assert set(models.english.signs) == set(models.any_language.signs)


def test_models_come_back_as_they_were_written() -> None:
    weights = Weights(0.5, {"figure": 1.0}, {"million": 0.25})
    models = models_from({"English": weights.as_dict(), "any language": Weights(0.0, {}).as_dict()})
    assert models.english == weights


def test_the_file_is_read_once() -> None:
    assert shipped() is shipped()
