"""What a page says about itself."""

import datetime
import json

import pytest
from lxml import html

from claims.text.readers.html.facts import Facts, facts_of

DAY = datetime.date(2026, 3, 1)


def facts(head: str = "", body: str = "<p>It rained.</p>", tag: str = "<html>") -> Facts:
    return facts_of(html.document_fromstring(f"{tag}<head>{head}</head><body>{body}</body></html>"))


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def thing(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_a_page_that_says_nothing() -> None:
    assert facts() == Facts()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (meta("og:title", "Harbour rebuilt"), "", "Harbour rebuilt"),
        (meta("og:title", "Harbour rebuilt | The Gazette"), "", "Harbour rebuilt"),
        (meta("og:title", "Harbour - The Gazette") + meta("og:site_name", "The Gazette"), "", "Harbour"),
        (meta("og:title", "Harbour - a town rebuilds"), "", "Harbour - a town rebuilds"),
        (thing(headline="Harbour &amp; quay"), "", "Harbour & quay"),
        ("<title>Harbour – Gazette</title>", "<h1>Harbour\n rebuilt</h1>", "Harbour rebuilt"),
        (
            "<title>Harbour: the plan – Gazette</title>",
            "<h1>Gazette</h1><h1>Harbour: the plan</h1>",
            "Harbour: the plan",
        ),
        ("<title>Notes</title>", "", "Notes"),
    ],
)
def test_the_title_comes_without_the_name_of_the_site(head: str, body: str, title: str) -> None:
    assert facts(head, body + "<p>It rained.</p>").title == title


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (meta("author", "By Liv Berg"), "", "Liv Berg"),
        (meta("author", "LIV BERG, Harbour Reporter"), "", "LIV BERG"),
        (thing(author={"@type": "Person", "name": "Liv Berg"}), "", "Liv Berg"),
        (thing(author=[{"name": "Liv Berg"}, {"name": "Ole Dahl"}, "liv berg"]), "", "Liv Berg, Ole Dahl"),
        (meta("article:author", "https://gazette.example/berg"), "", ""),
        (meta("author", "admin"), '<a rel="author">Liv Berg</a>', "Liv Berg"),
        ("", '<p class="byline">von Liv Berg | 1. März 2026</p>', "Liv Berg"),
        (
            "",
            '<p class="byline">By <a>Liv Berg</a>, who has written of harbours for the Gazette</p>',
            "Liv Berg",
        ),
        ("", '<b itemprop="author"><i itemprop="name">Liv Berg</i> (Keldmark)</b>', "Liv Berg"),
        (meta("author", "The people of Keldmark who wrote this together"), "", ""),
    ],
)
def test_authors_are_names(head: str, body: str, author: str) -> None:
    assert facts(head, body + "<p>It rained.</p>").author == author


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (meta("article:published_time", "2026-03-01T08:00:00Z"), "", DAY),
        (thing(datePublished="2026-03-01"), "", DAY),
        ('<link rel="canonical" href="https://gazette.example/2026/03/01/harbour">', "", DAY),
        ("", '<time itemprop="datePublished" datetime="2026-03-01">', DAY),
        ("", '<article><time datetime="2026-03-01T10:00">1 March</time></article>', DAY),
        (meta("date", "the first of March"), "", None),
        (meta("date", "2026-02-31"), "", None),
    ],
)
def test_the_day_of_publication(head: str, body: str, day: datetime.date | None) -> None:
    assert facts(head, body + "<p>It rained.</p>").date == day


@pytest.mark.parametrize(
    ("tag", "head", "language"),
    [
        ('<html lang="en-GB">', meta("og:locale", "de_DE"), "en"),
        ("<html>", meta("og:locale", "de_DE"), "de"),
        ("<html>", thing(inLanguage="FR"), "fr"),
        ('<html lang="english">', "", ""),
    ],
)
def test_the_language_is_two_letters(tag: str, head: str, language: str) -> None:
    assert facts(head, tag=tag).language == language


@pytest.mark.parametrize(
    ("head", "link"),
    [
        (
            '<link rel="canonical" href=" https://gazette.example/harbour ">',
            "https://gazette.example/harbour",
        ),
        ('<link rel="canonical" href="/harbour">', ""),
        (
            '<link rel="canonical" href="javascript:x()">' + meta("og:url", "http://g.example/h"),
            "http://g.example/h",
        ),
        (meta("og:url", "https://[broken"), ""),
        (meta("og:url", "https://g.example/a b"), ""),
        (thing(url="https://g.example/h"), "https://g.example/h"),
    ],
)
def test_the_link_is_absolute(head: str, link: str) -> None:
    assert facts(head).link == link


@pytest.mark.parametrize(
    "written",
    [
        '<![CDATA[{"@type": "Article", "headline": "Harbour"}]]>',
        '//<![CDATA[\n{"@type": "Article", "headline": "Harbour"}\n//]]>',
        '{"@graph": [{"@type": "WebSite", "headline": "No"}, {"@type": ["Article"], "headline": "Harbour"}]}',
        '[[{"@type": "BlogPosting", "headline": ["Harbour"]}]]',
    ],
)
def test_json_ld_as_sites_write_it(written: str) -> None:
    assert facts(f'<script type="application/ld+json">{written}</script>').title == "Harbour"


@pytest.mark.parametrize(
    "written", ["{", "[" * 100_000, '{"@type": 4}', "null", '{"@type": "Article", "headline": {}}']
)
def test_json_ld_that_means_nothing_is_passed_over(written: str) -> None:
    assert facts(f'<script type="application/ld+json">{written}</script>') == Facts()
