"""A piece of a sentence with its references put in."""

from claims.text.references.wording import Reference, worded

TEXT = "He came and  she saw his boat."


def test_words_are_put_in_on_one_line() -> None:
    assert worded(TEXT, [(0, 30)], [Reference(0, 2, "Paul Ode", (-9, -1))]) == [
        "Paul Ode came and she saw his boat."
    ]


def test_what_the_piece_names_itself_keeps_its_pronoun() -> None:
    his = Reference(21, 24, "Paul Ode’s", (0, 2))
    assert worded(TEXT, [(0, 30)], [his]) == ["He came and she saw his boat."]
    assert worded(TEXT, [(13, 30)], [his]) == ["she saw Paul Ode’s boat."]
    assert worded(TEXT, [(0, 2), (13, 30)], [his]) == ["He", "she saw his boat."]
