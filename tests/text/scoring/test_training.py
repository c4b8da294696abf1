"""Training on a small sample written for it."""

import pytest

from claims.text.scoring.training import Example, best_border, content_of, examples, train, written
from claims.text.signals import signals
from claims.text.words import words_for

TOWNS = ("Vessby", "Hallin", "Ostmere", "Karlshafen")
SAMPLE = [
    row
    for year in range(2001, 2013)
    for town in TOWNS
    for row in (
        (f"In {year} rents in {town} rose by {year - 1990} per cent.", 1),
        (f"Brandrup closed the yard in {town} in {year}.", 1),
        (f"I think that we can do better than {town}.", 0),
        ("Let me say how glad I am to be here tonight.", 0),
        ("You know what I mean by that?", 0),
    )
]


def example(label: int, ceiling: float = 1.0) -> Example:
    return Example(signals("It is.", words_for("en")), [], ceiling, label)


def test_facts_weigh_more_than_talk() -> None:
    models = train(examples(SAMPLE))
    for weights in (models.english, models.any_language):
        assert weights.signs["date"] > 0 > weights.signs["first person"]
    assert models.english.wording["per cent"] > 0 > models.english.wording["i think"]
    assert dict(models.any_language.wording) == {}


def test_a_name_that_opens_sentences_is_no_word() -> None:
    wording = train(examples(SAMPLE)).english.wording
    assert "brandrup" not in wording
    assert "bran-" not in wording
    assert wording["[name] closed"] > 0


def test_the_same_sentences_give_the_same_bytes() -> None:
    first, second = (written(content_of(train(each), each)) for each in (examples(SAMPLE), examples(SAMPLE)))
    assert first == second


def test_the_content_says_how_many_sentences_there_were() -> None:
    labelled = examples(SAMPLE)
    header = content_of(train(labelled), labelled)["header"]
    assert (header["sentences"], header["worth checking"]) == (240, 96)


@pytest.mark.parametrize(
    ("scored", "border"),
    [
        ([(3.0, example(1)), (2.0, example(1)), (1.0, example(0))], 2.0),
        ([(3.0, example(0)), (2.0, example(1)), (1.0, example(1))], 1.0),
        ([(3.0, example(0, 0.45)), (2.0, example(1)), (1.0, example(0))], 2.0),
    ],
)
def test_the_border_is_where_f1_is_best(scored: list[tuple[float, Example]], border: float) -> None:
    assert best_border(scored) == border
