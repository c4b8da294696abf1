"""What styles mean for the text."""

from lxml import etree

from claims.text.readers.docx.styles import Styles
from tests.text.readers.packed import NAMES

STYLES = f"""<w:styles {NAMES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish/></w:rPr><w:pPr><w:numPr><w:ilvl w:val="2"/>
<w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="C"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""


def test_styles_inherit_and_a_circle_ends() -> None:
    styles = Styles(etree.fromstring(STYLES))
    assert [styles.hides(style) for style in ("A", "B", "C", "D", None)] == [True, True, False, False, False]
    assert [styles.is_heading(style) for style in ("A", "B", "C", None)] == [False, False, True, False]
    assert (styles.numbering("A"), styles.numbering("C")) == (("4", "2"), (None, None))
