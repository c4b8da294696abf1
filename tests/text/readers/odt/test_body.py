"""The body of an OpenDocument text to blocks of text."""

import pytest

from claims.text.readers.odt import HIDDEN, SHORTENED, read_odt
from claims.text.readers.odt.body import STRUCK
from tests.text.readers.packed import open_text

STYLES = """<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>"""
BOX = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"


def item(*inside: str, start: str = "") -> str:
    return f"<text:list-item{start}>{''.join(inside)}</text:list-item>"


def words(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def listed(*items: str, style: str = "L") -> str:
    return f'<text:list text:style-name="{style}">{"".join(items)}</text:list>'


INNER = f"<text:list>{item(words('b'))}</text:list>"


def cell(text: str, name: str = "table-cell", repeated: int = 1) -> str:
    return f'<table:{name} table:number-columns-repeated="{repeated}">{words(text)}</table:{name}>'


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (words("a \n  b<text:s/> <text:s text:c='2'/>c<text:tab/>d<text:line-break/>e"), "a b    c d\ne"),
        (words("a<text:span> b</text:span><text:a>c</text:a>"), "a bc"),
        (words(f"Before{BOX}") + words("After."), "Before\n\nIn the box.\n\nAfter."),
        (BOX + words("After."), "In the box.\n\nAfter."),
        ("<text:h>Head</text:h><text:section><text:p>Body.</text:p></text:section>", "Head\n\nBody."),
        (
            words(
                "漢<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>じ</text:ruby-text></text:ruby>"
            ),
            "漢字",
        ),
        (words("") + words(" <text:s/>") + words("One."), "One."),
    ],
)
def test_what_a_paragraph_says(body: str, text: str) -> None:
    assert read_odt(open_text(body)).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (listed(item(words("a")), item(words("b"), words("c")), style=""), "- a\n- b\n  c"),
        (listed(item(words("a"), INNER), item(words("c"))), "1. a\n  a) b\n2. c"),
        (listed(item(words("a"), start=' text:start-value="7"'), item(words("b")))
         + words("x") + listed(item(words("c"))).replace("<text:list ", '<text:list text:continue-numbering="true" ')
         + words("y") + listed(item(words("d"))), "7. a\n8. b\n\nx\n\n9. c\n\ny\n\n1. d"),
    ],
)  # fmt: skip
def test_lists_count(body: str, text: str) -> None:
    assert read_odt(open_text(body, STYLES)).text == text


@pytest.mark.parametrize(
    ("rows", "text", "warnings"),
    [
        (row(cell("a"), cell("b")) + row(cell(""), cell("c", repeated=2)), "a | b\n| c | c", ()),
        (row(cell("a"), cell("x", "covered-table-cell"), cell("b")), "a |  | b", ()),
        (row(cell("a"), cell("", repeated=1_000_000)) + row(cell(""), repeated=1_000_000), "a", ()),
        (row(cell("a", repeated=1_000_000), cell("b")), "a | b", (SHORTENED,)),
        (f"<table:table-header-rows>{row(cell('a'), cell('b'))}</table:table-header-rows>" + row(cell("c"), cell("d")),
         "a | b\nc | d", ()),
        (row(cell("</text:p><text:p>Framed.")), "Framed.", ()),
    ],
)  # fmt: skip
def test_tables_are_rows_of_cells(rows: str, text: str, warnings: tuple[str, ...]) -> None:
    reading = read_odt(open_text(f"<table:table>{rows}</table:table>"))
    assert (reading.text, reading.warnings) == (text, warnings)


def test_a_table_that_repeats_without_end_is_cut_short() -> None:
    rows = row(cell("word " * 2_000, repeated=60), cell("b"), repeated=60)
    reading = read_odt(open_text(f"<table:table>{rows}</table:table>"))
    assert (len(reading.text) < 300_000, reading.warnings) == (True, (SHORTENED,))


def test_what_is_hidden_struck_or_listed_is_told() -> None:
    body = (
        words(
            "Seen <text:span text:style-name='H'>not</text:span><text:hidden-text>not</text:hidden-text>now."
        )
        + "<text:p text:style-name='H'>Not.</text:p>"
        + f"<text:section text:display='none'>{words('Not.')}</text:section>"
        + words("<text:span text:style-name='S'>Struck.</text:span>")
        + "<text:table-of-content><text:index-body><text:p>One 3</text:p></text:index-body></text:table-of-content>"
    )
    reading = read_odt(open_text(body, STYLES))
    assert reading.text == "Seen now.\n\nStruck."
    assert reading.warnings == ("The table of contents was left out.", HIDDEN, STRUCK)
