"""HTML to the article's text, title, author, date, language and address; a page without an article comes back whole."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from claims.text.characters import normalise, tidy
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.html.article import article_of, plain, whole
from claims.text.readers.html.facts import Facts, facts_of
from claims.text.readers.html.page import Block, Page, page_of, text_of
from claims.text.readers.reading import Reading, Unreadable
from claims.text.readers.xml import ENTITIES, OUT_OF_MEMORY

if TYPE_CHECKING:
    from lxml.html import HtmlElement

VERSION, LIBRARY = 2, "trafilatura"

CHARSET = re.compile(rb"""<meta[^>]{1,999}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
XML_CHARSET = re.compile(rb"""\A\s*<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
DECLARED_WITHIN = 4096
MARKED_UP = re.compile("<[a-z]", re.IGNORECASE)

# What the library finds odd in a page is no news for the log: the reading has warnings of its own.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

WHOLE_PAGE = "No article was found on this page; the text of the whole page was taken."
ENTITY = re.compile(rb"<!ENTITY\s")
NO_TEXT = "This page has no text. Paste the text instead."
TOO_DEEP = "This page is nested too deeply to read. Paste the text instead."


def read_html(data: bytes, *, charset: str = "") -> Reading:
    """The article of a page, or all of a page that has nothing around its text.

    ``charset`` is what the page came with. Raises Unreadable when the page has no text or is nested too deeply.
    """
    if ENTITY.search(data, 0, DECLARED_WITHIN):
        raise Unreadable(ENTITIES)
    source, warnings = decode(data, declared=charset or _declared(data))
    source = normalise(source)
    tree = _tree(source)
    page = page_of(tree)
    facts = facts_of(tree)
    blocks, found = _blocks(page, source, facts)
    text = tidy(text_of(blocks))
    if not text.strip():
        raise Unreadable(NO_TEXT)
    return Reading(
        text=text,
        title=facts.title,
        author=facts.author,
        date=facts.date,
        language=facts.language,
        link=facts.link,
        format="html",
        warnings=warnings if found else (*warnings, WHOLE_PAGE),
    )


def _declared(data: bytes) -> str:
    head = data[:DECLARED_WITHIN]
    found = CHARSET.search(head) or XML_CHARSET.search(head)
    return found[1].decode("ascii") if found else ""


def _tree(source: str) -> HtmlElement:
    """The page as a tree; Unreadable when it is empty or deeper than the 2048 elements where the parser stops."""
    from lxml import etree, html  # noqa: PLC0415 - start-up cost

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        if getattr(error, "code", None) == OUT_OF_MEMORY:
            raise
        raise Unreadable(NO_TEXT) from None
    if any("depth" in str(entry.message) for entry in parser.error_log):
        raise Unreadable(TOO_DEEP)
    return tree


def _blocks(page: Page, source: str, facts: Facts) -> tuple[list[Block], bool]:
    """The blocks to keep, and whether they are more than the whole of a page where an article was sought."""
    if plain(page):
        return whole(page), bool(MARKED_UP.search(source))
    found = article_of(page, _told(source), facts.title)
    return found or whole(page), bool(found)


def _told(source: str) -> str:
    """What trafilatura takes for the article, "" when it finds none (Barbaresi 2021)."""
    import trafilatura  # noqa: PLC0415 - start-up cost: most of a second

    found = trafilatura.bare_extraction(source, include_comments=False, include_tables=True)
    return str(getattr(found, "text", None) or "")
