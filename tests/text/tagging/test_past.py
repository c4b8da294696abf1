"""Past or participle, by the clause."""

import pytest

from claims.text.tagging import tags


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("He was born in Oslo and served on the council .", "served", "VBD"),
        ("The ferry , which carried 4 cars , sank .", "carried", "VBD"),
        ("Berg asked whether it fell .", "asked", "VBD"),
        ("It fell , Berg said , adding that it was old .", "said", "VBD"),
        ("It fell , the old minister said .", "said", "VBD"),
        ("Berg found that treated animals lost weight .", "treated", "VBN"),
        ("It was Berg that treated the animals .", "treated", "VBD"),
        ("The bridge had held .", "had", "VBD"),
        ("The bridge was quickly repaired .", "repaired", "VBN"),
        ("The bridge has been repaired .", "repaired", "VBN"),
        ("The bridge built by Berg fell .", "built", "VBN"),
        ("The law was passed in May and brought new taxes .", "brought", "VBD"),
        ("The ferry was cleaned and sold last year .", "sold", "VBN"),
        ("She was born and raised in Oslo .", "raised", "VBN"),
        ("In May , it was the oldest barge , loaded at Riga .", "loaded", "VBN"),
        ("Originally called Holt Hall , the house stood empty .", "called", "VBN"),
        ("The ferry was raised , cleaned and sold .", "sold", "VBN"),
        ("She moved , founded a school and taught .", "founded", "VBD"),
    ],
)
def test_the_clause_decides(sentence: str, word: str, tag: str) -> None:
    words = sentence.split()
    assert dict(zip(words, tags(words), strict=True))[word] == tag


def test_a_long_row_of_past_forms_is_read_without_recursion() -> None:
    assert tags(["led", ","] * 2_000 + ["and", "led", "."])[-2] in ("VBD", "VBN")
