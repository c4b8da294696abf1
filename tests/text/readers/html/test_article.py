"""Which blocks of a page are its article. The other reader's opinion is given, so that each rule shows."""

import pytest
from lxml import html

from claims.text.readers.html.article import article_of, plain, whole
from claims.text.readers.html.page import Page, page_of, text_of

ONE = "The council of Keldmark voted on Tuesday to rebuild the old harbour of the town."
TWO = "The work costs 48 million crowns and takes three years, said the port authority."
THREE = "Mayor Tom Aldis said that nobody would lose their home while the work goes on."
TEASER = "Ten bridges that you must see before the winter comes, chosen by our readers here."
MENU = "<nav><a href=/>Home</a><a href=/s>Sport</a></nav>"


def page(markup: str) -> Page:
    return page_of(html.document_fromstring(f"<html><body>{MENU}{markup}</body></html>"))


def article(markup: str, told: str, title: str = "") -> list[str]:
    return [block.text for block in article_of(page(markup), told, title)]


def test_what_the_other_reader_took_is_kept() -> None:
    markup = f"<div><p>{ONE}</p><p>{TWO}</p></div><div><p>{TEASER}</p></div>"
    assert article(markup, f"{ONE}\n{TWO}") == [ONE, TWO]


@pytest.mark.parametrize(
    "passed", ["<p>No.</p>", "<h2>Costs</h2>", f"<p>{ONE}</p>", "<blockquote>No.</blockquote>"]
)
def test_what_it_passed_over_between_is_kept(passed: str) -> None:
    kept = html.fragment_fromstring(passed).text
    assert article(f"<div><p>{ONE}</p>{passed}<p>{TWO}</p></div>", f"{ONE}\n{TWO}") == [ONE, kept, TWO]


@pytest.mark.parametrize("passed", [f"<p>{THREE}</p>", f"<ul><li>{THREE}</li></ul>"])
def test_so_is_a_paragraph_beside_it_before_or_after(passed: str) -> None:
    told = f"{ONE}\n{TWO}"
    after = article(f"<div><p>{ONE}</p><p>{TWO}</p>{passed}</div>", told)
    before = article(f"<div>{passed}<p>{ONE}</p><p>{TWO}</p></div>", told)
    assert [len(each) for each in (after, before)] == [3, 3]


@pytest.mark.parametrize(
    "foreign",
    [
        f"<div class=relatedPosts><p>{TEASER}</p></div>",
        f"<section id=newsletter><p>{TEASER}</p></section>",
        f"<aside><p>{TEASER}</p></aside>",
        f"<p style='display:none'>{TEASER}</p>",
        f"<p><a href=/b>Read more: {TEASER}</a></p>",
        "<p>[button link=/b size=big]</p>",
    ],
)
def test_what_is_foreign_goes_even_when_the_other_reader_took_it(foreign: str) -> None:
    long = [f"{ONE} {number}" for number in range(5)]
    body = "".join(f"<p>{each}</p>" for each in long)
    told = "\n".join([long[0], html.fragment_fromstring(f"<div>{foreign}</div>").text_content(), *long[1:]])
    assert article(f"<div><p>{long[0]}</p>{foreign}{body.partition('</p>')[2]}</div>", told) == long


@pytest.mark.parametrize("name", ["tags", "social share", "author-bio"])
def test_what_is_doubtful_stays_only_when_the_other_reader_took_it(name: str) -> None:
    markup = f"<div><p>{ONE}</p><div class='{name}'><p>{TEASER}</p></div><p>{TWO}</p><p>{THREE}</p></div>"
    told = [ONE, TWO, THREE]
    assert article(markup, "\n".join(told)) == told
    assert article(markup, "\n".join([*told, TEASER])) == [ONE, TEASER, TWO, THREE]


def test_a_name_around_the_article_itself_means_nothing() -> None:
    markup = f"<div class='has-newsletter comments'><p>{ONE}</p><p>{TWO}</p></div>"
    assert article(markup, f"{ONE}\n{TWO}") == [ONE, TWO]


def test_date_and_byline_above_go_and_the_title_stays_only_as_headline() -> None:
    above = "<h1>Harbour</h1><p>Harbour rebuilt</p><p>3 March 2026, 10:20</p><p>By Liv Berg</p><h2>Costs</h2>"
    told = f"Harbour\nHarbour rebuilt\n3 March 2026, 10:20\nBy Liv Berg\nCosts\n{ONE}"
    assert article(f"<div>{above}<p>{ONE}</p></div>", told, "Harbour rebuilt") == ["Harbour", "Costs", ONE]


@pytest.mark.parametrize(
    "below",
    [
        "<p>You may also like…</p><p><a href=/b>Ten bridges</a></p>",
        "<h3>More from Keldmark</h3><ul><li><a href=/b>Ten bridges</a></ul>",
        "<p>Tags: harbour, council</p>",
        "<p>© 2026 The Gazette</p>",
        "<p>Lire aussi</p>",
    ],
)
def test_what_leads_away_below_goes(below: str) -> None:
    told = f"{ONE}\n{TWO}\n{html.fragment_fromstring(f'<div>{below}</div>').text_content()}"
    assert article(f"<div><p>{ONE}</p><p>{TWO}</p>{below}</div>", told) == [ONE, TWO]


def test_the_densest_part_is_taken_when_the_other_reader_missed_it() -> None:
    body = f"<div><div><p>{ONE}</p><p>{TWO}</p></div><div><p>{THREE}</p></div><div><p>{ONE}</p></div></div>"
    assert article(f"{body}<div class=comments><p>{TEASER}</p></div>", TEASER) == [ONE, TWO, THREE, ONE]
    assert article(body, "") == [ONE, TWO, THREE, ONE]


def test_a_page_of_few_words_has_no_article() -> None:
    assert article("<p>It rained.</p>", "") == []


@pytest.mark.parametrize(
    ("markup", "answer"),
    [
        ("<p>It rained. <a href=/>More</a></p>", True),
        ("<p><a href=/>Home</a></p>", False),
        ("<p>It rained.</p><footer>Imprint</footer>", False),
        ("<p>It rained.</p><script>x()</script>", False),
    ],
)
def test_a_plain_page_has_nothing_around_its_text(markup: str, answer: bool) -> None:
    assert plain(page_of(html.document_fromstring(markup))) is answer


def test_the_whole_page_is_without_menus_and_hidden_words_where_there_are_others() -> None:
    assert (
        text_of(whole(page("<header>Gazette</header><p hidden>x</p><p>It rained.</p>")))
        == "Gazette\n\nIt rained."
    )
    assert text_of(whole(page(""))) == "HomeSport"
