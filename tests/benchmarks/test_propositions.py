"""How claims are matched with those that people wrote."""

import json
from pathlib import Path

import pytest

from benchmarks.propositions import (
    content,
    f1,
    granularity,
    harmonic,
    jaccard,
    main,
    matched,
    precision,
    recall,
    summed,
    tokens_of,
)


def test_content_words_are_stems_without_function_words():
    assert content("The ferries’ owner was selling them in 1990.") == content("ferry owner sells 1990")
    assert content("It is.") == frozenset()


def test_likeness():
    assert f1(content("ferry sank"), content("ferry burned")) == 0.5
    assert jaccard(frozenset({1, 2}), frozenset({2, 3})) == pytest.approx(1 / 3)
    assert (f1(frozenset(), frozenset()), jaccard(frozenset(), frozenset())) == (0.0, 0.0)


def test_each_claim_is_matched_once():
    gold = [content("The ferry sank."), content("The crew was saved.")]
    counts = matched([content("ferry sank"), content("ferry sank")], gold, f1, 0.7)
    assert (counts.found, counts.expected, counts.alike, counts.covered) == (2, 2, 1, 1)
    assert matched([], gold, f1, 0.7).likeness == 0
    rows = [counts]
    assert (harmonic(rows, "alike"), precision(rows, "alike"), recall(rows), granularity(rows)) == (
        0.5,
        0.5,
        0.5,
        1,
    )
    assert summed([counts, counts]).expected == 4


def test_tokens_lie_inside_the_spans():
    row = {"token_offsets": [[0, 3], [4, 9], [9, 10]]}
    assert tokens_of(row, [(0, 3), (4, 9)]) == {0, 1}


def test_every_collection_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = "The ferry sank, and the crew was saved."
    claims = ["The ferry sank.", "The crew was saved."]
    rows = {
        "decomp_factcheck_bench": {"text": text, "sentences": [{"claims": claims}]},
        "decomp_propsegment": {
            "text": "It sank.",
            "token_offsets": [[0, 2], [3, 7], [7, 8]],
            "responses": [{"props": [{"tokens": [0, 1, 2]}]}, {"props": []}],
        },
        "decomp_hsplit": {
            "splits": ["the ferry sank , and the crew was saved .", "the ferry sank . the crew was saved ."]
        },
    }
    for name, row in rows.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    main(["--data", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if not line.startswith(" ")][1:] == list(rows)
    ours = [line for line in lines if line.startswith("  claims")]
    assert [line.split("F1 ")[1][:5] for line in ours] == ["1.000", "1.000", "1.000"]
    main([])
    assert capsys.readouterr().out.startswith("needs --data")
