"""Scores: their order and what moves them."""

import math

import pytest

from claims.text.check_worthiness import CEILING, REST, START, check_worthiness
from claims.text.kinds import Frame, kind_of
from claims.text.scoring.weights import Models, Weights
from claims.text.signals import signals
from claims.text.words import words_for

HEADING = Frame(heading=True)
# A fact, an opinion, a heading of each language.
LANGUAGES = [
    (
        "de",
        "Die Mieten in Vessby stiegen 2024 um 6 Prozent.",
        "Leider hat das niemand verstanden.",
        "Mieten steigen",
    ),
    (
        "fr",
        "Le conseil de Vessby a fermé le pont en mars 2024.",
        "Malheureusement, personne ne l’a compris.",
        "Le pont ferme",
    ),
    (
        "es",
        "El puente de Vessby costó 40 millones de euros.",
        "Lamentablemente, nadie lo entendió.",
        "Cierra el puente",
    ),
    (
        "ru",
        "Аренда в Весбю выросла на 6 процентов за 2024 год.",
        "К сожалению, этого никто не понял.",
        "Аренда растёт",
    ),
    (
        "uk",
        "Оренда у Весбю зросла на 6 відсотків за 2024 рік.",
        "На жаль, цього ніхто не зрозумів.",
        "Оренда зростає",
    ),
]


def score(
    passage: str, frame: Frame | None = None, language: str = "en", models: Models | None = None
) -> tuple[float, dict[str, float]]:
    frame, lists = frame or Frame(), words_for(language)
    seen = signals(passage, lists)
    return check_worthiness(passage, seen, kind_of(seen, frame)[0], frame, lists, models)


def test_facts_rank_above_predictions_above_opinions_above_headings() -> None:
    ranked = [
        score("Prices in Oslo rose by 4 per cent in May, the highest rate since 2009.")[0],
        score("The mayor of Oslo signed the order on Monday.")[0],
        score("Prices in Oslo could rise by 4 per cent in 2030, the highest rate since 2009.")[0],
        score("The timing of the order is no coincidence.")[0],
        score("Prices rise again", Frame(heading=True))[0],
    ]
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == len(ranked)


@pytest.mark.parametrize(("language", "fact", "opinion", "heading"), LANGUAGES)
def test_facts_rank_above_opinions_above_headings_in_other_languages(
    language: str, fact: str, opinion: str, heading: str
) -> None:
    ranked = [score(fact, None, language)[0], score(opinion, None, language)[0]]
    ranked.append(score(heading, HEADING, language)[0])
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == len(ranked)
    assert ranked[0] > 0.5 > ranked[1]


def test_figures_carry_a_language_without_word_lists() -> None:
    assert score("Inflatie in Delft was 4% in 2020.", None, "")[0] > score("Dat is niet waar.", None, "")[0]


def test_the_score_is_explained() -> None:
    models = Models(
        Weights(-1.0, {"figure": 1.0, "date": 0.25}, {"rose": 0.5, "fell": 9.0}), Weights(0.0, {})
    )
    value, shares = score("Prices rose by 4 per cent in 2019.", None, "en", models)
    assert shares == {"figure": 1.0, "word ‘rose’": 0.5, "date": 0.25, START: -1.0}
    assert list(shares) == ["figure", "word ‘rose’", "date", START]
    assert value == round(1 / (1 + math.exp(-0.75)), 3)


def test_wording_is_scaled_by_how_much_of_it_is_known() -> None:
    wording = {"prices": 1.0, "rose": 1.0, "again": -1.0, "[start] prices": 2.0}
    _, shares = score("Prices rose again.", None, "en", Models(Weights(0.0, {}, wording), Weights(0.0, {})))
    assert shares == {
        "words ‘[start] prices’": 1.0,
        "word ‘again’": -0.5,
        "word ‘prices’": 0.5,
        "word ‘rose’": 0.5,
        START: 0.0,
    }


@pytest.mark.parametrize(
    "passage",
    [
        "Prices in Oslo and Riga rose by 4 per cent in May 2019, the highest rate since 2009, the office said.",
        "Prices in Oslo could rise by 4 per cent in 2030, the highest rate since 2009.",
        "It fell.",
    ],
)
def test_a_dozen_shares_at_most_add_up_to_the_score(passage: str) -> None:
    value, shares = score(passage)
    assert len(shares) <= 12
    logit = math.fsum(share for name, share in shares.items() if name != CEILING)
    assert value == pytest.approx(shares.get(CEILING, 1) / (1 + math.exp(-logit)), abs=0.003)


def test_what_is_not_shown_is_summed_up() -> None:
    shares = score("Prices in Oslo rose by 4 per cent in May 2019, the highest rate since 2009.")[1]
    assert len(shares) == 11
    assert list(shares)[-2:] == [START, REST]


def test_the_ceiling_of_the_kind_is_named() -> None:
    assert score("It could rain in the town.")[1]["ceiling"] == 0.45
    assert score("It is a disgrace.")[1]["ceiling"] == 0.35
    assert score("Who opened the gates?")[1]["ceiling"] == 0.2
    assert score("Prices rise again", HEADING)[1]["ceiling"] == 0.1


def test_a_speaker_who_says_we_has_no_ceiling() -> None:
    assert CEILING not in score("We will build 300 ships in Oslo.")[1]
    assert score("They will build 300 ships in Oslo.")[1][CEILING] == 0.45


def test_nothing_at_all_has_a_score() -> None:
    value, _ = score("")
    assert 0 <= value <= 1
