"""What styles mean for the words of an OpenDocument text."""

from lxml import etree

from claims.text.readers.odt.styles import Level, Styles
from tests.text.readers.packed import flat

STYLES = """<style:default-style><style:text-properties fo:language="de"/></style:default-style>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="N"><style:text-properties style:text-line-through-style="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
 text:display-levels="2" text:start-value="3"/><text:list-level-style-bullet text:level="1"/></text:list-style>"""


def test_styles_by_their_names() -> None:
    styles = Styles([etree.fromstring(flat("", STYLES))])
    assert (styles.hidden, styles.struck) == ({"H"}, {"S"})
    assert styles.level("L", 2) == Level("lowerLetter", "", ")", 3, 2)
    assert styles.level("L", 1) == styles.level("no", 1) == Level()


def test_labels() -> None:
    assert Level().label([4]) == "-"
    assert Level("lowerLetter", "(", ")", 1, 2).label([9, 2, 3]) == "(b.c)"
    assert Level("none", "", "").label([1]) == ""
