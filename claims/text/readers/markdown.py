"""Markdown to readable text: signs of layout go, words stay. Paragraphs are separated by a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.characters import normalise, tidy
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.front_matter import FrontMatter, split_front_matter
from claims.text.readers.reading import Reading

if TYPE_CHECKING:
    from markdown_it.token import Token

VERSION = 1
LIBRARY = "markdown-it-py"

# Levels of lists and quotations: past it words would be lost silently; before it the stack ends, which is refused.
DEEPEST = 10_000
HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
CLOSES_BLOCK = ("paragraph_close", "heading_close", "blockquote_close", "table_close")


def read_markdown(data: bytes, *, charset: str = "") -> Reading:
    """The words of a Markdown file; title from the front matter, else the first heading of level one."""
    text, warnings = decode(data, declared=charset)
    front = split_front_matter(normalise(text))
    parts, heading = _Writer().write(_tokens(front.body))
    return _reading(front, parts, heading, warnings)


def _reading(front: FrontMatter, text: str, heading: str, warnings: tuple[str, ...]) -> Reading:
    return Reading(
        text=tidy(text),
        title=tidy(front.title or heading),
        author=front.author,
        date=front.date,
        language=front.language,
        format="markdown",
        warnings=warnings + front.warnings,
    )


def _tokens(body: str) -> list[Token]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up cost

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"]).parse(body)


class _Writer:
    """Walks the tokens once and collects paragraphs and lines."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.lists: list[int | None] = []
        self.item = ""
        self.row: list[str] | None = None
        self.lines: list[str] = []
        self.level = ""
        self.heading = ""

    def write(self, tokens: list[Token]) -> tuple[str, str]:
        """The text and the first heading of level one."""
        for token in tokens:
            self._take(token)
        self._flush()
        return "\n\n".join(self.paragraphs), self.heading

    def _take(self, token: Token) -> None:
        if token.type == "inline":
            self._inline(_words(token))
        elif token.type in ("fence", "code_block"):
            self._flush()
            self.paragraphs.append(token.content.rstrip("\n"))
        elif token.type == "html_block":
            self._block(_without_tags(token.content))
        elif token.type == "heading_open":
            self.level = token.tag
        elif token.type in (
            "bullet_list_open",
            "ordered_list_open",
            "bullet_list_close",
            "ordered_list_close",
        ):
            self._list(token)
        elif token.type == "list_item_open":
            self._item()
        elif token.type in ("tr_open", "tr_close"):
            self._row(opened=token.type == "tr_open")
        elif token.type in CLOSES_BLOCK and not self.lists:
            self._flush()

    def _inline(self, words: str) -> None:
        if self.row is not None:
            self.row.append(words)
        elif self.lists:
            self.lines.append((self.item or "  " * len(self.lists)) + words)
            self.item = ""
        else:
            if self.level == "h1" and not self.heading:
                self.heading = " ".join(words.split())
            self.level = ""
            self._block(words)

    def _block(self, words: str) -> None:
        self._flush()
        if words.strip():
            self.paragraphs.append(words)

    def _list(self, token: Token) -> None:
        if token.type.endswith("_close"):
            self.lists.pop()
            if not self.lists:
                self._flush()
            return
        if not self.lists:
            self._flush()
        start = int(str(token.attrGet("start") or 1))
        self.lists.append(start if token.type == "ordered_list_open" else None)

    def _item(self) -> None:
        number = self.lists[-1]
        self.item = "  " * (len(self.lists) - 1) + ("- " if number is None else f"{number}. ")
        if number is not None:
            self.lists[-1] = number + 1

    def _row(self, *, opened: bool) -> None:
        if opened:
            self.row = []
        elif self.row is not None:
            self.lines.append(" | ".join(self.row))
            self.row = None

    def _flush(self) -> None:
        if self.lines:
            self.paragraphs.append("\n".join(self.lines))
            self.lines = []


def _words(token: Token) -> str:
    """The words of one inline token: links keep theirs, pictures their description in brackets."""
    written = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            written.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            written.append("\n" if child.type == "hardbreak" else " ")
        elif child.type == "image" and child.content:
            written.append(f"[picture: {child.content}]")
    return "".join(written)


def _without_tags(markup: str) -> str:
    """The text of a piece of HTML inside Markdown; comments and tags go. One left open runs to the end, as in HTML."""
    return " ".join(re.sub(r"<[^<>]*>", " ", HIDDEN.sub(" ", markup)).split())
