"""What is seen in a passage."""

import pytest

from claims.text.signals import signals
from claims.text.words import words_for


@pytest.mark.parametrize(
    ("language", "passage", "figure"),
    [
        ("en", "It rose by 3.4 per cent.", "3.4 per cent"),
        ("en", "It rose by 12%.", "12%"),
        ("en", "It cost €48 million.", "€48"),
        ("en", "The vote was 9 to 4.", "9 to 4"),
        ("en", "They lost 300 boats.", "300 boats"),
        ("en", "A quarter of the fleet sank.", "A quarter"),
        ("en", "It opened in 1911.", ""),
        ("en", "It opened on 12 March 2019.", ""),
        ("en", "The Sentry-4 came on channel Beta-1.", ""),
        ("de", "Sie sank um 12,4 Prozent.", "12,4 Prozent"),
        ("fr", "Ils ont créé 120\u00a0000 emplois.", "120\u00a0000 emplois"),
        ("ru", "Бюджет вырос на 3 млрд рублей.", "3 млрд"),
        ("", "Inflatie was 4% in 2020.", "4%"),
    ],
)
def test_figures(language: str, passage: str, figure: str) -> None:
    assert signals(passage, words_for(language)).figure == " ".join(figure.split())


@pytest.mark.parametrize(
    ("passage", "hedge"),
    [
        ("It could rain.", "could"),
        ("In May it rained.", ""),
        ("Those who might come did come.", ""),
        ("They are now expected to come.", "are now expected to"),
        ("It won’t rain.", "won’t"),
    ],
)
def test_hedges(passage: str, hedge: str) -> None:
    assert signals(passage, words_for("en")).strong_hedge == hedge


def test_counts() -> None:
    seen = signals("In 2019 Oslo and Riga saw a record surge, we think?", words_for("en"))
    assert (seen.names, seen.date, seen.comparison, seen.evaluative) == (2, "2019", "record", 1)
    assert (seen.first_person, seen.question, seen.words, seen.numbers) == (1, True, 11, 0)
