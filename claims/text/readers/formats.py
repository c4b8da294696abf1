"""Every format that can be read, and which one a file is: by its content, else its name, else its media type."""

from dataclasses import dataclass
from importlib import metadata
from types import ModuleType
from typing import Protocol

from claims.text.readers import docx, eml, html, markdown, odt, pdf, plain
from claims.text.readers.reading import Reading, Unreadable
from claims.text.readers.signatures import recognise


class Reader(Protocol):
    """A function that reads one format; ``charset`` is what the file came with, "" when nothing was said."""

    def __call__(self, data: bytes, *, charset: str = "") -> Reading: ...


@dataclass(frozen=True)
class Format:
    """One format: what people call it, how its files are named, what reads it, and whether a child process must."""

    name: str
    called: str
    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Reader
    room: ModuleType
    isolated: bool = True
    binary: bool = False

    def ending_for(self, name: str) -> str:
        """The ending under which a file of this name is kept: its own where it is one of the format's."""
        own = ending_of(name)
        return own if own in self.endings else self.endings[0]

    @property
    def version(self) -> str:
        """What made the text, for the record: “pdf 1, pypdfium2 5.2”."""
        library = f", {self.room.LIBRARY} {metadata.version(self.room.LIBRARY)}" if self.room.LIBRARY else ""
        return f"{self.name} {self.room.VERSION}{library}"


OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = Format("plain", "a text file", ("txt", "text"), ("text/plain",), plain.read_plain, plain, False)
FORMATS = {
    each.name: each
    for each in (
        PLAIN,
        Format(
            "markdown",
            "a Markdown file",
            ("md", "markdown"),
            ("text/markdown", "text/x-markdown"),
            markdown.read_markdown,
            markdown,
            isolated=False,
        ),
        Format(
            "html",
            "a web page",
            ("html", "htm", "xhtml"),
            ("text/html", "application/xhtml+xml"),
            html.read_html,
            html,
        ),
        Format("docx", "a Word file", ("docx", "docm"), (OFFICE,), docx.read_docx, docx, binary=True),
        Format("pdf", "a PDF", ("pdf",), ("application/pdf",), pdf.read_pdf, pdf, binary=True),
        Format(
            "odt",
            "an OpenDocument text",
            ("odt", "fodt"),
            ("application/vnd.oasis.opendocument.text",),
            odt.read_odt,
            odt,
            binary=True,
        ),
        Format("eml", "a mail", ("eml",), ("message/rfc822",), eml.read_eml, eml),
    )
}
ENDINGS = {ending: each for each in FORMATS.values() for ending in each.endings}
MEDIA_TYPES = {media_type: each for each in FORMATS.values() for media_type in each.media_types}

NOT_WHAT_IT_SAYS = "This file is called .{ending} but is not {called}. Save it anew, or paste the text."
OTHERWISE = "This file is called .{ending} but is {called}; it was read as that."


def format_of(data: bytes, *, name: str = "", media_type: str = "") -> Format:
    """The format of a file; plain text when neither content, name nor media type tells another.

    Raises Unreadable with a sentence when the content holds no text, or is not what a binary format's name says.
    """
    told = recognise(data)
    named = ENDINGS.get(ending_of(name))
    if told and (told != "html" or named in (None, PLAIN)):
        return FORMATS[told]
    if named is None:
        named = MEDIA_TYPES.get(media_type.partition(";")[0].strip().lower(), PLAIN)
    if named.binary:
        raise Unreadable(NOT_WHAT_IT_SAYS.format(ending=ending_of(name) or named.name, called=named.called))
    return named


def misnamed(form: Format, name: str) -> tuple[str, ...]:
    """A warning when a file's ending promises another format than the one it was read as."""
    ending = ending_of(name)
    if ENDINGS.get(ending, form) is form:
        return ()
    return (OTHERWISE.format(ending=ending, called=form.called),)


def ending_of(name: str) -> str:
    """What stands after the last dot of a file's name, in small letters; "" without a dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def charset_of(media_type: str) -> str:
    """The charset that a media type declares (``text/html; charset=windows-1251``), or ""."""
    for part in media_type.split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'")
    return ""
