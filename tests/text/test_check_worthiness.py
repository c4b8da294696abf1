"""Scores: their order and what moves them."""

from claims.text.check_worthiness import WEIGHTS, check_worthiness
from claims.text.kinds import Frame, kind_of
from claims.text.signals import signals
from claims.text.words import words_for


def score(passage: str, frame: Frame | None = None, speaker: str = "") -> tuple[float, dict[str, float]]:
    frame = frame or Frame()
    seen = signals(passage, words_for("en"))
    return check_worthiness(seen, kind_of(seen, frame)[0], frame, speaker=speaker)


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


def test_the_score_is_explained() -> None:
    value, shares = score("Prices rose by 4 per cent in 2019.")
    assert value == round(value, 3)
    assert list(shares) == [name for name in WEIGHTS if name in shares]
    assert shares == {"figure": 1.2, "number": 0.25, "date": 0.35, "comparison": 0.35}


def test_the_ceiling_of_the_kind_is_named() -> None:
    assert score("It could rain in the town.")[1]["ceiling"] == 0.45
