"""Lines of mails that flow."""

import pytest

from claims.text.readers.eml.flowed import unflow


@pytest.mark.parametrize(
    ("text", "drops_blank", "whole"),
    [
        ("The quay \ncost 62 \nmillion.\n\nNew.", False, "The quay cost 62 million.\n\nNew."),
        ("桥的 \n造价", True, "桥的造价"),
        ("> quoted \n> words\nmine \n> theirs", False, "> quoted words\nmine\n> theirs"),
        (">> a \n> b", False, ">> a\n> b"),
        ("words \n-- \nLiv", False, "words\n-- \nLiv"),
        (" From the start\n >not quoted", False, "From the start\n>not quoted"),
        ("", False, ""),
    ],
)
def test_soft_line_ends_are_joined(text: str, drops_blank: bool, whole: str) -> None:
    assert unflow(text, drops_blank=drops_blank) == whole
