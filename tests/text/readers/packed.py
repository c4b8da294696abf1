"""Archives, Word and OpenDocument files made by hand for the readers' tests. No test stands here."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("meta", "meta"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    ]
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """An archive of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body and parts by their roles; each part is the inside of its root element."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering"}
    files: dict[str, bytes | str] = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({role: f"{role}.xml" for role in parts}),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
    }
    for role, inside in parts.items():
        files[f"word/{role}.xml"] = f"<w:{roots[role]} {NAMES}>{inside}</w:{roots[role]}>"
    return zipped(files)


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run with properties of the paragraph and of the run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def open_text(body: str, styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument text with this body, automatic styles and inside of its meta element."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": flat(body, styles)
            .replace("office:document ", "office:document-content ", 1)
            .replace("</office:document>", "</office:document-content>"),
            "meta.xml": f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def flat(body: str, styles: str = "") -> str:
    """The same in one flat file."""
    return (
        f"<office:document {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{role}" Target="{target}"/>'
        for at, (role, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'
