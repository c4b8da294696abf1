"""How limits are told to people."""

import pytest

from claims.outside import amounts


@pytest.mark.parametrize(
    ("amount", "words"), [(1, "1 second"), (30, "30 seconds"), (0.5, "0.5 seconds"), (1200, "1,200 seconds")]
)
def test_seconds(amount: float, words: str):
    assert amounts.seconds(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1_000_000_000, "1,000 MB"),
        (60_000_000, "60 MB"),
        (1_500_000, "1.5 MB"),
        (2_500, "2.5 kB"),
        (999_000, "999 kB"),
    ],
)
def test_size(amount: int, words: str):
    assert amounts.size(amount) == words
