"""The noun phrase that says it."""

import pytest

from claims.text.attribution.sources import after_time, phrase_forward, subject


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor of Oslo said it fell.", "said", "The mayor of Oslo"),
        ("Anna Berg, the mayor, said it fell.", "said", "Anna Berg, the mayor"),
        ("The council met and said it fell.", "said", "The council"),
        ("Officials who saw it said nothing.", "said", "Officials who saw it"),
        ("She later said it fell.", "said", "She"),
        ("He declined to say whether it fell.", "say", "He"),
        ("It fell.", "fell", "It"),
    ],
)
def test_subjects(scene, text: str, verb: str, expected: str) -> None:
    found = scene(text)
    first, last = subject(found, found.low.index(verb))
    assert text[found.words[first].start : found.words[last].end].endswith(expected.split()[-1])
    assert expected.startswith(found.words[first].text) or "who" in expected


def test_the_phrase_behind_a_verb_takes_its_links_and_no_infinitive(scene) -> None:
    found = scene("said the head of the union on Monday")
    assert phrase_forward(found, 1) == (1, 5)
    found = scene("urged lawmakers to move quickly")
    assert phrase_forward(found, 1) == (1, 1)
    assert phrase_forward(scene("said, yes"), 1) is None


def test_days_and_places_of_speaking_are_passed_over(scene) -> None:
    found = scene("said Tuesday in a statement the bridge fell")
    assert found.low[after_time(found, 1)] in ("the", "bridge", "fell")
    assert after_time(found, 4) == 4
