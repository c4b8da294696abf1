"""HTML to the article, or to the whole of a page that is none."""

import datetime
import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.characters import tidy
from claims.text.readers.html import NO_TEXT, TOO_DEEP, WHOLE_PAGE, read_html
from claims.text.readers.reading import Unreadable

HEADLINE = "Harbour to be rebuilt"
PARAGRAPHS = [
    "The council of Keldmark voted on Tuesday to rebuild the old harbour, closed since the flood of 2019.",
    "The work costs 48 million crowns, according to the port authority, and it takes three years from start to end.",
    "Mayor Tom Aldis said that nobody would lose their home, although the fishermen of the lower town doubt it.",
]
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour to be rebuilt | The Gazette</title>
<meta property="og:title" content="Harbour to be rebuilt"><meta name="author" content="Liv Berg">
<link rel="canonical" href="https://gazette.example/harbour">
<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Harbour to be rebuilt</h1>{body}</article>
<aside>Related: ten bridges you must see</aside>
<footer>We use cookies. Accept all cookies. Imprint</footer></body></html>"""


def page(*paragraphs: str) -> bytes:
    return PAGE.replace("{body}", "".join(f"<p>{each}</p>" for each in paragraphs)).encode()


# --- an article among other things ------------------------------------------------------------------------


def test_the_article_comes_without_what_is_around_it() -> None:
    assert read_html(page(*PARAGRAPHS)).text.split("\n\n") == [HEADLINE, *PARAGRAPHS]


def test_what_the_page_says_about_itself() -> None:
    reading = read_html(page(*PARAGRAPHS))
    assert (reading.title, reading.author, reading.language) == (HEADLINE, "Liv Berg", "en")
    assert (reading.date, reading.link) == (datetime.date(2026, 3, 1), "https://gazette.example/harbour")
    assert (reading.format, reading.warnings, reading.reader) == ("html", (), "")


def test_short_and_repeated_paragraphs_of_an_article_stay() -> None:
    chorus = [*PARAGRAPHS[:2], "No.", PARAGRAPHS[0], "No.", PARAGRAPHS[2]]
    assert read_html(page(*chorus)).text.split("\n\n") == [HEADLINE, *chorus]


def test_an_article_that_only_its_letters_give_away() -> None:
    """Loose lines in a div, which other readers pass over."""
    body = "<br><br>".join(PARAGRAPHS)
    menu = "<div id=menu>" + "".join(f"<a href=/{n}>Part {n} of the site</a> " for n in range(40)) + "</div>"
    markup = f"<html><body><script>x()</script>{menu}<div><b>{body}</b></div></body></html>"
    assert read_html(markup.encode()).text.split("\n\n") == PARAGRAPHS


# --- the whole page ---------------------------------------------------------------------------------------


def test_a_page_without_an_article_gives_its_whole_text() -> None:
    reading = read_html(b"<body><header>One<br>two</header><script>x()</script><div>Three</div></body>")
    assert (reading.text, reading.warnings) == ("One\ntwo\n\nThree", (WHOLE_PAGE,))


def test_loose_words_come_with_a_warning() -> None:
    reading = read_html(b"It rained in Keldmark.")
    assert (reading.text, reading.warnings) == ("It rained in Keldmark.", (WHOLE_PAGE,))


def test_a_page_with_nothing_around_its_text_comes_back_whole() -> None:
    reading = read_html(b"<html><body><h1>Minutes</h1><p>1</p><p>1</p><p>Agreed.</p></body></html>")
    assert (reading.text, reading.warnings) == ("Minutes\n\n1\n\n1\n\nAgreed.", ())


def shown(words: str) -> str:
    """Words as any page shows them: typeset signs resolved, blanks and line ends one blank."""
    return re.sub("[ \t\n]+", " ", tidy(words)).strip(" ")


WORDS = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40)
    .map(shown)
    .filter(lambda words: words.strip() != "")
)
PARAGRAPH = WORDS.map(lambda words: (f"<p>{html.escape(words)}</p>", words))
BULLETS = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda items: (
        "<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in items) + "</ul>",
        "\n".join(f"- {item}" for item in items),
    )
)
NUMBERS = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda items: (
        "<ol>" + "".join(f"<li>{html.escape(item)}</li>" for item in items) + "</ol>",
        "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)),
    )
)
TABLE = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4).map(
    lambda rows: (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>",
        "\n".join(" | ".join(row) for row in rows),
    )
)


@given(st.lists(st.one_of(PARAGRAPH, BULLETS, NUMBERS, TABLE), min_size=1, max_size=6))
@settings(deadline=None)
def test_what_is_written_as_a_page_is_read_back(parts: list[tuple[str, str]]) -> None:
    markup = (
        "<html><head><title>Notes</title></head><body>"
        + "".join(each for each, _ in parts)
        + "</body></html>"
    )
    reading = read_html(markup.encode())
    assert (reading.text, reading.title) == ("\n\n".join(text for _, text in parts), "Notes")
    assert WHOLE_PAGE not in reading.warnings


# --- encodings, and pages that mean no good ---------------------------------------------------------------


def test_the_declared_charset_is_respected() -> None:
    markup = (
        '<html><head><meta charset="windows-1251"></head><body><p>Мост открыли в марте.</p></body></html>'
    )
    assert read_html(markup.encode("cp1251")).text == "Мост открыли в марте."


def test_the_charset_of_the_transport_comes_first() -> None:
    markup = "<html><head><meta charset=latin-1></head><body><p>Мост открыли в марте.</p></body></html>"
    assert read_html(markup.encode("koi8-r"), charset="koi8-r").text == "Мост открыли в марте."


@pytest.mark.parametrize(
    "markup", [b"<html></html>", b"<script>x()</script>", b"<p> </p>", b"<!--", b"<p>\xc2\xa0</p>"]
)
def test_a_page_without_text_is_refused(markup: bytes) -> None:
    with pytest.raises(Unreadable, match=f"^{re.escape(NO_TEXT)}$"):
        read_html(markup)


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert read_html(f"<{tag}>".encode() * 1500 + b"Deep words stand here.").text == "Deep words stand here."


@pytest.mark.parametrize("tag", ["div", "ul><li", "span"])
def test_deeper_nesting_than_any_page_has_is_refused(tag: str) -> None:
    with pytest.raises(Unreadable, match=f"^{re.escape(TOO_DEEP)}$"):
        read_html(f"<{tag}>".encode() * 10_000 + b"Deep words stand here.")


@pytest.mark.parametrize(
    "piece",
    [
        "<p>It rained. ",
        "<b>It <i>rained</b>. ",
        "It rained. <!-- and --!> ",
        "<p title='" + "a" * 9000 + "'>It rained.",
        "<li>It rained.",
        "<tr><td>It rained.",
        "<a href=/>It rained.</a> ",
    ],
)
def test_a_large_and_careless_page_is_read_whole(piece: str) -> None:
    """No clock: by the square of its length this would take minutes."""
    times = 300_000 // len(piece)
    assert read_html((piece * times).encode()).text.count("It rained") == times


@pytest.mark.parametrize("piece", ["<table><tr><td>It rained.", "<font>It rained.", "It rained.<svg>"])
def test_elements_that_nobody_closes_are_too_deep(piece: str) -> None:
    with pytest.raises(Unreadable, match=f"^{re.escape(TOO_DEEP)}$"):
        read_html(piece.encode() * 10_000)
