"""HTML to the article's main text, title, author and date; navigation and other boilerplate are left out."""

from __future__ import annotations

import logging
import re
from typing import Any

from claims.text.characters import normalise
from claims.text.readers.decoding import decode
from claims.text.readers.front_matter import read_day
from claims.text.readers.reading import Reading, Unreadable

CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
XML_CHARSET = re.compile(rb"""\A\s*<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
LANGUAGE = re.compile(r"""<html[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
DECLARED_WITHIN = 4096

# What the library finds odd in a page is no news for the log: the reading has warnings of its own.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

WHOLE_PAGE = "No article was found on this page; the text of the whole page was taken."
NO_TEXT = "This page has no text. Paste the text instead."
NOT_TEXT = ("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "form", "button")
BLOCKS = (
    "address article aside blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main"
    " ol p pre section table td th tr ul"
).split()


def read_html(data: bytes) -> Reading:
    """The main text of a page; Unreadable when it has none."""
    page, warnings = decode(data, declared=_declared(data))
    page = normalise(page)
    text, facts = _main_text(page)
    if not text.strip():
        text = _body_text(page)
        warnings += (WHOLE_PAGE,)
    if not text.strip():
        raise Unreadable(NO_TEXT)
    language = LANGUAGE.search(page[:DECLARED_WITHIN])
    return Reading(
        text=normalise(text),
        title=_line(facts.get("title")),
        author=_line(facts.get("author")),
        date=read_day(facts.get("date") or ""),
        language=language[1].lower() if language else "",
        format="html",
        warnings=warnings,
    )


def _declared(data: bytes) -> str:
    head = data[:DECLARED_WITHIN]
    found = CHARSET.search(head) or XML_CHARSET.search(head)
    return found[1].decode("ascii") if found else ""


def _main_text(page: str) -> tuple[str, dict[str, str]]:
    """The article that trafilatura finds and its metadata; ("", {}) when it finds none."""
    import trafilatura  # noqa: PLC0415 - start-up cost: most of a second

    options: dict[str, Any] = {"include_comments": False, "include_tables": True, "with_metadata": True}
    found = trafilatura.bare_extraction(page, **options)
    if found is None:
        return "", {}
    facts = found if isinstance(found, dict) else found.as_dict()
    lines = [line.rstrip() for line in str(facts.get("text") or "").split("\n")]
    return _spaced(lines), {key: str(facts[key]) for key in ("title", "author", "date") if facts.get(key)}


def _spaced(lines: list[str]) -> str:
    """One line a paragraph becomes one blank line between paragraphs; the lines of a list stay together."""
    written: list[str] = []
    for line in lines:
        if not line:
            continue
        listed = line.startswith(("- ", "|"))
        joined = listed and bool(written) and written[-1].split("\n")[-1].startswith(line[:1])
        if joined:
            written[-1] += "\n" + line
        else:
            written.append(line)
    return "\n\n".join(written)


def _body_text(page: str) -> str:
    """All the words of the page, a paragraph a block."""
    from lxml import etree, html  # noqa: PLC0415 - start-up cost

    try:
        tree = html.document_fromstring(page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    for element in list(tree.iter(*NOT_TEXT)):
        element.drop_tree()
    for element in tree.iter("br"):
        element.tail = "\n" + (element.tail or "")
    for element in tree.iter(*BLOCKS):
        element.text = "\n\n" + (element.text or "")
        element.tail = "\n\n" + (element.tail or "")
    return _paragraphs(str(tree.text_content()))


def _paragraphs(text: str) -> str:
    blocks = (
        "\n".join(" ".join(line.split()) for line in block.split("\n"))
        for block in re.split(r"\n\s*\n", text)
    )
    return "\n\n".join(block.strip() for block in blocks if block.strip())


def _line(value: str | None) -> str:
    return " ".join((value or "").split())
