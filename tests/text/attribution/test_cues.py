"""The words that say that somebody says something."""

import pytest

from claims.text.attribution.cues import cues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said it fell.", [("said", "verb")]),
        ("It fell, Berg said, adding that it was old.", [("said", "verb"), ("adding", "participle")]),
        ("The plan was described by Berg as bold.", [("plan", "noun"), ("described", "passive")]),
        ("Berg’s claim that it fell is new.", [("claim", "noun")]),
        ("Unions demand the money.", [("demand", "verb")]),
        ("“He said it was old,” the report read.", []),
        ("The bridge fell.", []),
    ],
)
def test_cues(scene, text: str, expected: list[tuple[str, str]]) -> None:
    found = scene(text)
    got = [(found.low[cue.at], cue.form) for cue in cues(found) if cue.lemma not in ("report", "read")]
    assert got == expected
