"""“It” that stands for nothing."""

import pytest

from claims.text.references.empty import stands_for_nothing
from claims.text.references.tokens import tokens


def empty(text: str) -> bool:
    found = tokens(text, 0, len(text))
    return stands_for_nothing(found, next(at for at, each in enumerate(found) if each.low == "it"))


@pytest.mark.parametrize(
    "text",
    [
        "It rained for a week.",
        "It had nearly stopped raining.",
        "It seems that nobody came.",
        "It is clear that the harvest is lost.",
        "It is rare to see one.",
        "It is not known how long this lasts.",
        "It was Marsh who called.",
        "It took eleven weeks to paint the arches.",
        "It is hard for them to swim.",
        "It is like pouring water into a sieve.",
        "It may come as a shock that she won.",
        "Is it true?",
    ],
)
def test_nothing_is_meant(text: str) -> None:
    assert empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was opened in 1932.",
        "It is said to be the oldest.",
        "It took part in the race.",
        "It was built to last.",
        "It is a steel bridge.",
        "It is open to all guests.",
        "It is famous for its bells.",
        "The crew repaired it quickly.",
    ],
)
def test_something_is_meant(text: str) -> None:
    assert not empty(text)
