"""Time stamps and clock times."""

import pytest

from claims.text import extract
from claims.text.stamps import before_tag, is_lead, is_timing, past_stamp, seconds, without_clock


@pytest.mark.parametrize(
    ("line", "timing"),
    [
        ("00:12", True),
        ("[00:00:12]", True),
        ("(0:12)", True),
        ("00:00:09.000 --> 00:00:12.000", True),
        ("00:00:09,000 --> 00:00:12,000", True),
        ("00:09.000 --> 00:12.000 align:start position:0%", True),
        ("[00:00.000 --> 00:05.000]", True),
        ("00:12 Yes", False),
        ("12", False),
        ("[Applause]", False),
        ("3:1", False),
    ],
)
def test_a_line_that_only_tells_the_time(line: str, timing: bool) -> None:
    assert is_timing(line, 0, len(line)) is timing


def test_a_number_above_a_cue_line() -> None:
    assert is_timing("12\n00:01 --> 00:02", 0, 2)
    assert not is_timing("12\nMonkeys", 0, 2)


def test_what_stands_around_the_words() -> None:
    assert past_stamp("[00:12] Yes.", 0, 12) == 8
    assert past_stamp("[00:12]", 0, 7) == past_stamp("00:12 Yes.", 0, 10) == 0
    assert before_tag("Yes.</v>", 0, 8) == 4
    assert before_tag("Yes.", 0, 4) == before_tag("</v>", 0, 4) == 4
    assert [is_lead(words) for words in ("[0:12]", "0:12 -", "0:12 (noise)", "<v", "At 0:12")] == [
        True
    ] * 4 + [False]


@pytest.mark.parametrize(("stamp", "count"), [("[01:00:02.500]", 3602), ("59:58 - 60:02", 3598), ("", 0)])
def test_seconds(stamp: str, count: int) -> None:
    assert seconds(stamp) == count


@pytest.mark.parametrize(
    ("passage", "masked"),
    [
        ("At 10:30 we left.", "At ***** we left."),
        ("Open at 5 pm, 17 Uhr.", "Open at ****, ******."),
        ("The ratio is 1:20, the score 10:20.", "The ratio is 1:20, the score 10:20."),
        ("Um 10.30 Uhr.", "Um *********."),
        ("Won 3:1 with 27:25 points.", "Won 3:1 with 27:25 points."),
        ("00:05:12.250", "************"),
    ],
)
def test_times_of_the_day_count_nothing(passage: str, masked: str) -> None:
    assert without_clock(passage) == masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[00:12] ANNA: Rents rose by 4 percent. [00:15] They are high.\nTOM: No.",
            [("Rents rose by 4 percent.", "ANNA"), ("They are high.", "ANNA"), ("No.", "TOM")],
        ),
        (
            "Anna Berg  00:12\nWe built 300 homes.",
            [("Anna Berg  00:12", ""), ("We built 300 homes.", "Anna Berg")],
        ),
        (
            "7\n00:00:09.000 --> 00:00:12.000\n<v Anna Berg>We built 300 homes.</v>",
            [("7", ""), ("00:00:09.000 --> 00:00:12.000", ""), ("We built 300 homes.", "Anna Berg")],
        ),
    ],
)
def test_stamps_are_no_part_of_a_claim(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract(text, "en").candidates
    assert [(each.quote, each.speaker) for each in found] == expected
    assert all(text[each.start : each.end] == each.quote for each in found)
    timing = [
        each for each in found if each.kind_reason == "A time stamp or a speaker’s name, not a statement."
    ]
    assert all(each.kind == "other" and each.check_worthiness <= 0.1 for each in timing)
    assert [each.quote for each in timing] == [quote for quote, speaker in expected if not speaker]


def test_a_time_of_the_day_is_no_figure() -> None:
    assert [each.kind for each in extract("The train left Vessby at 00:05.", "en").candidates] == ["event"]
