"""The marked text without its tags is the text, for any set of passages."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from claims.reports.marking import LOOKS, Mark, cut, paragraphs
from claims.templatetags.marks import marked_text

TEXT = "One boat sank. Two came home.\nNobody was hurt.\n"
SENTENCES = [(0, 14), (15, 29), (30, 46)]


def shown(text, passages, marks, sentences=(), unseen=()):
    return marked_text(paragraphs(cut(text, passages, sentences)), {m.number: m for m in marks}, unseen)


def words_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


@st.composite
def anything(draw: st.DrawFn):
    """Any text with any passages, any sentences, any of them not yet looked at, and most of the passages marked."""
    text = draw(st.text(min_size=1, max_size=80) | st.text(st.sampled_from("a .\n<&>\"'"), min_size=1))
    offsets = st.integers(0, len(text) - 1)
    spans = st.builds(lambda a, b: (min(a, b), max(a, b) + 1), offsets, offsets)
    passages = list(enumerate(draw(st.lists(st.lists(spans, max_size=3), max_size=6)), 1))
    borders = sorted(set(draw(st.lists(offsets, max_size=8))))
    sentences = list(zip(borders[::2], borders[1::2], strict=False))
    unseen = draw(st.sets(st.integers(0, 3)))
    marks = [
        Mark(number, draw(st.sampled_from(LOOKS)), 'Claim "<&', url=draw(st.sampled_from(["", "#x"])))
        for number, _ in passages
        if draw(st.booleans())
    ]
    return text, passages, marks, sentences, unseen


@given(anything())
def test_the_text_without_tags_is_the_text(given_):
    assert words_of(shown(*given_)) == given_[0]


@given(anything())
def test_every_tag_is_closed_in_order(given_):
    open_tags = []
    for closing, name, alone in re.findall(r"<(/?)([a-z]+)[^>]*?(/?)>", shown(*given_)):
        if closing:
            assert open_tags.pop() == name
        elif not alone:
            open_tags.append(name)
    assert open_tags == []


def test_a_chip_stands_before_the_first_word_and_stays_with_it():
    page = shown(
        TEXT, [(1, [(0, 14)])], [Mark(1, "in_review", "Claim 1, in review", "s-in_review", url="#claim-1")]
    )
    assert page == (
        '<p><span class="glue"><a class="chip-number chip-number--in_review" id="passage-1" href="#claim-1" '
        'data-number="1" aria-label="Claim 1, in review"><svg class="icon" width="16" height="16" '
        'aria-hidden="true" focusable="false"><use href="#s-in_review"/></svg></a>'
        '<span class="mark mark--in_review">One</span></span>'
        '<span class="mark mark--in_review"> boat sank.</span> Two came home.\n</p><p>Nobody was hurt.\n</p>'
    )


def test_a_shared_piece_looks_like_the_one_that_matters_most():
    page = shown("abcd", [(1, [(0, 4)]), (2, [(2, 3)])], [Mark(1, "skipped", ""), Mark(2, "submitted", "")])
    assert re.findall(r'class="(mark [^"]*)">([^<]*)', page) == [
        ("mark mark--skipped", "ab"),
        ("mark mark--submitted mark--2", "c"),
        ("mark mark--skipped", "d"),
    ]


def test_a_sentence_not_yet_looked_at_is_shaded_and_can_be_linked_to():
    page = shown(TEXT, [], [], SENTENCES, {1})
    assert page == (
        '<p>One boat sank. <span class="unseen" id="sentence-1">Two came home.</span>\n</p>'
        "<p>Nobody was hurt.\n</p>"
    )


def test_a_sentence_over_two_paragraphs_has_one_anchor():
    page = shown("One\ntwo.", [], [], [(0, 8)], {0})
    assert page == (
        '<p><span class="unseen" id="sentence-0">One\n</span></p><p><span class="unseen">two.</span></p>'
    )


def test_a_verdict_colours_its_chip():
    page = shown("abc", [(7, [(0, 3)])], [Mark(7, "approved", "Claim 7, True", "v-tick", "green")])
    assert page.startswith(
        '<p><span class="glue"><span class="chip-number chip-number--approved verdict--green" id="passage-7" '
        'role="img" data-number="7" aria-label="Claim 7, True">'
    )


def test_a_long_word_can_break():
    page = shown("x" * 50, [(1, [(0, 50)])], [Mark(1, "queued", "")])
    assert re.findall(r">(x+)<", page) == ["x" * 20, "x" * 30]
