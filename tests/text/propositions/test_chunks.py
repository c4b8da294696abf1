"""Words with tags to parts."""

import pytest

from claims.text.phrases import words_in
from claims.text.propositions.chunks import Chunker
from claims.text.tagging import tags


def kinds(text: str) -> list[tuple[str, str]]:
    words = words_in(text, 0, len(text))
    found = tags([word.text for word in words])
    parts = Chunker(
        words, ["." if word.text == "." else tag for word, tag in zip(words, found, strict=True)]
    ).parts()
    return [(part.kind, " ".join(word.text for word in part.words)) for part in parts if part.kind != "."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The old ferry sank.", [("np", "The old ferry"), ("vp", "sank")]),
        ("It has never been repaired.", [("np", "It"), ("vp", "has never been repaired")]),
        ("He wants to sell it.", [("np", "He"), ("vp", "wants"), ("vp", "to sell"), ("np", "it")]),
        ("It fell due to rain.", [("np", "It"), ("vp", "fell"), ("prep", "due to"), ("np", "rain")]),
        (
            "Ferries as well as boats sank.",
            [("np", "Ferries"), ("cc", "as well as"), ("np", "boats"), ("vp", "sank")],
        ),
        (
            "The ferry that sank was old.",
            [("np", "The ferry"), ("rel", "that"), ("vp", "sank"), ("vp", "was"), ("adj", "old")],
        ),
    ],
)
def test_parts(text: str, parts: list[tuple[str, str]]):
    assert kinds(text) == parts
