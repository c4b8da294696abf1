"""The tree of a page as blocks in reading order."""

import pytest
from lxml import html

from claims.text.readers.html.page import Block, page_of, tabular, text_of


def written(markup: str) -> str:
    return text_of(page_of(html.document_fromstring(markup)).blocks)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>It <b>rain</b>ed\n in  May.</p><p>It stopped.</p>", "It rained in May.\n\nIt stopped."),
        ("<p>one<br>two<br> <br>three</p>", "one\ntwo\n\nthree"),
        ("<div>loose<p>inner</p>tail</div>", "loose\n\ninner\n\ntail"),
        ("<ul><li>one<li><p>two</p></ul><p>after</p>", "- one\n- two\n\nafter"),
        ("<ol start=3><li>three<li>four</ol>", "3. three\n4. four"),
        ("<ul><li>one<ol><li>inner</ol><li>two<br>lines</ul>", "- one\n  1. inner\n- two\n  lines"),
        ("<ul><li>one</ul><ul><li>other</ul>", "- one\n\n- other"),
        ("<li>stray", "stray"),
        ("<h2>Head</h2><blockquote><p>said</p></blockquote>", "Head\n\nsaid"),
        ("<pre>\n if rain:\n   stay\n</pre>", " if rain:\n   stay"),
        ("<dl><dt>rain</dt><dd>water</dd></dl>", "rain\n\nwater"),
        ("<p>&nbsp;</p><p>a&nbsp;&nbsp;b&shy;c ﬁn</p>", "a bc fin"),
        ("<p>one<!-- no -->two<?php no ?></p>", "onetwo"),
        ("<p>line\u2028and\u2029paragraph\x0bsigns</p>", "line and paragraph signs"),
        ("<style>a{}</style><p>kept</p><script>x</script><template>y</template> tail", "kept\n\ntail"),
        ("<p>seen <span style='display: none'>hidden</span><i hidden>too</i>again</p>", "seen again"),
        ("<p>name<span class=tooltip-text>a card</span></p>", "name"),
    ],
)
def test_blocks_are_written_in_reading_order(markup: str, text: str) -> None:
    assert written(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<table><tr><th>Year<th>Crowns<tr><td>2025<td>62</table>", "Year | Crowns\n2025 | 62"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>", "a b | c d"),
        ("<table><caption>Costs</caption><tr><td>a<td><td>c<td></table>after", "Costs\n\na |  | c\n\nafter"),
        ("<table role=presentation><tr><td>menu<td>words</table>", "menu\n\nwords"),
        ("<table><tr><td><h2>News</h2><td>words</table>", "News\n\nwords"),
        ("<table><tr><td>a<table><tr><td>b<td>c</table></table>", "a\n\nb | c"),
        ("<table><tr></tr><tr><td> </td></tr></table>", ""),
    ],
)
def test_a_table_that_holds_facts_is_a_line_a_row(markup: str, text: str) -> None:
    assert written(markup) == text


def test_long_cells_place_things_and_hold_no_facts() -> None:
    short, long = (f"<table><tr><td>{'word ' * words}</td></tr></table>" for words in (9, 900))
    assert [tabular(html.fragment_fromstring(each)) for each in (short, long)] == [True, False]


def test_each_block_knows_where_it_stands_and_how_much_of_it_is_links() -> None:
    page = page_of(
        html.document_fromstring("<div id=mainText class='a B'><p>abc <a>defg</a></p><ul><li>x</ul>")
    )
    tags = [(place.tag, place.parent, place.label) for place in page.places]
    assert tags[2:4] == [("div", 1, "main-text a b"), ("p", 2, "")]
    assert page.blocks == [Block("abc defg", 3, 0, 0.5), Block("- x", 5, 4, 0.0)]
    assert [page.tag(block) for block in page.blocks] == ["p", "li"]


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [("<p hidden>a", True), ("<p style='DISPLAY:none'>a", True), ("<p aria-hidden=false>a", False)],
)
def test_hidden_blocks_are_marked(markup: str, hidden: bool) -> None:
    assert page_of(html.document_fromstring(markup)).places[-1].hidden is hidden


@pytest.mark.parametrize(
    ("markup", "scripted"),
    [
        ("<script>x</script>a", True),
        ("<script type='application/ld+json'>{}</script>a", False),
        ("<p>a", False),
    ],
)
def test_scripts_are_noticed(markup: str, scripted: bool) -> None:
    assert page_of(html.document_fromstring(markup)).scripted is scripted
