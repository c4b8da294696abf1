"""What the machine proposes for each seed document, one short row a claim. Run as a module it writes expected/*.json.

``python -m tests.seeds.expected_claims``, then read the difference: it is what a change of the extractor does.
"""

import json
from pathlib import Path

from claims.text import Extraction, Reading, extract, read

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = Path(__file__).parent / "expected"
STEMS = sorted(path.stem for path in SEEDS.glob("*.json"))
Row = tuple[int, int, str, str]


def extracted(stem: str) -> tuple[Reading, Extraction]:
    """A seed document as it is read, and its claims in the language that its script names."""
    (source,) = (path for path in SEEDS.glob(f"{stem}.*") if path.suffix != ".json")
    script = json.loads((SEEDS / f"{stem}.json").read_text(encoding="utf-8"))
    reading = read(source.read_bytes(), name=source.name)
    return reading, extract(reading.text, script["language"])


def rows(stem: str) -> list[Row]:
    """Start, end, kind and speaker of every proposal, in reading order."""
    return [
        (found.start, found.end, str(found.kind), found.speaker) for found in extracted(stem)[1].candidates
    ]


def written(proposals: list[Row]) -> str:
    """The rows as JSON with a line for each, so that a difference is read line by line."""
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in proposals) + "\n]\n"


if __name__ == "__main__":
    for each in STEMS:
        (EXPECTED / f"{each}.json").write_text(written(rows(each)), encoding="utf-8")
