"""Source, cue and content of English sentences."""

import pytest

from claims.text.attribution.english import sayings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will build it,” Berg said.", [("Berg", "said")]),
        ("“We will build it,” said Berg, the mayor.", [("Berg", "said")]),
        ("It fell, says Berg.", [("Berg", "says")]),
        ("Most people believe it fell, according to a poll.", [("a poll", "according to")]),
        ("He was told that it fell.", [(None, "told")]),
        ("I think it fell.", []),
        ("Berg’s promise to mend it was kept.", [("Berg’s", "promise")]),
        ("The man, wiping tears, left.", []),
    ],
)
def test_sayings(scene, text: str, expected: list[tuple[str | None, str]]) -> None:
    found = scene(text)

    def words(place) -> str | None:
        return " ".join(word.text for word in found.words[place[0] : place[1] + 1]) if place else None

    assert [(words(each.source), words(each.cue)) for each in sayings(found)] == expected
