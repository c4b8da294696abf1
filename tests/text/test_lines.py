"""Which line breaks end a sentence."""

import pytest

from claims.text.lines import blocks


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\n ", []),
        ("One\n\nTwo", ["One", "Two"]),
        ("  One  \n \t\n Two ", ["One", "Two"]),
        ("One line that goes\non in small letters.", ["One line that goes\non in small letters."]),
        (
            "A line of its own.\nAnother line, longer than that.",
            ["A line of its own.", "Another line, longer than that."],
        ),
        ("A heading\nThe text begins here.", ["A heading", "The text begins here."]),
        ("- one\n- two", ["- one", "- two"]),
        ("1. one\n2) two\n(3) three", ["1. one", "2) two", "(3) three"]),
        ("ANNA: Yes\nTOM: no", ["ANNA: Yes", "TOM: no"]),
        ("Anna Berg  00:12\nyes, that\nis so", ["Anna Berg  00:12", "yes, that\nis so"]),
        ("we came\n2\n00:01 --> 00:02\nand left", ["we came", "2", "00:01 --> 00:02", "and left"]),
        ("[00:12] ANNA: Yes\n00:14 TOM: no", ["[00:12] ANNA: Yes", "00:14 TOM: no"]),
        ("We bought apples,\nPears and plums", ["We bought apples,\nPears and plums"]),
    ],
)
def test_blocks(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in blocks(text)] == parts


def test_text_wrapped_by_hand_is_one_block() -> None:
    text = (
        "The council of the old town has asked the engineers of the Coast\n"
        "Institute to look at the harbour wall. The report was given to the\n"
        "Mayor on Monday and was read out in the hall."
    )
    assert list(blocks(text)) == [(0, len(text))]
