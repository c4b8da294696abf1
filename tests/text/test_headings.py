"""Headings and by-lines."""

import pytest

from claims.text.headings import is_byline, is_heading
from claims.text.words import words_for


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Council approves the harbour plan", True),
        ("# Council approves", True),
        ("The council approved it.", False),
        ("- first item", False),
        ("2024 | 12", False),
        ("It was approved by the council after a long debate that went on until midnight on Monday", False),
        ("They asked:", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    text = f"{line}\n\nMore text."
    assert is_heading(text, (0, len(line))) is heading


@pytest.mark.parametrize(
    ("language", "line", "byline"),
    [
        ("en", "By Liv Berg", True),
        ("en", "Photo: the old pier.", True),
        ("en", "© The Gazette 2026", True),
        ("en", "By Monday it was over.", False),
        ("en", "Source of all trouble", False),
        ("de", "Von Jana Fischer", True),
        ("ru", "Текст: Анна Орлова", True),
    ],
)
def test_bylines(language: str, line: str, byline: bool) -> None:
    assert is_byline(line, (0, len(line)), words_for(language)) is byline


def test_part_of_a_line_is_no_heading() -> None:
    assert is_heading("One. Two and three", (5, 18)) is False
