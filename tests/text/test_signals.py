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
        ("en", "Nine berths were taken.", "Nine berths"),
        ("en", "The two countries signed.", ""),
        ("en", "Four have left.", ""),
        ("de", "Drei Menschen starben.", "Drei Menschen"),
        ("uk", "Троє людей загинули.", "Троє людей"),
        ("en", "Clothing | 5 | 1.9", "5"),
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
        ("He could not sleep.", ""),
        ("Nobody could find it.", ""),
        ("He would swim every day.", ""),
        ("It would rain.", "would"),
        ("They read her will aloud.", ""),
        ("May will be wet.", "will"),
    ],
)
def test_hedges(passage: str, hedge: str) -> None:
    assert signals(passage, words_for("en")).strong_hedge == hedge


@pytest.mark.parametrize(
    ("language", "passage", "request_"),
    [
        ("en", "Please wait.", "Please"),
        ("en", "Share the news.", "Share the"),
        ("en", "Share prices fell.", ""),
        ("en", "Everybody said thank you.", ""),
        ("de", "Bitte warten Sie.", "Bitte"),
    ],
)
def test_requests(language: str, passage: str, request_: str) -> None:
    assert signals(passage, words_for(language)).request == request_


@pytest.mark.parametrize(
    ("language", "passage", "verb"),
    [("en", "They vanished.", True), ("en", "Red roofs.", False), ("ru", "Они уехали.", True)],
)
def test_verbs(language: str, passage: str, verb: bool) -> None:
    assert signals(passage, words_for(language)).verb is verb


def test_counts() -> None:
    seen = signals("In 2019 Oslo and Riga saw a record surge, we think?", words_for("en"))
    assert (seen.names, seen.date, seen.comparison, seen.evaluative) == (2, "2019", "record", 1)
    assert (seen.first_person, seen.question, seen.words, seen.numbers) == (1, True, 11, 0)
