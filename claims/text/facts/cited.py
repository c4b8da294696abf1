"""Sources as people write them into one cell: links and names, by lines or semicolons. No link is opened here."""

import re
from dataclasses import dataclass

LONGEST_TITLE = 300
LONGEST_LINK = 2000
MOST_SOURCES = 50  # of one row
LINE = re.compile(r"[\r\n]+|;(?=\s|https?://|$)", re.IGNORECASE)
LINK = re.compile(r"https?://[^\s<>\"“”|]+", re.IGNORECASE)
AFTER_LINK = ".,;:!?)]}’'"
AROUND_WORDS = " \t,;:–—-|<>"


@dataclass(frozen=True, slots=True)
class Cited:
    """One source: its title in one line, its link or "", and its words where they are longer than a title."""

    title: str
    link: str = ""
    excerpt: str = ""


def cited(cell: str) -> list[Cited]:
    """The sources that a cell names, in order. A link without words is named by its host and path.

    Nothing is lost: what is no link is the title, whole in ``excerpt`` where it has more than 300 characters.
    """
    pieces = [piece for line in LINE.split(cell) for piece in _apart(line)]
    return [source for piece in pieces for source in _sources(piece)]


def _apart(line: str) -> list[str]:
    """A semicolon without a blank after it parts names, but may belong to a link."""
    return [line] if LINK.search(line) else line.split(";")


def _sources(piece: str) -> list[Cited]:
    links: list[str] = []

    def without(match: re.Match[str]) -> str:
        links.append(_ended(match[0]))
        return " " + match[0][len(links[-1]) :]

    tokens = LINK.sub(without, piece).split()
    words = " ".join(token for token in tokens if _says_something(token) or not links).strip(AROUND_WORDS)
    if not links:
        return [_titled(words, "")] if _says_something(words) else []
    if words.count("(") != words.count(")"):
        words = words.strip("()")
    return [_titled("" if place else words, link) for place, link in enumerate(links)]


def _says_something(words: str) -> bool:
    return any(letter.isalnum() for letter in words)


def _titled(words: str, link: str) -> Cited:
    title = words or link.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/") or link
    if len(title) <= LONGEST_TITLE:
        return Cited(title, link)
    return Cited(title[: LONGEST_TITLE - 2].rstrip() + " …", link, words)


def _ended(link: str) -> str:
    """A link without the stop of its sentence; a bracket that it opened itself stays."""
    end, open_brackets = len(link), link.count("(") - link.count(")")
    while end and link[end - 1] in AFTER_LINK:
        if link[end - 1] == ")":
            if open_brackets >= 0:
                break
            open_brackets += 1
        end -= 1
    return link[:end]
