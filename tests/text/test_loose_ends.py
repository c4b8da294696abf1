"""Ends without an end mark: signs of mails, posts and comments."""

import pytest

from claims.text.abbreviations import abbreviations_for
from claims.text.loose_ends import pieces

SPLIT = [
    ("en", ["The ferry is back 😀", "See you there"]),
    ("en", ["The ferry is back! 🎉🎉", "See you there"]),
    ("en", ["Thanks for the photo 👍", "@ode_anna more soon"]),
    ("en", ["The ferry is back :-)", "Posted by Anna"]),
    ("ru", ["Паром вернулся))", "Ждём вас"]),
    ("ru", ["Какие вы молодцы)", "Ждём вас"]),
    ("en", ["More at https://ferry.example/news", "The next boat leaves at 5"]),
    ("en", ["https://ferry.example/a", "https://ferry.example/b"]),
    ("en", ["Anna Ode <anna@ferry.example>", "The boat is late"]),
    ("en", ["The boat is late", "________", "Ferry Company"]),
    ("en", ["Anna Ode", "04/26/2001 07:17 AM", "The boat is late"]),
    ("en", ["The boat is late. Best regards,", "Anna Ode"]),
    ("en", ["Hi,", "I am late"]),
    ("en", ["Hello, Anna"]),
    ("en", ["Back again #ferry #oslo", "The next boat leaves at 5"]),
    ("en", ["He counted the boats; three were missing; and went home"]),
    ("en", ["The gate is shut;", "The sluice is open"]),
    ("fr", ["La porte est restée fermée tout l’hiver ;", "Dumas habitait là"]),
    ("fr", ["Sont venus Anne Leroy, née en 1926 ; Luc Ode ; Marie Berg"]),
    ("en", ["Figure 1.5", "Residents of the old town wait for the ferry"]),
    ("en", ["They have the right to vote. 4", "Even so, few do"]),
]


def cut(text: str, language: str) -> list[str]:
    spans = pieces(text, (0, len(text)), abbreviations_for(language))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("language", "parts"), SPLIT, ids=[parts[0][:24] for _, parts in SPLIT])
def test_pieces(language: str, parts: list[str]) -> None:
    assert cut(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    "text",
    [
        "😀 The ferry is back",
        "The ferry 😀 is back",
        "👉 The ferry is back",
        "The boat (a ferry) Anna took",
        "We want 1) Boats and 2) Bread",
        "the site https://ferry.example is down",
        "It came on 04/26/2001 07:17 AM and left",
        "She wrote on 04/26/2001 07:17 AM as always",
        "a well-known ferry -- the last one -- left",
        "one #ferry The boat",
        "R&#39; D&amp; The boat",
        "Smith was first; Jones came last",
        "Section 4; I left",
        "She wrote on Jan. 6 That is late",
        "A n@me Like no other",
        "Figure 1.5 shows the old town",
        "Figure 1.5: The old town",
    ],
)
def test_what_stays_together(text: str) -> None:
    assert cut(text, "en") == [text]


def test_pieces_stay_inside_their_block() -> None:
    text = "Back 😀 See you. Back 😀 See you."
    assert list(pieces(text, (0, 15), abbreviations_for("en"))) == [(0, 6), (7, 15)]
