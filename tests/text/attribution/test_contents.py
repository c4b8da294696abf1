"""Where what is said begins."""

import pytest

from claims.text import extract
from claims.text.attribution.contents import start
from claims.text.attribution.cues import cues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said Monday that it fell.", "that"),
        ("Berg said the bridge fell.", "the"),
        ("Berg told reporters the bridge fell.", "the"),
        ("Berg asked whether it fell.", "whether"),
        ("Berg promised to mend it.", "to"),
        ("Berg urged voters to stay home.", "voters"),
        ("Berg accused the mayor of lying.", "the"),
        ("Berg described it as old.", "it"),
        ("Berg called the bridge a disgrace.", "the"),
        ("Berg warned of floods.", "of"),
        ("Berg denied the charge.", "the"),
        ("Berg said: “We will mend it.”", "“"),
        ("Berg said goodbye.", None),
        ("The team claimed its third title.", None),
        ("Berg told the time.", None),
    ],
)
def test_starts(scene, text: str, expected: str | None) -> None:
    found = scene(text)
    cue = next(each for each in cues(found) if each.form == "verb")
    first = start(found, cue)
    assert (found.low[first] if first is not None else None) == expected


def test_a_question_that_breaks_off_is_no_content() -> None:
    assert extract("Berg asked whether", "en").attributions == ()
