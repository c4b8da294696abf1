"""Sentence boundaries: rules by example, and what holds for any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import segment

PIECES = st.sampled_from(
    [
        "Dr. ",
        "Oslo ",
        "said ",
        ". ",
        "! ",
        "?\n",
        "\r\n",
        "\n\n",
        "“",
        "” ",
        "‘",
        "’",
        '"',
        "...",
        "…",
        "1. ",
        "3.5 ",
        "。",
        "の",
        "ANNA: ",
        "- ",
        "😀",
        "\x00",
        "\u202e",
        "שלום ",
        "مرحبا؟ ",
        "\ufeff",
        "\xa0",
        "U.S. ",
        "(",
        ") ",
        "[1]",
        "\x1c",
    ]
)
ANY = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))

SPLIT = [
    ("en", ["Dr. Berg met Gen. Ode at 5 p.m. on Monday.", "They left."]),
    ("en", ["It cost 3.5 million in the U.S. last year.", "He paid."]),
    ("en", ["J. R. Holt came.", "You and I.", "Who else?"]),
    ("en", ["It was late ... and dark.", "Then it rained...", "Nobody came."]),
    ("en", ["“It is late.”", "She left."]),
    ("en", ["“It is late,” she said.", "He slept."]),
    ("en", ["‘The ‘Sentry’ is late,’ he said.", "The drivers’ bus left."]),
    ("en", ["He came (at last.) and left.", "Good."]),
    ("en", ["It rose in 2019. [3]", "It fell."]),
    ("en", ["Really?!", "Yes."]),
    ("en", ["See No. 5 and p. 12 for more.", "Mr. Ode did."]),
    ("de", ["Am 3. Oktober kam Dr. Holt z. B. mit 2,5 Mio. Euro.", "Das war viel."]),
    ("de", ["Er wohnt im 6. Stock.", "„Es ist spät.“", "Sie ging."]),
    ("fr", ["M. Leroy a dit : « Non. »", "Il est parti."]),
    ("es", ["¿Qué pasa?", "El Sr. Ruiz llegó a las 5.", "¡Bien!"]),
    ("ru", ["В 2004 г. В. И. Петров жил в г. Омске.", "Он уехал."]),
    ("uk", ["Див. мал. 5 на с. 12.", "Це вул. Лісова."]),
]


@pytest.mark.parametrize(("language", "sentences"), SPLIT, ids=[sentences[0][:20] for _, sentences in SPLIT])
def test_sentences(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in segment(text, language)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("今日は雨です。明日は晴れます。", ["今日は雨です。", "明日は晴れます。"]),
        ("你好！你来吗？", ["你好！", "你来吗？"]),
        ("هل تأتي؟ نعم.", ["هل تأتي؟", "نعم."]),
        ("यह एक है। वह दो है।", ["यह एक है।", "वह दो है।"]),
        ("A heading\n\nOne two.\nThree four.", ["A heading", "One two.", "Three four."]),
        ("ANNA: Yes. It is.\nTOM: No.", ["ANNA: Yes.", "It is.", "TOM: No."]),
        ("- one. Two\n- three", ["- one.", "Two", "- three"]),
    ],
)
def test_scripts_and_lines(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in segment(text)] == sentences


@settings(deadline=None)
@given(ANY, st.sampled_from(["", "en", "de", "ru", "xx"]))
def test_any_text_is_covered_in_order(text: str, language: str) -> None:
    position = 0
    for start, end in segment(text, language):
        assert position <= start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Berg paid 3.5 million in the U.S. today. " * 20_000, 20_000),
        ("word " * 200_000, 1),
        ("." * 1_000_000, 1),
        (".»" * 500_000, 1),
        ("\n" * 1_000_000, 0),
    ],
    ids=["sentences", "one line", "full stops", "closers", "line breaks"],
)
def test_long_texts_take_no_more_than_a_moment(text: str, count: int) -> None:
    before = time.process_time()
    assert len(segment(text, "en")) == count
    assert time.process_time() - before < 5
