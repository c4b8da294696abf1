"""What a reader gives back."""

import pytest

from claims.text.readers.reading import Reading, Unreadable


def test_a_reading_says_nothing_it_was_not_told() -> None:
    reading = Reading("One.")
    assert (reading.title, reading.author, reading.date, reading.language) == ("", "", None, "")
    assert (reading.format, reading.warnings) == ("plain", ())


def test_a_refusal_is_a_value_error_with_its_sentence() -> None:
    with pytest.raises(ValueError, match="empty"):
        raise Unreadable("This file is empty.")
