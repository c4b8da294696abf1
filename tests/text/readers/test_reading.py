"""What a reader gives back."""

import datetime
import json

import pytest

from claims.text.readers.reading import Reading, Unreadable


def test_a_reading_says_nothing_it_was_not_told() -> None:
    reading = Reading("One.")
    assert (reading.title, reading.author, reading.date, reading.language) == ("", "", None, "")
    assert (reading.format, reading.warnings) == ("plain", ())


def test_a_refusal_is_a_value_error_with_its_sentence() -> None:
    with pytest.raises(ValueError, match="empty"):
        raise Unreadable("This file is empty.")


def test_a_reading_goes_through_json_and_comes_back() -> None:
    reading = Reading("One.", title="Two", date=datetime.date(2026, 3, 12), warnings=("Mended.",))
    assert Reading.from_dict(json.loads(json.dumps(reading.as_dict()))) == reading


@pytest.mark.parametrize(
    "wrong", [{"text": 5}, {"warnings": [1]}, {"date": "soon"}, {"more": "words"}, {"warnings": 4}]
)
def test_what_is_no_reading_is_told_apart(wrong: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Reading.from_dict(Reading("One.").as_dict() | wrong)
