"""How these tests read a sentence: as parts, as a statement, as the claims it is split into."""

from collections.abc import Callable

import pytest

from claims.text.propositions import propositions
from claims.text.propositions.parts import Part
from claims.text.propositions.reading import parts_of
from claims.text.propositions.statement import Statement
from claims.text.propositions.wording import sentence, worded
from claims.text.quotations import quotations
from claims.text.words import words_for


@pytest.fixture
def parts() -> Callable[[str], list[Part]]:
    return lambda text: parts_of(text, (0, len(text)), quotations(text, 0, len(text)))


@pytest.fixture
def statement(parts: Callable[[str], list[Part]]) -> Callable[[str], Statement]:
    return lambda text: Statement(tuple(parts(text)))


@pytest.fixture
def by_rule(statement: Callable[[str], Statement]) -> Callable[..., list[str]]:
    """What one rule makes of a text, each as a sentence."""
    return lambda rule, text: [sentence(worded(text, each.parts, ())) for each in rule(statement(text))]


@pytest.fixture
def claims() -> Callable[..., list[str]]:
    """All claims of one sentence."""

    def read(text: str, language: str = "en") -> list[str]:
        found = propositions(text, (0, len(text)), quotations(text, 0, len(text)), words_for(language))
        for each in found:
            assert all(start < end for start, end in each.spans)
            assert list(each.spans) == sorted(each.spans)
        return [each.text for each in found]

    return read
