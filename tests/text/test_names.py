"""Full names and the short mentions that stand for them."""

import pytest

from claims.text.names import name_book
from claims.text.words import words_for

TEXT = "Mayor Tom Aldis met Ilse Brandt’s brother. Later Aldis left. Then Ivo Brandt came. Brandt slept."


@pytest.mark.parametrize(
    ("mention", "at", "full"),
    [
        ("Aldis", "Aldis left", "Mayor Tom Aldis"),
        ("Tom Aldis", "Aldis left", "Mayor Tom Aldis"),
        ("Mr. Aldis", "Aldis left", "Mayor Tom Aldis"),
        ("Brandt", "Then", "Ilse Brandt"),
        ("Brandt", "Brandt slept", "Ivo Brandt"),
        ("Aldis", "Mayor", "Aldis"),
        ("Ode", "Then", "Ode"),
    ],
)
def test_the_last_full_name_before_counts(mention: str, at: str, full: str) -> None:
    book = name_book(TEXT, words_for("en"))
    assert book.full(mention, TEXT.index(at)) == full
