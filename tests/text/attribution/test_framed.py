"""Sayings without a verb of speech."""

import pytest

from claims.text.attribution.framed import according, by_colon, by_views


def pieces(found, sayings) -> list[str]:
    return [
        " ".join(word.text for word in found.words[first : last + 1])
        for each in sayings
        for first, last in each.contents
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell, according to Berg.", ["It fell"]),
        ("According to Berg, it fell.", ["it fell"]),
        ("It ran according to plan.", []),
    ],
)
def test_according(scene, text: str, expected: list[str]) -> None:
    found = scene(text)
    assert pieces(found, according(found)) == expected


def test_views(scene) -> None:
    found = scene("In Berg’s view, it must fall.")
    assert pieces(found, by_views(found)) == ["it must fall"]
    assert by_views(scene("In my view, it must fall.")) == []


def test_a_colon_before_speech(scene) -> None:
    found = scene("The mayor was blunt: “We ran out of road.”")
    (saying,) = by_colon(found, [])
    assert (saying.source, found.low[saying.cue[0]]) == ((0, 1), "was")
    assert by_colon(scene("The reason was simple: rain."), []) == []
