"""A long text in sections."""

from itertools import pairwise

import pytest

from claims.reports.sections import LOOK_BACK, SENTENCES_A_SECTION, at_offset, at_sentence, sections


def text_of(count: int, break_after: frozenset[int] = frozenset()):
    """A text of so many sentences, those named followed by a line break, and its sentences' spans."""
    text, spans = "", []
    for index in range(count):
        spans.append((len(text), len(text) + 5))
        text += "Rain." + ("\n" if index in break_after else " ")
    return text, spans


@pytest.mark.parametrize("count", [0, 1, SENTENCES_A_SECTION])
def test_a_short_text_is_one_section(count):
    text, spans = text_of(count)
    [only] = sections(text, spans)
    assert (only.start, only.end, only.is_part, only.before, only.after) == (0, len(text), False, 0, 0)


@pytest.mark.parametrize("count", [SENTENCES_A_SECTION + 1, 3 * SENTENCES_A_SECTION, 20_000])
def test_sections_join_to_the_text_and_hold_whole_sentences(count):
    text, spans = text_of(count, frozenset(range(6, count, 7)))
    found = sections(text, spans)
    assert "".join(text[section.start : section.end] for section in found) == text
    assert [section.start for section in found[1:]] == [spans[section.first][0] for section in found[1:]]
    assert [section.number for section in found] == list(range(1, found[0].total + 1))
    longest = max(b.first - a.first for a, b in pairwise(found))
    assert longest <= SENTENCES_A_SECTION
    assert all(text[section.start - 1] == "\n" for section in found[1:])


def test_without_a_line_break_near_a_section_is_full():
    text, spans = text_of(2 * SENTENCES_A_SECTION, frozenset({SENTENCES_A_SECTION - LOOK_BACK - 1}))
    assert [section.first for section in sections(text, spans)] == [0, SENTENCES_A_SECTION]


def test_the_section_of_a_place_and_of_a_sentence():
    text, spans = text_of(3 * SENTENCES_A_SECTION)
    found = sections(text, spans)
    assert [at_offset(found, offset).number for offset in (0, spans[SENTENCES_A_SECTION][0], len(text))] == [
        1,
        2,
        3,
    ]
    assert [at_sentence(found, index).number for index in (0, SENTENCES_A_SECTION - 1, 10**6)] == [1, 1, 3]


def test_a_span_is_clipped_to_its_section():
    text, spans = text_of(2 * SENTENCES_A_SECTION)
    first, second = sections(text, spans)
    assert first.inside(first.end - 3, first.end + 2) == (first.end - 3, first.end)
    assert second.inside(first.end - 3, first.end + 2) == (0, 2)
