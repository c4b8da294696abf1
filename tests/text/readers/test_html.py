"""HTML to the main text."""

import contextlib
import datetime

import pytest

from claims.text.readers.html import WHOLE_PAGE, read_html
from claims.text.readers.reading import Unreadable

PARAGRAPHS = [
    "The council of Keldmark voted on Tuesday to rebuild the old harbour, closed since the flood of 2019.",
    "The work costs 48 million crowns, according to the port authority, and it takes three years from start to end.",
    "Mayor Tom Aldis said that nobody would lose their home, although the fishermen of the lower town doubt it.",
]
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour to be rebuilt | The Gazette</title>
<meta property="og:title" content="Harbour to be rebuilt"><meta name="author" content="Liv Berg">
<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Harbour to be rebuilt</h1>{body}</article>
<aside>Related: ten bridges you must see</aside>
<footer>We use cookies. Accept all cookies. Imprint</footer></body></html>""".format(
    body="".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
)


def test_the_article_comes_without_what_is_around_it() -> None:
    text = read_html(PAGE.encode()).text
    assert [part for part in text.split("\n\n") if part in PARAGRAPHS] == PARAGRAPHS
    assert [word for word in ("Sport", "cookies", "Related") if word in text] == []


def test_what_the_page_says_about_itself() -> None:
    reading = read_html(PAGE.encode())
    assert (reading.title, reading.author, reading.language) == ("Harbour to be rebuilt", "Liv Berg", "en")
    assert (reading.date, reading.format) == (datetime.date(2026, 3, 1), "html")


def test_the_declared_charset_is_respected() -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>Größe „ja“. {PARAGRAPHS[0]}</p></body></html>'
    assert "Größe „ja“." in read_html(page.encode("cp1252")).text


def test_a_page_without_an_article_gives_its_whole_text() -> None:
    reading = read_html(b"<body><header>One<br>two</header><script>x()</script><div>Three</div></body>")
    assert (reading.text, reading.warnings) == ("One\ntwo\n\nThree", (WHOLE_PAGE,))


@pytest.mark.parametrize("page", [b"<html></html>", b"<script>x()</script>", b"<p> </p>"])
def test_a_page_without_text_is_refused(page: bytes) -> None:
    with pytest.raises(Unreadable):
        read_html(page)


def test_deep_nesting_does_no_harm() -> None:
    page = b"<div>" * 3000 + b"Deep words stand here." + b"</div>" * 3000
    with contextlib.suppress(Unreadable):
        assert "Deep" in read_html(page).text
