"""Parts of speech of English words."""

import pytest

from claims.text.tagging import tags


def tagged(sentence: str) -> dict[str, str]:
    words = sentence.split()
    return dict(zip(words, tags(words), strict=True))


def test_each_word_has_one_tag() -> None:
    assert tags(["The", "ferry", "sank", "."]) == ["DT", "NN", "VBD", "."]
    assert tags([]) == []


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Ferries control the harbour .", "control", "VBP"),
        ("Relief workers fear a famine .", "fear", "VBP"),
        ("The cover of the book is red .", "cover", "NN"),
        ("Prices rose , which further hurt the ports .", "further", "RB"),
        ("They lived in the north .", "north", "NN"),
        ("They lived on the north coast .", "north", "JJ"),
        ("It cost 4 million euros .", "4", "CD"),
        ("It ended in 1,250 metres .", "1,250", "CD"),
    ],
)
def test_context_decides(sentence: str, word: str, tag: str) -> None:
    assert tagged(sentence)[word] == tag


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert tags(["It", "didn’t", "sink"]) == tags(["It", "didn't", "sink"])
