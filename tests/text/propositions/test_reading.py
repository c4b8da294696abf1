"""A sentence of a document as parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.propositions.reading import parts_of
from claims.text.quotations import quotations


def test_a_quotation_is_one_word(parts):
    row = parts("“It is a new day for us,” she said of the ‘Heron’ boat.")
    assert [part.kind for part in row] == ["quote", "np", "vp", "prep", "np", "."]


def test_figures_brackets_and_short_forms(parts):
    row = parts("It’s a town of 20,000 people (2020), however, in the U.S. army.")
    assert [(part.kind, part.low) for part in row][:5] == [
        ("np", "it"),
        ("vp", "’s"),
        ("np", "a town"),
        ("prep", "of"),
        ("np", "20,000 people"),
    ]
    assert [part.kind for part in row if part.kind in ("paren", "beside")] == ["paren", "beside"]
    assert row[-2].low == "the u.s. army"


def test_what_stands_before_a_year_in_brackets_is_one_name(parts):
    row = parts("In film, she is known for Ode (1990) and Songs We Sang at Noon (2001–2003).")
    assert [part.low for part in row if part.first == "NNP"] == ["ode", "songs we sang at noon"]
    assert [part.low for part in parts("In Old Oslo (1990) she played a cook.")][:2] == ["in", "old oslo"]


@settings(deadline=None)
@given(st.text(max_size=120))
def test_parts_keep_the_order_of_the_document(text: str):
    words = [
        word for part in parts_of(text, (0, len(text)), quotations(text, 0, len(text))) for word in part.words
    ]
    at = 0
    for word in words:
        assert at <= word.start < word.end <= len(text)
        at = word.end
