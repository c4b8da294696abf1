"""The normal form."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import normalise

ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("\r\n\x00\ud800\u2028\u2029\x85\x0b\x0c\ufeff\u202e😀é\u0301"))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x00b\ud800c", "a\ufffdb\ufffdc"),
        ("\ufeff\ufeffabc\ufeff", "abc\ufeff"),
        ("e\u0301", "é"),
        ("a\u2028b\x85c\x0bd", "a\nb\nc\nd"),
        ("a\u2029b\x0cc", "a\n\nb\n\nc"),
        ("😀 \u202eabc", "😀 \u202eabc"),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    assert normalise(text) == expected


@settings(deadline=None)
@given(ANY)
def test_normal_form_is_the_same_again(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set("\r\x00\x85\u2028\u2029") & set(once)
    assert once.encode("utf-8").decode("utf-8") == once
