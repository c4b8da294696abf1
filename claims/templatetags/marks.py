"""A text with its marks as HTML. Without its tags it equals the text: numbers come from attributes, gaps from margins.

Built from strings, not from parts: a text of 20,000 sentences has as many chips. What a mark means is not known here.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from html import escape
from itertools import groupby

from django import template
from django.utils.safestring import SafeString, mark_safe

from claims.reports.marking import LOOKS, Mark, Piece

register = template.Library()

RANK = {look: rank for rank, look in enumerate(LOOKS)}
# What stays on one line with its number: the first word, but never so much of it that a phone would scroll sideways.
FIRST_WORD = re.compile(r"\s*\S{1,20}")


@register.simple_tag
def marked_text(
    paragraphs: Iterable[Iterable[Piece]], marks: Mapping[int, Mark], unseen: Collection[int] = ()
) -> SafeString:
    """Paragraphs of flat pieces with their marks; sentences in ``unseen`` (0-based) are shaded and can be linked to.

    A passage without a mark is not shown.
    """
    chips = {number: _chip(mark) for number, mark in marks.items()}
    anchored: set[int] = set()
    found = []
    for paragraph in paragraphs:
        found.append("<p>")
        for sentence, pieces in groupby(paragraph, key=lambda piece: piece.sentence):
            html = "".join(_piece(piece, marks, chips) for piece in pieces)
            found.append(_unseen(html, sentence, anchored) if sentence in unseen else html)
        found.append("</p>")
    return mark_safe("".join(found))  # noqa: S308 - every word and attribute is escaped below


def _unseen(html: str, sentence: int | None, anchored: set[int]) -> str:
    """A shaded sentence; its anchor stands on its first piece only, for it may go on in the next paragraph."""
    anchor = "" if sentence in anchored else f' id="sentence-{sentence}"'
    anchored.add(sentence or 0)
    return f'<span class="unseen"{anchor}>{html}</span>'


def _piece(piece: Piece, marks: Mapping[int, Mark], chips: Mapping[int, str]) -> str:
    shown = [marks[number] for number in piece.numbers if number in marks]
    if not shown:
        return escape(piece.text)
    looks = f"mark mark--{min((mark.look for mark in shown), key=RANK.__getitem__)}"
    if len(shown) > 1:
        looks += " mark--2"
    before = "".join(chips[number] for number in piece.begins if number in chips)
    if not before:
        return _span(looks, piece.text)
    word = FIRST_WORD.match(piece.text)
    split = word.end() if word else 0
    return f'<span class="glue">{before}{_span(looks, piece.text[:split])}</span>{_span(looks, piece.text[split:])}'


def _span(looks: str, text: str) -> str:
    return f'<span class="{looks}">{escape(text)}</span>' if text else ""


def _chip(mark: Mark) -> str:
    """The number before a passage's first word: a link where it leads somewhere."""
    tag, goes = ("a", f' href="{escape(mark.url)}"') if mark.url else ("span", ' role="img"')
    colour = f" verdict--{escape(mark.colour)}" if mark.colour else ""
    icon = ""
    if mark.icon:
        icon = (
            '<svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">'
            f'<use href="#{escape(mark.icon)}"/></svg>'
        )
    in_view = " data-in-view" if mark.look == "current" else ""
    return (
        f'<{tag} class="chip-number chip-number--{escape(mark.look)}{colour}" id="passage-{mark.number}"{goes} '
        f'data-number="{mark.number}" aria-label="{escape(mark.label)}"{in_view}>{icon}</{tag}>'
    )
