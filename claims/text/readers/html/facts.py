"""What a page says about itself: title, author, day, language and address, from its meta tags, JSON-LD and marks."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.text.characters import tidy
from claims.text.readers.front_matter import read_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE = re.compile(r"Article$|Posting$|^Report$|^Review$|ClaimReview$")
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_-])")
LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![A-Za-z])")
WRAPPING = re.compile(r"^\s*(?:/[/*]\s*)?<!\[CDATA\[(?:\s*\*/)?|(?:/[/*]\s*)?\]\]>(?:\s*\*/)?\s*$")
SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*")
BY = re.compile(
    r"^\W*(?:(?:(?:written|posted|story|reported)\s+)?by|von|par|por|di|door|av|af)\b:?\s+", re.IGNORECASE
)
# Where a byline goes on with something else: a date, an office, a bracket.
AFTER_NAME = re.compile(r"\s*[|•·(/]|\s+[-–—]\s|,?\s*(?:\bon\s+)?\d")
ADDRESS = re.compile(r"https?:|www\.|@")
NO_NAME = re.compile(
    r"[{}<>]|\.(?:com|org|net)\b|\b(?:writer|reporter|correspondent|journalist)s?\b"
    r"|^(?:admin|administrator|staff|editors?|author|unknown|none|null)$",
    re.IGNORECASE,
)
MOST_NAMES, LONGEST_SITE = 6, 40

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl", "byline")
DAYS = (
    "article:published_time og:article:published_time datepublished article:published parsely-pub-date dc.date.issued"
    " dcterms.created dc.date dcterms.date pubdate publishdate publish-date publication_date sailthru.date date"
).split()
MARKED_AUTHORS = (
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author" or @rel="author"]',
    '//*[contains(@class, "author-name") or contains(@class, "byline")]//a',
    '//*[contains(@class, "author-name") or contains(@class, "byline")]',
)
MARKED_DAYS = (
    '//*[@itemprop="datePublished"]/@datetime',
    '//*[@itemprop="datePublished"]/@content',
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime",
    "//time/@datetime",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """ "" or None for what the page does not say."""

    title: str = ""
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    link: str = ""


@dataclass(slots=True)
class _Head:
    """The page's tree with its meta tags by name and the JSON-LD thing that is the article ({} when none is)."""

    tree: HtmlElement
    meta: dict[str, str] = field(default_factory=dict)
    thing: dict[str, Any] = field(default_factory=dict)

    def first(self, names: tuple[str, ...] | list[str]) -> str:
        return next((self.meta[name] for name in names if self.meta.get(name)), "")


def facts_of(tree: HtmlElement) -> Facts:
    """Everything that the page says, each as its most reliable mark says it."""
    head = _head(tree)
    return Facts(_title(head), _author(head), _day(head), _language(head), _link(head))


def _head(tree: HtmlElement) -> _Head:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        name = name or element.get("http-equiv") or ""
        meta.setdefault(name.lower(), _line(element.get("content")))
    things = [
        thing
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for thing in _things(script.text or "")
    ]
    articles = (each for each in things if any(map(ARTICLE.search, _strings(each.get("@type")))))
    return _Head(tree, meta, next(articles, {}))


def _things(written: str) -> Iterator[dict[str, Any]]:
    """The objects of one JSON-LD script, lists and graphs opened."""
    try:
        waiting = [json.loads(WRAPPING.sub("", written), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting.extend(reversed(thing))
        elif isinstance(thing, dict):
            yield thing
            waiting.append(thing.get("@graph"))


def _strings(value: object) -> list[str]:
    """The text or texts of a JSON value; of objects their names."""
    if isinstance(value, str):
        return [_line(unescape(value))]
    if isinstance(value, dict):
        return _strings(value.get("name"))
    if isinstance(value, list):
        return [text for each in value if not isinstance(each, list) for text in _strings(each)]
    return []


# --- one by one -------------------------------------------------------------------------------------------


def _title(head: _Head) -> str:
    headlines = [_line(element.text_content()) for element in islice(head.tree.iter("h1"), 9)]
    found = head.first(TITLES) or "".join(_strings(head.thing.get("headline"))[:1])
    named = _line(head.tree.findtext(".//title"))
    shown = next((each for each in headlines if each and _begins(found or named, each)), "")
    if shown:
        return shown
    sole = headlines[0] if len(headlines) == 1 else ""
    return _without_site(found or named, head) if found or not sole else sole


def _begins(title: str, headline: str) -> bool:
    return title.startswith(headline) and 2 * len(headline) > len(title)


def _without_site(title: str, head: _Head) -> str:
    """“Harbour rebuilt | The Gazette” without the name of the site, given or at the end after a bar."""
    sites = [head.meta.get("og:site_name", ""), *_strings(head.thing.get("publisher"))]
    cuts = list(SEPARATOR.finditer(title))
    for cut in cuts[-1:]:
        start, end = title[: cut.start()], title[cut.end() :]
        barred = "|" in cut[0] and len(end) <= LONGEST_SITE and len(start) > len(end)
        if start and (barred or end.lower() in map(str.lower, sites)):
            return start
    return title


def _author(head: _Head) -> str:
    found = _names(_strings(head.thing.get("author"))) or _names([head.first([name]) for name in AUTHORS])
    for path in () if found else MARKED_AUTHORS:
        found = found or _names([element.text_content() for element in head.tree.xpath(path)[:3]])
    return ", ".join(found)


def _names(written: list[str]) -> list[str]:
    """People's names as they stand in bylines; addresses, roles of machines and whole sentences are none."""
    found: dict[str, str] = {}
    for each in written:
        if ADDRESS.search(each):
            continue
        for part in AFTER_NAME.split(BY.sub("", _line(each)))[0].split(","):
            name = part.strip(" ;:")
            if name and len(name.split()) <= MOST_NAMES and not NO_NAME.search(name):
                found.setdefault(name.casefold(), name)
    return list(found.values())


def _day(head: _Head) -> datetime.date | None:
    written = [*_strings(head.thing.get("datePublished")), *(head.meta.get(name, "") for name in DAYS)]
    in_address = DAY_IN_ADDRESS.search(_link(head))
    written += ["-".join(in_address.groups())] if in_address else []
    written += [str(each) for path in MARKED_DAYS for each in head.tree.xpath(path)[:1]]
    return next(filter(None, map(read_day, written)), None)


def _language(head: _Head) -> str:
    root = head.tree
    said = [
        root.get("lang"),
        root.get("xml:lang"),
        head.meta.get("og:locale"),
        head.meta.get("content-language"),
    ]
    for each in [*said, *_strings(head.thing.get("inLanguage"))]:
        if found := LANGUAGE.match(each or ""):
            return found[1].lower()
    return ""


def _link(head: _Head) -> str:
    canonical = [
        element.get("href")
        for element in head.tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    for each in [*canonical, head.meta.get("og:url"), *_strings(head.thing.get("url"))]:
        if each and _absolute(each.strip()):
            return str(each.strip())
    return ""


def _absolute(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", address)


def _line(value: str | None) -> str:
    return " ".join(tidy(value or "").split())
