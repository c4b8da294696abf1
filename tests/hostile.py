"""Files made to do harm, each a few bytes to a few megabytes, built when asked for. Nothing here is read."""

import gzip
import io
import os
import subprocess
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SENTENCE = "The quay of Vessby cost 62 million crowns in 2025."
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def zipped(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def word(body: str, *, head: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this body."""
    document = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document.encode(), **(parts or {})})


def paragraph(text: str) -> str:
    """A Word paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def open_text(head: str, body: str) -> bytes:
    """An OpenDocument text with this body."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = f'xmlns:o="{space}office:1.0" xmlns:t="{space}text:1.0"'
    content = (
        f"{head}<o:document-content {names}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    )
    return zipped(
        {"mimetype": OPEN_TEXT.encode(), "content.xml": content.encode()}, method=zipfile.ZIP_STORED
    )


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalog; readers find them without a table."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def pdf_of_words(*, password: str = "") -> bytes:
    """An honest PDF of one page, locked if there is a password."""
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.drawString(72, 720, SENTENCE)
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(written.getvalue()))
    if password:
        writer.encrypt(password)
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A packed PDF stream."""
    packed = zlib.compress(data, 9)
    return b"<< /Filter /FlateDecode /Length %d %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def pdf_page(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page with this content stream."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << %s >> >>"
        % resources,
        content,
        *more,
    )


def looping_form() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    return pdf_page(stream(b"/F Do"), stream(b"/F Do /F Do", form), resources=b"/XObject << /F 5 0 R >>")


def mail(depth: int) -> bytes:
    """A mail inside a mail inside a mail …"""
    message = EmailMessage()
    message["Subject"], message["From"] = "Quay", "Ida <ida@desk.example>"
    message.set_content(SENTENCE)
    inner = message.as_bytes()
    for number in range(depth):
        head = b"Subject: %d\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (
            number,
            number,
        )
        inner = head + b"--b%d\r\nContent-Type: message/rfc822\r\n\r\n%s\r\n--b%d--\r\n" % (
            number,
            inner,
            number,
        )
    return inner


@dataclass(frozen=True)
class Hostile:
    """A file, and how the refusal begins; "" when its words come in all the same."""

    name: str
    file: str
    build: Callable[[], bytes]
    says: str


MEGABYTE = b" " * 1_000_000
DAMAGED_ZIP, DAMAGED_PDF = "This file is damaged: the archive", "This PDF is damaged and cannot be opened."
ENTITIES = "This file declares entities of its own"
UNPACKS, DENSE = (
    "This file unpacks to more than 25 MB in one part",
    "This file unpacks to more than 200 times its size",
)
TOO_DEEP = "This page is nested too deeply to read."
LIMITED = "Reading this file |The reader broke off on this file"
AT_ONCE = "This file is a PDF and a {} at once"
NO_PAGES = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>")
NEST = {"word/inner.zip": zipped({"inner.zip": zipped({"a.txt": MEGABYTE * 10})})}
PARTS = {f"word/{n}.xml": b"<a/>" for n in range(3000)}
LONG, DEEP = paragraph(SENTENCE * 10) * 110_000, "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
HOSTILE = [
    Hostile("a zip bomb", "a.docx", lambda: zipped({"word/document.xml": MEGABYTE * 200}), UNPACKS),
    Hostile("59 MB in a small Word file", "a.docx", lambda: word(LONG), UNPACKS),
    Hostile("zips in zips", "a.docx", lambda: zipped(NEST), "This is not a Word file"),
    Hostile(
        "3,000 parts",
        "a.docx",
        lambda: word(paragraph("a"), parts=PARTS),
        "This file holds 3001 parts inside",
    ),
    Hostile("a Word file cut off", "a.docx", lambda: word(paragraph(SENTENCE))[:-200], DAMAGED_ZIP),
    Hostile(
        "a locked Word file", "a.docx", lambda: OLE + ENCRYPTED, "This Word file is locked with a password."
    ),
    Hostile("laughs in a Word file", "a.docx", lambda: word(paragraph("&j;"), head=LAUGHS), ENTITIES),
    Hostile(
        "an outside entity in a Word file", "a.docx", lambda: word(paragraph("&a;"), head=OUTSIDE), ENTITIES
    ),
    Hostile("deep XML", "a.docx", lambda: word(DEEP), DENSE),
    Hostile("laughs in an OpenDocument text", "a.odt", lambda: open_text(LAUGHS, "<t:p>&j;</t:p>"), ENTITIES),
    Hostile("an outside entity there", "a.odt", lambda: open_text(OUTSIDE, "<t:p>&a;</t:p>"), ENTITIES),
    Hostile("laughs in a page", "a.xhtml", lambda: f"{LAUGHS}<html><p>&j;</p></html>".encode(), ENTITIES),
    Hostile("a PDF whose pages loop", "a.pdf", lambda: pdf(*NO_PAGES), DAMAGED_PDF),
    Hostile("a PDF that draws itself", "a.pdf", looping_form, LIMITED),
    Hostile("a PDF of a packed gigabyte", "a.pdf", lambda: pdf_page(stream(MEGABYTE * 1000)), LIMITED),
    Hostile("a PDF cut off", "a.pdf", lambda: pdf_of_words()[:200], DAMAGED_PDF),
    Hostile(
        "a locked PDF", "a.pdf", lambda: pdf_of_words(password="x"), "This PDF is locked with a password."
    ),
    Hostile("a PDF called .docx", "a.docx", pdf_of_words, ""),
    Hostile(
        "a PDF that is a zip",
        "a.pdf",
        lambda: pdf_of_words() + zipped({"a.txt": b"a"}),
        AT_ONCE.format("zip archive"),
    ),
    Hostile("a page that is a PDF", "a.html", lambda: b"<html>" + pdf_of_words(), AT_ONCE.format("web page")),
    Hostile("1,000 nested tags", "a.html", lambda: b"<div>" * 1_000 + SENTENCE.encode(), ""),
    Hostile(
        "10,000 nested tags",
        "a.html",
        lambda: b"<div>" * 10_000 + SENTENCE.encode(),
        TOO_DEEP,
    ),
    Hostile(
        "a page packed with gzip", "a.html", lambda: gzip.compress(MEGABYTE), "Compressed files hold no text"
    ),
    Hostile("mails in mails", "a.eml", lambda: mail(400), "This mail holds more parts in one another"),
]


def children() -> list[str]:
    """The reading processes that this process started and that are still there, by their command lines."""
    mine = ((parent, args) for parent, args in processes() if parent == os.getpid())
    return [args for _, args in mine if "claims.outside.jail" in args]


def processes() -> Iterator[tuple[int, str]]:
    """The parent and the command line of every process."""
    if not Path("/proc/self/stat").exists():  # macOS
        command = ["ps", "-A", "-ww", "-o", "ppid=,args="]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        yield from ((int(parent), args) for parent, args in (line.split(None, 1) for line in listed))
        return
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # gone in between
            after_the_name = (folder / "stat").read_text().rpartition(")")[2].split()
            yield int(after_the_name[1]), (folder / "cmdline").read_text().replace("\0", " ")
