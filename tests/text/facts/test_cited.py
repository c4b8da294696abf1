"""Sources in one cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.facts.cited import LONGEST_TITLE, Cited, cited


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("", []),
        (" \n; –; ?", []),
        ("https://stat.example/freight/", [Cited("stat.example/freight", "https://stat.example/freight/")]),
        ("https://stat.example/a?x=1;y=2#t", [Cited("stat.example/a", "https://stat.example/a?x=1;y=2#t")]),
        (
            "Port authority; Statistics office\nA book",
            [Cited("Port authority"), Cited("Statistics office"), Cited("A book")],
        ),
        ("Port authority;Statistics office", [Cited("Port authority"), Cited("Statistics office")]),
        ("Freight table: https://stat.example/1.", [Cited("Freight table", "https://stat.example/1")]),
        (
            "https://a.example/1; https://b.example/2",
            [Cited("a.example/1", "https://a.example/1"), Cited("b.example/2", "https://b.example/2")],
        ),
        (
            "Tables https://a.example/1 and https://b.example/2",
            [Cited("Tables and", "https://a.example/1"), Cited("b.example/2", "https://b.example/2")],
        ),
        ("https://a.example/quay_(port)", [Cited("a.example/quay_(port)", "https://a.example/quay_(port)")]),
        ("(see HTTPS://A.example/1)", [Cited("see", "HTTPS://A.example/1")]),
        ("ftp://a.example/1", [Cited("ftp://a.example/1")]),
    ],
)
def test_sources(cell: str, sources: list[Cited]):
    assert cited(cell) == sources


def test_long_words_stay_whole_beside_a_short_title():
    words = "word " * 100
    (source,) = cited(words)
    assert (len(source.title) <= LONGEST_TITLE, source.title[-2:], source.excerpt) == (
        True,
        " …",
        words.strip(),
    )


def signs(words: str) -> list[str]:
    return sorted(letter for letter in words if letter.isalnum())


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=30), st.sampled_from(["https://a.example/b;c", "http://x.example"])))
)
def test_no_letter_is_lost(pieces: list[str]):
    cell = "; ".join(pieces)
    found = cited(cell)
    assert all(0 < len(source.title) <= LONGEST_TITLE for source in found)
    kept = "".join((source.excerpt or source.title) + source.link for source in found)
    assert set(signs(cell)) <= set(signs(kept))
