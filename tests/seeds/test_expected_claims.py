"""The machine's proposals for the seed documents, compared exactly with expected/*.json. No Django here."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.seeds.expected_claims import EXPECTED, SEEDS, STEMS, extracted, rows, written

Scripts = dict[str, dict[str, Any]]
REPORTED = (
    "officials announced plans",
    "The plan became public",
    "Colonel Jorun Maddik, confirmed",
    "‘In all likelihood",
    "Keldmark has kept two regiments",
    "The ‘Sentry-4’, built",
    "The announcement follows",
    "Western officials",
    "Keldmark spent",
    "The opposition deputy",
    "The ministry rejected",
)
SPECULATION_AND_OPINION = (
    "Its arrival would mark",
    "analysts suggesting",
    "The regiment could bring",
    "Keldmark may assume",
    "The timing is no coincidence.",
    "Diplomats are expected",
    "As the outlines",
    "The stakes",
    "the coming weeks",
)


def scores(openings: tuple[str, ...]) -> list[float]:
    """The check-worthiness of the radar article's claims that open with these words, of each at least one."""
    candidates = extracted("radar-regiment")[1].candidates
    found = [[one for one in candidates if one.quote.startswith(opening)] for opening in openings]
    assert [opening for opening, ones in zip(openings, found, strict=True) if not ones] == []
    return [one.check_worthiness for ones in found for one in ones]


def test_each_document_has_its_expected_claims() -> None:
    assert sorted(path.name for path in EXPECTED.iterdir()) == [f"{stem}.json" for stem in STEMS]


@pytest.mark.parametrize("stem", STEMS)
def test_proposals_are_the_expected_ones(stem: str) -> None:
    found = [list(row) for row in rows(stem)]
    assert found == json.loads((EXPECTED / f"{stem}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", STEMS)
def test_expected_claims_are_written_by_the_module(stem: str) -> None:
    assert (EXPECTED / f"{stem}.json").read_text(encoding="utf-8") == written(rows(stem))


@pytest.mark.parametrize("stem", STEMS)
def test_every_quote_is_its_passage(stem: str) -> None:
    reading, extraction = extracted(stem)
    assert [reading.text[one.start : one.end] for one in extraction.candidates] == [
        one.quote for one in extraction.candidates
    ]


def test_reported_facts_rank_above_speculation_and_opinion() -> None:
    assert min(scores(REPORTED)) > max(scores(SPECULATION_AND_OPINION))


def test_proposals_are_the_same_under_any_hash_seed() -> None:
    code = (
        "import json; from tests.seeds.expected_claims import STEMS, extracted;"
        " print(json.dumps([extracted(stem)[1].as_dict(id=stem) for stem in STEMS]))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=SEEDS.parent,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    ]
    assert printed[0] == printed[1]
    assert [each["id"] for each in json.loads(printed[0])] == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_scripts_name_passages_of_the_machine(stem: str, scripts: Scripts) -> None:
    quotes = {one.quote for one in extracted(stem)[1].candidates}
    own = [claim["quote"] for claim in scripts[stem]["claims"] if claim["quote"] not in quotes]
    assert own == {"flood-post": ["nobody at the board has answered my e-mails."]}.get(stem, [])


def test_the_radar_script_names_every_passage_once(scripts: Scripts) -> None:
    named = [claim["quote"] for claim in scripts["radar-regiment"]["claims"]]
    assert named == [one.quote for one in extracted("radar-regiment")[1].candidates]
