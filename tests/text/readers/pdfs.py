"""Builds PDFs for the tests, honest ones with ReportLab and hostile ones by hand; and words and lines as if read."""

import io
import zlib
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from claims.text.readers.pdf.lines import Line
from claims.text.readers.pdf.words import Word

WIDTH, HEIGHT = 595.0, 842.0
FONT, SIZE, LEADING = "Helvetica", 10.0, 12.0

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, lock: StandardEncryption | None = None, **about: str) -> bytes:
    """One page for each function, which draws it; ``about`` is title, author or date."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=lock)
    canvas.setTitle(about.get("title", ""))
    canvas.setAuthor(about.get("author", ""))
    if "lang" in about:
        canvas.setCatalogEntry("Lang", about["lang"])
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(
    canvas: Canvas, lines: Sequence[str], *, x: float = 72, y: float = 700, justify: float = 0
) -> float:
    """Draw lines from ``y`` downwards, stretched to the width ``justify`` but for lines that end a paragraph (“¶”).

    A line that begins with “→” is indented. Returns the y below the last line.
    """
    for line in lines:
        indent = 12 if line.startswith("→") else 0
        text = line.strip("→¶")
        blanks = text.count(" ")
        room = justify - indent - canvas.stringWidth(text, FONT, SIZE)
        space = room / blanks if justify and blanks and not line.endswith("¶") else 0
        canvas.drawString(x + indent, y, text, wordSpace=space)
        y -= LEADING
    return y


def lines_of(text: str, width: float, *, indent: bool = True) -> list[str]:
    """A paragraph broken in lines for ``column``."""
    canvas = Canvas(io.BytesIO())
    lines = ["→" if indent else ""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".replace("→ ", "→").strip()
        if canvas.stringWidth(longer.strip("→"), FONT, SIZE) > width - (12 if longer.startswith("→") else 0):
            lines.append(word)
        else:
            lines[-1] = longer
    return [*lines[:-1], lines[-1] + "¶"]


def raw_pdf(*objects: bytes, root: int = 1, trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, with a right table of their places."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R" % (size, table, size, root)
    return body + head + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def stream(content: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object, compressed if asked."""
    if packed:
        content, more = zlib.compress(content, 9), more + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


def spelled_pdf(letters: str, content: bytes) -> bytes:
    """One page whose font /F2 spells these letters, whatever script, for the codes A, B, C … of the content."""
    pairs = b"".join(b"<%02X> <%04X>\n" % (65 + number, ord(letter)) for number, letter in enumerate(letters))
    spelling = stream(
        b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar\n%sendbfchar endcmap end" % (len(letters), pairs)
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>"
    return page_pdf(content, b"/Font<</F1 5 0 R/F2 7 0 R>>", b"[0 0 595 842]", spelling, font)


def page_pdf(
    content: bytes, more: bytes = b"", box: bytes = b"[0 0 595 842]", *extra: bytes, packed: bool = False
) -> bytes:
    """One page that draws this content; ``more`` are its resources instead of font F1, ``extra`` objects from 6 on."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
        % (box, more),
        stream(content, packed=packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *extra,
    )


def words(text: str, x: float, y: float, *, size: float = 10, blank: float = 3) -> list[Word]:
    """Words on one level, as the reader sees them: letters are half as wide as high, y goes downwards."""
    found: list[Word] = []
    for part in text.split():
        found.append(Word(part, x, x + 0.5 * size * len(part), y, size))
        x = found[-1].right + blank
    return found


def line(
    text: str, y: float, *, x: float = 72, size: float = 10, page: int = 0, region: int = 0, row: bool = False
) -> Line:
    """A line of letters half as wide as high, on a page of 842 points."""
    first = 0.5 * size * len(text.split()[0])
    return Line(text, x, x + 0.5 * size * len(text), y, size, False, page, y / HEIGHT, region, first, row)
