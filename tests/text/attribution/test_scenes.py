"""Words, tags and speech of one sentence."""

import pytest

from claims.text.attribution.scenes import is_speech, is_title
from claims.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("He said “we will build it.”", True),
        ("The “super bridge” fell.", False),
        ("“The Long Way to the Capitol,” a book, sells.", False),
        ("“Yes.”", True),
    ],
)
def test_speech_is_no_name_and_no_title(text: str, speech: bool) -> None:
    (quotation,) = quotations(text, 0, len(text))
    assert is_speech(text, quotation) == speech


def test_a_sentence_in_capitals_is_no_title_when_it_ends() -> None:
    assert [
        is_title(words) for words in ("Safe Streets, Calm Minds,", "We Will Win Again.", "Safe streets")
    ] == [
        True,
        False,
        False,
    ]


def test_what_stands_in_speech_is_known(scene) -> None:
    found = scene("“It is very old,” Berg said.")
    assert [word.text for word, quoted in zip(found.words, found.quoted, strict=True) if not quoted] == [
        "Berg",
        "said",
        ".",
    ]
    assert found.after_quotation(found.low.index("berg"))
    assert found.quotation_from(0)
    assert found.finite(found.low.index("said"))
    assert not found.finite(found.low.index("is"))


def test_the_health_organisation_is_no_pronoun(scene) -> None:
    assert scene("WHO says it is safe.").low[:2] == ["WHO", "says"]
