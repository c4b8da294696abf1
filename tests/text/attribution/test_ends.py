"""Where what is said ends."""

import pytest

from claims.text.attribution.contents import start
from claims.text.attribution.cues import cues
from claims.text.attribution.ends import end, stops


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said it fell on Monday.", "Monday"),
        ("Berg said it fell, adding that it was old.", "fell"),
        ("Berg said it fell, and the council said it stood.", "fell"),
        ("Berg, who says it fell, has left.", "fell"),
        ("While Berg said it fell, nobody came.", "fell"),
        ("Berg’s claim that the bridge had fallen drew laughter.", "fallen"),
    ],
)
def test_ends(scene, text: str, expected: str) -> None:
    found = scene(text)
    every = cues(found)
    cue = every[0]
    assert found.words[end(found, cue, start(found, cue), stops(found, every))].text == expected
