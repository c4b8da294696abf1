"""Cutting a text into flat pieces loses nothing, whatever the passages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lifecycle import ClaimStatus
from claims.reports.marking import LOOKS, Piece, cut, paragraphs

TEXT = "One boat sank. Two came home.\nNobody was hurt.\n"


@st.composite
def texts_with_passages(draw: st.DrawFn):
    """A text, passages of one span or more that overlap, nest and coincide, and sentences in order."""
    text = draw(st.text(st.sampled_from("ab. \n<&'’\r\f😀é"), min_size=1, max_size=60))
    offsets = st.integers(0, len(text) - 1)
    spans = st.builds(lambda a, b: (min(a, b), max(a, b) + 1), offsets, offsets)
    passages = draw(st.lists(st.lists(spans, max_size=3), max_size=6))
    borders = sorted(set(draw(st.lists(offsets, max_size=6))))
    return text, list(enumerate(passages, 1)), list(zip(borders[::2], borders[1::2], strict=False))


@given(texts_with_passages())
def test_joined_pieces_are_the_text(given_):
    text, passages, sentences = given_
    pieces = cut(text, passages, sentences)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text != "" for piece in pieces)


@given(texts_with_passages())
def test_every_character_lies_under_its_passages(given_):
    text, passages, sentences = given_
    for piece in cut(text, passages, sentences):
        for offset in range(piece.start, piece.end):
            covering = {n for n, spans in passages if any(s <= offset < e for s, e in spans)}
            assert set(piece.numbers) == covering
            inside = [i for i, (s, e) in enumerate(sentences) if s <= offset < e]
            assert piece.sentence == (inside[0] if inside else None)


@given(texts_with_passages())
def test_every_passage_begins_once_where_it_first_stands(given_):
    text, passages, sentences = given_
    begins = [(n, piece.start) for piece in cut(text, passages, sentences) for n in piece.begins]
    assert sorted(begins) == sorted((n, min(spans)[0]) for n, spans in passages if spans)


@given(texts_with_passages())
def test_paragraphs_keep_every_piece(given_):
    pieces = cut(*given_)
    grouped = paragraphs(pieces)
    assert [piece for paragraph in grouped for piece in paragraph] == pieces
    assert all(re.search(r"\n\s*$", "".join(p.text for p in group)) for group in grouped[:-1])


def test_overlapping_passages_share_a_piece():
    assert cut("abcdef", [(1, [(0, 4)]), (2, [(2, 6)])]) == [
        Piece(0, 2, "ab", (1,), (1,)),
        Piece(2, 4, "cd", (1, 2), (2,)),
        Piece(4, 6, "ef", (2,)),
    ]


def test_paragraphs_end_at_line_breaks():
    grouped = paragraphs(cut(TEXT, [], [(0, 14), (15, 29), (30, 46)]))
    assert ["".join(piece.text for piece in group) for group in grouped] == [
        "One boat sank. Two came home.\n",
        "Nobody was hurt.\n",
    ]


@pytest.mark.parametrize("span", [(3, 3), (4, 2), (0, 99), (-1, 2)])
def test_a_span_outside_the_text_is_refused(span):
    with pytest.raises(ValueError, match="is not in a text"):
        cut(TEXT, [(1, [span])])


def test_every_status_has_a_look():
    assert {status.value for status in ClaimStatus} - set(LOOKS) == set()
