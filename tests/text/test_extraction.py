"""The whole way from text to candidates: an article with every trap, other texts, and what holds for any text."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text import Candidate, Extraction, extract, normalise

ROOT = Path(__file__).parents[2]

# Written for this test. It holds what newspapers do: nested single marks whose closing one is also the apostrophe,
# speakers as names, cities and offices, speculation and opinion among reported facts.
ARTICLE = """Norland to buy ‘Heron’ boats

By Liv Berg

A new chapter in the ties of Norland and Estria has opened as officials announce plans for a joint patrol with \
‘Heron’ boats.
The plan came out in a broadcast on Norland’s Channel-2, where the Deputy Head of the Naval College, Ivo Maran, \
confirmed it. \
‘Most likely, as part of our work, a squadron will be formed, which will get the latest ‘Heron’ boats,’ Maran said, \
his words carrying the weight of a turning point.
The ‘Heron’ boat, a fast patrol vessel, has been in service since 2011.
Its arrival would mark a leap in Norland’s reach.
The boat’s speed has unsettled the Southern League, with analysts suggesting this could be an answer \
to the League’s U.S. radars.
The exercises, which included two Estrian frigates, were described by Hallin as a display of ‘common will’.
However, League officials have interpreted the drills as a threat, potentially changing the balance of the gulf.
Norland spent 3.1 per cent of its income on defence last year.
The timing is no coincidence.
As the outlines take shape, one thing is clear: the gulf is no quiet corner.
The coming weeks will likely see more patrols."""

ANY = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                "Dr. Ode ",
                "said ",
                "“",
                "” ",
                "‘",
                "’",
                ", and the council voted",
                ", which ",
                "has ",
                "; ",
                ". ",
                "\n",
                "\n\n",
                "ANNA: ",
                "12 per cent ",
                "according to ",
                "the ministry ",
                "could ",
                "😀",
                "\r\n",
                "\x00",
                "שלום ",
                "by ",
            ]
        ),
        max_size=50,
    ).map("".join),
)


def check(text: str, found: Extraction) -> None:
    """What holds for every extraction."""
    for candidate in found.candidates:
        assert text[candidate.start : candidate.end] == candidate.quote
        assert (candidate.spans[0][0], candidate.spans[-1][1]) == (candidate.start, candidate.end)
        position = candidate.start
        for start, end in candidate.spans:
            assert position <= start < end
            position = end
        assert 0 <= candidate.check_worthiness <= 1
        assert candidate.text != ""
    for start, end in found.sentences:
        assert any(start <= candidate.start and candidate.end <= end for candidate in found.candidates)
    assert [each.start for each in found.candidates] == sorted(each.start for each in found.candidates)


def of(found: Extraction, words: str) -> Candidate:
    """The one candidate whose text begins like this."""
    (candidate,) = (each for each in found.candidates if each.text.startswith(words))
    return candidate


@pytest.fixture(scope="module")
def article() -> Extraction:
    return extract(ARTICLE)


def test_the_article_has_its_sentences(article: Extraction) -> None:
    check(ARTICLE, article)
    assert (article.language, len(article.sentences)) == ("en", 14)


@pytest.mark.parametrize(
    ("words", "kind", "speaker", "named"),
    [
        ("Norland to buy", "other", "", ""),
        ("By Liv Berg", "other", "", ""),
        ("A new chapter", "event", "", ""),
        ("Officials announce", "attribution", "officials", "officials"),
        ("Ivo Maran confirmed", "attribution", "Ivo Maran", "Ivo Maran"),
        ("‘Most likely", "quotation", "Ivo Maran", "Maran"),
        ("His words", "opinion", "", ""),
        ("The ‘Heron’ boat is", "definition", "", ""),
        ("The ‘Heron’ boat has", "event", "", ""),
        ("Its arrival", "prediction", "", ""),
        ("The ‘Heron’ boat’s speed", "event", "", ""),
        ("Analysts suggest", "prediction", "analysts", "analysts"),
        ("The exercises were", "attribution", "Hallin", "Hallin"),
        ("League officials", "attribution", "League officials", "League officials"),
        ("Norland spent", "statistic", "", ""),
        ("The timing", "opinion", "", ""),
        ("As the outlines", "opinion", "", ""),
        ("The coming weeks", "prediction", "", ""),
    ],
)
def test_the_article_by_candidate(
    article: Extraction, words: str, kind: str, speaker: str, named: str
) -> None:
    found = of(article, words)
    assert (found.kind, found.speaker) == (kind, speaker)
    assert (ARTICLE[slice(*found.speaker_span)] if found.speaker_span else "") == named


def test_reported_facts_rank_above_speculation_and_opinion(article: Extraction) -> None:
    low = [
        each.check_worthiness
        for each in article.candidates
        if each.kind in ("prediction", "opinion", "other")
    ]
    high = [
        each.check_worthiness
        for each in article.candidates
        if each.kind not in ("prediction", "opinion", "other")
    ]
    assert max(low) < min(high)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_no_word_is_invented(article: Extraction) -> None:
    known = words_of(ARTICLE)
    assert {word for each in article.candidates for word in words_of(each.text)} - known == {
        "suggest",
        "is",
        "carried",
    } - known


def test_a_quotation_over_several_sentences_keeps_its_speaker() -> None:
    text = (
        "“We waited long. It will change the town,” said Mayor Tom Aldis. “Nobody loses a home.”"
        " The port opened in 1911."
    )
    speakers = [(each.speaker, each.text) for each in extract(text, "en").candidates]
    assert speakers == [
        ("Mayor Tom Aldis", "We waited long."),
        ("Mayor Tom Aldis", "It will change the town,” said Mayor Tom Aldis."),
        ("Mayor Tom Aldis", "“Nobody loses a home.”"),
        ("", "The port opened in 1911."),
    ]


def test_a_transcript_carries_its_speakers() -> None:
    text = (
        "ANNA BERG: How many left?\n\nTOM ALDIS: About 1,200 people left in 2020. The mayor said it was rain.\n"
        "I think so.\n\nANNA BERG: Thank you."
    )
    found = extract(text)
    check(text, found)
    assert [(each.speaker, each.quote, each.kind) for each in found.candidates] == [
        ("ANNA BERG", "How many left?", "other"),
        ("TOM ALDIS", "About 1,200 people left in 2020.", "statistic"),
        ("TOM ALDIS", "The mayor said it was rain.", "event"),
        ("TOM ALDIS", "I think so.", "opinion"),
        ("ANNA BERG", "Thank you.", "other"),
    ]
    assert {text[slice(*each.speaker_span)] for each in found.candidates if each.speaker_span} == {
        "ANNA BERG",
        "TOM ALDIS",
    }


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (
            "de",
            "Die Zahl sank um 12,4 Prozent. Die Miete könnte 2030 weiter steigen. Es ist kein Zufall.",
            ["statistic", "prediction", "opinion"],
        ),
        (
            "fr",
            "Le chômage a reculé de 0,3 % en mai. Le taux pourrait encore baisser. Ce n’est pas un hasard.",
            ["statistic", "prediction", "opinion"],
        ),
        (
            "es",
            "La inflación subió un 3,2 % en mayo. Los precios podrían bajar. No es casualidad.",
            ["statistic", "prediction", "opinion"],
        ),
        (
            "ru",
            "Население сократилось на 1,8 процента. Завод может закрыться. Это не случайно.",
            ["statistic", "prediction", "opinion"],
        ),
        (
            "uk",
            "Населення скоротилося на 1,8 відсотка. Завод може закритися. Це не випадково.",
            ["statistic", "prediction", "opinion"],
        ),
        ("nl", "De inflatie steeg in mei met 3,2%. De zee is blauw.", ["statistic", "event"]),
    ],
)
def test_other_languages_rank_alike(language: str, text: str, kinds: list[str]) -> None:
    found = extract(text, language).candidates
    assert [each.kind for each in found] == kinds
    scores = [each.check_worthiness for each in found]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "😀", "No end", "“", "ANNA:", "a" * 10_000])
def test_odd_texts(text: str) -> None:
    check(text, extract(text))


@settings(deadline=None)
@given(ANY)
def test_any_text_keeps_its_offsets(text: str) -> None:
    for version in (text, normalise(text)):
        check(version, extract(version, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "The council paid 4 million crowns for the boats. " * 2_000,
        "“It is very good news,” she said on Monday. " * 2_000,
        "“" + "It is very good news and it stays so. " * 2_000 + "” said Tom Aldis.",
        "word, " * 40_000,
        ", and the council voted" * 10_000,
        "he said " * 30_000,
        "‘dogs’ a" * 30_000,
    ],
    ids=["sentences", "quotations", "one quotation", "commas", "clauses", "verbs", "apostrophes"],
)
def test_long_texts_take_linear_time(text: str) -> None:
    before = time.process_time()
    extract(text, "en")
    assert time.process_time() - before < 10


def test_the_result_is_the_same_under_any_hash_seed() -> None:
    script = (
        "import json, sys; from claims.text import extract;"
        " print(json.dumps(extract(sys.stdin.read()).as_dict(id=1), ensure_ascii=True))"
    )
    results = [
        subprocess.run(
            [sys.executable, "-c", script],
            input=ARTICLE,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "4711")
    ]
    assert results[0] == results[1]
    assert json.loads(results[0]) == json.loads(json.dumps(extract(ARTICLE).as_dict(id=1)))


def test_nothing_heavy_is_imported_at_the_start() -> None:
    heavy = ("trafilatura", "py3langid", "lxml", "numpy", "django", "markdown_it", "charset_normalizer")
    script = f"import sys, claims.text; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout == "[]\n"
