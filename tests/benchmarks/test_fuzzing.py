"""Random texts: what is made, and that a broken promise is seen."""

import random
from dataclasses import replace

import pytest

from benchmarks.fuzzing import a_text, check
from claims.text import extract, normalise

TEXT = "The quay was rebuilt in 2019.\n\nThe ferry of Anna Berg sank off Oslo."


def test_random_texts_keep_every_promise():
    chance = random.Random(7)
    for _ in range(60):
        text = normalise(a_text(chance, [TEXT]))
        check(text, extract(text, "en"))


def test_a_broken_promise_is_seen():
    found = extract(TEXT, "en")
    check(TEXT, found)
    first = found.candidates[0]
    for broken in (
        replace(first, end=len(TEXT) + 1),
        replace(first, quote="something else"),
        replace(first, end=len(TEXT), quote=TEXT[first.start :]),
        replace(first, text=" "),
        replace(first, spans=((4, 8), (2, 6))),
    ):
        with pytest.raises(AssertionError):
            check(TEXT, replace(found, candidates=(broken,)))
