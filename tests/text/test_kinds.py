"""Kinds and their reasons, rule by rule in their order."""

import pytest

from claims.text.kinds import Frame, kind_of
from claims.text.signals import signals
from claims.text.words import words_for

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
        ("Thank you.", PLAIN, "other", "Too short to state a fact."),
    ],
)
def test_kinds(passage: str, frame: Frame, kind: str, reason: str) -> None:
    assert kind_of(signals(passage, words_for("en")), frame) == (kind, reason)
