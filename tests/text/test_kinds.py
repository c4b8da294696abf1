"""Kinds and their reasons, rule by rule in their order."""

import pytest

from benchmarks.kinds import Case, all_cases, halves, ours
from claims.text.kinds import Frame, kind_of
from claims.text.signals import signals
from claims.text.words import words_for
from claims.vocabulary import Kind

PLAIN = Frame()
SAID = Frame(reported="said")
QUOTED = Frame(reported="said", quoted=True)


@pytest.mark.parametrize(
    ("passage", "frame", "kind", "reason"),
    [
        ("By Liv Berg", Frame(byline=True), "other", "A by-line or credit, not a statement."),
        ("Prices rise by 4%", Frame(heading=True), "other", "A heading, not a statement."),
        ("Did it cost 4%?", PLAIN, "other", "A question, not a statement."),
        (
            "A free port is an area in which goods may stay.",
            PLAIN,
            "definition",
            "‘is an’: says what something is.",
        ),
        ("It is no coincidence.", PLAIN, "opinion", "‘no coincidence’: an opinion."),
        ("The wall should go.", SAID, "attribution", "‘said’: what somebody is reported to say."),
        ("It could cost 4%.", PLAIN, "prediction", "‘could’: a prediction."),
        ("It could fall.", SAID, "prediction", "‘could’: a prediction."),
        ("It will fall.", QUOTED, "quotation", "‘said’: words in quotation marks."),
        ("It fell by 4%.", QUOTED, "statistic", "‘4%’: a figure."),
        ("The wall fell.", SAID, "attribution", "‘said’: what somebody is reported to say."),
        ("The Sentry is a radar.", PLAIN, "definition", "‘is a’: says what something is."),
        ("The Sentry a radar", Frame(defines=True), "definition", "Says in passing what something is."),
        ("The wall fell in Oslo.", PLAIN, "event", "States that something is so or has happened."),
        ("Thank you.", PLAIN, "other", "‘Thank you’: a request or a greeting, not a statement."),
        ("Read the report.", PLAIN, "other", "‘Read the’: a request or a greeting, not a statement."),
        ("Not again.", PLAIN, "other", "Too short to state a fact."),
        ("I think that 4% left.", PLAIN, "statistic", "‘4%’: a figure."),
        ("I love that market.", PLAIN, "opinion", "‘I love’: an opinion."),
        ("I think that many left.", PLAIN, "opinion", "‘I think’: an opinion."),
        ("The wall was a disgrace.", SAID, "attribution", "‘said’: what somebody is reported to say."),
        ("Rent | 14 | 4.1", PLAIN, "statistic", "‘14’: a figure."),
    ],
)
def test_kinds(passage: str, frame: Frame, kind: str, reason: str) -> None:
    assert kind_of(signals(passage, words_for("en")), frame) == (kind, reason)


@pytest.mark.parametrize("case", halves(all_cases())[0], ids=lambda case: case[-1])
def test_kinds_of_the_sentences_that_the_rules_were_written_on(case: Case) -> None:
    assert ours(case) == case[1]


def test_the_sentences_cover_every_kind_and_six_languages() -> None:
    cases = all_cases()
    assert len(cases) >= 150
    assert {case[1] for case in cases} == set(Kind)
    for language, least in {"en": 90, "de": 10, "fr": 10, "es": 10, "ru": 10, "uk": 10}.items():
        assert sum(case[0] == language for case in cases) >= least
