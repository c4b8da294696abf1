"""The figures run on a small desk and say what they are compared with. No test looks at a time."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import ALL
from benchmarks.extraction import part, written
from benchmarks.figures import Ratio, interleaved, milliseconds, ratio
from benchmarks.resampling import Interval, bootstrap
from benchmarks.sentences import f1, f1_of, hits, holds, theirs, trimmed

ROOT = Path(__file__).resolve().parents[2]
RATIO = r"[0-9.]+ \([0-9.]+–[0-9.]+\)"


def printed(*arguments: str) -> list[str]:
    """The lines of one run in a process of its own, as ``make bench`` starts it."""
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_intake_is_compared_with_its_rows_alone():
    lines = printed("benchmarks.intake", "--sentences", "40", "--rounds", "2")
    assert lines[0] == "a document of 40 sentences: 80 rows of claims and passages; 2 rounds"
    assert lines[1].startswith("compared with: the same rows by bulk_create, and by executemany")
    ways = [line.split(":")[0].strip() for line in lines[2:6]]
    assert ways == ["everything", "extract", "bulk_create", "executemany"]
    assert re.fullmatch(
        f"  everything takes {RATIO} times extraction, {RATIO} times bulk_create, {RATIO} times executemany",
        lines[6],
    )
    assert re.fullmatch(r"  memory: peak \d+ MB allocated by Python in one run, traced apart", lines[7])


def test_extraction_is_compared_with_sentencex():
    lines = printed("benchmarks.extraction", "--megabytes", "0.01", "--rounds", "2")
    assert lines[0].startswith("compared with: sentencex, which knows sentences only")
    assert [line.split(":")[0].strip() for line in lines[2:5]] == ["sentences", "claims", "sentencex"]


def test_what_a_part_prints_is_shown_and_kept(capsys: pytest.CaptureFixture[str]):
    words, code = part("kinds")
    assert code == 0
    assert words.startswith("kinds\n")
    assert len(words.splitlines()) > 3
    assert capsys.readouterr().out == "\n" + words
    assert part("growth", "--no-such-option")[1] == 2


def test_figures_are_written_between_the_marks(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n", encoding="utf-8")
    written(page, ["one\n", "two \\1\n"])
    block = "```text\none\n\ntwo \\1\n```\n"
    marked = f"<!-- figures -->\n{block}<!-- end of figures -->"
    assert page.read_text(encoding="utf-8") == f"before\n{marked}\nafter\n"
    page.write_text("nothing", encoding="utf-8")
    with pytest.raises(SystemExit, match="has no place"):
        written(page, [])


def test_sentences_are_compared_with_sentencex_by_treebank_and_by_rule(tmp_path: Path):
    row = {"lang": "fr", "text": "Il pleut. Il neige.", "sents": [[0, 9], [10, 19]]}
    rule = {"text": "Mr. Ode left. He ran.", "sentences": ["Mr. Ode left.", "He ran."]}
    for folder, name, content in (("seg_ud", "fr_own.test", row), ("seg_golden_rules", "english", rule)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.jsonl").write_text(json.dumps(content) + "\n", encoding="utf-8")
    lines = printed("benchmarks.sentences", "--megabytes", "0.01", "--rounds", "2", "--data", str(tmp_path))
    assert lines[0].startswith("compared with: sentencex, which knows sentences only")
    assert [line.split(":")[0].strip() for line in lines[2:4]] == ["sentences", "sentencex"]
    assert lines[-5].startswith("  fr_own.test  1.000 (1.000–1.000); 1.000, 0.000; 1.000;")
    assert lines[-3:] == [
        "  mean of 1 that are not English: 1.000; sentencex 1.000",
        "golden rules that hold: ours, sentencex, of",
        "  english          1   1    1",
    ]


def test_intervals_are_the_same_each_time():
    def mean(values):
        return sum(values) / len(values)

    assert bootstrap([1, 1, 1], mean) == Interval(1.0, 1.0, 1.0)
    assert bootstrap([0, 1, 0, 1], mean) == bootstrap([0, 1, 0, 1], mean)
    assert (str(Interval(0.5, 0.25, 0.75)), Interval(0.5, -0.25, 0.75).signed()) == (
        "0.500 (0.250–0.750)",
        "+0.500 (-0.250 to +0.750)",
    )


def test_a_rule_holds_when_all_its_sentences_are_found():
    rule = {"text": " One went.  Two came.", "sentences": ["One went. ", "Two came."]}
    assert (holds(rule, "en", theirs), holds(rule, "en", lambda text, language: [(0, 21)])) == (True, False)


def test_f1_of_documents_is_that_of_their_sums():
    pairs = [((1, 1, 2), (0, 1, 1)), ((1, 1, 1), (1, 1, 1))]
    assert (f1_of(pairs, 0), f1_of(pairs, 1)) == (0.8, 0.5)


def test_wrong_names_are_told_what_there_is():
    command = [sys.executable, "-m", "benchmarks", "speed"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == list(ALL)


def test_every_figure_is_explained():
    told = "".join(
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("benchmarks.md", "performance.md")
    )
    assert [name for name in ALL if f"benchmarks.{name}" not in told] == []


def test_ratios_compare_neighbours_in_time():
    assert ratio([2.0, 6.0, 8.0], [1.0, 2.0, 1.0]) == Ratio(3.0, 2.0, 8.0)
    assert str(Ratio(3.0, 2.0, 8.0)) == "3.00 (2.00–8.00)"
    assert milliseconds([0.1, 0.003, 0.002]) == "3.0 ms"


def test_actions_take_turns():
    seen: list[str] = []
    taken = interleaved([lambda: seen.append("A"), lambda: seen.append("B")], rounds=2, warm=1)
    assert ("".join(seen), [len(each) for each in taken]) == ("ABABAB", [2, 2])


@pytest.mark.parametrize(
    ("text", "spans", "found"), [(" a  b ", [(0, 4), (4, 6)], [(1, 2), (4, 5)]), (" ", [(0, 1)], [])]
)
def test_blanks_do_not_count(text: str, spans: list[tuple[int, int]], found: list[tuple[int, int]]):
    assert trimmed(text, spans) == found


def test_f1_counts_exact_spans():
    row = {"lang": "en", "text": "One went. Two came.", "sents": [[0, 9], [10, 19]]}
    assert hits([row], theirs) == (2, 2, 2)
    assert hits([row], lambda text, language: [(0, 9), (10, 18)]) == (1, 2, 2)
    assert (f1(1, 2, 2), f1(0, 0, 0)) == (0.5, 0.0)
