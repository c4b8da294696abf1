"""Sentence boundaries: rules by example, and what holds for any text."""

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
    ("en", ["we took the ferry.", "it was late?", "maybe.", "Clement was there.", "i was not"]),
    ("en", ["It is owned by Coast Corp. of Oslo, etc. and others.", "Good."]),
    ("en", ["She works at Yahoo! in Oslo.", "He asked “Why?” and left."]),
    ("en", ["It waited ... and left.", "Why?", "http://ferry.example/a"]),
    ("en", ["The cat . . . I mean the dog . . . was late."]),
    ("en", ["It was late.", ". . . Then it rained."]),
    ("en", ["They sold it all . . . .", "Nothing was left."]),
    ("en", ["1.) The gate", "2.) The sluice"]),
    ("en", ["• 9. The gate", "• 10. The sluice"]),
    ("en", ["The ferry is back! 😀", "See you."]),
    ("en", ["The ferry is back. :-)", "See you."]),
    ("en", ["The ferry is back. #oslo #boats"]),
    ("en", ["P.S. I will come by 5 p.m. on Monday.", "It was 3 ft.", "Good."]),
    ("en", ["It has lasted for years.", "(photo: Anna Ode)"]),
    ("en", ["Corn, oats etc. (see below) were sold."]),
    ("en", ["BERG: ... Excuse me, I was late.", "It rained..."]),
    ("en", ["…and so it was.", "…But not for long."]),
    ("de", ["Ludwig XIV. Bauherr und z. B. auch Jäger.", "Gut."]),
    ("es", ["Se repartió pan, vino, etc.", "Cacín no vino."]),
    ("ru", ["Он весил 5 кг.", "Лодка утонула."]),
    ("ru", ["Были хлеб, соль и т. д.", "Лодка утонула."]),
    ("ru", ["«Где лодка? – спросила мама. – Там пусто».", "Он молчал."]),
    ("uk", ["«Де човен? – спитала мати.", "– Там порожньо».", "Він мовчав."]),
    ("ru", ["Лес, Омск, 1998 г. В 2 томах.", "Он родился в 1998 г.", "В 2003 году уехал."]),
    ("it", ["Il dott. Berti e l'avv. Rossi sono qui.", "È tardi."]),
    ("it", ['"La riva / tace. Così / dorme" (Berti).', "È tardi."]),
    ("sk", ["„Loď mešká. Nejde,“ povedal Novák.", "Odišiel."]),
]

TOGETHER = [
    ("en", ["We left in time.", "The boat did not."]),
    ("en", ["Is it late?", "Maybe it is."]),
    ("en", ["See Node.Js and www.Ferry.Example for 3.5."]),
    ("hy", ["Նավը եկավ...Այսօր:"]),
]


@pytest.mark.parametrize(("language", "sentences"), SPLIT, ids=[sentences[0][:20] for _, sentences in SPLIT])
def test_sentences(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in segment(text, language)] == sentences


@pytest.mark.parametrize(("language", "sentences"), TOGETHER, ids=[each[0][:20] for _, each in TOGETHER])
def test_sentences_without_a_blank_between_them(language: str, sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[start:end] for start, end in segment(text, language)] == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [("hy", ["Նավը եկավ:", "Ուշ է:"]), ("el", ["Πού είναι το πλοίο;", "Εδώ."])],
)
def test_marks_of_one_language(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in segment(text, language)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("今日は雨です。明日は晴れます。", ["今日は雨です。", "明日は晴れます。"]),
        ("你好！你来吗？", ["你好！", "你来吗？"]),
        ("他看《来吧！船》。好！", ["他看《来吧！船》。", "好！"]),
        ("መርከቡ መጣ።ደህና ሁን።", ["መርከቡ መጣ።", "ደህና ሁን።"]),
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
def test_long_texts_come_to_an_end(text: str, count: int) -> None:
    assert len(segment(text, "en")) == count
