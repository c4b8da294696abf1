"""Pairs of quotation marks."""

import pytest

from claims.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and ‘no’.", ["“yes”", "‘no’"]),
        (
            "‘Our new ‘Sentry’ stations, Oslo’s best, come,’ Ode said.",
            ["‘Our new ‘Sentry’ stations, Oslo’s best, come,’", "‘Sentry’"],
        ),
        ("‘The drivers’ union agreed,’ Ode said.", ["‘The drivers’ union agreed,’"]),
        ("Oslo’s mayor and the drivers’ union.", []),
        ("In the ’90s rock ’n’ roll was it.", []),
        ("It's the drivers' 'own' idea.", ["'own'"]),
        ('She said, "Yes." He said, "No."', ['"Yes."', '"No."']),
        ("Er sagte „Das ‚alte‘ Haus“ und ging.", ["„Das ‚alte‘ Haus“", "‚alte‘"]),
        ("Il dit « non » ; er sagt »nein«.", ["« non »", "»nein«"]),
        ("Он сказал «нет».", ["«нет»"]),
        ("“An open one goes on.", []),
        ('A 6" pipe.', []),
        ("", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in quotations(text, 0, len(text))] == found


def test_nested_ones_know_their_depth_and_their_words() -> None:
    text = "‘Our ‘Sentry’ came,’ he said."
    outer, inner = quotations(text, 0, len(text))
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[slice(*inner.inner)] == "Sentry"
