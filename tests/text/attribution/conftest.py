"""A sentence as the rules see it."""

from collections.abc import Callable

import pytest

from claims.text.attribution.scenes import Scene, is_speech
from claims.text.quotations import quotations
from claims.text.words import words_for


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """The scene of one sentence."""

    def made(text: str, language: str = "en") -> Scene:
        speech = tuple(each for each in quotations(text, 0, len(text)) if is_speech(text, each))
        return Scene(text, (0, len(text)), words_for(language), speech)

    return made
