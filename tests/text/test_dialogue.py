"""Unlabelled dialogue."""

import pytest

from claims.text import extract
from claims.text.dialogue import spoken

TALK = """Have you seen Tom Ode?

He left an hour ago.

Did he take the car? I need it.

Yes, it was in the garage. You can have mine."""
NEWS = """Tom Ode opened the bridge on Monday.

It carries two tracks and was paid for by the region.

“I am glad,” he said. “We waited for years.”

Is it safe? The region says so."""


def lines(text: str) -> list[str]:
    return [text[start:end] for start, end in spoken(text)]


def test_short_lines_that_answer_each_other() -> None:
    assert lines(TALK) == TALK.split("\n\n")
    assert lines(TALK.replace("\n\n", "\n– ")) == TALK.replace("\n\n", "\n– ").split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        NEWS,
        "Have you seen Tom Ode?\n\nHe left an hour ago.",
        "1. Can you swim?\n2. Do you dive?\n3. Are you well?",
        "\n\n".join(["I know the harbour " + "well and better " * 10 + "than you."] * 4),
    ],
)
def test_told_and_listed_lines_are_none(text: str) -> None:
    assert lines(text) == []


def test_a_dialogue_inside_a_text_is_found_and_one_that_is_most_of_a_text_is_all_of_it() -> None:
    told = "\n\n".join(f"The {word} is a ferry. It sank in May." for word in ("Alba", "Kestrel", "Ode"))
    assert lines(f"{told}\n\n{TALK}") == [*told.split("\n\n"), *TALK.split("\n\n")][3:]
    long = "The car is a red one. " * 10
    assert lines(f"{TALK}\n\n{long}")[-1] == long.strip()


def test_nothing_is_put_for_its_pronouns() -> None:
    assert all("Ode " not in each.text for each in extract(TALK, "en").candidates[1:])
    assert "Tom Ode was born in Oslo." in [
        each.text for each in extract("Tom Ode is a cook. He was born in Oslo.", "en").candidates
    ]
